using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.Extensions;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

/// <summary>
/// What people did to meetings in Outlook. The organiser's calendar view tells which events are there unchanged; any other is looked at
/// itself. An event that answers by its id and is not in the calendar at its own time lies in the deleted items.
/// </summary>
internal sealed class GraphReadBack(GraphEvents events, MailboxViews shared, Organisers organisers, IMailboxes mailboxes, TimeProvider time)
{
    /// <summary>Longer than any cycle: the view that many cycles share covers each of them.</summary>
    private static readonly Duration Ahead = Duration.FromDays(400);

    /// <summary>Around an event, which may take no time at all.</summary>
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public async Task<Dictionary<MeetingId, EventNow>> ReadAsync(IReadOnlyCollection<KnownEvent> known, CancellationToken cancellation)
    {
        var changed = new Dictionary<MeetingId, EventNow>();
        foreach (var group in known.GroupBy(e => PlaceOf(e).Mailbox))
        {
            var window = new Interval(group.Min(e => e.Start), group.Max(e => e.End));
            var view = organisers.OneForAll == group.Key
                ? await shared.ReadAsync(group.Key, Shared(window), cancellation)
                : await events.ViewAsync(group.Key, window, cancellation);
            foreach (var one in group)
                if (PlaceOf(one).Id is { Length: > 0 } id && (!view.TryGetValue(id, out var mark) || mark is null || mark != one.Mark))
                    changed[one.Meeting] = await LookAsync(group.Key, id, one, cancellation);
        }

        return changed;
    }

    private EventPlace PlaceOf(KnownEvent known) => EventPlace.Of(known.EventId, organisers.MailboxOf(known.People));

    private async Task<EventNow> LookAsync(string mailbox, string id, KnownEvent known, CancellationToken cancellation)
    {
        var found = await events.GetAsync(mailbox, id, cancellation);
        if (found is not { IsCancelled: not true }) return new EventNow.Gone();
        var entry = MeetingEvent.Sound(MeetingEvent.Read(found));
        var there = await events.ViewAsync(mailbox, new Interval(entry.Start - Minute, entry.End + Minute), cancellation);
        return there.ContainsKey(entry.EventId)
            ? new EventNow.Stands(entry with { EventId = known.EventId }, await DeclinedAsync(found, known, cancellation))
            : new EventNow.Gone();
    }

    private async Task<IReadOnlyList<PersonId>> DeclinedAsync(Event found, KnownEvent known, CancellationToken cancellation)
    {
        var no = (found.Attendees ?? []).Where(a => a.Status?.Response == ResponseType.Declined).Select(a => a.EmailAddress?.Address)
            .OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var declined = new List<PersonId>();
        if (no.Count == 0) return declined;
        foreach (var person in known.People)
            if (await mailboxes.FindAsync(person, cancellation) is { } mailbox && no.Contains(mailbox.Address))
                declined.Add(person);
        return declined;
    }

    private Interval Shared(Interval window)
    {
        var today = time.GetUtcNow().ToInstant().InUtc().Date.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        return new Interval(Instant.Min(today, window.Start), Instant.Max(today + Ahead, window.End));
    }
}
