using System.Globalization;
using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Oversight;

/// <summary>How often each answer to one question was given.</summary>
/// <param name="Rows">A row for each term, a count for each option; null: fewer have answered than a report may show.</param>
public sealed record QuestionFigures(FeedbackQuestion Question, IReadOnlyList<ShownRow?> Rows);

/// <summary>What people said afterwards, by term, without who.</summary>
/// <param name="Comments">What was typed, in no order that tells anything; for the coordinator's screen alone. Empty where fewer people answered than a report may show.</param>
public sealed record QualityFigures(IReadOnlyList<Term> Terms, IReadOnlyList<QuestionFigures> Questions, IReadOnlyList<string> Comments);

/// <summary>Answers to the questions that have options, counted in the words of the options: no average, because words are not numbers.</summary>
/// <remarks>
/// Answers come into a row together, as many at once as a report may show at the least: who looks before and after somebody has answered
/// learns nothing of that one answer. Those that are too few for another round wait.
/// </remarks>
public sealed class Quality(Turn turn, Programme programme)
{
    private int Least => Math.Max(1, programme.Oversight.MinimumReportCount);

    public async Task<QualityFigures> ReadAsync(TermPage terms)
    {
        var time = new ReportedTerms(turn, programme, terms);
        var given = new List<(int Term, CycleFeedback Feedback)>();
        foreach (var cycle in (programme.Groups is null ? await time.CyclesClosedAsync() : await time.CyclesAsync()).Where(time.IsAskedAbout))
            given.AddRange((await time.FeedbackAsync(cycle)).Where(one => one.Term >= 0));

        given.Sort((one, other) => one.Feedback.GivenAt.CompareTo(other.Feedback.GivenAt) is var by and not 0 ? by
            : one.Feedback.Cycle.Value.CompareTo(other.Feedback.Cycle.Value));
        return new(
            time.Terms,
            [
                .. programme.Feedback.Questions.Where(question => IsCounted(question)).Select(question => new QuestionFigures(
                    question, [.. time.Terms.Select((_, term) => Row(question, [.. given.Where(one => one.Term == term).Select(one => one.Feedback)]))])),
            ],
            given.Count < Least ? [] : [.. Words(given.Select(one => one.Feedback))]);
    }

    private ShownRow? Row(FeedbackQuestion question, IReadOnlyList<CycleFeedback> given)
    {
        var chosen = given.Select(one => Chosen(question, one)).OfType<int>().ToList();
        var rounds = chosen.Count / Least;
        return rounds == 0 ? null : SmallNumbers.Hide([.. question.Options.Select((_, option) => chosen.Take(rounds * Least).Count(one => one == option))], Least);
    }

    private static int? Chosen(FeedbackQuestion question, CycleFeedback given) =>
        given.Answers.TryGetValue(question.Id, out var answer) && int.TryParse(answer, CultureInfo.InvariantCulture, out var option)
            && option >= 0 && option < question.Options.Count
            ? option
            : null;

    private static bool IsCounted(FeedbackQuestion question) =>
        question.Reportable && question.Type is QuestionType.Scale or QuestionType.Choice or QuestionType.YesNo && question.Options.Count > 0;

    private IEnumerable<string> Words(IEnumerable<CycleFeedback> given)
    {
        var typed = programme.Feedback.Questions.Where(question => question.Type == QuestionType.Text).Select(question => question.Id).ToList();
        return given.SelectMany(feedback => typed.Select(id => feedback.Answers.GetValueOrDefault(id)))
            .OfType<string>().Where(words => !string.IsNullOrWhiteSpace(words)).Order(StringComparer.Ordinal);
    }
}
