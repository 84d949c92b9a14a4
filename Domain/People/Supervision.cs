using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.People;

/// <summary>A supervision meeting of a supporter: who asks and which week they would like, never about what.</summary>
/// <param name="Id">Names the event in the calendars.</param>
/// <param name="Week">A day of the week that they would like; null: any.</param>
/// <param name="Supervisor">Whose calendar the event goes into; null where PeerBot does not reach the supervisor.</param>
/// <param name="Start">Null until a time is booked, and again after it was cancelled.</param>
/// <param name="EventId">The calendar's id of the event; null before the calendar has answered.</param>
/// <param name="Written">Whether the calendars show what stands here.</param>
/// <param name="CancelledAt">When it was last called off.</param>
public sealed record Supervision(
    MeetingId Id, Instant AskedAt, LocalDate? Week, PersonId? Supervisor, Instant? Start = null, int Minutes = 60, string? EventId = null,
    bool Written = true, Instant? CancelledAt = null)
{
    /// <summary>A calendar that has not taken a cancellation by then will not: nobody waits for it any longer.</summary>
    private static readonly Duration Patience = Duration.FromDays(7);

    /// <summary>Null while no time is booked.</summary>
    public BookedTime? Booked => Start is { } start ? new BookedTime(Id, new Interval(start, start + Duration.FromMinutes(Minutes))) : null;

    /// <summary>Whether it is still worth while to write it into the calendars, or to wait until somebody has.</summary>
    public bool IsAwaited(Instant now) =>
        !Written && now < (Start is { } start ? start + Duration.FromMinutes(Minutes) : (CancelledAt ?? AskedAt) + Patience);
}

/// <summary>A time that is taken by one meeting, which names nobody.</summary>
public sealed record BookedTime(MeetingId Id, Interval Time);
