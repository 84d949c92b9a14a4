using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <param name="Most">Terms at once.</param>
/// <param name="Skip">Of the latest ones.</param>
public readonly record struct TermPage(int Most, int Skip = 0);

/// <summary>The terms that were last begun, and what falls into each. A break belongs to the term before it, so that nothing falls between two.</summary>
public sealed class ReportedTerms
{
    private const int Everything = 100_000;

    private readonly Turn turn;
    private readonly Programme programme;
    private readonly Instant[] starts;
    private readonly Instant until;

    public ReportedTerms(Turn turn, Programme programme, TermPage page)
    {
        (this.turn, this.programme) = (turn, programme);
        var today = turn.Now.InZone(programme.Zone).Date;

        // What is deleted for its age would be missing from an older one, and a count that shrinks tells what was in it.
        var kept = today.PlusDays(-programme.RetentionDays.PairingAfterClose);
        var begun = turn.Reference.Calendars.For(programme.Boundaries).Terms.Where(term => term.Dates.Start <= today && term.Dates.Start > kept).ToList();
        Terms = [.. begun.SkipLast(page.Skip).TakeLast(page.Most)];
        Earlier = begun.Count - page.Skip - Terms.Count;
        starts = [.. Terms.Select(Start)];
        until = begun.SkipLast(page.Skip).Count() is var there && there < begun.Count ? Start(begun[there]) : Instant.MaxValue;
    }

    public IReadOnlyList<Term> Terms { get; }

    /// <summary>How many there are before these.</summary>
    public int Earlier { get; }

    private Interval Since => new(starts.Length == 0 ? turn.Now : starts[0], turn.Now);

    /// <returns>-1 before the first of them and after the last.</returns>
    public int TermOf(Instant time) => time >= until ? -1 : Array.FindLastIndex(starts, start => start <= time);

    public async Task<IReadOnlyList<Cycle>> CyclesClosedAsync() =>
        [.. (await turn.Stores.CyclesClosedAsync(Since, Everything)).Where(cycle => cycle.Programme.Id == programme.Id)];

    public async Task<IReadOnlyList<Cycle>> CyclesAsync()
    {
        var cycles = (await CyclesClosedAsync()).ToList();
        foreach (var standing in Enum.GetValues<CycleStanding>())
            cycles.AddRange(await turn.Stores.CyclesStandingAsync(programme.Id, standing, 0, Everything));
        return cycles;
    }

    /// <summary>Whether somebody may have given feedback in these terms: it has ended in them, or somebody has left it before.</summary>
    public bool IsAskedAbout(Cycle cycle) => (cycle.ClosedAt is { } end && TermOf(end) >= 0) || cycle.Former is { Count: > 0 };

    /// <summary>
    /// What was given about a cycle, with the term that it counts in: the one in which the cycle ended, or, of somebody who had left a group
    /// before, the one in which they answered. So nothing moves to another term later, and what has lost its name is counted where it was.
    /// </summary>
    public async Task<IReadOnlyList<(int Term, CycleFeedback Feedback)>> FeedbackAsync(Cycle cycle) =>
    [
        .. (await turn.Stores.FeedbackOfAsync(cycle.Id)).Where(one => one.Standing == FeedbackStanding.Given)
            .Select(one => (TermOf(Instant.Min(one.GivenAt, cycle.ClosedAt ?? Instant.MaxValue)), one)),
    ];

    public async Task<IReadOnlyList<SupportRequest>> RequestsAsync() =>
        [.. (await turn.Stores.RequestsMadeAsync(Since, Everything)).Where(request => request.Programme.Id == programme.Id)];

    private Instant Start(Term term) => term.Dates.Start.AtStartOfDayInZone(programme.Zone).ToInstant();
}
