using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;
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
    GraphConnection connection, GraphCalls calls, IMailboxes mailboxes, IOptions<CalendarOptions> options, ILogger<GraphCalendar> logger)
    : ICalendar
{
    /// <summary>Teams adds its link a moment after the event is made.</summary>
    private static readonly TimeSpan LinkTakes = TimeSpan.FromSeconds(2);

    private readonly GraphEvents events = new(connection.Client, calls);
    private readonly Organisers organisers = new(options.Value);

    public async Task<IReadOnlyDictionary<PersonId, FreeBusy>> FreeBusyAsync(
        IReadOnlyCollection<PersonId> people, Interval window, CancellationToken cancellation)
    {
        // One after the other: what stands behind the port may be a database connection.
        var found = new List<(PersonId, Mailbox?)>();
        foreach (var person in people.Distinct())
            found.Add((person, await mailboxes.FindAsync(person, cancellation)));
        return await new GraphFreeBusy(connection.Client, calls, organisers, logger).ReadAsync(found, window, cancellation);
    }

    public async Task<CalendarEntry> BookAsync(CalendarMeeting meeting, CancellationToken cancellation)
    {
        var made = await CreateAsync(meeting, MeetingEvent.TransactionId(meeting.Id), cancellation);
        if (made.IsCancelled == true)
            made = await CreateAsync(meeting, MeetingEvent.SecondTransactionId(meeting), cancellation);
        return await FinishAsync(meeting, made, cancellation);
    }

    public async Task<CalendarEntry> MoveAsync(CalendarMeeting meeting, string eventId, CancellationToken cancellation)
    {
        var mailbox = organisers.MailboxOf(meeting.Organiser);
        var moved = eventId.Length == 0 ? null : await events.MoveAsync(mailbox, eventId, meeting, cancellation);
        if (moved is not { IsCancelled: not true })
            moved = await events.FindAsync(mailbox, meeting.Id, cancellation)
                ?? await CreateAsync(meeting, MeetingEvent.SecondTransactionId(meeting), cancellation);
        return await FinishAsync(meeting, moved, cancellation);
    }

    public async Task CancelAsync(MeetingId meeting, PersonId organiser, string eventId, CancellationToken cancellation)
    {
        var mailbox = organisers.MailboxOf(organiser);
        var id = eventId.Length > 0 ? eventId : (await events.FindAsync(mailbox, meeting, cancellation))?.Id;
        if (id is null || !await events.CancelAsync(mailbox, id, cancellation)) Log.AlreadyGone(logger, meeting);
    }

    public async Task<CalendarEntry?> ReadBackAsync(
        MeetingId meeting, PersonId organiser, string eventId, CancellationToken cancellation)
    {
        var mailbox = organisers.MailboxOf(organiser);
        var found = eventId.Length == 0
            ? await events.FindAsync(mailbox, meeting, cancellation)
            : await events.GetAsync(mailbox, eventId, cancellation);
        return found is { IsCancelled: not true } ? MeetingEvent.Read(found) : null;
    }

    private async Task<Event> CreateAsync(CalendarMeeting meeting, string transactionId, CancellationToken cancellation)
    {
        var invited = new List<Mailbox>();
        foreach (var person in meeting.Others.Prepend(meeting.Organiser).Distinct())
        {
            var mailbox = await mailboxes.FindAsync(person, cancellation);
            if (mailbox is null) Log.NoMailbox(logger, person, meeting.Id);
            else if (!organisers.Is(person, meeting.Organiser, mailbox.Address)) invited.Add(mailbox);
        }

        return await events.CreateAsync(organisers.MailboxOf(meeting.Organiser), meeting, transactionId, invited, cancellation);
    }

    /// <summary>What is not as the meeting says is put right: the time of an earlier attempt, the link that was not there yet.</summary>
    private async Task<CalendarEntry> FinishAsync(CalendarMeeting meeting, Event made, CancellationToken cancellation)
    {
        if (made.IsCancelled == true)
            throw new CalendarUnavailableException($"The event of meeting {meeting.Id} was cancelled and cannot be made again.");
        var mailbox = organisers.MailboxOf(meeting.Organiser);
        var entry = MeetingEvent.Read(made);
        if (entry.Start != meeting.Start || entry.End != meeting.End())
            entry = MeetingEvent.Read(await events.MoveAsync(mailbox, entry.EventId, meeting, cancellation)
                ?? throw new CalendarUnavailableException($"The event of meeting {meeting.Id} went away while it was moved."));
        if (meeting.Mode != MeetingMode.Teams || entry.JoinUrl is not null) return entry;

        // Some organisers get an ordinary event in place of an online one: no licence for Teams, or a policy.
        await calls.WaitAsync(LinkTakes, cancellation);
        if (await events.GetAsync(mailbox, entry.EventId, cancellation) is { } again && MeetingEvent.JoinUrl(again) is { } link)
            return entry with { JoinUrl = link };
        Log.NoLink(logger, meeting.Id);
        return entry;
    }

    private static partial class Log
    {
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
