using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Where the reader stands, in one card.</summary>
internal static class StatusCards
{
    public static async Task<AdaptiveCard> StatusAsync(FlowContext context)
    {
        var lines = new List<Line>();
        var buttons = new List<Button>();
        var texts = context.Texts;
        var cycles = await context.Stores.OpenCyclesAsync(context.Me.Id);
        foreach (var cycle in cycles)
        {
            await CycleStatus.AddAsync(cycle, cycles.Count > 1, context.In(cycle.Programme), lines, buttons);
        }

        await AddGroupsAsync(context, lines, buttons);
        var requests = await context.Stores.OpenRequestsAsync(context.Me.Id);
        foreach (var request in requests)
        {
            lines.Add(new Line(
                request.Number.Length > 0 ? texts.Plain("Status.Request", ("number", request.Number)) : texts.Plain("Status.NewRequest"),
                await StateOfAsync(request, context)));
        }

        var choosable = requests.FirstOrDefault(request => request.MayChoose);
        var next = cycles.Count > 0 && requests.Count == 0 ? await CycleStatus.NextAsync(cycles[0], context.In(cycles[0].Programme)) : texts.Plain(
            lines.Count == 0 ? "Status.Nothing"
            : choosable is { State: Domain.Support.RequestState.Draft } ? "Status.NextDraft"
            : choosable is not null ? "Status.NextUnmatched"
            : "Status.NextRequest");
        if (choosable is not null)
        {
            var draft = choosable.State == Domain.Support.RequestState.Draft;
            buttons.Add(new Button(
                draft ? Verbs.BehalfYes : Verbs.RequestAgain, texts.Plain(draft ? "Status.GoOn" : "Status.ChooseAgain"), choosable.Id.ToString()));
        }
        else if (lines.Count == 0)
        {
            buttons.Add(context.Programme.Matching.Model == MatchingModel.GroupFormer
                ? new Button(Verbs.SupporterStart, texts.Plain("Welcome.Offer"))
                : new Button(Verbs.RequestStart, texts.Plain("Status.AskForSupport")));
        }

        if (requests.Count > 0)
        {
            buttons.Add(new Button(Verbs.RequestWithdraw, texts.Plain("Status.Withdraw"), requests[0].Id.ToString()));
        }

        // The card may be about several things, so each button carries the id of its own.
        return StatusCard.Of(new StatusCard.View(lines, next, buttons), context.Frame());
    }

    /// <summary>Groups that do not meet yet: asked, or waiting for the others.</summary>
    private static async Task AddGroupsAsync(FlowContext context, List<Line> lines, List<Button> buttons)
    {
        foreach (var group in (await context.Stores.GroupsOfAsync(context.Me.Id)).Where(group => group.IsOpen))
        {
            switch (group.Member(context.Me.Id)!.State)
            {
                case MemberState.Asked:
                    lines.Add(new Line(context.Texts.Plain("Groups.WaitingLine"), context.Texts.Plain("Groups.AskedLine", ("name", group.Name))));
                    buttons.Add(new Button(Verbs.GroupOpen, context.Texts.Plain("Groups.OpenAsk"), group.Id.ToString()));
                    break;
                case MemberState.Joined when group.State == GroupState.Asking:
                    lines.Add(new Line(context.Texts.Plain("Groups.WaitingLine"), context.Texts.Plain("Groups.Waiting", ("name", group.Name))));
                    break;
            }
        }
    }

    private static async Task<string> StateOfAsync(SupportRequest request, FlowContext context)
    {
        var texts = context.Texts;
        var asks = await context.Stores.AsksOfAsync(request.Id);
        return request switch
        {
            { State: Domain.Support.RequestState.Draft, StartedBy: { } by } => texts.Plain("Status.StartedBy", ("name", await context.NameAsync(by))),
            { WaitsForCoordinator: true } => texts.Plain("Status.WithCoordinator", ("coordinator", context.CoordinatorContact().Name)),
            { State: Domain.Support.RequestState.Asking } when asks.FirstOrDefault(ask => ask.IsOpen) is { } open =>
                await IsArrangedAsync(open, context)
                    ? texts.Plain("Status.Arranging", ("coordinator", context.CoordinatorContact().Name))
                    : texts.Plain(
                        "Status.Asking", ("name", await context.NameAsync(open.Supporter)),
                        ("until", texts.DateTime(context.Local(open.RespondBy)))),
            { State: Domain.Support.RequestState.Asking } => texts.Plain("Status.Arranging", ("coordinator", context.CoordinatorContact().Name)),
            { Looking: true } => texts.Plain("Status.Looking"),
            { State: Domain.Support.RequestState.Open } => texts.Plain("Status.Kept"),
            _ => texts.Plain("Status.Unmatched"),
        };
    }

    /// <summary>The bot cannot reach the supporter, and the coordinator tells them (U-18).</summary>
    private static async Task<bool> IsArrangedAsync(Ask ask, FlowContext context) =>
        await context.Stores.TaskAsync(CoordinatorDesk.IdOf(Domain.Oversight.TaskKind.TellByEmail, ask.Id.ToString())) is { IsOpen: true };
}
