using PeerBot.Domain.Scheduling;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    public static readonly GroundRulesCard.View GroundRules = new(
        GroundRulesCard.Step.Read, Grace, PairRole.Requester, new(null, ["teams", "work-email"], "each-own", []), Promise,
        ["Individual needs led", "Supportive", "Non-judgmental", "Caring", "Well being focused"], PersonalPhonesNever: true);

    public static readonly RhythmCard.Offer Offer = new(
        [30, 45, 60], Modes, ["Talk it through", "Test a decision", "Find a solution"], 6, 6, null, 6, 60);

    public static readonly RhythmCard.Rhythm Rhythm = new(new RhythmCard.Pattern.ChooseDates(), 60, MeetingMode.Teams, "Talk it through");

    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> Agreeing()
    {
        yield return ("C08-rules", () => GroundRulesCard.Of(GroundRules, Frame));
        yield return ("C08-rules-other-agreed", () => GroundRulesCard.Of(
            GroundRules with
            {
                OtherAgreed = true,
                Reader = PairRole.Supporter,
                Rules = new("The library at Brook Lane", ["teams"], "requester", ["No notes about anyone else, please."]),
            },
            Frame));
        yield return ("C08-rules-suggest", () => GroundRulesCard.Of(GroundRules with { Step = GroundRulesCard.Step.Suggest }, Frame));
        yield return ("C08-rules-waiting", () => GroundRulesCard.Of(GroundRules with { Step = GroundRulesCard.Step.Waiting }, Frame));
        yield return ("C08-rules-agreed", () => GroundRulesCard.Of(
            GroundRules with { Step = GroundRulesCard.Step.Agreed, AgreedOn = new LocalDate(2026, 11, 26) }, Frame));
        yield return ("C08-rules-extreme", () => GroundRulesCard.Of(
            GroundRules with { SuggestedBy = Hostile, Rules = new(Hostile, ["teams", "work-email", "work-phone"], "supporter", [Hostile, Long(200)]) }, Frame));
        yield return ("C09-rhythm", () => RhythmCard.Of(new RhythmCard.View.Choosing(Offer, Rhythm, Grace, []), Frame));
        yield return ("C09-rhythm-messages", () => RhythmCard.Of(
            new RhythmCard.View.Choosing(
                Offer with { InPersonLeft = null, InPersonMost = null, LastDate = new LocalDate(2027, 5, 28) },
                Rhythm with { Pattern = new RhythmCard.Pattern.Monthly(5, IsoDayOfWeek.Monday) }, Grace,
                ["Monday 31 May 2027 is a bank holiday.", "The scheme suggests at least one meeting a term."]),
            Frame));
        yield return ("C09-rhythm-proposed", () => RhythmCard.Of(
            new RhythmCard.View.Proposed(Offer, Rhythm with { Pattern = new RhythmCard.Pattern.Monthly(5, IsoDayOfWeek.Monday) }, Amira, []), Frame));
        yield return ("C09-rhythm-waiting", () => RhythmCard.Of(
            new RhythmCard.View.Waiting(Offer, Rhythm with { Pattern = new RhythmCard.Pattern.EveryWeeks(2) }, Grace), Frame));
        yield return ("C09-rhythm-confirming", () => RhythmCard.Of(
            new RhythmCard.View.Confirming(
                Offer, Rhythm with { Minutes = 75 }, Amira, "The scheme suggests up to an hour for the first meeting.", OtherConfirmed: true),
            Frame));
        yield return ("C09-rhythm-agreed", () => RhythmCard.Of(new RhythmCard.View.Agreed(Offer, Rhythm, Grace), Frame));
    }
}
