using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>What happened in one term. A figure of fewer than the programme's smallest is null: it could point at somebody.</summary>
public sealed record TermFigures(Term Term, int? Requests, int? Started, int? Met, int? Completed);

/// <summary>Requests, cycles started, met and completed by term, for the two terms that were last begun.</summary>
public sealed class Participation(Turn turn, Programme programme)
{
    private const int Terms = 2;
    private const int Everything = 100_000;

    private readonly IStores stores = turn.Stores;

    public async Task<IReadOnlyList<TermFigures>> ReadAsync()
    {
        var today = turn.Now.InZone(programme.Zone).Date;
        var terms = turn.Reference.Calendars.For(programme.Boundaries).Terms.Where(term => term.Dates.Start <= today).TakeLast(Terms).ToList();
        if (terms.Count == 0)
        {
            return [];
        }

        var since = new Interval(Start(terms[0].Dates.Start), turn.Now);
        var requests = (await stores.RequestsMadeAsync(since, Everything)).Where(request => request.Programme.Id == programme.Id).ToList();
        var cycles = (await stores.CyclesClosedAsync(since, Everything)).Where(cycle => cycle.Programme.Id == programme.Id).ToList();
        foreach (var standing in Enum.GetValues<CycleStanding>())
        {
            cycles.AddRange(await stores.CyclesStandingAsync(programme.Id, standing, 0, Everything));
        }

        var figures = new List<TermFigures>();
        for (var at = 0; at < terms.Count; at++)
        {
            // A break belongs to the term before it, so that nothing falls between two.
            var next = at + 1 < terms.Count ? Start(terms[at + 1].Dates.Start) : Instant.MaxValue;
            var time = new Interval(Start(terms[at].Dates.Start), next);
            var started = cycles.Where(cycle => time.Contains(cycle.PairedAt)).ToList();
            figures.Add(new TermFigures(
                terms[at], Shown(requests.Count(request => time.Contains(request.MadeAt))), Shown(started.Count), Shown(await MetAsync(started)),
                Shown(cycles.Count(cycle => cycle is { Closed: CloseReason.Completed, ClosedAt: { } closed } && time.Contains(closed)))));
        }

        return figures;
    }

    private async Task<int> MetAsync(IEnumerable<Cycle> cycles)
    {
        var met = 0;
        foreach (var cycle in cycles)
        {
            met += (await stores.MeetingsAsync(cycle.Id)).Any(meeting => meeting.State == MeetingState.Held) ? 1 : 0;
        }

        return met;
    }

    private int? Shown(int count) => count < programme.Oversight.MinimumReportCount ? null : count;

    private Instant Start(LocalDate day) => day.AtStartOfDayInZone(programme.Zone).ToInstant();
}
