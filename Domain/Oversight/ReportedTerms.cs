using NodaTime;
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

    public async Task<IReadOnlyList<SupportRequest>> RequestsAsync() =>
        [.. (await turn.Stores.RequestsMadeAsync(Since, Everything)).Where(request => request.Programme.Id == programme.Id)];

    private Instant Start(Term term) => term.Dates.Start.AtStartOfDayInZone(programme.Zone).ToInstant();
}
