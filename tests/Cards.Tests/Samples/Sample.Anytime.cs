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
        yield return ("C27-concern-despair", () => ConcernCard.Of(
            Concern with { Reader = PairRole.Requester, Crisis = [new("Samaritans", "116 123"), new("Education Support", "01632 960160")] }, Frame));
        yield return ("about", () => AboutCard.Of(
            new(
                Welcome.Scheme, Welcome.Summary,
                ["Each headteacher has access to a range of well-being support mechanisms", "Support schools to implement the DfE education staff wellbeing charter"],
                [("Education staff wellbeing charter", new("https://www.gov.uk/guidance/education-staff-wellbeing-charter"))], OtherHelp, Welcome.Ways[0]),
            Frame));
        yield return ("C34-my-data", () => MyDataCard.Of(
            new(
                [new("Requests", "1, made on 21 November 2026"), new("Self-evaluation", "24 answers, seen by you alone"), new("Journal", "2 entries, seen by you alone")],
                new("Data protection officer", null, "dpo@council.example")),
            Frame));
        yield return ("C34-my-data-empty", () => MyDataCard.Of(new([], null), Frame));
        yield return ("busy-times-none", () => BusyTimesCard.Of(new([], 0, new LocalDate(2026, 11, 24)), Frame));
        yield return ("busy-times", () => BusyTimesCard.Of(
            new(
                [
                    new("2026-12-03T09:30:00Z", At(2026, 12, 3, 9, 30), At(2026, 12, 3, 12, 0)),
                    new("2026-12-04T00:00:00Z", At(2026, 12, 4, 0, 0), At(2026, 12, 5, 0, 0)),
                    new("2026-12-10T15:00:00Z", At(2026, 12, 10, 15, 0), At(2026, 12, 11, 10, 0)),
                ],
                4, new LocalDate(2026, 11, 24), "Noted: Friday 4 December 2026, all day.",
                Feed: new Uri("https://peerbot.council.example/calendar/CfDJ8Nq1x0c7b2V0w3JmZkq9uQ4mYH0u2dXo5p8sB6_yT1LrVfQ.ics")), Frame));
        yield return ("busy-times-problem", () => BusyTimesCard.Of(
            new([], 0, new LocalDate(2026, 11, 24), "The end has to be later than the start.", IsProblem: true), Frame));
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
        yield return ("schemes", () => SchemesCard.Of(
            new(Welcome.Scheme, Welcome.Summary, [new("cld-peer-mentoring", "Professional peer mentoring in CLD settings")]), Frame));
        yield return ("schemes-one", () => SchemesCard.Of(new(Welcome.Scheme, Welcome.Summary, []), Frame));
        yield return ("digest", () => DigestCard.Of(
            new(["Peter Lloyd has no room just now, which is no reflection on you."], ["There is a question for you.", "Please look at how you work together."]), Frame));
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
