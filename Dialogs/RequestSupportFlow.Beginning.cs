using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Where a request begins: anew, again, or with the coordinator. Whoever may not ask hears kindly what they can do.</summary>
public sealed partial class RequestSupportFlow
{
    private static async Task<Reply<RequestState>> BeginAsync(FlowContext context)
    {
        var standing = await new RequestSupport(context.Turn).StandingAsync(context.Me, context.School, context.Programme);
        if (standing is not Standing.MayAsk)
        {
            return await MayNotAsync(standing, context);
        }

        // What was written for a request that nobody could take is still there.
        var draft = await new RequestSupport(context.Turn).ChoosableAsync(context.Me.Id, context.Programme) is { } open
            ? await RequestCards.DraftOfAsync(open, context) with { Asked = null }
            : Draft.Empty;
        return Stay(new RequestState.Describing(draft), new Show.Replace(RequestCards.Describe(draft, context)));
    }

    private static async Task<Reply<RequestState>> MayNotAsync(Standing standing, FlowContext context)
    {
        switch (standing)
        {
            case Standing.NotEligible no:
                await new RequestSupport(context.Turn).CountRefusalAsync(context.Programme);
                return Done(new Show.Replace(NotEligibleCard.Of(
                    new NotEligibleCard.View(
                        [.. context.Programme.Eligibility.Requester.Select(criterion => criterion.Label.In(context.Me.Locale))],
                        context.CoordinatorContact(), context.OtherHelp(), no.CoordinatorDecides),
                    context.Frame())));
            case Standing.HasCycle paired:
                return Done(new Show.Replace(await RequestCards.AlreadyPairedAsync(paired.Cycle, context)));
            case Standing.HasRequest:
                return Done(new Show.Replace(await StatusCards.StatusAsync(context)));
            default:
                return Done(context.Say("Request.NotTaken", ("name", context.Programme.Name.In(context.Me.Locale))));
        }
    }

    /// <summary>The profiles of those who are free now, for a request that stands.</summary>
    private static async Task<Reply<RequestState>> AgainAsync(RequestId id, FlowContext context) =>
        await StandsAsync(id, context) is { Refused: null, Draft: { } draft, Context: var there }
            ? draft.Area is null ? Describe(draft, there) : await ChooseFromAsync(draft, 0, there, settled: false)
            : Done((await StandsAsync(id, context)).Refused!);

    private static async Task<Reply<RequestState>> FromAsync(RequestId id, RequestInput then, FlowContext context)
    {
        var stands = await StandsAsync(id, context);
        return stands is { Refused: null, Draft: { } draft }
            ? await new RequestSupportFlow().StepAsync(new RequestState.Choosing(draft, 0), then, stands.Context)
            : Done(stands.Refused!);
    }

    /// <summary>The yes of somebody for whom a coordinator has started: from here on it is as if they had begun themselves.</summary>
    private static async Task<Reply<RequestState>> GoOnAsync(RequestId id, FlowContext context) =>
        await new StartForHead(context.Turn).ConfirmAsync(context.Me.Id, id) switch
        {
            Confirming.GoOn => await BeginAsync(context),
            Confirming.OutOfDate => Done(context.OutOfDate(OutOfDateCard.Since.Changed)),
            _ => Done(context.NotYours()),
        };

    private sealed record Stands(Draft? Draft, Show? Refused, FlowContext Context);

    private static async Task<Stands> StandsAsync(RequestId id, FlowContext context)
    {
        if (await context.Stores.RequestAsync(id) is not { } request || request.Requester != context.Me.Id)
        {
            return new Stands(null, context.NotYours(), context);
        }

        return request.MayChoose
            ? new Stands(await RequestCards.DraftOfAsync(request, context), null, context)
            : new Stands(null, context.OutOfDate(OutOfDateCard.Since.Changed), context);
    }
}
