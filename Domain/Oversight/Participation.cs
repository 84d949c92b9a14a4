using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>What happened in one term. A figure of fewer than the programme's smallest is null: it could point at somebody.</summary>
/// <param name="DaysToYes">The median of working days from a request to its pair.</param>
/// <param name="Asked">People asked for feedback when a cycle in which they had met ended, or when they left a group.</param>
/// <param name="Answered">Those of them who gave it.</param>
/// <param name="Held">Meetings that took place; null also where fewer people than that were in them.</param>
public sealed record TermFigures(
    Term Term, int? Requests, int? DaysToYes, int? Started, int? Met, int? Completed, int? Asked, int? Answered, int? Held);

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
        var met = await HeldAsync(cycles);
        var (asked, answered) = await FeedbackAsync(time, met);
        var figures = new List<TermFigures>();
        for (var at = 0; at < time.Terms.Count; at++)
        {
            var made = requests.Where(request => time.TermOf(request.MadeAt) == at).ToList();
            var started = cycles.Where(cycle => time.TermOf(cycle.PairedAt) == at).ToList();
            var closed = cycles.Where(cycle => cycle.ClosedAt is { } end && time.TermOf(end) == at).ToList();
            figures.Add(new TermFigures(
                time.Terms[at], Shown(made.Count), DaysToYes(made, cycles), Shown(started.Count), Shown(started.Count(cycle => met[cycle].Count > 0)),
                Shown(closed.Count(cycle => cycle.Closed == CloseReason.Completed)), Shown(asked[at]), Shown(answered[at]),
                Held([.. met.Values.SelectMany(held => held).Where(one => time.TermOf(one.Start) == at)])));
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

    private async Task<(int[] Asked, int[] Answered)> FeedbackAsync(ReportedTerms time, Dictionary<Cycle, IReadOnlyList<Meeting>> met)
    {
        var (asked, answered) = (new int[time.Terms.Count], new int[time.Terms.Count]);
        foreach (var (cycle, held) in programme.Feedback.Enabled ? met.Where(one => one.Value.Count > 0 && time.IsAskedAbout(one.Key)) : [])
        {
            var given = await time.FeedbackAsync(cycle);
            foreach (var (term, _) in given.Where(one => one.Term >= 0))
            {
                asked[term]++;
                answered[term]++;
            }

            if (cycle.ClosedAt is { } end && time.TermOf(end) is >= 0 and var last)
            {
                var people = cycle.People.Concat((cycle.Former ?? []).Where(person => held.Any(meeting => meeting.People.Contains(person))));
                asked[last] += Math.Max(0, people.Count(person => FinishCycle.AsksFeedback(programme, cycle, person)) - given.Count);
            }
        }

        return (asked, answered);
    }

    private async Task<Dictionary<Cycle, IReadOnlyList<Meeting>>> HeldAsync(IEnumerable<Cycle> cycles)
    {
        var held = new Dictionary<Cycle, IReadOnlyList<Meeting>>(ReferenceEqualityComparer.Instance);
        foreach (var cycle in cycles)
        {
            held[cycle] = [.. (await stores.MeetingsAsync(cycle.Id)).Where(meeting => meeting.State == MeetingState.Held)];
        }

        return held;
    }

    /// <summary>Many meetings of a few people would point at them as a small number does.</summary>
    private int? Held(IReadOnlyList<Meeting> held) => held.SelectMany(meeting => meeting.People).Distinct().Count() < Least ? null : Shown(held.Count);

    private int? Shown(int count) => count < Least ? null : count;
}
