using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>What members and leads of groups hear.</summary>
internal sealed class GroupErrands(Turn turn, ErrandPost post)
{
    private readonly IStores stores = turn.Stores;

    public Task<ErrandOutcome> AskToJoinAsync(Errand.AskToJoin ask) => AboutAsync(ask.Group, ask.To, async (group, context) =>
        await JoinGroupFlow.CardAsync(group, context, ask.Reminder) is { } card ? new Show.Card(card) : null);

    public async Task<ErrandOutcome> LapseJoinAsync(Errand.LapseJoin lapse)
    {
        await new JoinGroup(turn).LapseAsync(lapse);
        return ErrandOutcome.Nothing;
    }

    public Task<ErrandOutcome> TellShortAsync(Errand.TellGroupShort tell) => AboutAsync(tell.Group, tell.To, async (group, context) =>
        group.Lead == tell.To && await LeadsStillAsync(group) && GroupHomeCards.Short(group, context) is { } card ? new Show.Card(card) : null);

    public Task<ErrandOutcome> TellLeftAsync(Errand.TellMemberLeft tell) => AboutAsync(tell.Group, tell.To, async (group, context) =>
        tell.To == group.Lead && !group.Joined.Contains(tell.To) && !await LeadsStillAsync(group) ? null : Card(
            context.Texts.Plain("Groups.Left.Heading", ("name", group.Name)),
            context.Texts.Plain(tell.Over ? "Groups.Left.Over" : "Groups.Left.Text", ("person", await context.NameAsync(tell.Gone))), context));

    public Task<ErrandOutcome> TellOffAsync(Errand.TellGroupOff tell) => AboutAsync(tell.Group, tell.To, async (group, context) =>
        Card(
            context.Texts.Plain("Groups.Off.Heading"),
            tell.Into is { } into && await stores.GroupAsync(into) is { } other
                ? context.Texts.Plain("Groups.Off.Merged", ("lead", await context.NameAsync(group.Lead)), ("name", group.Name), ("other", other.Name))
                : context.Texts.Plain("Groups.Off.Text", ("lead", await context.NameAsync(group.Lead)), ("name", group.Name)), context));

    /// <summary>Not when they have come since, have left, or have said late that they were there.</summary>
    public async Task<ErrandOutcome> TellMissedAsync(Errand.TellMissed tell)
    {
        if (await stores.GroupAsync(tell.Group) is not { IsOpen: true } group || await stores.CycleAsync(group.Id.Cycle) is not { IsOpen: true } cycle
            || !cycle.Has(tell.About) || turn.Programme(group.Programme).Participation.QuietAfterMissed is not { } most)
        {
            return ErrandOutcome.Nothing;
        }

        var held = (await stores.MeetingsAsync(cycle.Id)).Where(meeting => meeting.State == MeetingState.Held).ToList();
        var missed = LogSession.MissedLast(held, tell.About);
        return missed < most || !await LeadsStillAsync(group)
            ? ErrandOutcome.Nothing
            : await post.ToAsync(group.Lead, group.Programme, async context => Card(
                context.Texts.Plain("Groups.Missed.Heading"),
                missed == 2
                    ? context.Texts.Plain("Groups.Missed.TwoText", ("person", await context.NameAsync(tell.About)), ("name", group.Name))
                    : context.Texts.Plain("Groups.Missed.Text", ("person", await context.NameAsync(tell.About)), ("count", missed), ("name", group.Name)),
                context));
    }

    /// <summary>
    /// Names of members are for whoever leads the group now (S4-10). From somebody who has lost the role nothing is expected any more, and
    /// those who oversee the scheme hear that the group needs a lead.
    /// </summary>
    private async Task<bool> LeadsStillAsync(LearningGroup group)
    {
        if (PublishGroups.IsLead(turn.Reference, group.Lead, turn.Programme(group.Programme)))
        {
            return true;
        }

        if (group.IsOpen)
        {
            await new CoordinatorTasks(turn).OpenAndTellAsync(TaskKind.Left, group.Programme.Id, group.Lead, group.Id.Cycle.ToString());
        }

        return false;
    }

    private async Task<ErrandOutcome> AboutAsync(GroupId id, PersonId to, Func<LearningGroup, FlowContext, Task<Show?>> show) =>
        await stores.GroupAsync(id) is { } group ? await post.ToAsync(to, group.Programme, context => show(group, context)) : ErrandOutcome.Nothing;

    private static Show Card(string heading, string text, FlowContext context) =>
        new Show.Card(ReceiptCard.Of(new ReceiptCard.View(heading, text), context.Frame()));
}
