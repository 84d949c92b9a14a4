using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    private static readonly string[] Benefits =
    [
        "Access to a colleague with current experience of school management",
        "Opportunity to talk through issues of concern",
        "Access to a confidential critical friend who may provide a different perspective",
        "Support in decision making",
    ];

    public static readonly WelcomeCard.View Welcome = new(
        "Amira", "Headteacher peer support (maintained schools)",
        "A headteacher may ask for a short cycle of confidential peer support from a trained headteacher volunteer.",
        Benefits, OtherHelp, Promise, [new(Verbs.RequestStart, "Ask for support"), new(Verbs.SupporterStart, "Offer support")]);

    public static readonly RequestCard.View Request = new("Oakfield Primary (maintained, 210 pupils)", Modes, OtherHelp);

    public static readonly ProfileCard.View Profile = new(
        "0", Grace, "North Shropshire", "100 to 210 pupils", "Rural, voluntary controlled", "Primary",
        "Headteacher for nine years, two of them with an executive role. I have led a school out of a difficult inspection and through a building project. "
        + "I listen first, and I am glad to think aloud with you about staffing, governors and looking after yourself.",
        "Works in a school of a similar size, in another part of the county.", 2, 1, 5, 7, null, 1, 3);

    public static readonly ConfirmChoicesCard.View Choices = new(
        [new("1", Peter, "Hillside Federation"), new("0", Grace, "Brook Lane Primary")], Promise, OtherHelp);

    public static readonly AskCard.View Ask = new(Amira, Oakfield, "workload", ModeValues.Either, At(2026, 11, 30, 17, 30), 1, Promise);

    public static readonly PairedCard.Pairing Pairing = new(
        PairRole.Supporter, new LocalDate(2026, 11, 30), 6, 6, new LocalTime(8, 30), new LocalTime(17, 30), TermTimeOnly: true, PersonalPhonesNever: true);

    public const string Note = "Two years in, feeling stretched since the inspection.";

    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> Asking()
    {
        yield return ("C01-welcome", () => WelcomeCard.Of(Welcome, Frame));
        yield return ("C01-welcome-languages", () => WelcomeCard.Of(
            Welcome with { FirstName = null, Ways = [Welcome.Ways[0]], OtherHelp = [], Languages = [new("en-GB", "English"), new("gd-GB", "Gàidhlig")] }, Frame));
        yield return ("C01-welcome-schemes", () => WelcomeCard.Of(
            Welcome with { OtherSchemes = [new("cld-peer-mentoring", "Professional peer mentoring in CLD settings")] }, Frame));
        yield return ("C02-request", () => RequestCard.Of(Request, Frame));
        yield return ("C02-request-again", () => RequestCard.Of(
            Request with
            {
                Area = "workload",
                Note = Long(RequestCard.NoteMost),
                Mode = "teams",
                Problem = "Please leave out phone numbers. Personal phones are not used in the scheme.",
            },
            Frame));
        yield return ("C03-profile", () => ProfileCard.Of(Profile, Frame));
        yield return ("C03-profile-chosen", () => ProfileCard.Of(Profile with { Rank = 1 }, Frame));
        yield return ("C03-profile-full", () => ProfileCard.Of(Profile with { Picked = 3, Position = 7, From = 6, To = 7 }, Frame));
        yield return ("C03-profile-extreme", () => ProfileCard.Of(
            Profile with { Name = Hostile, Summary = Hostile + "\n" + Long(ProfileCard.SummaryMost), Reason = Hostile, Region = Hostile, SchoolType = Hostile }, Frame));
        yield return ("C04-choices", () => ConfirmChoicesCard.Of(Choices, Frame));
        yield return (
            "C04-choices-one", () => ConfirmChoicesCard.Of(Choices with { Choices = [Choices.Choices[0]], TickMissing = true }, Frame));
        yield return ("C04-choices-extreme", () => ConfirmChoicesCard.Of(
            Choices with { Choices = [.. Enumerable.Range(0, 5).Select(i => new ConfirmChoicesCard.Picked($"{i}", Hostile, Long(120)))] }, Frame));
        yield return ("C36-sent-weekend", () => RequestSentCard.Of(
            new("2026-014", Peter, RequestSentCard.Held.Weekend, At(2026, 11, 23, 8, 30), At(2026, 11, 30, 17, 30)), Frame));
        yield return ("C36-sent-at-once", () => RequestSentCard.Of(
            new("2026-014", Peter, null, At(2026, 11, 24, 10, 0), At(2026, 12, 1, 17, 30)), Frame));
        yield return ("C05-ask", () => AskCard.Of(Ask, Frame));
        yield return ("C05-ask-reminder", () => AskCard.Of(Ask with { Reminder = true, Area = null, RequesterName = Hostile }, Frame));
        yield return ("C06-decline", () => DeclineCard.Of(new(new LocalDate(2026, 11, 24)), Frame));
        yield return (
            "C07-paired-requester",
            () => PairedCard.Of(new PairedCard.View.ForRequester(Grace, "Brook Lane Primary", Pairing, Chat), Frame));
        yield return (
            "C07-paired-supporter", () => PairedCard.Of(new PairedCard.View.ForSupporter(Amira, Oakfield, Pairing, Chat, Note), Frame));
        yield return ("C07-paired-contact-made", () => PairedCard.Of(
            new PairedCard.View.ForSupporter(Amira, Oakfield, Pairing with { ContactMadeOn = new LocalDate(2026, 11, 26) }, Chat, null), Frame));
        yield return ("C07-paired-extreme", () => PairedCard.Of(
            new PairedCard.View.ForSupporter(Hostile, Hostile, Pairing with { FirstContactBy = null, Months = null }, null, Hostile + Long(300)), Frame));
        yield return ("U01-nobody-free", () => NobodyFreeCard.Of(new(OtherHelp), Frame));
        yield return ("U17-not-eligible", () => NotEligibleCard.Of(
            new(["Works at a maintained school", "Is a headteacher or head of school"], Coordinator, OtherHelp), Frame));
        yield return ("U17-coordinator-decides", () => NotEligibleCard.Of(
            new(["Works at a maintained school", "Is a headteacher or head of school"], Coordinator, OtherHelp, CoordinatorDecides: true), Frame));
        yield return ("C36-kept", () => RequestTakenCard.Of(new("2026-014", RequestTakenCard.Waits.ForSomebodyFree, "Sam Reid"), Frame));
        yield return ("C36-with-coordinator", () => RequestTakenCard.Of(new("2026-014", RequestTakenCard.Waits.ForCoordinator, Hostile), Frame));
        yield return ("U02-choose-again", () => ChooseAgainCard.Of(new("2026-014", ChooseAgainCard.Why.NobodyCould, "Sam Reid", OtherHelp), Frame));
        yield return ("U02-yours-again", () => ChooseAgainCard.Of(new("2026-014", ChooseAgainCard.Why.YoursAgain, "Una Flett", []), Frame));
        yield return ("U01-somebody-free", () => ChooseAgainCard.Of(new("2026-014", ChooseAgainCard.Why.SomebodyIsFree, "Sam Reid", []), Frame));
        yield return ("U16-already-paired", () => AlreadyPairedCard.Of(new("7f9c2ba4e88f4c1d9b0a5d3e6f1a2b3c", Grace, new LocalDate(2027, 5, 28), "Sam Reid"), Frame));
        yield return ("U16-already-paired-extreme", () => AlreadyPairedCard.Of(new("7f9c2ba4e88f4c1d9b0a5d3e6f1a2b3c", Hostile, null, Hostile), Frame));
        yield return ("gate-before-asking", () => GateCard.Of(
            new("2026-014", $"{Amira}, {Oakfield}", [$"{Peter}, Hillside Federation", $"{Grace}, Brook Lane Primary"], Introduces: false), Frame));
        yield return ("gate-before-introduction", () => GateCard.Of(new("2026-014", Hostile, [Hostile], Introduces: true), Frame));
        yield return ("S213-start-for", () => StartForCard.Of(
            new([new("a1", $"{Amira}, {Oakfield}"), new("a3", $"{Grace}, Brook Lane Primary")]), Frame));
        yield return ("S213-offered", () => OfferedRequestCard.Of(new("Sam Reid"), Frame));
    }
}
