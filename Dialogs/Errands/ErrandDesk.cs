using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>
/// Does what is due: looks whether it still holds, keeps to the contact window of whoever hears of it, and draws the card from what is
/// true now. An errand that no longer holds is dropped without a word.
/// </summary>
/// <param name="contextOf">The reader's side of things; null for somebody who is not in the directory any more.</param>
public sealed class ErrandDesk(Turn turn, Func<PersonId, Task<FlowContext?>> contextOf)
{
    private readonly ErrandPost post = new(turn, contextOf);

    /// <param name="attempts">How often the outside world failed this errand before.</param>
    public Task<ErrandOutcome> DoAsync(Errand errand, int attempts)
    {
        var asks = new AskErrands(turn, post);
        var cycles = new CycleErrands(turn, post);
        var meetings = new MeetingErrands(turn, post);
        var supporters = new SupporterErrands(turn, post);
        return errand switch
        {
            // Asking
            Errand.DeliverAsk deliver => asks.DeliverAsync(deliver.Ask),
            Errand.RemindAsk remind => asks.RemindAsync(remind.Ask),
            Errand.LapseAsk lapse => asks.LapseAsync(lapse.Ask),
            Errand.TellAskMoved moved => asks.TellMovedAsync(moved),
            Errand.TellUnmatched unmatched => asks.TellUnmatchedAsync(unmatched.Request),
            Errand.TellOvertaken overtaken => asks.TellOvertakenAsync(overtaken.Ask),

            // A cycle
            Errand.TellPaired paired =>
                post.AboutCycleAsync(paired.Cycle, paired.To, (cycle, context) => ErrandPost.CardAsync(PairCards.PairedAsync(cycle, context))),
            Errand.ShowGroundRules rules =>
                post.AboutCycleAsync(rules.Cycle, rules.To, (cycle, context) => ErrandPost.CardAsync(PairCards.RulesAsync(cycle, context))),
            Errand.ShowCadence cadence =>
                post.AboutCycleAsync(cadence.Cycle, cadence.To, (cycle, context) => ErrandPost.CardAsync(PairCards.RhythmAsync(cycle, context))),
            Errand.OfferSelfEvaluation offer => cycles.OfferSelfEvaluationAsync(offer),
            Errand.AskFeedback ask => cycles.AskFeedbackAsync(ask),
            Errand.ShowFeedback show => cycles.ShowFeedbackAsync(show),
            Errand.TellClosed closed => cycles.TellClosedAsync(closed),
            Errand.CloseCycle close => cycles.CloseAsync(close.Cycle),

            // Meetings
            Errand.OfferTimes times => meetings.OfferTimesAsync(times),
            Errand.WriteCalendar write => new CalendarErrands(turn).WriteAsync(write, attempts),
            Errand.TellMeeting tell => meetings.TellAsync(tell),
            Errand.RemindMeeting remind => meetings.RemindAsync(remind),
            Errand.AskDidYouMeet ask => meetings.AskDidYouMeetAsync(ask),
            Errand.SettleMeeting settle => meetings.SettleAsync(settle),

            // Volunteers and supporters
            Errand.TellSupporterNews news => supporters.TellNewsAsync(news),
            Errand.OfferTraining training => supporters.OfferTrainingAsync(training),
            Errand.CheckTraining check => supporters.CheckTrainingAsync(check),
            Errand.OfferListing listing => supporters.OfferListingAsync(listing),
            Errand.RemindYears years => supporters.RemindYearsAsync(years),
            Errand.RecheckSupporter recheck => supporters.RecheckAsync(recheck),
            Errand.TellSupporterLeft left => supporters.TellLeftAsync(left.Cycle),
            Errand.OfferSupervision supervision => supporters.OfferSupervisionAsync(supervision),
            Errand.TellSupervisor tell => supporters.TellSupervisorAsync(tell),
            Errand.WriteSupervision write => supporters.WriteSupervisionAsync(write),

            Errand.AskToCall call => CallAsync(call),
            _ => throw new InvalidOperationException($"Nobody does {errand.GetType().Name}."),
        };
    }

    /// <summary>The named contact hears who asks to be called and nothing else, at any hour.</summary>
    private async Task<ErrandOutcome> CallAsync(Errand.AskToCall call)
    {
        // "Today" means nothing a day later, and the asker was told to ring then.
        if (turn.Reference.Contacts.GetValueOrDefault(call.ContactRef) is not { Person: { } contact } || await post.ContextAsync(call.From) is not { } from
            || turn.Now - call.At > NodaTime.Duration.FromHours(24))
        {
            return ErrandOutcome.Nothing;
        }

        // The contact need not be in any programme: the words are those of the asker's.
        return new ErrandOutcome.Tell(contact, [from.Say("Concern.CallRequest", ("name", from.Me.Name))]);
    }
}
