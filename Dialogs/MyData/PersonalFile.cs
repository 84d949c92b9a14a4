using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain.Oversight;

namespace PeerBot.Dialogs;

/// <summary>One value: a stable name for machines, a label and words for people.</summary>
/// <param name="Value">For machines; null where the words say it all.</param>
public sealed record FileField(string Key, string Label, string Words, string? Value = null);

/// <param name="Note">A sentence on what is in this part, or why it is not; null: nothing to say.</param>
public sealed record FileSection(string Key, string Title, IReadOnlyList<IReadOnlyList<FileField>> Items, string? Note = null);

/// <summary>
/// Everything that is held about one person, made from the stores when it is fetched and kept nowhere. Other people's words are not in
/// it, nor names that the person does not know already: what others said in confidence, a conflict that somebody declared, an ask that
/// has not reached them yet, what a partner has shared.
/// </summary>
/// <param name="SavePage">Words of the link that keeps the page.</param>
/// <param name="SaveJson">Words of the link that keeps it as JSON.</param>
/// <param name="Nothing">Stands in a part without anything.</param>
public sealed record PersonalFile(
    string Title, Instant MadeAt, IReadOnlyList<FileSection> Sections, string SavePage, string SaveJson, string Nothing, string Language)
{
    public static async Task<PersonalFile> ReadAsync(FlowContext context, FilePart part)
    {
        var (sections, texts) = (new FileSections(context), context.Texts);
        return new PersonalFile(
            part switch
            {
                FilePart.Journal => texts.Plain("File.JournalTitle"),
                FilePart.LearningRecord => texts.Plain("Record.File.Title", ("name", context.Me.Name)),
                _ => texts.Plain("File.Title", ("name", context.Me.Name)),
            },
            context.Now,
            part == FilePart.Journal ? [await sections.JournalAsync()] : part == FilePart.LearningRecord ? await sections.LearningRecordAsync() :
            [
                sections.Profile(), await sections.RequestsAsync(), await sections.CyclesAsync(), await sections.MeetingsAsync(), await sections.GroupsAsync(),
                await sections.JournalAsync(), await sections.NotesAsync(), await sections.SelfEvaluationsAsync(), await sections.FeedbackAsync(),
                await sections.FeedbackAboutAsync(), await sections.SupportAsync(), await sections.AsksAsync(), await sections.TasksAsync(),
                await sections.LooksAsync(), await sections.RightsAsync(), await sections.HeldAsync(), sections.LeftOut(),
            ],
            texts.Plain("File.SavePage"), texts.Plain("File.SaveJson"), texts.Plain("File.Nothing"), texts.Culture.TwoLetterISOLanguageName);
    }
}
