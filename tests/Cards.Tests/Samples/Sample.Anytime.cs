using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    public static readonly ConcernCard.View Concern = new(
        new("Jo Price", "Head of Safeguarding", "jo.price@council.example", "01743 000 002", "Weekdays 8.30am to 5pm"),
        new("Duty officer", null, "duty@council.example", "01743 000 003"), new("Emergency duty team", "0345 000 0004"),
        OtherHelp, PairRole.Supporter, Typed: true, CanAskForCall: true, new("https://teams.microsoft.com/l/call/0/0?users=jo.price%40council.example"), Chat);

    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> Anytime()
    {
        yield return ("C27-concern", () => ConcernCard.Of(Concern, Frame));
        yield return ("C27-concern-little-known", () => ConcernCard.Of(
            new(new("Jo Price"), null, null, [], null, Typed: false, CanAskForCall: false), Frame));
        yield return ("C34-my-data", () => MyDataCard.Of(
            new(
                [new("Requests", "1, made on 21 November 2026"), new("Self-evaluation", "24 answers, seen by you alone"), new("Journal", "2 entries, seen by you alone")],
                new("Data protection officer", null, "dpo@council.example")),
            Frame));
        yield return ("C34-my-data-empty", () => MyDataCard.Of(new([], null), Frame));
        foreach (var since in Enum.GetValues<OutOfDateCard.Since>())
            yield return ($"C35-out-of-date-{since}", () => OutOfDateCard.Of(new(since), Frame));
        yield return ("help", () => HelpCard.Of(new("a time for your meeting", Coordinator), Frame));
        yield return ("help-idle", () => HelpCard.Of(new(null, null, CanConcern: false), Frame));
        yield return ("status", () => StatusCard.Of(
            new(
                [new("Request", "2026-014, sent on Saturday 21 November 2026"), new("With", "Peter Lloyd, until Monday 30 November 2026, 5.30pm")],
                "Peter Lloyd answers. If there is no room, Grace Obi is asked.",
                [new(Verbs.RequestWithdraw, "Withdraw it")]),
            Frame));
        yield return ("U09-not-for-you", () => NotForYouCard.Of(Frame));
        yield return (
            "receipt",
            () => ReceiptCard.Of(new("You said yes", "You and Amira Khan are paired.", [new("Answered", "Wednesday 25 November 2026")]), Frame));
        yield return (
            "receipt-buttons", () => ReceiptCard.Of(
                new("Paused", "I write nothing about it until one of you goes on.", Buttons: [new(Verbs.CycleResume, "Go on again")]), Frame));
        yield return (
            "receipt-written", () => ReceiptCard.Of(new("Your suggestion is sent", "Grace Obi looks at it.", null, Hostile), Frame));
        yield return ("U06-stop", () => StopCard.Of(new(NothingSent: true), Frame));
        yield return ("U06-stop-sent", () => StopCard.Of(new(NothingSent: false), Frame));
    }
}
