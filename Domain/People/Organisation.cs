using NodaTime;

namespace PeerBot.Domain.People;

public readonly record struct OrganisationId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

/// <summary>A school or other place of work, as the register has it with what is set locally.</summary>
/// <param name="TypeGroup">Register's words, such as "Local authority maintained schools".</param>
/// <param name="Region">Part of the authority's area; set locally, no register has it.</param>
/// <param name="PupilCount">Null when the register has none.</param>
/// <param name="SchoolType">In words, for a profile: "Community school, rural".</param>
/// <param name="Group">Federation or trust that it belongs to; null: none.</param>
/// <param name="SchoolDayStart">Null: as the programme.</param>
/// <param name="SchoolDayEnd">Null: as the programme.</param>
/// <param name="CalendarRef">Its own term calendar; null: as the programme.</param>
/// <param name="Closed">As the register says it.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record Organisation(
    OrganisationId Id,
    string Name,
    string? TypeGroup = null,
    string? Region = null,
    int? PupilCount = null,
    string? SchoolType = null,
    string? Phase = null,
    SchoolGroup? Group = null,
    string? Locality = null,
    string? Authority = null,
    LocalTime? SchoolDayStart = null,
    LocalTime? SchoolDayEnd = null,
    string? CalendarRef = null,
    bool Closed = false,
    long Version = 0)
{
    public SizeBand? Size => PupilCount is { } pupils ? SizeBands.Of(pupils) : null;
}

/// <summary>A federation or trust.</summary>
public sealed record SchoolGroup(string Id, string Name);

/// <summary>Size of a school as people say it; an exact number of pupils would point at one school.</summary>
public enum SizeBand
{
    /// <summary>Under 100 pupils.</summary>
    Under100,

    /// <summary>100–210 pupils.</summary>
    From100To210,

    /// <summary>211–420 pupils.</summary>
    From211To420,

    /// <summary>421–1,000 pupils.</summary>
    From421To1000,

    /// <summary>Over 1,000 pupils.</summary>
    Over1000,
}

public static class SizeBands
{
    public static SizeBand Of(int pupils) => pupils switch
    {
        < 100 => SizeBand.Under100,
        <= 210 => SizeBand.From100To210,
        <= 420 => SizeBand.From211To420,
        <= 1000 => SizeBand.From421To1000,
        _ => SizeBand.Over1000,
    };
}
