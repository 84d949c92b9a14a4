using System.Globalization;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>What the reader wrote for themselves, and feedback.</summary>
internal sealed partial class FileSections
{
    public async Task<FileSection> JournalAsync() => new("journal", texts.Plain("File.Journal"),
    [
        .. (await context.Stores.NotesOfAsync(context.Me.Id)).Where(note => note.Kind == NoteKind.Journal)
            .Select(note => (IReadOnlyList<FileField>)[Own("entry", "File.Entry", note.Text), .. Shared(note.Shared)]),
    ]);

    public async Task<FileSection> NotesAsync() => new("notes", texts.Plain("File.Notes"),
    [
        .. (await context.Stores.NotesOfAsync(context.Me.Id)).Where(note => note.Kind != NoteKind.Journal)
            .Select(note => (IReadOnlyList<FileField>)[Word("kind", "File.Kind", note.Kind), Own("note", "File.Note", note.Text), .. Shared(note.Shared)]),
    ]);

    public async Task<FileSection> SelfEvaluationsAsync()
    {
        var items = new List<IReadOnlyList<FileField>>();
        foreach (var evaluation in await context.Stores.SelfEvaluationsOfAsync(context.Me.Id))
        {
            var instrument = context.Turn.Reference.Library.Instruments.GetValueOrDefault(evaluation.InstrumentId);
            items.Add(
            [
                Word("occasion", "File.Occasion", evaluation.Occasion), At("updatedAt", "File.UpdatedAt", evaluation.UpdatedAt),
                .. evaluation.Name is { } name ? [Own("name", "File.TypedName", name)] : Array.Empty<FileField>(),
                .. MaybeDay("dateCompleted", "File.TypedDate", evaluation.DateCompleted),
                .. evaluation.Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => new FileField(
                    answer.Key, Statement(answer.Key), instrument?.LabelOf(answer.Value) ?? answer.Value.ToString(), answer.Value.ToString())),
                .. evaluation.Evidence.Select(entry => new FileField(
                    "evidence." + entry.Key, instrument?.Section(entry.Key) is { } section ? $"{section.Title}: {section.EvidencePrompt}" : entry.Key, entry.Value)),
                .. Shared(evaluation.Shared),
            ]);

            string Statement(string id) => instrument?.SectionOf(id) is { } section
                ? $"{section.Stem} {section.Statements.First(one => one.Id == id).DisplayText}"
                : id;
        }

        return new FileSection("selfEvaluations", texts.Plain("File.SelfEvaluations"), items);
    }

    public async Task<FileSection> FeedbackAsync()
    {
        var items = new List<IReadOnlyList<FileField>>();
        foreach (var given in await context.Stores.FeedbackFromAsync(context.Me.Id))
        {
            var cycle = await context.Stores.CycleAsync(given.Cycle);
            items.Add(
            [
                .. cycle is null ? [] : new[] { Text("about", "File.About", await context.OthersAsync(cycle)) },
                At("givenAt", "File.GivenAt", given.GivenAt), Word("standing", "File.State", given.Standing), Word("permission", "File.Permission", given.Permission),
                .. Answers(given, cycle), .. given.Message is { } message ? [Own("message", "File.Message", message)] : Array.Empty<FileField>(),
            ]);
        }

        return new FileSection("feedback", texts.Plain("File.Feedback"), items);
    }

    /// <summary>What others said about the reader, as far as they allow the reader to see it.</summary>
    public async Task<FileSection> FeedbackAboutAsync()
    {
        var items = new List<IReadOnlyList<FileField>>();
        foreach (var cycle in (await context.Stores.CyclesOfAsync(context.Me.Id)).Where(cycle => !cycle.IsGroup))
        {
            if (await context.Stores.FeedbackAsync(cycle.Id, cycle.Other(context.Me.Id)) is { Permission: not Permission.No, Standing: FeedbackStanding.Given } given)
            {
                items.Add(
                [
                    Text("from", "File.From", await context.NameAsync(given.From)), .. given.Permission == Permission.All ? Answers(given, cycle) : [],
                    .. given.Message is { } message ? [Own("message", "File.Message", message)] : Array.Empty<FileField>(),
                ]);
            }
        }

        return new FileSection("feedbackAboutYou", texts.Plain("File.FeedbackAbout"), items);
    }

    private IEnumerable<FileField> Answers(CycleFeedback given, Cycle? cycle)
    {
        var questions = cycle is null ? [] : context.Turn.Programme(cycle.Programme).Feedback.Questions;
        foreach (var (id, answer) in given.Answers)
        {
            var question = questions.FirstOrDefault(one => one.Id == id);
            yield return new FileField(
                id, question?.Text.In(context.Me.Locale) ?? id,
                question is { Type: not QuestionType.Text } && int.TryParse(answer, CultureInfo.InvariantCulture, out var at) && at >= 0 && at < question.Options.Count
                    ? question.Options[at].In(context.Me.Locale)
                    : answer,
                answer);
        }
    }

    /// <summary>The reader's own words, letter by letter.</summary>
    private FileField Own(string key, string label, string words) => new(key, texts.Plain(label), words);

    private FileField[] Shared(bool shared) => shared ? [Text("shared", "File.Shared", texts.Plain("File.SharedWithPartner"))] : [];
}
