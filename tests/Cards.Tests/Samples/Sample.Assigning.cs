using NodaTime;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> Assigning()
    {
        yield return ("ask-for-partner", () => AskForPartnerCard.Of(new("Sam Reid", Modes, Promise), Frame));
        yield return ("ask-for-partner-problem", () => AskForPartnerCard.Of(
            new(Hostile, Modes, Promise, Hostile, "teams", "Please tick that you have read about confidentiality."), Frame));
        yield return ("assign", () => OverseenCard.Of(
            new(
                "Request 2026-001: a peer supporter for Amira Khan", "From English, waiting since Friday 20 November 2026. These fit, the best first. Both are told as soon as you assign.",
                [
                    new(Grace, [new("Faculty", "Science"), new("Cycles held", "0 of 2"), new("Release time available", "Thursday, period 4"), new("Why", "from another faculty, would be their only one, places free: 2")],
                        [new(Verbs.AssignChoose, "Assign", "7f9c|1a2b")]),
                    new(Peter, [new("Faculty", "English"), new("Cycles held", "1 of 2"), new("Why", "from the same faculty, places free: 1")], [new(Verbs.AssignChoose, "Assign", "7f9c|3c4d")]),
                ],
                [], [new(Verbs.GateTalk, "Talk first", "7f9c"), new(Verbs.CoordinatorHome, "Back")],
                Problem: "Grace Obi has 2 already, which is as many as they take. Please choose somebody else.",
                Note: "What they wrote is for their peer supporter alone and is not shown here."),
            OfProgramme));
        yield return ("training-record", () => TrainingRecordCard.Of(new("School facilitator", Today), OfProgramme));
        yield return ("training-record-found", () => TrainingRecordCard.Of(
            new(
                null, Today, Hostile, new LocalDate(2026, 11, 19),
                [new(Amira, [new("Faculty", "English"), new("Training", "None")], [new(Verbs.TrainingRecorded, "Record", "0-a")])], "That day has not come yet."),
            OfProgramme));
        yield return ("C21-thanks-might-train", () => ThanksCard.Of(
            new ThanksCard.View.ForRequester(Grace, null, OtherHelp, CanOffer: false, MightTrain: true), Frame));
        yield return ("taken-to-assign", () => RequestTakenCard.Of(new("2026-014", RequestTakenCard.Waits.ForAssigning, "Sam Reid"), Frame));
    }
}
