using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>What a cycle brings along, and its end.</summary>
internal sealed class CycleErrands(Turn turn, ErrandPost post)
{
    private readonly IStores stores = turn.Stores;

    public Task<ErrandOutcome> OfferSelfEvaluationAsync(Errand.OfferSelfEvaluation offer) => post.ForCycleAsync(offer.Cycle, offer.To, async (cycle, context) =>
    {
        if (SelfEvaluationCards.InstrumentOf(context) is not { } instrument
            || await stores.SelfEvaluationAsync(offer.To, cycle.Id, offer.Occasion) is not null)
        {
            return null;
        }

        var fresh = SelfEvaluation.Start(offer.To, cycle.Id, offer.Occasion, instrument, turn.Now);
        return new Show.Card(new SelfEvaluationCards(context, cycle, instrument, fresh).Start());
    });

    public async Task<ErrandOutcome> AskFeedbackAsync(Errand.AskFeedback ask)
    {
        if (await stores.CycleAsync(ask.Cycle) is not { IsOpen: false } cycle || !await new GiveFeedback(turn).MayAskAsync(cycle, ask))
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(ask.To, cycle.Programme, async context =>
        {
            var rules = context.Programme.Feedback;
            if (ask.Reminder < rules.MaxReminders)
            {
                stores.Send(
                    ask with { Reminder = ask.Reminder + 1 },
                    await new Hours(turn, context.Programme).MorningAfterAsync(ask.To, turn.Now, rules.RemindAfterWorkingDays));
            }

            return new Show.Card(await FeedbackCards.AskAsync(cycle, context, reminder: ask.Reminder > 0));
        });
    }

    public Task<ErrandOutcome> ShowFeedbackAsync(Errand.ShowFeedback show) => post.ForCycleAsync(show.Cycle, show.To, async (cycle, context) =>
        await stores.FeedbackAsync(cycle.Id, show.From) is { } feedback && await FeedbackCards.SharedAsync(feedback, context) is { } card
            ? new Show.Card(card)
            : null);

    public Task<ErrandOutcome> TellClosedAsync(Errand.TellClosed closed) => post.ForCycleAsync(closed.Cycle, closed.To, async (cycle, context) =>
    {
        var name = await context.NameAsync(cycle.Other(closed.To));
        if (cycle.Closed is CloseReason.EndedEarly or CloseReason.NeverMet)
        {
            return new Show.Card(ReceiptCard.Of(
                new ReceiptCard.View(
                    context.Texts.Plain("Cycle.Ended.Heading"),
                    context.Texts.Plain(closed.To == cycle.Requester ? "Cycle.Ended.Requester" : "Cycle.Ended.Supporter", ("name", name))),
                context.Frame()));
        }

        return new Show.Card(
            closed.To == cycle.Supporter ? FeedbackCards.ThanksForSupporter(name, context) : FeedbackCards.ThanksForRequester(name, context));
    });

    public async Task<ErrandOutcome> CloseAsync(CycleId id)
    {
        if (await stores.CycleAsync(id) is not { IsOpen: true } cycle)
        {
            return ErrandOutcome.Nothing;
        }

        var programme = turn.Programme(cycle.Programme);
        if (CycleTerms.Of(programme, cycle, await stores.MeetingsAsync(id)).LastDate is not { } last)
        {
            // No meeting counts any more; the next booking starts the clock anew.
            return ErrandOutcome.Nothing;
        }

        if (last >= turn.Now.InZone(programme.Zone).Date)
        {
            // The first meeting moved or did not take place, and the end with it.
            return new ErrandOutcome.Later(programme.Zone.AtStartOfDay(last.PlusDays(1)).ToInstant(), Failed: false);
        }

        await new FinishCycle(turn).CloseAsync(cycle, CloseReason.Completed);
        foreach (var person in new[] { cycle.Requester, cycle.Supporter })
        {
            stores.Send(new Errand.TellClosed(id, person), await new Hours(turn, programme).NextContactAsync(person));
        }

        return ErrandOutcome.Nothing;
    }
}
