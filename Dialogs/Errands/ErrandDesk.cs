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
        var requests = new RequestErrands(turn, post);
        var cycles = new CycleErrands(turn, post);
        var meetings = new MeetingErrands(turn, post);
        var calendars = new CalendarErrands(turn, post);
        var watch = new WatchErrands(turn, post);
        var oversight = new OversightErrands(turn, post);
        var supporters = new SupporterErrands(turn, post);
        var groups = new GroupErrands(turn, post);
        return errand switch
        {
            // Asking
            Errand.DeliverAsk deliver => asks.DeliverAsync(deliver.Ask),
            Errand.RemindAsk remind => asks.RemindAsync(remind.Ask),
            Errand.LapseAsk lapse => asks.LapseAsync(lapse.Ask),
            Errand.TellAskMoved moved => asks.TellMovedAsync(moved),
            Errand.TellUnmatched unmatched => asks.TellUnmatchedAsync(unmatched.Request),
            Errand.TellOvertaken overtaken => asks.TellOvertakenAsync(overtaken.Ask),
            Errand.TellNotIntroduced not => asks.TellNotIntroducedAsync(not.Ask),
            Errand.TellArranging arranging => asks.TellArrangingAsync(arranging.Ask),
            Errand.LookForFree look => requests.LookForFreeAsync(look.Request),
            Errand.SuggestOthers suggest => requests.SuggestOthersAsync(suggest.Request),
            Errand.ShowGate gate => requests.ShowGateAsync(gate),
            Errand.TellGate gate => requests.TellGateAsync(gate),
            Errand.OfferRequest offer => requests.OfferAsync(offer.Request),
            Errand.TellRequestClosed closed => requests.TellClosedAsync(closed),

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

            // The life of a cycle
            Errand.NudgeFirstContact nudge => watch.NudgeFirstContactAsync(nudge),
            Errand.LookAfterCycle look => watch.LookAfterAsync(look.Cycle),
            Errand.NudgeNothingBooked nudge => watch.NudgeNothingBookedAsync(nudge),
            Errand.AskStillRight ask => watch.AskStillRightAsync(ask),
            Errand.TellPause pause => watch.TellPauseAsync(pause),
            Errand.StartReview start => watch.StartReviewAsync(start.Cycle),
            Errand.AskReview ask => watch.AskReviewAsync(ask),
            Errand.TellReview tell => watch.TellReviewAsync(tell),
            Errand.TellShared tell => watch.TellSharedAsync(tell),
            Errand.CoverShared cover => watch.CoverSharedAsync(cover),
            Errand.AskShorter ask => meetings.AskShorterAsync(ask),
            Errand.TellShorter tell => meetings.TellShorterAsync(tell),
            Errand.AskUnmatched ask => cycles.AskUnmatchedAsync(ask.Request),

            // Phases
            Errand.TellPhase phase => new PhaseErrands(turn, post).TellPhaseAsync(phase),
            Errand.TellAnotherCycle another => new PhaseErrands(turn, post).TellAnotherAsync(another),

            // Meetings
            Errand.OfferTimes times => meetings.OfferTimesAsync(times),
            Errand.ShowDates dates => meetings.ShowDatesAsync(dates),
            Errand.WriteCalendar write => calendars.WriteAsync(write, attempts),
            Errand.ReadBackCalendar readBack => calendars.ReadBackAsync(readBack),
            Errand.TellCalendarNews news => calendars.TellNewsAsync(news),
            Errand.TellMeeting tell => meetings.TellAsync(tell),
            Errand.RemindMeeting remind => meetings.RemindAsync(remind),
            Errand.AskDidYouMeet ask => meetings.AskDidYouMeetAsync(ask),
            Errand.SettleMeeting settle => meetings.SettleAsync(settle),

            // Overseeing
            Errand.SendDigests digests => oversight.SendDigestsAsync(digests),
            Errand.TellDigest tell => oversight.TellDigestAsync(tell),
            Errand.ShowTask show => oversight.ShowTaskAsync(show),
            Errand.OfferMove offer => oversight.OfferMoveAsync(offer),
            Errand.CheckRoles check => oversight.CheckRolesAsync(check),
            Errand.CheckAccounts check => oversight.CheckAccountsAsync(check, attempts),
            Errand.CheckAccount check => oversight.CheckAccountAsync(check, attempts),

            // My data
            Errand.TellRights tell => new MyDataErrands(turn, post).TellRightsAsync(tell),
            Errand.TellRightSettled tell => new MyDataErrands(turn, post).TellSettledAsync(tell),
            Errand.FinishErasure erasure => new MyDataErrands(turn, post).FinishErasureAsync(erasure),
            Errand.DeleteOld old => new MyDataErrands(turn, post).DeleteOldAsync(old, attempts),
            // Volunteers and supporters
            Errand.TellSupporterNews news => supporters.TellNewsAsync(news),
            Errand.OfferTraining training => supporters.OfferTrainingAsync(training),
            Errand.TellTrainingOff off => supporters.TellTrainingOffAsync(off),
            Errand.CheckTraining check => supporters.CheckTrainingAsync(check),
            Errand.OfferListing listing => supporters.OfferListingAsync(listing),
            Errand.RemindYears years => supporters.RemindYearsAsync(years),
            Errand.RecheckSupporter recheck => supporters.RecheckAsync(recheck),
            Errand.OfferSupervision supervision => supporters.OfferSupervisionAsync(supervision),
            Errand.TellSupervisor tell => supporters.TellSupervisorAsync(tell),
            Errand.WriteSupervision write => supporters.WriteSupervisionAsync(write),

            // Learning groups
            Errand.AskToJoin ask => groups.AskToJoinAsync(ask),
            Errand.LapseJoin lapse => groups.LapseJoinAsync(lapse),
            Errand.TellGroupShort tell => groups.TellShortAsync(tell),
            Errand.TellMemberLeft tell => groups.TellLeftAsync(tell),
            Errand.TellGroupOff tell => groups.TellOffAsync(tell),
            Errand.TellMissed tell => groups.TellMissedAsync(tell),

            // What two give each other
            Errand.TellTopic tell => new PairErrands(post).TellTopicAsync(tell),
            Errand.TellComment tell => new PairErrands(post).TellCommentAsync(tell),
            Errand.AskToBeNamed ask => new PairErrands(post).AskToBeNamedAsync(ask),

            Errand.AskToCall call => CallAsync(call),
            _ => throw new InvalidOperationException($"Nobody does {errand.GetType().Name}."),
        };
    }

    /// <summary>
    /// Does errands that one person had to wait for together. What they tell that person becomes one message; what else they bring stays
    /// as it is.
    /// </summary>
    /// <returns>An outcome for each, in order, and what is told for all of them; null where fewer than two have something to tell.</returns>
    public async Task<(IReadOnlyList<ErrandOutcome> Each, ErrandOutcome.Tell? Together)> DoTogetherAsync(
        PersonId person, IReadOnlyList<(Errand Errand, int Attempts)> errands)
    {
        var outcomes = new List<ErrandOutcome>();
        foreach (var (errand, attempts) in errands)
        {
            outcomes.Add(await DoAsync(errand, attempts));
        }

        var told = outcomes.OfType<ErrandOutcome.Tell>().Where(tell => tell is { Replaces: null, AnyHour: false } && tell.To == person).ToList();
        if (told.Count < 2 || await contextOf(person) is not { } context)
        {
            return (outcomes, null);
        }

        var together = new ErrandOutcome.Tell(person, Digest.Of([.. told.SelectMany(tell => tell.Shows)], context));
        return ([.. outcomes.Select(outcome => told.Contains(outcome) ? ErrandOutcome.Nothing : outcome)], together);
    }
    /// <summary>What becomes of an errand whose person has no chat with the bot. Asked in a turn of its own: what the errand did is undone.</summary>
    public Task<ErrandOutcome.Later> CannotReachAsync(Errand errand, PersonId to) => new OutOfReach(turn).DecideAsync(errand, to);

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
