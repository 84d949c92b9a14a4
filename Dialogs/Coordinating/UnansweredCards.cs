using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>One request for whoever oversees (C30): who asked, who is asked, how long it has waited.</summary>
internal static class UnansweredCards
{
    /// <summary>A request that waits for the coordinator's own yes comes with that question.</summary>
    public static async Task<AdaptiveCard> OpenAsync(SupportRequest request, FlowContext context)
    {
        if (request is { ToAssign: true, WaitsForCoordinator: true })
        {
            return await AssignCards.FittingAsync(request, 0, context);
        }

        if (await context.Stores.TaskAsync(CoordinatorTasks.IdOf(TaskKind.Gate, request.Id.ToString())) is not { IsOpen: true })
        {
            return await CardAsync(request, context);
        }

        context.Looking().At(AuditActions.RequestViewed, [(request.Requester, request.Id.ToString())]);
        return await AskCards.GateAsync(request, context);
    }

    private static async Task<AdaptiveCard> CardAsync(SupportRequest request, FlowContext context)
    {
        var seen = await new OverseeProgramme(context.Turn, context.Programme).LookAsync(request);
        var id = request.Id.ToString();
        context.Looking().At(
            AuditActions.RequestViewed, seen.Asked is { } open ? [(request.Requester, id), (open.Supporter, id)] : [(request.Requester, id)]);
        return UnansweredCard.Of(
            new UnansweredCard.View(
                request.Number.Length == 0 ? context.Texts.Plain("Oversee.NoNumber") : request.Number, await context.NameAsync(request.Requester),
                await context.SchoolAsync(request.Requester), context.Local(request.MadeAt).Date, seen.DaysWaited,
                seen.Asked is { } ask ? (await context.NameAsync(ask.Supporter), context.Local(ask.RespondBy)) : null,
                seen.Next is { } next ? await context.NameAsync(next) : null, seen.Asked is { State: AskState.Sent }, context.Programme.Matching.ShowsProfiles),
            context.Frame(request.Id, request.Version));
    }
}
