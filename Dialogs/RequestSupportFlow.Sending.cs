using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A last look, and then off it goes, or is kept.</summary>
public sealed partial class RequestSupportFlow
{
    private static async Task<Reply<RequestState>> ReviewAsync(Draft draft, FlowContext context, bool tickMissing = false, bool fresh = false)
    {
        draft = draft with { Chosen = await RequestCards.StillKnownAsync(draft.Chosen, context) };
        if (draft.Chosen.Count == 0)
        {
            var choose = await ChooseFromAsync(draft, 0, context, settled: false);
            return choose with { Shows = [context.Say("Request.ChooseFirst"), .. choose.Shows] };
        }

        var card = await RequestCards.ConfirmAsync(draft, context, tickMissing);
        return Stay(new RequestState.Confirming(draft), fresh ? new Show.Card(card) : new Show.Replace(card));
    }

    private static async Task<Reply<RequestState>> SendAsync(Draft draft, FlowContext context)
    {
        if (draft.Chosen.Count == 0)
        {
            return await ReviewAsync(draft, context);
        }

        return await new RequestSupport(context.Turn).SendAsync(context.Me, context.School, context.Programme, Wish(draft)) switch
        {
            Sending.Sent sent => Done(new Show.Replace(await AskCards.SentAsync(sent.Request, sent.First, context))),
            Sending.WaitsForCoordinator taken =>
                Done(new Show.Replace(AskCards.Taken(taken.Request, RequestTakenCard.Waits.ForCoordinator, context))),
            Sending.NobodyLeft => await NobodyLeftAsync(draft, context),
            Sending.MayNot refused => await MayNotAsync(refused.Standing, context),
            _ => throw new InvalidOperationException("A request is sent, waits, or is not taken."),
        };
    }

    /// <summary>Nobody is free: the request waits, the coordinator knows, and its person hears when somebody is (U-01).</summary>
    private static async Task<Reply<RequestState>> KeepAsync(Draft draft, FlowContext context) =>
        await new KeptRequests(context.Turn).KeepAsync(context.Me, context.School, context.Programme, Wish(draft)) switch
        {
            Keeping.Kept kept => Done(new Show.Replace(AskCards.Taken(kept.Request, RequestTakenCard.Waits.ForSomebodyFree, context))),
            Keeping.MayNot refused => await MayNotAsync(refused.Standing, context),
            _ => throw new InvalidOperationException("A request is kept or not."),
        };

    private static RequestDraft Wish(Draft draft) => new(
        draft.Area, draft.Note is null ? null : Typed.Block(draft.Note, RequestCard.NoteMost), ModeValues.Parse(draft.Mode),
        [.. draft.Chosen.Select(key => new PersonId(key))]);

    private static async Task<Reply<RequestState>> NobodyLeftAsync(Draft draft, FlowContext context)
    {
        var choose = await ChooseFromAsync(draft with { Chosen = [] }, 0, context, settled: false);
        return choose with { Shows = [context.Say("Request.NoneLeft"), .. choose.Shows] };
    }

    private static Draft Without(Draft draft, string key) =>
        draft with { Chosen = [.. draft.Chosen.Where(one => RequestCards.KeyOf(new PersonId(one)) != key)] };

    private static IReadOnlyList<string> Raised(IReadOnlyList<string> chosen, string key)
    {
        var list = chosen.ToList();
        var at = list.FindIndex(one => RequestCards.KeyOf(new PersonId(one)) == key);
        if (at > 0)
        {
            (list[at - 1], list[at]) = (list[at], list[at - 1]);
        }

        return list;
    }
}
