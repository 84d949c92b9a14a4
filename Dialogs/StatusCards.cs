using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Where the reader stands, in one card.</summary>
internal static class StatusCards
{
    public static async Task<AdaptiveCard> StatusAsync(FlowContext context)
    {
        var (texts, me) = (context.Texts, context.Me);
        var (lines, buttons) = (new List<Line>(), new List<Button>());
        var cycles = await context.Stores.OpenCyclesAsync(me.Id);
        var requests = await context.Stores.OpenRequestsAsync(me.Id);
        var schemes = SchemesOf(context, cycles, requests);
        foreach (var scheme in schemes)
        {
            var there = context.In(scheme.Key);
            var before = lines.Count;
            foreach (var cycle in cycles.Where(cycle => cycle.Programme.Id == scheme.Id))
            {
                await CycleStatus.AddAsync(cycle, cycles.Count > 1, context.In(cycle), lines, buttons);
            }

            foreach (var request in requests.Where(request => request.Programme.Id == scheme.Id))
            {
                await AddAsync(request, requests.Count > 1, context.In(request.Programme), lines, buttons);
            }

            if (schemes.Count > 1)
            {
                var nothing = lines.Count == before;
                lines.Insert(before, new Line(texts.Plain("Status.Scheme"), scheme.Name.In(me.Locale)));
                lines.AddRange(nothing ? [new Line(texts.Plain("Status.Standing"), there.Texts.Plain("Status.NothingHere"))] : Array.Empty<Line>());
            }
        }

        await AddGroupsAsync(context, lines, buttons);
        if (!cycles.Any(cycle => cycle.Programme.Id == context.Programme.Id) && !requests.Any(request => request.Programme.Id == context.Programme.Id)
            && (schemes.Count > 1 || lines.Count == 0) && WaysIn.Of(context) is [var way, ..])
        {
            buttons.Add(way);
        }

        buttons.AddRange(Welcome.Doors(context));

        // The card may be about several things, so each button carries the id of its own.
        return StatusCard.Of(new StatusCard.View(lines, await NextAsync(cycles, requests, context), buttons), context.Frame());
    }

    /// <summary>The scheme spoken about comes first.</summary>
    private static IReadOnlyList<Programme> SchemesOf(FlowContext context, IReadOnlyList<Cycle> cycles, IReadOnlyList<SupportRequest> requests) =>
    [
        .. context.Me.Programmes.Prepend(context.Programme.Id).Concat(cycles.Select(cycle => cycle.Programme.Id))
            .Concat(requests.Select(request => request.Programme.Id)).Distinct(StringComparer.Ordinal)
            .Select(context.Turn.Reference.Programmes.Current).OfType<Programme>(),
    ];

    /// <summary>What happens next, in the scheme spoken about where something is open in it.</summary>
    private static async Task<string> NextAsync(IReadOnlyList<Cycle> cycles, IReadOnlyList<SupportRequest> requests, FlowContext context)
    {
        var cycle = cycles.OrderBy(one => one.Programme.Id != context.Programme.Id).FirstOrDefault();
        var here = requests.OrderBy(one => one.Programme.Id != context.Programme.Id).ToList();
        if (cycle is not null && (here.Count == 0 || here[0].Programme.Id != context.Programme.Id))
        {
            return await CycleStatus.NextAsync(cycle, context.In(cycle.Programme));
        }

        var choosable = here.FirstOrDefault(request => request.MayChoose);
        return context.Texts.Plain(
            here.Count == 0 ? "Status.Nothing"
            : choosable is { State: Domain.Support.RequestState.Draft } ? "Status.NextDraft"
            : choosable is not null ? "Status.NextUnmatched"
            : "Status.NextRequest");
    }

    private static async Task AddAsync(SupportRequest request, bool several, FlowContext context, List<Line> lines, List<Button> buttons)
    {
        var texts = context.Texts;
        lines.Add(new Line(
            request.Number.Length > 0 ? texts.Plain("Status.Request", ("number", request.Number)) : texts.Plain("Status.NewRequest"),
            await StateOfAsync(request, context)));
        var which = several ? $" – {request.Number}" : "";
        if (request.MayChoose)
        {
            var draft = request.State == Domain.Support.RequestState.Draft;
            buttons.Add(new Button(
                draft ? Verbs.BehalfYes : Verbs.RequestAgain, texts.Plain(draft ? "Status.GoOn" : "Status.ChooseAgain") + which, request.Id.ToString()));
        }

        buttons.Add(new Button(Verbs.RequestWithdraw, texts.Plain("Status.Withdraw") + which, request.Id.ToString()));
    }

    /// <summary>Groups that do not meet yet: asked, or waiting for the others.</summary>
    private static async Task AddGroupsAsync(FlowContext context, List<Line> lines, List<Button> buttons)
    {
        foreach (var group in (await context.Stores.GroupsOfAsync(context.Me.Id)).Where(group => group.IsOpen && group.State != GroupState.Proposed))
        {
            switch (group.Member(context.Me.Id)!.State)
            {
                case MemberState.Asked:
                    lines.Add(new Line(context.Texts.Plain("Groups.WaitingLine"), context.Texts.Plain("Groups.AskedLine", ("name", group.Name))));
                    buttons.Add(new Button(Verbs.GroupOpen, context.Texts.Plain("Groups.OpenAsk"), group.Id.ToString()));
                    break;
                case MemberState.Joined when group.State == GroupState.Asking:
                    lines.Add(new Line(context.Texts.Plain("Groups.WaitingLine"), context.Texts.Plain("Groups.Waiting", ("name", group.Name))));
                    buttons.Add(new Button(Verbs.GroupTakeBack, context.Texts.Plain("Groups.TakeBack", ("name", group.Name)), group.Id.ToString()));
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
            { ToAssign: true, State: Domain.Support.RequestState.Open } => texts.Plain("Status.ToAssign", ("coordinator", context.CoordinatorContact().Name)),
            { WaitsForCoordinator: true } => texts.Plain("Status.WithCoordinator", ("coordinator", context.CoordinatorContact().Name)),
            { State: Domain.Support.RequestState.Asking } when asks.FirstOrDefault(ask => ask.IsOpen) is { } open && InvitationCards.Invites(context.Programme) =>
                texts.Plain("Status.Proposed", ("name", await context.NameAsync(open.Supporter)), ("until", texts.DateTime(context.Local(open.RespondBy)))),
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
        await context.Stores.TaskAsync(CoordinatorTasks.IdOf(Domain.Oversight.TaskKind.TellByEmail, ask.Id.ToString())) is { IsOpen: true };
}
