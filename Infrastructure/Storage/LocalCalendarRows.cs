using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Storage;

/// <summary>A meeting in the calendar that PeerBot keeps itself.</summary>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record LocalEventRow(
    MeetingId Meeting, IReadOnlyList<PersonId> People, string Subject, Instant Start, Instant End, int Sequence, bool Cancelled,
    Instant Changed, long Version = 0);

/// <summary>
/// What a person has declared as taken in the calendar that PeerBot keeps itself, which of their addresses are good, and for which
/// supervision they are booked.
/// </summary>
/// <param name="Feed">See <see cref="PeerBot.Domain.Oversight.PersonalAddresses"/>, as for <paramref name="File"/>.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record BusyTimesRow(
    PersonId Person, IReadOnlyList<Interval> Once, IReadOnlyList<WeeklyBusyTime> Weekly, int Feed = 0, Guid? File = null,
    IReadOnlyList<BookedTime>? Supervisions = null, long Version = 0);

public sealed record WeeklyBusyTime(IReadOnlyList<IsoDayOfWeek> Days, LocalTime Start, LocalTime End, DateTimeZone Zone);
