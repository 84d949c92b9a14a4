using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>What a request brings along beside its asks: somebody free, the coordinator's gate, a request started for somebody.</summary>
internal sealed class RequestErrands(Turn turn, ErrandPost post)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>Looks, and looks again later; the person hears of it once, and chooses or asks to be told again.</summary>
    public async Task<ErrandOutcome> LookForFreeAsync(RequestId id)
    {
        var kept = new KeptRequests(turn);
        if (await stores.RequestAsync(id) is not { } request || !KeptRequests.StillLooks(request))
        {
            return ErrandOutcome.Nothing;
        }

        if (!await kept.SomebodyIsFreeAsync(request))
        {
            return new ErrandOutcome.Later(await kept.NextLookAsync(request), Failed: false);
        }

        return await post.ToAsync(request.Requester, request.Programme, context =>
        {
            kept.Told(request);
            return Task.FromResult<Show?>(new Show.Card(AskCards.ChooseAgain(request, ChooseAgainCard.Why.SomebodyIsFree, context)));
        });
    }

    /// <summary>The profiles themselves; pressing one goes on with the request (C03).</summary>
    public async Task<ErrandOutcome> SuggestOthersAsync(RequestId id) =>
        await stores.RequestAsync(id) is { MayChoose: true } request
            && turn.Programme(request.Programme).Matching.ShowsProfiles
            ? await post.AllToAsync(request.Requester, request.Programme, async context =>
                await RequestCards.ChoicesAsync(await RequestCards.DraftOfAsync(request, context), 0, context, id) is { } choices
                    ?
                    [
                        context.Say("Ask.OthersSuggested", ("coordinator", context.CoordinatorContact().Name), ("number", request.Number)),
                        new Show.Say(choices.Intro), new Show.Carousel(choices.Profiles),
                    ]
                    : [])
            : ErrandOutcome.Nothing;

    public async Task<ErrandOutcome> ShowGateAsync(Errand.ShowGate show) =>
        await stores.RequestAsync(show.Request) is { } request
            && (request.WaitsForCoordinator || await DecideGate.ToIntroduceAsync(request, stores) is not null)
            && turn.Reference.Oversees(show.To, request.Programme.Id)
                ? await post.ToAsync(show.To, request.Programme, context => ErrandPost.CardAsync(AskCards.GateAsync(request, context)))
                : ErrandOutcome.Nothing;

    public async Task<ErrandOutcome> TellGateAsync(Errand.TellGate tell)
    {
        if (await stores.RequestAsync(tell.Request) is not { } request)
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(request.Requester, request.Programme, async context => (tell.Answer, request.State) switch
        {
            (GateAnswer.GoOn, Domain.Support.RequestState.Asking) when (await stores.AsksOfAsync(request.Id)).FirstOrDefault(ask => ask.IsOpen) is { } ask =>
                new Show.Card(await AskCards.SentAsync(request, ask, context)),
            (GateAnswer.TalkFirst, Domain.Support.RequestState.Open or Domain.Support.RequestState.Asking) =>
                Contact("Gate.Talk.Heading", "Gate.Talk.Text", request, context),
            (GateAnswer.NotThisOne, Domain.Support.RequestState.Refused) => Contact("Gate.Refused.Heading", "Gate.Refused.Text", request, context),
            _ => null,
        });
    }

    public async Task<ErrandOutcome> OfferAsync(RequestId id) =>
        await stores.RequestAsync(id) is { State: Domain.Support.RequestState.Draft, StartedBy: { } by } request
            ? await post.ToAsync(request.Requester, request.Programme, async context => new Show.Card(
                OfferedRequestCard.Of(new OfferedRequestCard.View(await context.NameAsync(by)), context.Frame(id))))
            : ErrandOutcome.Nothing;

    public async Task<ErrandOutcome> TellClosedAsync(Errand.TellRequestClosed closed) =>
        turn.Reference.Programmes.Current(closed.ProgrammeId) is { } programme
            ? await post.ToAsync(closed.To, programme.Key, context => Task.FromResult<Show?>(new Show.Card(ReceiptCard.Of(
                new ReceiptCard.View(
                    context.Texts.Plain("RequestClosed.Heading"), context.Texts.Plain("RequestClosed.Text", ("date", closed.MadeOn)),
                    Buttons: [new Button(Verbs.RequestStart, context.Texts.Plain("RequestClosed.Again"))]),
                context.Frame()))))
            : ErrandOutcome.Nothing;

    private static Show Contact(string heading, string text, SupportRequest request, FlowContext context)
    {
        var contact = context.CoordinatorContact();
        return new Show.Card(ReceiptCard.Of(
            new ReceiptCard.View(
                context.Texts.Plain(heading, ("number", request.Number)), context.Texts.Plain(text, ("number", request.Number), ("name", contact.Name)), context.LinesOf(contact)),
            context.Frame()));
    }
}
