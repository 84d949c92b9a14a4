using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
using Attendee = Microsoft.Graph.Models.Attendee;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

/// <summary>Meetings as events in Microsoft 365. Exchange sends the invitations, updates and cancellations itself.</summary>
/// <remarks>
/// Booking does not bring back a meeting whose event was removed from the calendar, as nothing tells that from one which Graph does not
/// show yet; moving does, even to the same time.
/// </remarks>
internal sealed partial class GraphCalendar(
    GraphConnection connection, GraphCalls calls, IMailboxes mailboxes, IDeclaredTimes declared, IOptions<CalendarOptions> options,
    IOptions<GraphOptions> graphOptions, TimeProvider time, ILogger<GraphCalendar> logger)
    : ICalendar, IDisposable
{
    /// <summary>Teams adds its link a moment after the event is made.</summary>
    private static readonly TimeSpan LinkTakes = TimeSpan.FromSeconds(2);

    private readonly GraphEvents events = new(connection.Client, calls);
    private readonly Organisers organisers = new(options.Value, graphOptions.Value.TenantId);
    private readonly MailboxViews views = new(new(connection.Client, calls), time);

    public Duration? LookEvery { get; } = Duration.FromTimeSpan(graphOptions.Value.LookEvery);

    public async Task<IReadOnlyDictionary<PersonId, FreeBusy>> FreeBusyAsync(
        IReadOnlyCollection<PersonId> people, Interval window, CancellationToken cancellation)
    {
        // One after the other: what stands behind the port may be a database connection.
        var found = new List<(PersonId, Mailbox?)>();
        foreach (var person in people.Distinct())
            found.Add((person, await mailboxes.FindAsync(person, cancellation)));
        var read = await SeenAsync(found, window, cancellation);
        foreach (var (person, known) in read.ToList())
        {
            var own = (await declared.OfAsync(person, cancellation)).Within(window).ToList();
            if (own.Count > 0) read[person] = known with { Busy = [.. known.Busy, .. own] };
        }

        return read;
    }

    public Task<CalendarEntry> BookAsync(CalendarMeeting meeting, CancellationToken cancelled) => WithinAsync(async cancellation =>
    {
        // Made anew: what was lost may have come back in the meantime, and then a second one would be too many.
        var made = meeting.Edition > 0 ? await events.FindAsync(organisers.MailboxOf(meeting.People), meeting.Id, cancellation) : null;
        made ??= await CreateAsync(meeting, MeetingEvent.TransactionId(meeting), cancellation);
        if (made.IsCancelled == true)
            made = await CreateAsync(meeting, MeetingEvent.SecondTransactionId(meeting), cancellation);
        return await FinishAsync(meeting, made, cancellation);
    }, cancelled);

    public Task<CalendarEntry> MoveAsync(CalendarMeeting meeting, string eventId, CancellationToken cancelled) => WithinAsync(async cancellation =>
    {
        // Looked at first: a time that stands already is not sent again, for each update mails the attendees.
        var mailbox = organisers.MailboxOf(meeting.People);
        var standing = eventId.Length == 0 ? null : await events.GetAsync(mailbox, eventId, cancellation);
        if (standing is not { IsCancelled: not true })
            standing = await events.FindAsync(mailbox, meeting.Id, cancellation)
                ?? await CreateAsync(meeting, MeetingEvent.SecondTransactionId(meeting), cancellation);
        return await FinishAsync(meeting, standing, cancellation);
    }, cancelled);

    public Task CancelAsync(MeetingId meeting, IReadOnlyList<PersonId> people, string eventId, CancellationToken cancelled) => WithinAsync(async cancellation =>
    {
        var mailbox = organisers.MailboxOf(people);
        var id = eventId.Length > 0 ? eventId : (await events.FindAsync(mailbox, meeting, cancellation))?.Id;
        var isCancelled = !string.IsNullOrEmpty(id) && await events.CancelAsync(mailbox, id, cancellation);
        if (!isCancelled) Log.AlreadyGone(logger, meeting);
        return isCancelled;
    }, cancelled);

    public Task<IReadOnlyDictionary<MeetingId, EventNow>> ReadBackAsync(IReadOnlyCollection<KnownEvent> known, CancellationToken cancelled) =>
        WithinAsync<IReadOnlyDictionary<MeetingId, EventNow>>(
            async cancellation => await new GraphReadBack(events, views, organisers, mailboxes, time).ReadAsync(known, cancellation), cancelled);

    /// <summary>Outlook shows the meetings itself.</summary>
    public Uri? FeedOf(PersonId person, int number) => null;

    public void Dispose() => views.Dispose();

    /// <summary>
    /// Of whom nothing could be read nothing is known; what they have told PeerBot itself counts all the same. The log says why already.
    /// </summary>
    private async Task<Dictionary<PersonId, FreeBusy>> SeenAsync(
        IReadOnlyCollection<(PersonId Person, Mailbox? Mailbox)> people, Interval window, CancellationToken cancellation)
    {
        try
        {
            return await UsableAsync(() => calls.WithinAsync(
                graphOptions.Value.FreeBusyTimeout, token => new GraphFreeBusy(connection.Client, calls, organisers, logger).ReadAsync(people, window, token),
                cancellation));
        }
        catch (CalendarUnavailableException)
        {
            return people.ToDictionary(one => one.Person, _ => new FreeBusy(Known: false, []));
        }
    }

    private Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation) =>
        UsableAsync(() => calls.WithinAsync(graphOptions.Value.BookingTimeout, work, cancellation));

    /// <summary>An answer with a hole is as good as none, and the hole is named in the log.</summary>
    private async Task<T> UsableAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (GraphAnswerException hole)
        {
            Log.Unusable(logger, hole.Message);
            throw new CalendarUnavailableException(hole.Message);
        }
    }

    private async Task<Event> CreateAsync(CalendarMeeting meeting, string transactionId, CancellationToken cancellation)
    {
        var invited = new List<Mailbox>();
        foreach (var person in meeting.People)
        {
            var mailbox = await mailboxes.FindAsync(person, cancellation);
            if (mailbox is null) Log.NoMailbox(logger, person, meeting.Id);
            else if (!organisers.Is(person, meeting.People, mailbox.Address)) invited.Add(mailbox);
        }

        return await events.CreateAsync(organisers.MailboxOf(meeting.People), meeting, transactionId, invited, cancellation);
    }

    /// <summary>
    /// What is not as the meeting says is put right: who has left is still invited, who has come is not yet, the time of an earlier attempt, the
    /// link that was not there yet.
    /// </summary>
    private async Task<CalendarEntry> FinishAsync(CalendarMeeting meeting, Event made, CancellationToken cancellation)
    {
        if (made.IsCancelled == true)
            throw new CalendarUnavailableException($"The event of meeting {meeting.Id} was cancelled and cannot be made again.");
        var mailbox = organisers.MailboxOf(meeting.People);
        if (await InvitedAsync(meeting, made, cancellation) is { } invited)
            made = await events.InviteAsync(mailbox, made.Id!, invited, cancellation)
                ?? throw new CalendarUnavailableException($"The event of meeting {meeting.Id} went away while its people were changed.");
        var entry = MeetingEvent.Read(made);
        if (entry.Start != meeting.Start || entry.End != meeting.End())
            entry = MeetingEvent.Read(await events.MoveAsync(mailbox, entry.EventId, meeting, cancellation)
                ?? throw new CalendarUnavailableException($"The event of meeting {meeting.Id} went away while it was moved."));
        return MeetingEvent.Sound(
            meeting.Mode != MeetingMode.Teams || entry.JoinUrl is not null ? entry : await LinkedAsync(meeting, mailbox, entry, cancellation));
    }

    /// <returns>Who is to be invited from now on; null when that is as it stands.</returns>
    private async Task<IReadOnlyList<Attendee>?> InvitedAsync(CalendarMeeting meeting, Event made, CancellationToken cancellation)
    {
        var gone = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var person in (meeting.Gone ?? []).Except(meeting.People))
            if (await mailboxes.FindAsync(person, cancellation) is { } mailbox) gone.Add(mailbox.Address);
        var standing = made.Attendees ?? [];
        var coming = new List<Attendee>();
        foreach (var person in (meeting.New ?? []).Intersect(meeting.People))
        {
            var mailbox = await mailboxes.FindAsync(person, cancellation);
            if (mailbox is null) Log.NoMailbox(logger, person, meeting.Id);
            else if (!organisers.Is(person, meeting.People, mailbox.Address) && !standing.Exists(one => Is(one, mailbox.Address)))
                coming.Add(MeetingEvent.Invited(mailbox));
        }

        return coming.Count > 0 || standing.Exists(IsGone) ? [.. standing.Where(one => !IsGone(one)), .. coming] : null;

        bool IsGone(Attendee one) => one.EmailAddress?.Address is { } address && gone.Contains(address);
        static bool Is(Attendee one, string address) => string.Equals(one.EmailAddress?.Address, address, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The link may come a moment later; where it does not, Teams is asked for once more. Some organisers get an ordinary event all the same:
    /// no licence for Teams, or a policy.
    /// </summary>
    private async Task<CalendarEntry> LinkedAsync(
        CalendarMeeting meeting, string mailbox, CalendarEntry entry, CancellationToken cancellation)
    {
        await calls.WaitAsync(LinkTakes, cancellation);
        var again = await events.GetAsync(mailbox, entry.EventId, cancellation);
        if (again is not null && MeetingEvent.JoinUrl(again) is null)
            again = await events.PutOnlineAsync(mailbox, entry.EventId, cancellation);
        if (again is not null)
            entry = MeetingEvent.Read(again);
        if (entry.JoinUrl is null) Log.NoLink(logger, meeting.Id);
        return entry;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Graph: an answer that cannot be used. {What}")]
        public static partial void Unusable(ILogger logger, string what);

        [LoggerMessage(Level = LogLevel.Information,
            Message = "Graph: the event of meeting {Meeting} was gone before it was cancelled")]
        public static partial void AlreadyGone(ILogger logger, MeetingId meeting);

        [LoggerMessage(Level = LogLevel.Warning,
            Message = "Graph: no Teams link for meeting {Meeting}; the organiser may lack a Teams licence")]
        public static partial void NoLink(ILogger logger, MeetingId meeting);

        [LoggerMessage(Level = LogLevel.Information,
            Message = "Graph: {Person} has no mailbox and gets no invitation to meeting {Meeting}")]
        public static partial void NoMailbox(ILogger logger, PersonId person, MeetingId meeting);
    }
}
