using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards of a group's sessions, for one of its members, drawn from what stands now.</summary>
internal static class SessionCards
{
    /// <summary>What a card about this session shows beside its time; null for two who meet.</summary>
    public static async Task<SessionNotes?> NotesAsync(Meeting meeting, Cycle cycle, FlowContext context)
    {
        if (await context.Stores.GroupAsync(GroupId.Of(cycle.Id)) is not { } group || !cycle.IsGroup)
        {
            return null;
        }

        var meetings = await context.Stores.MeetingsAsync(cycle.Id);
        var session = GroupSession.Of(cycle, meetings, meeting);
        var agenda = new List<string>();
        foreach (var item in GroupSession.Agenda(await context.Stores.NotesAsync(NoteKind.ShareItem, cycle.Id.ToString()), meetings, meeting))
        {
            agenda.Add(context.Texts.Plain(
                "ShareItem.OnAgenda", ("name", await context.NameAsync(item.Owner)),
                ("what", item.Text.Length > 0 ? item.Text : context.Texts.Plain("ShareItem.Nothing"))));
        }

        var tips = context.Programme.Groups?.Tips ?? [];
        var tip = tips.Count == 0 ? (int?)null : session.Tip(tips.Count);
        return new SessionNotes(
            group.Purpose, session.LedBy is { } leader && leader != context.Me.Id ? await context.NameAsync(leader) : null, session.LedBy == context.Me.Id,
            agenda, tip is { } at ? new SessionTip(at + 1, tips.Count, tips[at].In(context.Me.Locale)) : null);
    }

    /// <summary>Why the group meets; null for two who meet.</summary>
    public static async Task<string?> PurposeAsync(Cycle cycle, FlowContext context) =>
        cycle.IsGroup && await context.Stores.GroupAsync(GroupId.Of(cycle.Id)) is { } group ? group.Purpose : null;

    /// <summary>C33.</summary>
    /// <param name="press">What was filled in and could not be kept; null: nothing was.</param>
    public static async Task<AdaptiveCard> LogAsync(Meeting meeting, Cycle cycle, FlowContext context, string? problem = null, Incoming.Pressed? press = null) =>
        SessionLogCard.Of(
            new SessionLogCard.View(
                context.Local(meeting.Start), (await NotesAsync(meeting, cycle, context))!,
                TakesNotes(cycle, context) ? Math.Min(JournalCard.EntryMost, context.Programme.Journal.MaxLength) : null,
                press?.Input(InputIds.Part) ?? MarkOf(meeting, context), press?.Input(InputIds.Entry), problem),
            context.Frame(meeting.Id, meeting.Sequence));

    /// <summary>A note goes into the journal, which is open to members as long as the group is.</summary>
    private static bool TakesNotes(Cycle cycle, FlowContext context) =>
        cycle.IsOpen && cycle.Has(context.Me.Id) && KeepJournal.IsOn(context.Programme, cycle, context.Me.Id);

    private static string? MarkOf(Meeting meeting, FlowContext context) =>
        meeting.Parts?.TryGetValue(context.Me.Id.Value, out var part) == true
            ? part switch { SessionPart.Shared => "shared", SessionPart.Learned => "learned", _ => "both" }
            : null;
}
