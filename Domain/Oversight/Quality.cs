using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>How often each answer to one question was given.</summary>
/// <param name="Counts">A row for each term, a cell for each option; null: hidden.</param>
public sealed record QuestionFigures(FeedbackQuestion Question, IReadOnlyList<IReadOnlyList<int?>> Counts);

/// <summary>What people said afterwards, by term, without who.</summary>
/// <param name="Comments">What was typed, in no order that tells anything; for the coordinator's screen alone. Empty where fewer people answered than a report may show.</param>
public sealed record QualityFigures(IReadOnlyList<Term> Terms, IReadOnlyList<QuestionFigures> Questions, IReadOnlyList<string> Comments);

/// <summary>Answers to the questions that have options, counted in the words of the options: no average, because words are not numbers.</summary>
public sealed class Quality(Turn turn, Programme programme)
{
    public async Task<QualityFigures> ReadAsync(int terms)
    {
        var time = new ReportedTerms(turn, programme, terms);
        var given = new List<(int Term, CycleFeedback Feedback)>();
        foreach (var cycle in await time.CyclesClosedAsync())
        {
            foreach (var person in Asked(programme, cycle))
            {
                if (await turn.Stores.FeedbackAsync(cycle.Id, person) is { Standing: FeedbackStanding.Given } feedback)
                    given.Add((time.TermOf(cycle.ClosedAt!.Value), feedback));
            }
        }

        var least = programme.Oversight.MinimumReportCount;
        return new(
            time.Terms,
            [.. programme.Feedback.Questions.Where(question => IsCounted(question)).Select(question => new QuestionFigures(question, SmallNumbers.Hide(Count(question), least)))],
            given.Count < least ? [] : [.. Words(given.Select(one => one.Feedback))]);

        IReadOnlyList<IReadOnlyList<int>> Count(FeedbackQuestion question) =>
        [
            .. time.Terms.Select((_, term) => (IReadOnlyList<int>)
            [
                .. question.Options.Select((_, option) => given.Count(one =>
                    one.Term == term && one.Feedback.Answers.TryGetValue(question.Id, out var answer)
                    && int.TryParse(answer, System.Globalization.CultureInfo.InvariantCulture, out var chosen) && chosen == option)),
            ]),
        ];
    }

    /// <summary>Who was asked about a cycle that has ended.</summary>
    internal static IEnumerable<PersonId> Asked(Programme programme, Cycle cycle) =>
        cycle.People.Where(person => FinishCycle.AsksFeedback(programme, cycle, person));

    private static bool IsCounted(FeedbackQuestion question) =>
        question.Reportable && question.Type is QuestionType.Scale or QuestionType.Choice or QuestionType.YesNo && question.Options.Count > 0;

    private IEnumerable<string> Words(IEnumerable<CycleFeedback> given)
    {
        var typed = programme.Feedback.Questions.Where(question => question.Type == QuestionType.Text).Select(question => question.Id).ToList();
        return given.SelectMany(feedback => typed.Select(id => feedback.Answers.GetValueOrDefault(id)))
            .OfType<string>().Where(words => !string.IsNullOrWhiteSpace(words)).Order(StringComparer.Ordinal);
    }
}

/// <summary>The terms that were last begun, and what falls into each. A break belongs to the term before it, so that nothing falls between two.</summary>
internal sealed class ReportedTerms
{
    private const int Everything = 100_000;

    private readonly Turn turn;
    private readonly Programme programme;
    private readonly Instant[] starts;

    public ReportedTerms(Turn turn, Programme programme, int most)
    {
        (this.turn, this.programme) = (turn, programme);
        var today = turn.Now.InZone(programme.Zone).Date;
        Terms = [.. turn.Reference.Calendars.For(programme.Boundaries).Terms.Where(term => term.Dates.Start <= today).TakeLast(most)];
        starts = [.. Terms.Select(term => term.Dates.Start.AtStartOfDayInZone(programme.Zone).ToInstant())];
    }

    public IReadOnlyList<Term> Terms { get; }

    private Interval Since => new(starts.Length == 0 ? turn.Now : starts[0], turn.Now);

    /// <returns>-1 before the first of them.</returns>
    public int TermOf(Instant time) => Array.FindLastIndex(starts, start => start <= time);

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
}
