using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>A request on its way through its asks.</summary>
internal sealed class AskErrands(Turn turn, ErrandPost post)
{
    private readonly IStores stores = turn.Stores;

    public async Task<ErrandOutcome> DeliverAsync(AskId id)
    {
        if (await stores.AskAsync(id) is { State: AskState.Sent, ByEmail: true } told)
        {
            return await post.ToAsync(told.Supporter, told.Programme, async context =>
            {
                var seen = told with { ByEmail = false };
                stores.Save(seen);
                return new Show.Card(await AskCards.AskAsync(seen, context, reminder: false));
            });
        }

        if (await stores.AskAsync(id) is not { State: AskState.Queued } ask
            || await stores.RequestAsync(ask.Request) is not { State: Domain.Support.RequestState.Asking })
        {
            return ErrandOutcome.Nothing;
        }

        if (!await new AskDelivery(turn).StillHoldsAsync(ask))
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(ask.Supporter, ask.Programme, async context =>
        {
            var sent = await new AskDelivery(turn).SendAsync(ask);
            return new Show.Card(await AskCards.AskAsync(sent, context, reminder: false));
        });
    }

    public async Task<ErrandOutcome> RemindAsync(AskId id) =>
        await stores.AskAsync(id) is { State: AskState.Sent } ask
            ? await post.ToAsync(ask.Supporter, ask.Programme, context => ErrandPost.CardAsync(AskCards.AskAsync(ask, context, reminder: true)))
            : ErrandOutcome.Nothing;

    public async Task<ErrandOutcome> LapseAsync(AskId id)
    {
        await new AskDelivery(turn).LapseAsync(id);
        return ErrandOutcome.Nothing;
    }

    public async Task<ErrandOutcome> TellMovedAsync(Errand.TellAskMoved moved) =>
        await stores.AskAsync(moved.From) is { } from && await stores.AskAsync(moved.Next) is { IsOpen: true } next
            ? await post.ToAsync(from.Requester, from.Programme, async context => context.Say(
                next.State == AskState.Queued && next.NotBefore > turn.Now ? "Ask.MovedLater" : "Ask.Moved",
                ("from", await context.NameAsync(from.Supporter)), ("next", await context.NameAsync(next.Supporter)),
                ("when", context.Texts.DateTime(context.Local(next.NotBefore)))))
            : ErrandOutcome.Nothing;

    public async Task<ErrandOutcome> TellUnmatchedAsync(RequestId id) =>
        await stores.RequestAsync(id) is { State: Domain.Support.RequestState.Unmatched } request
            ? await post.ToAsync(request.Requester, request.Programme, async context => new Show.Card(AskCards.ChooseAgain(
                request,
                await stores.TaskAsync(CoordinatorTasks.IdOf(TaskKind.Unmatched, id.ToString())) is null ? ChooseAgainCard.Why.YoursAgain : ChooseAgainCard.Why.NobodyCould,
                context)))
            : ErrandOutcome.Nothing;

    public async Task<ErrandOutcome> TellOvertakenAsync(AskId id) =>
        await stores.AskAsync(id) is { State: AskState.Overtaken or AskState.Withdrawn } ask
            ? await post.ToAsync(ask.Supporter, ask.Programme, async context => new Show.Card(
                OutOfDateCard.Of(new OutOfDateCard.View(await AskCards.SinceAsync(ask, context)), context.Frame())))
            : ErrandOutcome.Nothing;

    public async Task<ErrandOutcome> TellNotIntroducedAsync(AskId id) =>
        await stores.AskAsync(id) is { NotIntroduced: true } ask
            ? await post.ToAsync(ask.Supporter, ask.Programme, async context => context.Say(
                "Ask.NotIntroduced", ("name", await context.NameAsync(ask.Requester)), ("coordinator", context.CoordinatorContact().Name)))
            : ErrandOutcome.Nothing;

    public async Task<ErrandOutcome> TellArrangingAsync(AskId id) =>
        await stores.AskAsync(id) is { State: AskState.Queued } ask && await stores.RequestAsync(ask.Request) is { } request
            ? await post.ToAsync(ask.Requester, ask.Programme, async context => context.Say(
                "Ask.Arranging", ("number", request.Number), ("coordinator", context.CoordinatorContact().Name),
                ("name", await context.NameAsync(ask.Supporter))))
            : ErrandOutcome.Nothing;
}
