using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

/// <summary>Meetings as events in Microsoft 365. Exchange sends the invitations, updates and cancellations itself.</summary>
internal sealed partial class GraphCalendar(
    GraphConnection connection, GraphCalls calls, IMailboxes mailboxes, IOptions<CalendarOptions> options, ILogger<GraphCalendar> logger) : ICalendar
{
    /// <summary>Teams adds its link a moment after the event is made.</summary>
    private static readonly TimeSpan LinkTakes = TimeSpan.FromSeconds(2);

    private readonly GraphServiceClient graph = connection.Client;
    private readonly Organisers organisers = new(options.Value);

    public async Task<IReadOnlyDictionary<PersonId, FreeBusy>> FreeBusyAsync(
        IReadOnlyCollection<PersonId> people, Interval window, CancellationToken cancellation)
    {
        // One after the other: what stands behind the port may be a database connection.
        var found = new List<(PersonId, Mailbox?)>();
        foreach (var person in people.Distinct())
            found.Add((person, await mailboxes.FindAsync(person, cancellation)));
        return await new GraphFreeBusy(graph, calls, organisers, logger).ReadAsync(found, window, cancellation);
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
        var moved = eventId.Length == 0 ? null : await PatchTimeAsync(mailbox, eventId, meeting, cancellation);
        if (moved is not { IsCancelled: not true })
            moved = await FindByTagAsync(mailbox, meeting.Id, cancellation)
                ?? await CreateAsync(meeting, MeetingEvent.SecondTransactionId(meeting), cancellation);
        return await FinishAsync(meeting, moved, cancellation);
    }

    public async Task CancelAsync(MeetingId meeting, PersonId organiser, string eventId, CancellationToken cancellation)
    {
        var mailbox = organisers.MailboxOf(organiser);
        var id = eventId.Length > 0 ? eventId : (await FindByTagAsync(mailbox, meeting, cancellation))?.Id;
        if (id is null) return;
        await calls.RunAsync(mailbox, "cancel event", async token =>
        {
            try
            {
                await graph.Users[mailbox].Events[id].Cancel.PostAsync(new(), cancellationToken: token);
            }
            catch (ApiException e) when (e.IsGone())
            {
                Log.AlreadyGone(logger, meeting);
            }
        }, cancellation);
    }

    public async Task<CalendarEntry?> ReadBackAsync(
        MeetingId meeting, PersonId organiser, string eventId, CancellationToken cancellation)
    {
        var mailbox = organisers.MailboxOf(organiser);
        var found = eventId.Length == 0
            ? await FindByTagAsync(mailbox, meeting, cancellation)
            : await GetAsync(mailbox, eventId, cancellation);
        return found is { IsCancelled: not true } ? MeetingEvent.Read(found) : null;
    }

    /// <summary>Makes the event; or gives the one that an earlier attempt made, which Graph tells in three different ways.</summary>
    private async Task<Event> CreateAsync(CalendarMeeting meeting, string transactionId, CancellationToken cancellation)
    {
        var mailbox = organisers.MailboxOf(meeting.Organiser);
        var invited = await InvitedAsync(meeting, cancellation);
        string? existing = null;
        var made = await calls.RunAsync(mailbox, "create event", async token =>
        {
            try
            {
                return await graph.Users[mailbox].Events.PostAsync(
                    MeetingEvent.ToCreate(meeting, transactionId, invited), cancellationToken: token);
            }
            catch (ApiException e) when (e.IsDuplicate())
            {
                existing = e.ExistingEventId();
                var request = e.RequestId();
                Log.MadeBefore(logger, meeting.Id, request);
                return null;
            }
        }, cancellation);
        made ??= existing is null ? null : await GetAsync(mailbox, existing, cancellation);
        // Reads may lag behind: when neither shows it yet, a second event would be worse than a later try.
        return made ?? await FindByTagAsync(mailbox, meeting.Id, cancellation)
            ?? throw new CalendarUnavailableException($"Graph has an event of meeting {meeting.Id} but does not show it yet.");
    }

    private async Task<List<Mailbox>> InvitedAsync(CalendarMeeting meeting, CancellationToken cancellation)
    {
        var invited = new List<Mailbox>();
        foreach (var person in meeting.Others.Prepend(meeting.Organiser).Distinct())
        {
            var mailbox = await mailboxes.FindAsync(person, cancellation);
            if (mailbox is null) Log.NoMailbox(logger, person, meeting.Id);
            else if (!organisers.Is(person, meeting.Organiser, mailbox.Address)) invited.Add(mailbox);
        }

        return invited;
    }

    /// <summary>What is not as the meeting says is put right: the time of an earlier attempt, the link that was not there yet.</summary>
    private async Task<CalendarEntry> FinishAsync(CalendarMeeting meeting, Event made, CancellationToken cancellation)
    {
        if (made.IsCancelled == true)
            throw new CalendarUnavailableException($"The event of meeting {meeting.Id} was cancelled in the calendar and cannot be made again.");
        var mailbox = organisers.MailboxOf(meeting.Organiser);
        var entry = MeetingEvent.Read(made);
        if (entry.Start != meeting.Start || entry.End != meeting.End())
        {
            made = await PatchTimeAsync(mailbox, entry.EventId, meeting, cancellation)
                ?? throw new CalendarUnavailableException($"The event of meeting {meeting.Id} went away while it was moved.");
            entry = MeetingEvent.Read(made);
        }

        if (meeting.Mode != MeetingMode.Teams || entry.JoinUrl is not null) return entry;
        await calls.WaitAsync(LinkTakes, cancellation);
        if (await GetAsync(mailbox, entry.EventId, cancellation) is { } again && MeetingEvent.JoinUrl(again) is { } link)
            return entry with { JoinUrl = link };
        Log.NoLink(logger, meeting.Id);
        return entry;
    }

    private Task<Event?> GetAsync(string mailbox, string id, CancellationToken cancellation) =>
        calls.RunAsync(mailbox, "read event", async token =>
        {
            try
            {
                return await graph.Users[mailbox].Events[id].GetAsync(r => r.QueryParameters.Select = MeetingEvent.Fields, token);
            }
            catch (ApiException e) when (e.IsGone())
            {
                return null;
            }
        }, cancellation);

    private Task<Event?> PatchTimeAsync(string mailbox, string id, CalendarMeeting meeting, CancellationToken cancellation) =>
        calls.RunAsync(mailbox, "move event", async token =>
        {
            try
            {
                return await graph.Users[mailbox].Events[id].PatchAsync(MeetingEvent.ToMove(meeting), cancellationToken: token);
            }
            catch (ApiException e) when (e.IsGone())
            {
                return null;
            }
        }, cancellation);

    private Task<Event?> FindByTagAsync(string mailbox, MeetingId meeting, CancellationToken cancellation) =>
        calls.RunAsync(mailbox, "find event", async token =>
        {
            var page = await graph.Users[mailbox].Events.GetAsync(r =>
            {
                r.QueryParameters.Filter = MeetingEvent.FilterFor(meeting);
                r.QueryParameters.Select = MeetingEvent.Fields;
            }, token);
            return page?.Value?.Find(e => e.IsCancelled != true);
        }, cancellation);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Graph: the event of meeting {Meeting} exists already; request {RequestId}")]
        public static partial void MadeBefore(ILogger logger, MeetingId meeting, string? requestId);

        [LoggerMessage(Level = LogLevel.Information, Message = "Graph: the event of meeting {Meeting} was gone before it was cancelled")]
        public static partial void AlreadyGone(ILogger logger, MeetingId meeting);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Graph: no Teams link for meeting {Meeting}; the organiser may lack a Teams licence")]
        public static partial void NoLink(ILogger logger, MeetingId meeting);

        [LoggerMessage(Level = LogLevel.Information, Message = "Graph: {Person} has no mailbox and gets no invitation to meeting {Meeting}")]
        public static partial void NoMailbox(ILogger logger, PersonId person, MeetingId meeting);
    }
}
