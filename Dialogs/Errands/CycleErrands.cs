using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
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
        if (await stores.CycleAsync(ask.Cycle) is not { } cycle || !cycle.IsOverFor(ask.To) || !await new GiveFeedback(turn).MayAskAsync(cycle, ask))
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(ask.To, cycle, async context =>
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
        await new GiveFeedback(turn).ToShowAsync(cycle.Id, show.From) is { } feedback && await FeedbackCards.SharedAsync(feedback, context) is { } card
            ? new Show.Card(card)
            : null);

    /// <summary>Each reason has its own words, and none of them says who or why.</summary>
    public async Task<ErrandOutcome> TellClosedAsync(Errand.TellClosed closed)
    {
        if (await stores.CycleAsync(closed.Cycle) is not { IsOpen: false } cycle)
        {
            return ErrandOutcome.Nothing;
        }

        if (!cycle.Has(closed.To))
        {
            return await TellLeadAsync(cycle, closed.To);
        }

        return await post.AllToAsync(closed.To, cycle, async context =>
            cycle.Closed == CloseReason.Completed
                ? [new Show.Card(await FeedbackCards.ThanksAsync(cycle, context))]
                : [new Show.Card(await WordsAsync(cycle, context)), .. await FeedbackCards.FarewellAsync(cycle, context)]);
    }

    /// <summary>Whoever leads a group and is not in it: nobody thanks them for their time, and new groups may be formed.</summary>
    private async Task<ErrandOutcome> TellLeadAsync(Cycle cycle, PersonId to)
    {
        if (!cycle.IsGroup || cycle.Requester != to || !PublishGroups.IsLead(turn.Reference, to, turn.Programme(cycle.Programme))
            || await stores.GroupAsync(GroupId.Of(cycle.Id)) is not { } group)
        {
            return ErrandOutcome.Nothing;
        }

        var held = (await stores.MeetingsAsync(cycle.Id)).Count(meeting => meeting.State == MeetingState.Held);
        return await post.ToAsync(to, cycle.Programme, context => Task.FromResult<Show?>(new Show.Card(ReceiptCard.Of(
            new ReceiptCard.View(
                context.Texts.Plain("Groups.Finished.Heading", ("name", group.Name)), context.Texts.Plain("Groups.Finished.Text", ("count", held)),
                Buttons: [new Button(Verbs.GroupsForm, context.Texts.Plain("Groups.Home.Form"))]),
            context.Frame()))));
    }

    private async Task<AdaptiveCard> WordsAsync(Cycle cycle, FlowContext context)
    {
        var texts = context.Texts;
        var name = await context.OthersAsync(cycle);
        var chooses = cycle.RoleOf(context.Me.Id) == PairRole.Requester || FinishCycle.MayChooseAgain(context.Programme, cycle, context.Me.Id);
        var who = context.CoordinatorContact().Name;
        var held = (await stores.MeetingsAsync(cycle.Id)).Count(meeting => meeting.State == MeetingState.Held);
        var waits = cycle.Closed == CloseReason.SupporterLeft && FinishCycle.CoordinatorDecides(context.Programme, held);
        Button[] again = FinishCycle.MayChooseAgain(context.Programme, cycle, context.Me.Id) && !waits
            ? [new Button(Verbs.RequestStart, texts.Plain("Finish.ChooseAgain"))]
            : [];
        var (heading, text) = cycle.Closed switch
        {
            CloseReason.SupporterLeft or CloseReason.RequesterLeft when chooses => (
                texts.Plain("Closed.SupporterLeft.Heading"),
                waits
                    ? texts.Plain("Closed.SupporterLeft.CoordinatorDecides", ("name", name), ("who", who))
                    : texts.Plain("Closed.SupporterLeft.ChooseAgain", ("name", name), ("who", who))),
            CloseReason.SupporterLeft or CloseReason.RequesterLeft => (
                texts.Plain("Closed.RequesterLeft.Heading"), texts.Plain("Closed.RequesterLeft.Text", ("name", name), ("who", who))),
            CloseReason.NeverMet => (
                texts.Plain("Closed.NeverMet.Heading"),
                chooses ? texts.Plain("Closed.NeverMet.Requester", ("name", name)) : texts.Plain("Closed.NeverMet.Supporter", ("name", name))),
            _ => (
                texts.Plain("Cycle.Ended.Heading"),
                chooses ? texts.Plain("Cycle.Ended.Requester", ("name", name)) : texts.Plain("Cycle.Ended.Supporter", ("name", name))),
        };
        return ReceiptCard.Of(new ReceiptCard.View(heading, text, Buttons: again), context.Frame());
    }

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
        foreach (var person in cycle.Signers)
        {
            await new Hours(turn, programme).SendAsync(new Errand.TellClosed(id, person), person);
        }

        return ErrandOutcome.Nothing;
    }

    /// <summary>Not of somebody who has found a supporter since, or is asking again.</summary>
    public async Task<ErrandOutcome> AskUnmatchedAsync(RequestId id)
    {
        if (await stores.RequestAsync(id) is not { } request || !SayWhatLacked.MayAsk(request)
            || (await stores.OpenCyclesAsync(request.Requester)).Any(cycle =>
                cycle.Programme.Id == request.Programme.Id && FinishCycle.MayChooseAgain(turn.Programme(cycle.Programme), cycle, request.Requester))
            || (await stores.OpenRequestsAsync(request.Requester)).Any(other => other.Id != id && other.Programme.Id == request.Programme.Id))
        {
            return ErrandOutcome.Nothing;
        }

        return await post.ToAsync(
            request.Requester, request.Programme, context => Task.FromResult<Show?>(new Show.Card(SayWhatLackedFlow.Card(request, context))));
    }
}
