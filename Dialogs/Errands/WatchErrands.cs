using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>Looking after a cycle: first contact, quiet times, a pause, the review, and what one shares with the other.</summary>
internal sealed class WatchErrands(Turn turn, ErrandPost post)
{
    private readonly IStores stores = turn.Stores;

    public async Task<ErrandOutcome> NudgeFirstContactAsync(Errand.NudgeFirstContact nudge)
    {
        if (await stores.CycleAsync(nudge.Cycle) is not { IsOpen: true, Paused: false } cycle || !cycle.Has(nudge.To)
            || await new WatchCycle(turn).HaveSpokenAsync(cycle))
        {
            return ErrandOutcome.Nothing;
        }

        return await post.AllToAsync(nudge.To, cycle, async context =>
        {
            var name = await context.OthersAsync(cycle);
            return
            [
                WatchCycle.ActsFirst(cycle, context.Programme) is null
                    ? context.Say("Contact.NudgeEither", ("name", name))
                    : context.Say("Contact.Nudge", ("name", name)),
                new Show.Card(await PairCards.PairedAsync(cycle, context)),
            ];
        });
    }

    public async Task<ErrandOutcome> LookAfterAsync(CycleId id) =>
        await new WatchCycle(turn).LookAsync(id) is { } again ? Again(new Errand.LookAfterCycle(id), again) : ErrandOutcome.Nothing;

    public async Task<ErrandOutcome> NudgeNothingBookedAsync(Errand.NudgeNothingBooked nudge)
    {
        if (await stores.CycleAsync(nudge.Cycle) is not { IsOpen: true, Paused: false } cycle || !cycle.Has(nudge.To)
            || (await stores.MeetingsAsync(cycle.Id)).Any(meeting => meeting.State == MeetingState.Booked && meeting.Start > turn.Now))
        {
            return ErrandOutcome.Nothing;
        }

        return await post.AllToAsync(nudge.To, cycle, async context =>
        [
            context.Say("Quiet.NothingBooked", ("name", await context.OthersAsync(cycle))),
            new Show.Card(await NextStepAsync(cycle, context)),
        ]);
    }

    public Task<ErrandOutcome> AskStillRightAsync(Errand.AskStillRight ask) => post.AboutCycleAsync(ask.Cycle, ask.To, async (cycle, context) =>
        new Show.Card(StillRightCard.Of(new StillRightCard.View(await context.OthersAsync(cycle)), context.Frame(cycle.Id))));

    /// <summary>That a cycle is paused is the last word about it until somebody goes on.</summary>
    public Task<ErrandOutcome> TellPauseAsync(Errand.TellPause pause) => post.ForCycleAsync(pause.Cycle, pause.To, async (cycle, context) =>
    {
        if (!cycle.IsOpen)
        {
            return null;
        }

        var name = await context.OthersAsync(cycle);
        return new Show.Card(ReceiptCard.Of(
            cycle.Paused
                ? new ReceiptCard.View(
                    context.Texts.Plain("Pause.ToldHeading"), context.Texts.Plain("Pause.ToldText", ("name", name)), Buttons: [KeepCycleGoingFlow.Resume(context)])
                : new ReceiptCard.View(
                    context.Texts.Plain("Pause.OverHeading"), context.Texts.Plain("Pause.OverText", ("name", name)),
                    Buttons: [new Button(Verbs.SlotFind, context.Texts.Plain("Status.FindTime"))]),
            context.Frame(cycle.Id)));
    });

    public async Task<ErrandOutcome> StartReviewAsync(CycleId id) =>
        await stores.CycleAsync(id) is { } cycle && await new ReviewCycle(turn).LookAsync(cycle) is { } again
            ? Again(new Errand.StartReview(id), again)
            : ErrandOutcome.Nothing;

    public Task<ErrandOutcome> AskReviewAsync(Errand.AskReview ask) => post.AboutCycleAsync(ask.Cycle, ask.To, async (cycle, context) =>
        cycle.Review is { Settled: false, WaitsForCoordinator: false } review && !review.Wishes.ContainsKey(ask.To.Value)
            ? new Show.Card(await ReviewCycleFlow.CardAsync(cycle, context))
            : null);

    public Task<ErrandOutcome> TellReviewAsync(Errand.TellReview tell) => post.ForCycleAsync(tell.Cycle, tell.To, async (cycle, context) =>
    {
        if (!cycle.IsOpen || cycle.Review?.Decision is not { } decision)
        {
            return null;
        }

        var texts = context.Texts;
        var name = await context.OthersAsync(cycle);
        var terms = CycleTerms.Of(context.Programme, cycle, await stores.MeetingsAsync(cycle.Id));
        var last = await TimeCards.LastDateAsync(cycle, terms, context) ?? context.Local(turn.Now).Date;
        var view = decision switch
        {
            ReviewDecision.Agree when !ReviewCycle.HasEnd(cycle, context.Programme) => await ReviewCycleFlow.NoEndAsync(cycle, context),
            ReviewDecision.Agree => new ReceiptCard.View(
                texts.Plain("Review.Extended.Heading"),
                terms.InPersonMost is { } most
                    ? texts.Plain("Review.Extended.InPerson", ("name", name), ("date", last), ("most", most))
                    : texts.Plain("Review.Extended.Text", ("name", name), ("date", last)),
                Buttons: [new Button(Verbs.SlotFind, texts.Plain("Status.FindTime"))]),
            ReviewDecision.NotThisTime => new ReceiptCard.View(
                texts.Plain("Review.Declined.Heading"), texts.Plain("Review.Declined.Text", ("name", name), ("date", last))),
            _ => new ReceiptCard.View(
                texts.Plain("Review.Talk.Heading"), texts.Plain("Review.Talk.Text", ("who", context.CoordinatorContact().Name))),
        };
        return new Show.Card(ReceiptCard.Of(view, context.Frame(cycle.Id)));
    });

    public Task<ErrandOutcome> TellSharedAsync(Errand.TellShared tell) => post.AboutCycleAsync(tell.Cycle, tell.To, async (cycle, context) =>
        await ShowSharedFlow.AnythingAsync(cycle, context)
            ? new Show.Card(ReceiptCard.Of(
                new ReceiptCard.View(
                    context.Texts.Plain("Shared.Told.Heading"),
                    context.Texts.Plain("Shared.Told.Text", ("name", await context.OthersAsync(cycle))),
                    Buttons: [new Button(Verbs.SharedShow, context.Texts.Plain("Shared.Open"))]),
                context.Frame(cycle.Id)))
            : null);

    public async Task<ErrandOutcome> CoverSharedAsync(Errand.CoverShared cover)
    {
        if (await stores.CycleAsync(cover.Cycle) is not { } cycle || !cycle.Has(cover.Reader))
        {
            return ErrandOutcome.Nothing;
        }

        var outcome = await post.ToAsync(
            cover.Reader, cycle,
            context => Task.FromResult<Show?>(new Show.Replace(ReceiptCard.Of(
                new ReceiptCard.View(
                    context.Texts.Plain("Shared.Stopped.Heading"), context.Texts.Plain("Shared.Stopped.Text"),
                    Buttons: cycle.IsOpen ? [new Button(Verbs.SharedShow, context.Texts.Plain("Shared.Open"))] : null),
                context.Frame(cycle.Id)))),
            anyHour: true);
        return outcome is ErrandOutcome.Tell tell ? tell with { Replaces = cover.Card } : outcome;
    }

    private static Task<AdaptiveCard> NextStepAsync(Cycle cycle, FlowContext context) => cycle switch
    {
        { Rules.Agreed: false } => PairCards.RulesAsync(cycle, context),
        { Cadence: not { Agreed: true } } => PairCards.RhythmAsync(cycle, context),
        _ => TimeCards.PickAsync(cycle, context),
    };

    /// <summary>A new errand in place of putting off this one: what was changed by this look is written.</summary>
    private ErrandOutcome Again(Errand errand, NodaTime.Instant at)
    {
        stores.Send(errand, at);
        return ErrandOutcome.Nothing;
    }
}
