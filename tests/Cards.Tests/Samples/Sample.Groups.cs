using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    private const string Why = "Better questioning in mixed-age classes";

    private static Texts Learning => Texts.For((Language.Value ?? English).Culture.Name, new Words(
        "Member", "Member", "Professional learning leader", "Group session", "Group cycle", "Peer to peer learning", ForGroup: true));

    private static CardFrame InGroup => Frame with { Texts = Learning };

    public static readonly SessionNotes Session = new(
        Why, "Cleo Vance", YouLead: false, [], new SessionTip(3, 8, "Context: bring back what you learned elsewhere, and ask what would have to be different here."));

    private static readonly SessionNotes Leading = Session with
    {
        LedBy = null,
        YouLead = true,
        Agenda = ["Dev Anand: Maths mastery day", "Ada Moss: something from training"],
    };

    private static readonly FormGroupsCard.View.Asking Form = new(
        6, [new("0000002a000000000000000000000000", "St Aidan's Primary (5)")], [3, 4, 5, 6], ["skills", "role", "department"],
        new(null, [], 3, 6, ["skills", "role", "department"]), PurposeRequired: true, Yours: ["experience band"]);

    private static readonly FormGroupsCard.View.Proposed Groups = new(
        Why,
        "3 groups: 4, 4, 3. Why: every group has at least 5 different skills, no group is all from one department and nobody is with their line manager",
        [
            new("A", ["Ada Moss", "Dev Anand", "Hugo Lane", "Jack Osei"], ["Skills: phonics, outdoor learning, maths, chess, SEN, autism and spreadsheets", "4 departments, 2 schools"]),
            new("B", ["Ben Hale", "Finn Daly", "Gita Rao", "Ewa Nowak"], ["Skills: phonics, drama, maths, ICT, music and gardening", "4 departments, 2 schools"]),
            new("C", ["Cleo Vance", "Ines Prado", "Kate Doyle"], ["Skills: SEN, signing, ICT, Spanish, art and drama", "2 departments, 2 schools"]),
        ],
        [
            new("a1", "Ada Moss, group A"), new("a2", "Dev Anand, group A"), new("b1", "Ben Hale, group B"), new("b2", "Finn Daly, group B"),
            new("c1", "Cleo Vance, group C"),
        ],
        CanUndo: true, Page: 0, More: false);

    private static readonly JoinGroupCard.View Invitation = new(
        "Nia Rhys", Why, [new("Dev Anand", "Elm Park Primary"), new("Hugo Lane", "St Aidan's Primary"), new("Jack Osei", "St Aidan's Primary")], At(2026, 11, 30, 17, 30),
        Never: [new("a1b2", "Dev Anand"), new("c3d4", "Hugo Lane"), new("e5f6", "Jack Osei")]);

    private static readonly SessionLogCard.View Log = new(At(2026, 11, 24, 13, 0), Session, 1000);

    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> LearningGroups() =>
    [
        ("C32-form-groups", () => FormGroupsCard.Of(Form, InGroup)),
        ("C32-form-groups-problem", () => FormGroupsCard.Of(
            Form with { Schools = [], Filled = Form.Filled with { Purpose = Hostile }, Problem = "6 people do not go into groups of 5 to 5. Please choose other sizes." }, InGroup)),
        ("C32-form-groups-proposed", () => FormGroupsCard.Of(Groups, InGroup)),
        ("C32-form-groups-proposed-many", () => FormGroupsCard.Of(
            Groups with
            {
                Purpose = Hostile, Groups = [.. Enumerable.Range(0, FormGroupsCard.GroupsMost).Select(at => new FormGroupsCard.Group("A" + (char)('A' + at), [.. Enumerable.Repeat(Hostile[..20], 8)], [Long(200), Long(60)]))],
                People = [.. Enumerable.Range(0, 48).Select(at => new Choice($"{at:x16}", "A rather long name of a person, group AB"))], Page = 1, More = true, Notice = "It is as it was before.",
            },
            InGroup)),
        ("C32-form-groups-swap", () => FormGroupsCard.Of(
            new FormGroupsCard.View.Costs("Dev Anand", "Finn Daly", ["Group B would have two who bring phonics, and lose SEN.", "Group B would have fewer departments: 3 in place of 4.", "All in all the groups would be about 4 % less varied."], Loses: true, "a2.b2"), InGroup)),
        ("C32-form-groups-swap-free", () => FormGroupsCard.Of(
            new FormGroupsCard.View.Costs("Dev Anand", "Finn Daly", ["Nothing is lost.", "Group A would gain ICT.", "All in all the groups would be about 2 % more varied."], Loses: false, "a2.b2"), InGroup)),
        ("C33-session-log", () => SessionLogCard.Of(Log, InGroup)),
        ("C33-session-log-problem", () => SessionLogCard.Of(Log with { Notes = Leading, Part = "both", Note = Hostile, Problem = "Please leave out phone numbers." }, InGroup)),
        ("C33-session-log-no-note", () => SessionLogCard.Of(Log with { NoteMost = null, Notes = Session with { LedBy = null, Tip = null } }, InGroup)),
        ("group-offer", () => OfferCard.Of(
            new(
                ["Sharing what you know"], [new("Name", "Ewa Nowak"), new("School", "Elm Park Primary")], MissingFacts: false,
                [new(InputIds.Summary, "I can share", 200, "gardening", Required: true), new("wantToLearn", "I want to learn", 200, null, Required: false)], null, Willing: true,
                Bands: [new("under-2", "Under 2 years"), new("2-to-5", "2 to 5 years"), new("over-20", "Over 20 years")], Band: "2-to-5"),
            InGroup)),
        ("group-rates-file", () => ReportFileCard.Of(
            new(new Uri("https://peerbot.example/reports/x"), "How groups take part", At(2026, 11, 24, 11, 0), new(Verbs.GroupsRates, "How they take part")), InGroup)),
        ("group-together", () => MoveTogetherCard.Of(
            new(
                MoveTogetherCard.State.Asked, At(2026, 12, 8, 13, 0), new("2026-12-08T16:30:00Z", At(2026, 12, 8, 16, 30)), 45, MeetingMode.InPerson, "Ada Moss",
                ["4.30pm is after hours for this scheme: a group session is in the working day or starts by 4pm. You may still choose it together."],
                At(2026, 12, 8, 8, 30), Purpose: "Better questioning in mixed-age classes"),
            InGroup)),
        ("group-stays", () => MoveOffCard.Of(
            new(MoveOff.Declined, At(2026, 12, 8, 13, 0), At(2026, 12, 8, 16, 30), 45, MeetingMode.InPerson, "Ada Moss and Cleo Vance"), InGroup)),
        ("group-join", () => JoinGroupCard.Of(Invitation, InGroup)),
        ("group-join-manager", () => JoinGroupCard.Of(Invitation with { Reminder = true, Manager = "Hugo Lane", Managed = ["Jack Osei", "Dev Anand"], Purpose = Hostile }, InGroup)),
        ("group-share-item", () => ShareItemCard.Of(new ShareItemCard.View(), InGroup)),
        ("group-share-item-problem", () => ShareItemCard.Of(new ShareItemCard.View(Hostile, "Please leave out phone numbers."), InGroup)),
        ("group-pick-one", () => PickOneCard.Of(
            new PickOneCard.View(
                "Add somebody to group A", "The person is asked whether they would like to join. Booked sessions become theirs too.", "Your choice",
                [new("h1", "Hugo Lane, St Aidan's Primary"), new("j1", "Jack Osei, St Aidan's Primary")], Verbs.GroupAdd, "Ask this person", new Button(Verbs.GroupsHome, "Back")),
            InGroup)),
        ("group-pick-none", () => PickOneCard.Of(
            new PickOneCard.View(
                "Merge group A with", "None of your groups has room for all of them.", "Your choice", [], Verbs.GroupMerge, "Ask them", new Button(Verbs.GroupsHome, "Back"),
                "That is not possible any more."),
            InGroup)),
        ("group-rules-lead", () => GroundRulesCard.Of(
            new GroundRulesCard.View(
                GroundRulesCard.Step.Lead, "Ada Moss, Dev Anand and Hugo Lane", PairRole.Requester, new GroundRulesCard.Rules(null, ["teams", "work-email"], "none", []),
                Promise, ["Trust and transparency: reciprocal vulnerability", "Sharing", "Clarity"], PersonalPhonesNever: false, MayMeet: false), InGroup)),
        ("group-rules-lead-first", () => GroundRulesCard.Of(
            new GroundRulesCard.View(
                GroundRulesCard.Step.LeadFirst, "Nia Rhys", PairRole.Requester, new GroundRulesCard.Rules(null, ["teams", "work-email"], "none", []),
                Promise, ["Sharing", "Clarity"], PersonalPhonesNever: false), InGroup)),
        ("group-rhythm", () => RhythmCard.Of(
            new RhythmCard.View.Choosing(
                new RhythmCard.Offer([30, 45, 60], Modes, ["Learning conversation"], AsksQuorum: true),
                new RhythmCard.Rhythm(new RhythmCard.Pattern.ChooseDates(), 45, Modes[0], null, 1), "Ada Moss and Dev Anand", []), InGroup)),
        ("group-booked", () => BookedCard.Of(
            new BookedCard.View(
                BookedCard.State.Booked, At(2026, 12, 1, 13, 0), 45, Modes[0], "Ada Moss, Dev Anand and Hugo Lane", "Peer support – protected time", Notes: Session), InGroup)),
        ("group-reminder", () => ReminderCard.Of(
            new ReminderCard.View(At(2026, 12, 1, 13, 0), 45, Modes[0], "Ada Moss, Dev Anand and Hugo Lane", Question: "What have you tried or seen elsewhere that could be adapted here?", Notes: Leading),
            InGroup)),
        ("group-review", () => ReviewCard.Of(
            new ReviewCard.View("Ada Moss, Dev Anand and Hugo Lane", null, null, null, new ReviewCard.Extension(false), LookBack: "What difference did it make for pupils?"), InGroup)),
        ("group-finish", () => FinishCard.Of(new FinishCard.View("Ada Moss, Dev Anand and Hugo Lane"), InGroup)),
    ];
}
