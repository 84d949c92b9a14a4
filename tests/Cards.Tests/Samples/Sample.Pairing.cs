using PeerBot.Domain.Scheduling;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    private static readonly string[] ChoosePrompts =
        ["Can you have challenge with this person?", "Is this more than a friend, an acquaintance or a colleague?", "Is there mutual respect?"];

    private static readonly JoinCard.View Joining = new(
        ["I understand myself.", "I understand how I work and my trigger points.", "I understand how I learn.", "I am willing to develop.", "I am willing to be challenged."],
        [new("Name", Amira), new("Authority", "Highland")],
        [new("section", "Section of CLD", 100, null, Required: false), new(InputIds.Summary, "How I work and what I would like to be challenged on", 600, null, Required: true)],
        [new("cld", "Works in community learning and development in any role")], [new(Verbs.SignpostShow, "I want a buddy", "0")]);

    private static readonly ThemeCard.View Theme = new(
        "T4", "Adopting creative and constructive approaches to problem solving",
        "Evidence – and how do you know? Ask yourself: what evidence do you have of this?", new LocalDate(2026, 11, 20), "Notes of my team meeting");

    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> Pairing_each_other()
    {
        yield return ("C01-welcome-keys", () => WelcomeCard.Of(
            Welcome with
            {
                Keys = ["Professional support and challenge with a peer", "Creating and encouraging enthusiasm", "Discovering creativity and drive in each other"],
                Sentences = ["It complements your current arrangements: it replaces no line management or supervision."],
            },
            Frame));
        yield return ("find-colleague", () => FindColleagueCard.Of(new(), Frame));
        yield return ("find-colleague-unknown", () => FindColleagueCard.Of(new("Morag", Problem: "I know nobody of that name whom I could ask. Please look at the spelling."), Frame));
        yield return ("find-colleague-several", () => FindColleagueCard.Of(new(Hits: [new("a", "Morag Leask, Sound High School"), new("b", "Morag Sinclair, Sound High School")]), Frame));
        yield return ("invitation-named", () => InvitationCard.Of(
            new(
                "Amira Khan has named you", "Welcome, and thank you for thinking about it. Amira Khan would like you to be their supporter. The scheme: Aspiring Middle Leadership.", "Amira Khan, Oakfield Primary",
                ["20 to 40 minutes for each conversation are suggested. You two may agree on something else.", "You do not need to be familiar with the programme content."], null,
                "I agree", At(2026, 12, 8, 17, 30), Promise),
            Frame));
        yield return ("invitation-chosen", () => InvitationCard.Of(
            new(
                "Amira Khan has chosen you", "Amira Khan has chosen you. Choose back? You are a pair only if you both choose. The scheme: CLD peer mentoring.", "Amira Khan, Oakfield Primary", ChoosePrompts,
                "I like a direct question.", "Choose back", At(2026, 12, 8, 17, 30), Promise, Reminder: true),
            Frame));
        yield return ("leaflet", () => LeafletCard.Of(
            new(
                "Learning for me", "All of these are optional, and very much up to you.", ["Short video: Taming the Advice Monster"], "Nobody notes what you open or finish.",
                [("Short video: Taming the Advice Monster", new("https://example.org/video"))], [new(Verbs.CardOk, "Fine")]),
            Frame));
        yield return ("leaflet-choose", () => LeafletCard.Of(
            new(
                "Choose Grace Obi?", "Please think about these first.", ChoosePrompts, "I ask for no answer and keep none.",
                Buttons: [new(Verbs.PeerInvite, "Send my invitation", "k"), new(Verbs.PeerList, "Back to the list")]),
            Frame));
        yield return ("join", () => JoinCard.Of(Joining, Frame));
        yield return ("join-again", () => JoinCard.Of(Joining with { Joined = true, Problem = "Please leave out phone numbers." }, Frame));
        yield return ("peer-list", () => PeerListCard.Of(
            new(
                [
                    new("a", Grace, [new("Authority", "Shetland Islands"), new("Section of CLD", "Youth work")], "I work outdoors, with young people."),
                    new("b", Peter, [new("Authority", "Highland"), new("Section of CLD", "Adult learning")], Hostile),
                ],
                7, 0, ["Highland", "Shetland Islands"], ["Adult learning", "Youth work"], null, "Youth work", [new(Verbs.SignpostShow, "I want a buddy", "0")]),
            Frame));
        yield return ("peer-list-one", () => PeerListCard.Of(
            new([new("a", Grace, [new("Authority", "Shetland Islands")], "I work outdoors, with young people.")], 1, 0, ["Shetland Islands"], [], null, null, []), Frame));
        yield return ("peer-list-nobody", () => PeerListCard.Of(new([], 0, 0, [], [], null, null, []), Frame));
        yield return ("themes", () => ThemesCard.Of(
            new(
                "The list below is designed to prompt thinking and is not a checklist. You can add your own if helpful.",
                [new("T4", Theme.Name!, Theme.On), new("T5", "Displaying confidence in my own judgement"), new("n1", "Speaking up in big meetings", Own: true)], MayAdd: true),
            Frame));
        yield return ("theme", () => ThemeCard.Of(Theme, Frame));
        yield return ("theme-own", () => ThemeCard.Of(Theme with { Arg = "own", Name = null, On = null, Evidence = null, Problem = "Please give your theme a name." }, Frame));
        yield return ("topics", () => TopicsCard.Of(
            new(
                Grace,
                [
                    new("a", "Leading without a title", Agreed: true, Mine: true), new("b", "Saying no kindly", Agreed: false, Mine: true), new("c", Hostile, Agreed: false, Mine: false),
                ]),
            Frame));
        yield return ("topics-none", () => TopicsCard.Of(new(Grace, [], Problem: "Please write a few words first."), Frame));
        yield return ("extra-meeting", () => ExtraMeetingCard.Of(
            new(Grace, [new("2026-12-03T15:30:00Z", At(2026, 12, 3, 15, 30)), new("2026-12-08T13:15:00Z", At(2026, 12, 8, 13, 15))], 60, MeetingMode.Teams, More: true), Frame));
        yield return ("extra-meeting-none", () => ExtraMeetingCard.Of(new(Grace, [], 60, MeetingMode.Teams, More: false), Frame));
        yield return ("write", () => WriteCard.Of(
            new("What I learned", "Optional, and only you can read it.", "What have you learned from supporting?", "What you take along", Verbs.LearnedSave), Frame));
        yield return ("write-comment", () => WriteCard.Of(
            new("Say something to this entry", "One comment, for Amira Khan alone.", null, "Your comment", Verbs.CommentSave, "e1", Hostile, "Please leave out phone numbers."), Frame));
        yield return ("C17-journal-shared-comment", () => JournalListCard.Of(
            new(
                [
                    new("e1", new LocalDate(2026, 12, 3), "I tried waiting longer after my question.", Shared: true, Comment: "What did the pupils do while you waited?"),
                    new("e2", new LocalDate(2026, 12, 10), "It is getting easier.", Shared: true),
                ],
                Owner: Amira),
            Frame));
        yield return ("C17-journal-own-comment", () => JournalListCard.Of(
            new(
                [new("e1", new LocalDate(2026, 12, 3), "I tried waiting longer.", Shared: true, Comment: "What did the pupils do?")], Partner: Grace, CanWrite: true, CommentBy: Grace),
            Frame));
        yield return ("learning-record-file", () => MyDataFileCard.Of(new(new("https://peerbot.example.org/my-data/x"), new LocalDateTime(2026, 12, 1, 11, 5), JournalOnly: false, Record: true), Frame));
    }
}
