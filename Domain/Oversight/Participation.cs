using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>What happened in one term. A figure of fewer than the programme's smallest is null: it could point at somebody.</summary>
/// <param name="DaysToYes">The median of working days from a request to its pair.</param>
/// <param name="Asked">People asked for feedback when a cycle in which they had met ended.</param>
/// <param name="Answered">Those of them who gave it.</param>
public sealed record TermFigures(Term Term, int? Requests, int? DaysToYes, int? Started, int? Met, int? Completed, int? Asked, int? Answered);

/// <summary>Requests, how soon somebody said yes, cycles started, met and completed, and feedback, for the terms that were last begun.</summary>
public sealed class Participation(Turn turn, Programme programme)
{
    private readonly IStores stores = turn.Stores;
    private readonly WorkingDays days = new(programme.Boundaries, turn.Reference.Calendars.For(programme.Boundaries));

    private int Least => programme.Oversight.MinimumReportCount;

    public async Task<IReadOnlyList<TermFigures>> ReadAsync(TermPage terms)
    {
        var time = new ReportedTerms(turn, programme, terms);
        if (time.Terms.Count == 0)
        {
            return [];
        }

        var (requests, cycles) = (await time.RequestsAsync(), await time.CyclesAsync());
        var figures = new List<TermFigures>();
        for (var at = 0; at < time.Terms.Count; at++)
        {
            var made = requests.Where(request => time.TermOf(request.MadeAt) == at).ToList();
            var started = cycles.Where(cycle => time.TermOf(cycle.PairedAt) == at).ToList();
            var closed = cycles.Where(cycle => cycle.ClosedAt is { } end && time.TermOf(end) == at).ToList();
            var (asked, answered) = await FeedbackAsync(closed);
            figures.Add(new TermFigures(
                time.Terms[at], Shown(made.Count), DaysToYes(made, cycles), Shown(started.Count), Shown(await MetAsync(started)),
                Shown(closed.Count(cycle => cycle.Closed == CloseReason.Completed)), Shown(asked), Shown(answered)));
        }

        return figures;
    }

    /// <summary>Null when fewer requests have led to a pair than a report may show.</summary>
    private int? DaysToYes(IReadOnlyList<SupportRequest> made, IReadOnlyList<Cycle> cycles)
    {
        var waits = made
            .GroupJoin(cycles, request => request.Id, cycle => cycle.Request, (request, pairs) => (request.MadeAt, Pairs: pairs.ToList()))
            .Where(one => one.Pairs.Count > 0).Select(one => Days(one.MadeAt, one.Pairs.Min(cycle => cycle.PairedAt)))
            .Order().ToList();
        return waits.Count < Least ? null : waits[(waits.Count - 1) / 2];
    }

    private int Days(Instant from, Instant until)
    {
        var (first, last) = (from.InZone(programme.Zone).Date, until.InZone(programme.Zone).Date);
        var counted = 0;
        for (var day = first.PlusDays(1); day <= last; day = day.PlusDays(1))
        {
            counted += days.Include(day) ? 1 : 0;
        }

        return counted;
    }

    private async Task<(int Asked, int Answered)> FeedbackAsync(IEnumerable<Cycle> closed)
    {
        var (asked, answered) = (0, 0);
        foreach (var cycle in closed)
        {
            if (!programme.Feedback.Enabled || !await HaveMetAsync(cycle))
            {
                continue;
            }

            foreach (var person in Quality.Asked(programme, cycle))
            {
                asked++;
                answered += await stores.FeedbackAsync(cycle.Id, person) is { Standing: FeedbackStanding.Given } ? 1 : 0;
            }
        }

        return (asked, answered);
    }

    private async Task<int> MetAsync(IEnumerable<Cycle> cycles)
    {
        var met = 0;
        foreach (var cycle in cycles)
        {
            met += await HaveMetAsync(cycle) ? 1 : 0;
        }

        return met;
    }

    private async Task<bool> HaveMetAsync(Cycle cycle) => (await stores.MeetingsAsync(cycle.Id)).Any(meeting => meeting.State == MeetingState.Held);

    private int? Shown(int count) => count < Least ? null : count;
}
