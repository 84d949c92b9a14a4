using PeerBot.Cards;
using PeerBot.Domain.Programmes;
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

        if (context.Programme.Matching.Model == MatchingModel.FacilitatorAssigns)
        {
            return Done(new Show.Replace(AssignCards.Ask(context)));
        }

        // What was written for a request that nobody could take is still there.
        var draft = await new RequestSupport(context.Turn).ChoosableAsync(context.Me.Id, context.Programme) is { } open
            ? await RequestCards.DraftOfAsync(open, context) with { Asked = null }
            : Draft.Empty;
        return Stay(new RequestState.Describing(draft), new Show.Replace(RequestCards.Describe(draft, context)));
    }

    private static async Task<Reply<RequestState>> MayNotAsync(Standing standing, FlowContext context) => Done(await RequestCards.MayNotAsync(standing, context));

    /// <summary>The profiles of those who are free now, for a request that stands.</summary>
    private static async Task<Reply<RequestState>> AgainAsync(RequestId id, FlowContext context)
    {
        var (draft, refused) = await StandsAsync(id, context);
        return draft is null ? Done(refused!)
            : draft.Area is null ? Describe(draft, context)
            : await ChooseFromAsync(draft, 0, context, settled: false);
    }

    /// <summary>A profile came with the news about a request: its press begins the flow where it would stand by now.</summary>
    private static async Task<Reply<RequestState>> FromAsync(RequestId id, RequestInput then, FlowContext context)
    {
        var (draft, refused) = await StandsAsync(id, context);
        return draft is null
            ? Done(refused!)
            : await new RequestSupportFlow().StepAsync(new RequestState.Choosing(draft, 0), then, context);
    }

    /// <summary>The yes of somebody for whom a coordinator has started: from here on it is as if they had begun themselves.</summary>
    private static async Task<Reply<RequestState>> GoOnAsync(RequestId id, FlowContext context) =>
        await new StartForHead(context.Turn).ConfirmAsync(context.Me.Id, id) switch
        {
            Confirming.GoOn => await BeginAsync(context),
            Confirming.OutOfDate => Done(context.OutOfDate(OutOfDateCard.Since.Changed)),
            _ => Done(context.NotYours()),
        };

    /// <returns>What the request says so far, or why nothing can be chosen for it.</returns>
    private static async Task<(Draft? Draft, Show? Refused)> StandsAsync(RequestId id, FlowContext context) =>
        await context.Stores.RequestAsync(id) is not { } request || request.Requester != context.Me.Id ? (null, context.NotYours())
        : request.MayChoose ? (await RequestCards.DraftOfAsync(request, context), null)
        : (null, context.OutOfDate(OutOfDateCard.Since.Changed));
}
