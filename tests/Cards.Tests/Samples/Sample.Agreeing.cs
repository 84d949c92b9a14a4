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

    private static readonly SeriesCard.Details DatesWith = new(Grace, 30, MeetingMode.Teams);

    private static SeriesCard.View.Planning Dates => new(
        [
            new SeriesCard.Date.Fits(new Slot("2ldc0a", At(2027, 1, 25, 15, 30))),
            new SeriesCard.Date.Fits(new Slot("2leoka", At(2027, 2, 22, 15, 30))),
            new SeriesCard.Date.Clashes(
                At(2027, 3, 29, 15, 30), "Monday 29 March 2027 is outside term time, and this scheme keeps to term time.",
                new Slot("2lfzya", At(2027, 3, 22, 15, 30)), new Slot("2lg9ya", At(2027, 3, 29, 15, 30))),
            new SeriesCard.Date.Fits(new Slot("2lhdea", At(2027, 4, 26, 15, 30))),
            new SeriesCard.Date.Clashes(
                At(2027, 5, 31, 15, 30), "Monday 31 May 2027 is a bank holiday (Spring bank holiday).", new Slot("2lih6a", At(2027, 5, 24, 15, 30)), null),
        ],
        DatesWith, [], ["The dates stop on Friday 2 July 2027: later term dates are not known yet."]);

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
            new RhythmCard.View.Waiting(Offer, Rhythm with { Pattern = new RhythmCard.Pattern.EveryWeeks(2, IsoDayOfWeek.Tuesday, new LocalTime(15, 30)) }, Grace), Frame));
        yield return ("C09-rhythm-confirming", () => RhythmCard.Of(
            new RhythmCard.View.Confirming(
                Offer, Rhythm with { Minutes = 75 }, Amira, ["The scheme suggests up to an hour for the first meeting."], OtherConfirmed: true),
            Frame));
        yield return ("C09-rhythm-understood", () => RhythmCard.Of(
            new RhythmCard.View.Understood(Offer, Rhythm with { Pattern = new RhythmCard.Pattern.Monthly(5, IsoDayOfWeek.Monday, new LocalTime(15, 45)), Minutes = 30 }, Grace, "m5.1-15:45|30|teams|"), Frame));
        yield return ("C09-rhythm-agreed-dates", () => RhythmCard.Of(
            new RhythmCard.View.Agreed(Offer, Rhythm with { Pattern = new RhythmCard.Pattern.OncePerTerm(IsoDayOfWeek.Thursday, new LocalTime(14, 0)) }, Grace), Frame));
        yield return ("C09-dates", () => SeriesCard.Of(Dates, Frame));
        yield return ("C09-dates-both-needed", () => SeriesCard.Of(
            Dates with
            {
                Dates = [new SeriesCard.Date.Fits(Slots[0]), new SeriesCard.Date.Fits(Slots[1]), new SeriesCard.Date.Standing(At(2026, 12, 15, 15, 30))],
                BothNeeded = ["Tuesday 8 December 2026 would be one more in its month. The scheme suggests no more than 1 a month; you may still choose it if you both agree."],
                Problem = "One of those dates has just been taken.",
            },
            Frame));
        yield return ("C09-dates-none", () => SeriesCard.Of(
            Dates with { Dates = [new SeriesCard.Date.Clashes(At(2027, 3, 29, 15, 30), "Monday 29 March 2027 is outside term time.", null, null)], Notes = [] }, Frame));
        yield return ("C09-dates-proposed", () => SeriesCard.Of(
            new SeriesCard.View.Proposed([.. Slots.Select(slot => slot.Start)], DatesWith, [], Dates.Notes), Frame));
        yield return ("C09-dates-waiting", () => SeriesCard.Of(new SeriesCard.View.Waiting([.. Slots.Select(slot => slot.Start)], DatesWith), Frame));
        yield return ("C09-dates-booked", () => SeriesCard.Of(
            new SeriesCard.View.Booked([.. Slots.Select(slot => slot.Start)], DatesWith, "Peer support – protected time"), Frame));
        yield return ("C09-dates-extreme", () => SeriesCard.Of(
            Dates with
            {
                Details = DatesWith with { OtherName = Hostile },
                Dates = [.. Enumerable.Range(1, 12).Select(i => new SeriesCard.Date.Clashes(
                    At(2027, 1, i, 15, 30), Long(120), new Slot($"2lk{i:00}a", At(2027, 2, i, 15, 30)), new Slot($"2lj{i:00}a", At(2027, 1, i, 15, 30))))],
                Notes = [Long(200)],
            },
            Frame));
        yield return ("C09-rhythm-agreed", () => RhythmCard.Of(new RhythmCard.View.Agreed(Offer, Rhythm, Grace), Frame));
    }
}
