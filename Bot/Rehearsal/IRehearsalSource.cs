using NodaTime;

namespace PeerBot.Bot.Rehearsal;

/// <summary>What the rehearsal shows of the product, and the one thing it may ask of it: to begin again with the sample data.</summary>
internal interface IRehearsalSource
{
    /// <summary>The sample people, those to be shown first at the head.</summary>
    IReadOnlyList<RehearsalPerson> People();

    /// <summary>Meetings and taken times of one person that touch the window.</summary>
    Task<RehearsalCalendar> CalendarAsync(RehearsalPerson person, Interval window, CancellationToken cancellation);

    /// <summary>The earliest time at which something waits to be done; null when nothing waits.</summary>
    /// <param name="after">Exclusive.</param>
    Task<Instant?> NextDueAsync(Instant after, CancellationToken cancellation);

    /// <summary>Returns when everything that is due by now has been done and its messages have been sent.</summary>
    Task SettleAsync(CancellationToken cancellation);

    /// <summary>The first day after <paramref name="day"/> on which schools of the sample are open.</summary>
    LocalDate NextWorkingDay(LocalDate day);

    /// <summary>Empties the database and loads the sample data. The clock already stands at its start.</summary>
    Task ResetAsync(CancellationToken cancellation);
}

/// <param name="Id">As Teams names a user to this bot: <c>29:…</c>.</param>
/// <param name="Roles">What the person may do, for example "requester"; not shown.</param>
/// <param name="Title">What the person is, in words, for example "Headteacher".</param>
/// <param name="TimeZone">The clocks the person lives by; null: those of the rehearsal.</param>
/// <param name="ShownFirst">Has a column when the page is opened for the first time.</param>
internal sealed record RehearsalPerson(
    string Id, string AadObjectId, string TenantId, string Name, string Email, IReadOnlyList<string> Roles, string Organisation,
    string Title, bool ShownFirst = false, string Locale = "en-GB", string? TimeZone = null);

internal sealed record RehearsalCalendar(IReadOnlyList<RehearsalMeeting> Meetings, IReadOnlyList<RehearsalBusy> Busy);

/// <param name="Mode">In words, for example "Teams" or "In person".</param>
/// <param name="With">Names of the others.</param>
internal sealed record RehearsalMeeting(
    string Id, string Subject, Instant Start, Instant End, string Mode, RehearsalMeetingState State, IReadOnlyList<string> With);

internal enum RehearsalMeetingState
{
    Proposed,
    Booked,
    Held,
    NotHeld,
    Cancelled,
}

internal sealed record RehearsalBusy(Instant Start, Instant End);
