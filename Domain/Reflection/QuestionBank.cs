using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Reflection;

/// <summary>Open questions that a supporter may ask, by phase of a conversation or cycle. They hold no advice.</summary>
public sealed record QuestionBank(string Id, int Version, IReadOnlyList<QuestionPhase> Phases)
{
    /// <summary>
    /// A question to bring to a meeting: of the stage that the cycle is in where the programme uses it, the next one after the last. Before a
    /// meeting it is one about what the learning changes in practice (S0-22).
    /// </summary>
    /// <param name="phases">Those that the programme uses; empty: all.</param>
    /// <param name="last">Id of the question asked last; null: none.</param>
    /// <returns>Null when the bank has none for the programme.</returns>
    public BankQuestion? ToBring(IReadOnlyList<string> phases, CycleStage stage, bool impact, string? last)
    {
        var usable = Phases.Where(phase => phase.Stage is not null && (phases.Count == 0 || phases.Contains(phase.Id))).ToList();
        var here = usable.Where(phase => phase.Stage == stage).SelectMany(phase => phase.Questions).ToList();
        var all = usable.SelectMany(phase => phase.Questions).ToList();
        List<BankQuestion>[] choices = impact
            ? [[.. here.Where(IsImpact)], [.. all.Where(IsImpact)], here, all]
            : [[.. here.Where(question => question.Use is null)], [.. all.Where(question => question.Use is null)], all];
        foreach (var choice in choices.Where(choice => choice.Exists(question => question.Id != last)))
        {
            var at = choice.FindIndex(question => question.Id == last);
            return choice[(at + 1) % choice.Count];
        }

        return all.FirstOrDefault();
    }

    /// <summary>A question to start an entry of a journal from; null when the bank has none.</summary>
    public BankQuestion? ForJournal() => Phases.SelectMany(phase => phase.Questions).FirstOrDefault(question => question.Use == QuestionUse.Journal);

    private static bool IsImpact(BankQuestion question) => question.Use == QuestionUse.Impact;
}

/// <summary>How far a cycle has come.</summary>
public enum CycleStage
{
    Beginning,
    Middle,
    End,
}

public enum QuestionUse
{
    /// <summary>About what the learning changes in practice.</summary>
    Impact,

    /// <summary>To write from.</summary>
    Journal,
}

/// <param name="When">In which minutes or for what the questions are.</param>
/// <param name="Stage">Stage of a cycle in which its questions are worth bringing; null: they belong to the first minutes of any meeting.</param>
public sealed record QuestionPhase(string Id, string Label, string When, CycleStage? Stage, IReadOnlyList<BankQuestion> Questions);

/// <param name="Use">Null: none in particular.</param>
public sealed record BankQuestion(string Id, LocalText Text, QuestionUse? Use = null);
