using System.Globalization;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The learning record: what somebody may show to others of their own learning. The peer stands in it by their own yes alone.</summary>
internal sealed partial class FileSections
{
    public async Task<IReadOnlyList<FileSection>> LearningRecordAsync()
    {
        var sections = new List<FileSection>();
        foreach (var cycle in (await context.Stores.CyclesOfAsync(context.Me.Id)).OrderBy(cycle => cycle.PairedAt))
        {
            var there = context.In(cycle.Programme);
            var held = (await context.Stores.MeetingsAsync(cycle.Id)).Where(meeting => meeting.WasHeldWith(context.Me.Id, cycle)).OrderBy(meeting => meeting.Start).ToList();
            var words = (await context.Stores.NotesOfAsync(context.Me.Id))
                .Where(note => note.Kind is NoteKind.Journal or NoteKind.Learned && note.Subject == cycle.Id.ToString()).ToList();
            var name = NameInRecord.IsNamed(cycle, context.Me.Id) ? await context.OthersAsync(cycle) : null;
            sections.Add(new FileSection(
                $"record-{sections.Count + 1}", there.Programme.Name.In(context.Me.Locale),
                [
                    .. name is null ? [] : new[] { Maybe("peer", "Record.File.Peer", name).ToList() },
                    .. held.Select(meeting => (IReadOnlyList<FileField>)
                    [
                        Day("date", "Record.File.Date", context.Local(meeting.Start).Date),
                        Text("minutes", "File.Minutes", meeting.Minutes.ToString(CultureInfo.InvariantCulture)),
                    ]),
                    .. words.Select(note => (IReadOnlyList<FileField>)
                    [
                        .. note.WrittenAt is { } at ? [Day("writtenOn", "Record.File.WrittenOn", context.Local(at).Date)] : Array.Empty<FileField>(),
                        Own("words", "Record.File.Words", note.Text),
                    ]),
                ],
                TakeRecordFlow.HowOften(held, there.Texts)));
        }

        return sections;
    }

    private FileField Day(string key, string label, LocalDate day) => MaybeDay(key, label, day).Single();
}
