using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>
/// Does what is due: looks whether it still holds, keeps to the contact window of whoever hears of it, and draws the card from what is
/// true now. An errand that no longer holds is dropped without a word.
/// </summary>
/// <param name="contextOf">The reader's side of things; null for somebody who is not in the directory any more.</param>
public sealed class ErrandDesk(Turn turn, Func<PersonId, Task<FlowContext?>> contextOf)
{
    private static readonly ErrandOutcome Done = new ErrandOutcome.Done();

    private readonly IStores stores = turn.Stores;

    /// <param name="attempts">How often the outside world failed this errand before.</param>
    public Task<ErrandOutcome> DoAsync(Errand errand, int attempts) => errand switch
    {
        Errand.DeliverAsk deliver => DeliverAsync(deliver.Ask),
        Errand.RemindAsk remind => RemindAskAsync(remind.Ask),
        Errand.LapseAsk lapse => LapseAsync(lapse.Ask),
        Errand.TellAskMoved moved => TellMovedAsync(moved),
        Errand.TellUnmatched unmatched => TellUnmatchedAsync(unmatched.Request),
        Errand.TellOvertaken overtaken => TellOvertakenAsync(overtaken.Ask),
        Errand.TellPaired paired => AboutCycleAsync(paired.Cycle, paired.To, (cycle, context) => CardAsync(PairCards.PairedAsync(cycle, context))),
        Errand.ShowGroundRules rules => AboutCycleAsync(rules.Cycle, rules.To, (cycle, context) => CardAsync(PairCards.RulesAsync(cycle, context))),
        Errand.ShowCadence cadence => AboutCycleAsync(cadence.Cycle, cadence.To, (cycle, context) => CardAsync(PairCards.RhythmAsync(cycle, context))),
        Errand.OfferTimes times => OfferTimesAsync(times),
        Errand.ShowDates dates => AboutCycleAsync(dates.Cycle, dates.To, (cycle, context) =>
            cycle.Dates is { Starts.Count: > 0 } && cycle.Cadence is { Agreed: true } ? CardAsync(SeriesCards.ShowAsync(cycle, context)) : Task.FromResult<Show?>(null)),
        Errand.WriteCalendar write => new CalendarErrands(turn).WriteAsync(write, attempts),
        Errand.TellMeeting tell => TellMeetingAsync(tell),
        Errand.RemindMeeting remind => RemindMeetingAsync(remind),
        Errand.AskDidYouMeet ask => AskDidYouMeetAsync(ask),
        Errand.SettleMeeting settle => SettleAsync(settle),
        Errand.OfferSelfEvaluation offer => OfferSelfEvaluationAsync(offer),
        Errand.AskFeedback ask => AskFeedbackAsync(ask),
        Errand.ShowFeedback show => ShowFeedbackAsync(show),
        Errand.TellClosed closed => TellClosedAsync(closed),
        Errand.CloseCycle close => CloseAsync(close.Cycle),
        Errand.AskToCall call => CallAsync(call),
        _ => throw new InvalidOperationException($"Nobody does {errand.GetType().Name}."),
    };

    private async Task<ErrandOutcome> DeliverAsync(AskId id)
    {
        if (await stores.AskAsync(id) is not { State: AskState.Queued } ask
            || await stores.RequestAsync(ask.Request) is not { State: Domain.Support.RequestState.Asking })
        {
            return Done;
        }

        if (!await new AskDelivery(turn).StillHoldsAsync(ask))
        {
            return Done;
        }

        return await ToAsync(ask.Supporter, ask.Programme, async context =>
        {
            var sent = await new AskDelivery(turn).SendAsync(ask);
            return new Show.Card(await AskCards.AskAsync(sent, context, reminder: false));
        });
    }

    private async Task<ErrandOutcome> RemindAskAsync(AskId id) =>
        await stores.AskAsync(id) is { State: AskState.Sent } ask
            ? await ToAsync(ask.Supporter, ask.Programme, context => CardAsync(AskCards.AskAsync(ask, context, reminder: true)))
            : Done;

    private async Task<ErrandOutcome> LapseAsync(AskId id)
    {
        await new AskDelivery(turn).LapseAsync(id);
        return Done;
    }

    private async Task<ErrandOutcome> TellMovedAsync(Errand.TellAskMoved moved) =>
        await stores.AskAsync(moved.From) is { } from && await stores.AskAsync(moved.Next) is { IsOpen: true } next
            ? await ToAsync(from.Requester, from.Programme, async context => context.Say(
                next.State == AskState.Queued && next.NotBefore > turn.Now ? "Ask.MovedLater" : "Ask.Moved",
                ("from", await context.NameAsync(from.Supporter)), ("next", await context.NameAsync(next.Supporter)),
                ("when", context.Texts.DateTime(context.Local(next.NotBefore)))))
            : Done;

    private async Task<ErrandOutcome> TellUnmatchedAsync(RequestId id) =>
        await stores.RequestAsync(id) is { State: Domain.Support.RequestState.Unmatched } request
            ? await ToAsync(request.Requester, request.Programme, context => Task.FromResult<Show?>(context.Say("Ask.Unmatched", ("number", request.Number))))
            : Done;

    private async Task<ErrandOutcome> TellOvertakenAsync(AskId id) =>
        await stores.AskAsync(id) is { State: AskState.Overtaken or AskState.Withdrawn } ask
            ? await ToAsync(ask.Supporter, ask.Programme, context => Task.FromResult<Show?>(new Show.Card(
                OutOfDateCard.Of(new OutOfDateCard.View(AnswerAskFlow.SinceOf(ask)), context.Frame()))))
            : Done;

    private Task<ErrandOutcome> OfferTimesAsync(Errand.OfferTimes times) => AboutCycleAsync(times.Cycle, times.To, async (cycle, context) =>
        cycle.Cadence is { Agreed: true } && await ComingAsync(cycle) is null ? new Show.Card(await SeriesCards.OfferAsync(cycle, context)) : null);

    private async Task<Meeting?> ComingAsync(Cycle cycle) =>
        (await stores.MeetingsAsync(cycle.Id)).FirstOrDefault(meeting => meeting.State == MeetingState.Booked && meeting.Start > turn.Now);

    private async Task<ErrandOutcome> TellMeetingAsync(Errand.TellMeeting tell)
    {
        if (await stores.MeetingAsync(tell.Meeting) is not { } meeting || await stores.CycleAsync(meeting.Cycle) is not { } cycle)
        {
            return Done;
        }

        // That a meeting is off must reach the person before they set out.
        var times = await new Hours(turn, turn.Programme(cycle.Programme)).OfAsync(tell.To);
        var close = meeting is { State: MeetingState.NotHeld, NotHeld: NotHeldReason.Cancelled } && meeting.Start > turn.Now && times.NextAbout(meeting.Start, turn.Now).Why is null;
        if (!cycle.IsOpen && !close)
        {
            // With the end of a cycle go its meetings, and the word about that end says so.
            return Done;
        }

        var outcome = await ToAsync(
            tell.To, cycle.Programme,
            async context => new Show.Replace(await TimeCards.BookedAsync(meeting, cycle, context, byOther: tell.To != tell.Actor)),
            anyHour: tell.AtOnce || close);
        return outcome is ErrandOutcome.Tell { } message ? message with { Replaces = tell.Card } : outcome;
    }

    private async Task<ErrandOutcome> RemindMeetingAsync(Errand.RemindMeeting remind)
    {
        if (await stores.MeetingAsync(remind.Meeting) is not { State: MeetingState.Booked } meeting || meeting.Start != remind.Start
            || meeting.Start <= turn.Now || await stores.CycleAsync(meeting.Cycle) is not { IsOpen: true } cycle)
        {
            return Done;
        }

        return await ToAsync(remind.To, cycle.Programme, async context =>
        {
            var supporting = cycle.RoleOf(remind.To) == PairRole.Supporter;
            var question = supporting ? null : Questions.For(context, meeting);
            return new Show.Card(ReminderCard.Of(
                new ReminderCard.View(
                    context.Local(meeting.Start), meeting.Minutes, meeting.Mode, await context.NameAsync(cycle.Other(remind.To)), meeting.JoinUrl,
                    question, supporting ? context.Texts.Plain("Reminder.ListeningTip") : null,
                    Until: await new BookMeeting(turn).LastBookableAsync(cycle),
                    FirstMeeting: meeting.Initial ? (context.Confidentiality(), cycle.RoleOf(remind.To)) : null),
                context.Frame(meeting.Id, meeting.Sequence)));
        });
    }

    private async Task<ErrandOutcome> AskDidYouMeetAsync(Errand.AskDidYouMeet ask)
    {
        if (await stores.MeetingAsync(ask.Meeting) is not { State: MeetingState.Booked } meeting || meeting.Start != ask.Start
            || meeting.End > turn.Now || await stores.CycleAsync(meeting.Cycle) is not { } cycle)
        {
            return Done;
        }

        if (!ask.Again && meeting.CheckIns?.ContainsKey(ask.To.Value) == true)
        {
            return Done;
        }

        return await ToAsync(ask.To, cycle.Programme, async context => new Show.Card(DidYouMeetCard.Of(
            new DidYouMeetCard.View(context.Local(meeting.Start), await context.NameAsync(cycle.Other(ask.To)), ask.Again),
            context.Frame(meeting.Id, meeting.Sequence))));
    }

    private async Task<ErrandOutcome> SettleAsync(Errand.SettleMeeting settle)
    {
        await new MeetingCheckIn(turn).SettleAsync(settle.Meeting, settle.Start);
        return Done;
    }

    private Task<ErrandOutcome> OfferSelfEvaluationAsync(Errand.OfferSelfEvaluation offer) => ForCycleAsync(offer.Cycle, offer.To, async (cycle, context) =>
    {
        if (SelfEvaluationCards.InstrumentOf(context) is not { } instrument
            || await stores.SelfEvaluationAsync(offer.To, cycle.Id, offer.Occasion) is not null)
        {
            return null;
        }

        var fresh = SelfEvaluation.Start(offer.To, cycle.Id, offer.Occasion, instrument, turn.Now);
        return new Show.Card(new SelfEvaluationCards(context, cycle, instrument, fresh).Start());
    });

    private async Task<ErrandOutcome> AskFeedbackAsync(Errand.AskFeedback ask)
    {
        if (await stores.CycleAsync(ask.Cycle) is not { IsOpen: false } cycle || !await new GiveFeedback(turn).MayAskAsync(cycle, ask))
        {
            return Done;
        }

        return await ToAsync(ask.To, cycle.Programme, async context =>
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

    private Task<ErrandOutcome> ShowFeedbackAsync(Errand.ShowFeedback show) => ForCycleAsync(show.Cycle, show.To, async (cycle, context) =>
        await stores.FeedbackAsync(cycle.Id, show.From) is { } feedback && await FeedbackCards.SharedAsync(feedback, context) is { } card
            ? new Show.Card(card)
            : null);

    private Task<ErrandOutcome> TellClosedAsync(Errand.TellClosed closed) => ForCycleAsync(closed.Cycle, closed.To, async (cycle, context) =>
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

    private async Task<ErrandOutcome> CloseAsync(CycleId id)
    {
        if (await stores.CycleAsync(id) is not { IsOpen: true } cycle)
        {
            return Done;
        }

        var programme = turn.Programme(cycle.Programme);
        if (CycleTerms.Of(programme, await stores.MeetingsAsync(id)).LastDate is not { } last)
        {
            // No meeting counts any more; the next booking starts the clock anew.
            return Done;
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

        return Done;
    }

    /// <summary>The named contact hears who asks to be called and nothing else, at any hour.</summary>
    private async Task<ErrandOutcome> CallAsync(Errand.AskToCall call)
    {
        // "Today" means nothing a day later, and the asker was told to ring then.
        if (turn.Reference.Contacts.GetValueOrDefault(call.ContactRef) is not { Person: { } contact } || await contextOf(call.From) is not { } from
            || turn.Now - call.At > NodaTime.Duration.FromHours(24))
        {
            return Done;
        }

        // The contact need not be in any programme: the words are those of the asker's.
        return new ErrandOutcome.Tell(contact, [from.Say("Concern.CallRequest", ("name", from.Me.Name))]);
    }

    /// <summary>Something about a running cycle.</summary>
    private Task<ErrandOutcome> AboutCycleAsync(CycleId id, PersonId to, Func<Cycle, FlowContext, Task<Show?>> show) =>
        ForCycleAsync(id, to, (cycle, context) => cycle.IsOpen ? show(cycle, context) : Task.FromResult<Show?>(null));

    private async Task<ErrandOutcome> ForCycleAsync(CycleId id, PersonId to, Func<Cycle, FlowContext, Task<Show?>> show) =>
        await stores.CycleAsync(id) is { } cycle && cycle.Has(to) ? await ToAsync(to, cycle.Programme, context => show(cycle, context)) : Done;

    /// <param name="anyHour">One of the few messages that do not wait for the contact window.</param>
    private async Task<ErrandOutcome> ToAsync(
        PersonId to, ProgrammeKey? programme, Func<FlowContext, Task<Show?>> show, bool anyHour = false)
    {
        if (await contextOf(to) is not { } context)
        {
            return Done;
        }

        context = programme is { } version ? context.In(version) : context;
        if (!anyHour && await new Hours(turn, context.Programme).NextContactAsync(to) is var window && window > turn.Now)
        {
            return new ErrandOutcome.Later(window, Failed: false);
        }

        return await show(context) is { } shown ? new ErrandOutcome.Tell(to, [shown], AnyHour: anyHour) : Done;
    }

    private static async Task<Show?> CardAsync(Task<AdaptiveCard> card) => new Show.Card(await card);
}
