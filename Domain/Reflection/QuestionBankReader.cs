using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Reflection;

internal static class QuestionBankReader
{
    private static readonly string[] OpenWords = ["what", "how", "which", "who", "whose", "when", "where"];

    /// <summary>Null when the file is faulty.</summary>
    public static QuestionBank? Read(InstrumentDocument document)
    {
        var root = document.Root;
        var phases = root.Children("phases").Select(Phase).ToList();
        root.ExpectDistinct(phases.Select(phase => phase.Id), "phases");
        root.ExpectDistinct(phases.SelectMany(phase => phase.Questions).Select(question => question.Id), "phases");
        var count = phases.Sum(phase => phase.Questions.Count);
        if (root.Whole("count") != count)
            document.Expect("count", $"the number of questions in the file, which is {count}");
        var bank = new QuestionBank(root.Text("id"), root.Whole("version"), phases);
        return document.IsFaulty ? null : bank;
    }

    private static QuestionPhase Phase(InstrumentDocument.Entry phase) =>
        new(phase.Text("id"), phase.Text("label"), phase.Text("when"), Word<CycleStage>(phase, "stage"), [.. phase.Children("questions").Select(Question)]);

    private static BankQuestion Question(InstrumentDocument.Entry question)
    {
        var words = question.Words("text");
        var text = words.In(LocalText.FallbackLocale);
        if (text.Length > 0 && !IsOpen(text))
            question.Document.Expect(
                $"{question.Path}.text", $"an open question: one that starts with {string.Join(", ", OpenWords)} and ends with \"?\"");
        return new(question.Text("id"), words, Word<QuestionUse>(question, "use"));
    }

    /// <summary>A word of a short list; null where it is left out.</summary>
    private static T? Word<T>(InstrumentDocument.Entry entry, string name)
        where T : struct, Enum
    {
        if (entry.OptionalText(name) is not { } word)
            return null;
        if (Enum.GetNames<T>().FirstOrDefault(one => one.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } known)
            return Enum.Parse<T>(known);
        entry.Document.Expect($"{entry.Path}.{name}", $"one of {string.Join(", ", Enum.GetNames<T>().Select(one => one.ToLowerInvariant()))}");
        return null;
    }

    /// <summary>Supporters ask open questions (S0-24); a bank that could be answered with yes would teach the opposite.</summary>
    private static bool IsOpen(string text) =>
        text.EndsWith('?') && OpenWords.Contains(text.Split(' ', 2)[0], StringComparer.OrdinalIgnoreCase);
}
