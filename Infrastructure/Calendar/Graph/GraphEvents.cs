using Microsoft.Graph;
using Microsoft.Graph.Models;
using Attendee = Microsoft.Graph.Models.Attendee;
using Microsoft.Kiota.Abstractions;
using NodaTime;
using NodaTime.Text;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

/// <summary>The requests about events. Each body is made inside the attempt; an event that is gone is null, not an error.</summary>
internal sealed class GraphEvents(GraphServiceClient graph, GraphCalls calls)
{
    /// <summary>As many as Graph allows: a term of a busy mailbox comes in one answer.</summary>
    private const int MostInPage = 1000;
    private const int MostPages = 100;

    /// <summary>The event, made now or by an earlier attempt: Graph tells that by the event, by its id or by a refusal alone.</summary>
    public async Task<Event> CreateAsync(
        string mailbox, CalendarMeeting meeting, string transactionId, IReadOnlyList<Mailbox> invited, CancellationToken cancellation)
    {
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
                return null;
            }
        }, cancellation);
        made ??= existing is null ? null : await GetAsync(mailbox, existing, cancellation);
        // Reads may lag behind: when neither shows it yet, a second event would be worse than a later try.
        return made ?? await FindAsync(mailbox, meeting.Id, cancellation)
            ?? throw new CalendarUnavailableException($"Graph has an event of meeting {meeting.Id} but does not show it yet.");
    }

    public Task<Event?> GetAsync(string mailbox, string id, CancellationToken cancellation) =>
        calls.RunAsync(mailbox, "read event", token => OrGoneAsync(() =>
            graph.Users[mailbox].Events[id].GetAsync(r => r.QueryParameters.Select = MeetingEvent.Fields, token)), cancellation);

    public Task<Event?> MoveAsync(string mailbox, string id, CalendarMeeting meeting, CancellationToken cancellation) =>
        calls.RunAsync(mailbox, "move event", token => OrGoneAsync(() =>
            graph.Users[mailbox].Events[id].PatchAsync(MeetingEvent.ToMove(meeting), cancellationToken: token)), cancellation);

    /// <summary>Only those whom it takes out or brings in hear of it: everybody else keeps event and link.</summary>
    public Task<Event?> InviteAsync(string mailbox, string id, IReadOnlyList<Attendee> attendees, CancellationToken cancellation) =>
        calls.RunAsync(mailbox, "change attendees", token => OrGoneAsync(() =>
            graph.Users[mailbox].Events[id].PatchAsync(MeetingEvent.ToInvite(attendees), cancellationToken: token)), cancellation);

    public Task<Event?> PutOnlineAsync(string mailbox, string id, CancellationToken cancellation) =>
        calls.RunAsync(mailbox, "put event online", token => OrGoneAsync(() =>
            graph.Users[mailbox].Events[id].PatchAsync(MeetingEvent.ToPutOnline(), cancellationToken: token)), cancellation);

    /// <summary>Ids and marks of what stands in the mailbox's calendar in the window. Neither titles nor times are asked for.</summary>
    /// <remarks>Not filtered by our tag: calendarView has answered 500 to that.</remarks>
    public async Task<Dictionary<string, string?>> ViewAsync(string mailbox, Interval window, CancellationToken cancellation)
    {
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        string? next = null;
        for (var pages = 0; pages == 0 || next is not null; pages++)
        {
            if (pages == MostPages) throw new GraphAnswerException("a calendar view without end");
            var page = await calls.RunAsync(mailbox, "read calendar view", token => next is null
                ? graph.Users[mailbox].CalendarView.GetAsync(r =>
                {
                    r.QueryParameters.StartDateTime = InstantPattern.General.Format(window.Start);
                    r.QueryParameters.EndDateTime = InstantPattern.General.Format(window.End);
                    r.QueryParameters.Select = MeetingEvent.FieldsOfOthers;
                    r.QueryParameters.Top = MostInPage;
                }, token)
                : graph.Users[mailbox].CalendarView.WithUrl(next).GetAsync(cancellationToken: token), cancellation);
            foreach (var e in page?.Value ?? throw new GraphAnswerException("a calendar view without value"))
                if (e is { Id: { } id, IsCancelled: not true })
                    found[id] = MeetingEvent.Mark(e);
            next = page.OdataNextLink;
        }

        return found;
    }

    /// <summary>By the tag that every event of this bot carries; cancelled ones do not count.</summary>
    public Task<Event?> FindAsync(string mailbox, MeetingId meeting, CancellationToken cancellation) =>
        calls.RunAsync(mailbox, "find event", async token =>
        {
            var page = await graph.Users[mailbox].Events.GetAsync(r =>
            {
                r.QueryParameters.Filter = MeetingEvent.FilterFor(meeting);
                r.QueryParameters.Select = MeetingEvent.Fields;
            }, token);
            return page?.Value?.Find(e => e.IsCancelled != true);
        }, cancellation);

    /// <summary>False when it was gone already.</summary>
    public Task<bool> CancelAsync(string mailbox, string id, CancellationToken cancellation) =>
        calls.RunAsync(mailbox, "cancel event", async token =>
        {
            try
            {
                await graph.Users[mailbox].Events[id].Cancel.PostAsync(new(), cancellationToken: token);
                return true;
            }
            catch (ApiException e) when (e.IsGone())
            {
                return false;
            }
        }, cancellation);

    private static async Task<Event?> OrGoneAsync(Func<Task<Event?>> call)
    {
        try
        {
            return await call();
        }
        catch (ApiException e) when (e.IsGone())
        {
            return null;
        }
    }
}
