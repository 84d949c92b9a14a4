using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>What was typed, piece by piece; null where a piece is missing.</summary>
/// <param name="Loose">A number that may be a day or an hour.</param>
/// <param name="Shift">Days from today, of "tomorrow" and the like.</param>
/// <param name="AfterHalfTerm">Counted from the first school day after it.</param>
internal sealed record TypedParts(
    IsoDayOfWeek? Weekday = null, WhichWeek Week = WhichWeek.Any, int? Day = null, int? Month = null, int? Year = null, int? Shift = null,
    RawTime? Time = null, RawTime? End = null, int? Minutes = null, PartOfDay? PartOfDay = null, int? Loose = null,
    bool AfterHalfTerm = false)
{
    public bool NamesDay => Weekday is not null || Day is not null || Month is not null || Shift is not null || AfterHalfTerm;

    /// <summary>The length typed; 0 or less when the end typed is not after the start.</summary>
    public int? MinutesFrom(LocalTime? start)
    {
        if (End is not { } end || start is not { } from) return Minutes;
        return end.Resolve(PartOfDay) is { } to ? (int)Period.Between(from, to, PeriodUnits.Minutes).Minutes : 0;
    }
}

internal enum WhichWeek
{
    Any,
    This,

    /// <summary>"next friday".</summary>
    Next,

    /// <summary>"friday next week".</summary>
    Following,

    /// <summary>"friday week": seven days after the next one.</summary>
    WeekAfter,
}

internal enum PartOfDay
{
    Morning,
    Later,
}

/// <summary>A time of day as typed.</summary>
/// <param name="Pm">Null when neither am nor pm was typed.</param>
internal readonly record struct RawTime(int Hour, int Minute, bool? Pm = null)
{
    public static RawTime Of(LocalTime time) => new(time.ClockHourOfHalfDay, time.Minute, Pm: time.Hour >= 12);

    /// <summary>Null when there is no such time.</summary>
    public LocalTime? Resolve(PartOfDay? part)
    {
        // "15.30pm" is common and clear; "15.30am" and "0pm" are not.
        if (Minute > 59 || Hour > 23 || (Pm == false && Hour > 12) || (Pm is not null && Hour == 0)) return null;
        var pm = Pm ?? part switch
        {
            PartOfDay.Morning => false,
            PartOfDay.Later => true,
            _ => Hour is >= 1 and <= 7 or >= 12,
        };
        return new LocalTime(Hour is >= 1 and <= 12 ? (Hour % 12) + (pm ? 12 : 0) : Hour, Minute);
    }
}
