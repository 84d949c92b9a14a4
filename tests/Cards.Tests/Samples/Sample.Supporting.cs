using NodaTime;
using PeerBot.Domain.People;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests.Samples;

internal static partial class Sample
{
    private const string Statement = "Ruth Ellis, head of a school nearby, has seen me coach two deputies into headship.";

    public static readonly OfferCard.View Volunteer = new(
        [
            "Professional development", "Opportunity to support fellow leaders",
            "Contribution to a school led improvement model that strengthens education in Shropshire",
        ],
        [
            new("Name", "Hannah Cole"), new("Region of Shropshire", "East"), new("Size of school", "211 to 420 pupils"),
            new("School type (federation, rural and so on)", "Voluntary aided"), new("Phase", "Primary"),
        ],
        MissingFacts: false, [new(InputIds.Summary, "Short summary of background and skills", 600, null, Required: true)], null, Willing: false);

    public static readonly CriteriaCard.View Criteria = new(
        new("5 years or more as a headteacher", new LocalDate(2018, 9, 1), [], "8 full years so far. The scheme asks for 5."),
        [
            new("local-processes", "Good understanding of Shropshire processes", Ticked: true),
            new("track-record", "A proven track record of excellent coaching or mentoring skills", Ticked: false),
        ],
        AsksReferee: true, Statement, "One word for the whole school: good (Ofsted, Friday 12 May 2023). This meets what the scheme asks.", new LocalDate(2026, 11, 24));

    public static readonly AvailabilityCard.View Availability = new(
        1, 3, 0, null, Paused: false, [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday], null, [],
        new LocalDate(2027, 1, 15));

    public static readonly ApprovalCard.View Approval = new(
        "Hannah Cole", "Mill Road Primary", ApprovalCard.Stage.Waiting,
        [
            new("5 years or more as a headteacher", "met (since Saturday 1 September 2018)"), new("Current school judged good or better at the last Ofsted", "met"),
            new("Good understanding of Shropshire processes", "met (declared)"),
            new("A proven track record of excellent coaching or mentoring skills", "declared, please check"),
            new("Is a serving headteacher", "met (the register says: headteacher)"),
        ],
        Statement, "Ten years of listening to colleagues.", [new("track-record", "A proven track record of excellent coaching or mentoring skills", Ticked: false)],
        new ApprovalCard.InspectionView(
            "One word for the whole school: good (Ofsted, Friday 12 May 2023)", [new("Overall effectiveness", "good")], null, "met", Decides: false, null, null, null));

    public static readonly ApprovalCard.InspectionView ReportCard = new(
        "Report card: strong standard and expected standard (Ofsted, Thursday 12 March 2026)",
        [
            new("Leadership and governance", "strong standard"), new("Curriculum and teaching", "expected standard"), new("Achievement", "expected standard"),
            new("Attendance and behaviour", "strong standard"), new("Personal development and well-being", "expected standard"), new("Inclusion", "expected standard"),
            new("Safeguarding", "met"), new("Later visit", "Thursday 1 October 2026, standard confirmed"),
        ],
        new Uri("https://reports.ofsted.example/1"), "coordinator decides", Decides: true, SuggestedRule: true, null, null);

    private static IEnumerable<(string Name, Func<AdaptiveCard> Card)> Supporting()
    {
        yield return ("C22-offer", () => OfferCard.Of(Volunteer, Frame));
        yield return ("C22-offer-again", () => OfferCard.Of(
            Volunteer with
            {
                Fields = [new(InputIds.Summary, "Short summary of background and skills", 600, Hostile, Required: true), new("skills", "Skills", 300, Long(300), Required: false)],
                Experience = Long(OfferCard.ExperienceMost),
                Willing = true,
                MissingFacts = true,
                Problem = "Please leave out phone numbers. Personal phones are not used in the scheme.",
            },
            Frame));
        yield return ("C03-profile-preview", () => ProfileCard.Of(Profile with { Preview = true, Position = 1, From = 1, To = 1, Total = 1, Picked = 0 }, Frame));
        yield return ("C23-criteria", () => CriteriaCard.Of(Criteria, Frame));
        yield return ("C23-criteria-earlier", () => CriteriaCard.Of(
            Criteria with
            {
                Years = Criteria.Years! with { Earlier = ["Tuesday 1 September 2015 to Friday 1 September 2017"] },
                Referee = Hostile,
                Problem = "This is still to be filled in: a referee or a short statement.",
            },
            Frame));
        yield return ("C23-criteria-bare", () => CriteriaCard.Of(
            new(null, [new("agreed", "Has agreed to act", Ticked: false)], AsksReferee: false, null, null, new LocalDate(2026, 11, 24)), Frame));
        yield return ("C24-training", () => PromptCard.Of(
            new(
                "Training comes next", "Thank you, you are approved. Training is at UCS. It is paid by: Local authority. It costs you nothing.",
                [new("Thursday 14 January 2027", "9.30am, UCS, room 2"), new("Thursday 21 January 2027", "Time and place follow")],
                [
                    new(Verbs.TrainingBook, "Book Thursday 14 January 2027", "1"), new(Verbs.TrainingBook, "Book Thursday 21 January 2027", "2"),
                    new(Verbs.TrainingNoneSuit, "None suit"),
                ]),
            Frame));
        yield return ("C24-ready", () => PromptCard.Of(
            new(
                "Your training is done", "You are ready. Show your profile now?", [],
                [new(Verbs.SupporterList, "Yes, show it"), new(Verbs.SupporterPreview, "Preview card"), new(Verbs.CardOk, "Not now")],
                "Nobody sees it before you say yes, and you may pause or leave the list at any time."),
            Frame));
        yield return ("C25-availability", () => AvailabilityCard.Of(Availability, Frame));
        yield return ("C25-availability-paused", () => AvailabilityCard.Of(
            Availability with
            {
                Capacity = 3,
                Held = 2,
                Paused = true,
                Days = [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday],
                Away = ["Monday 18 January 2027 to Friday 22 January 2027"],
            },
            Frame));
        yield return ("C25-availability-paused-until", () => AvailabilityCard.Of(Availability with { PausedUntil = new LocalDate(2027, 2, 1) }, Frame));
        yield return ("C25-leave", () => PromptCard.Of(
            new(
                "Leave the list?",
                "Your profile is shown to nobody from then on, and the support you give now ends. People you support now: 1. They are told kindly, and never why. If you would like to finish with them first, a pause does that.",
                [], [new(Verbs.SupporterHome, "Stay"), new(Verbs.SupporterLeaveConfirm, "Yes, leave"), new(Verbs.SupporterPause, "Pause instead")]),
            Frame));
        yield return ("supporter-home", () => PromptCard.Of(
            new(
                "Your support for others", "Thank you for the time you give. You may change how much at any time.",
                [
                    new("People you support", "1 of 2"), new("Meetings ahead", "2, the next on Thursday 3 December 2026, 10am"), new("Your profile", "is shown"),
                    new("Supported before, with thanks", "3"),
                ],
                [
                    new(Verbs.SupporterAvailability, "What I can take on"), new(Verbs.SupporterPause, "Pause now"), new(Verbs.SupervisionAsk, "Supervision"),
                    new(Verbs.SupporterOffer, "Profile"), new(Verbs.ConcernShow, "I need to share a concern"),
                ]),
            Frame));
        yield return ("C26-supervision", () => SupervisionCard.Of(new([new("2027-01-11", "Week of Monday 11 January 2027"), new("2027-01-18", "Week of Monday 18 January 2027")]), Frame));
        yield return ("C26-supervision-times", () => SupervisionCard.Times(
            new("Eve Stone", [new("a", At(2027, 1, 11, 10, 0)), new("b", At(2027, 1, 12, 13, 0)), new("c", At(2027, 1, 13, 15, 30))], 60, More: true), Frame));
        yield return ("C26-supervision-no-times", () => SupervisionCard.Times(new(Hostile, [], 60, More: false, "That time is taken by now."), Frame));
        foreach (var stage in Enum.GetValues<ApprovalCard.Stage>())
            yield return ($"C29-approval-{stage}", () => ApprovalCard.Of(Approval with { Stage = stage }, Frame));
        yield return ("C29-approval-report-card", () => ApprovalCard.Of(Approval with { Inspection = ReportCard, Problem = "Please give a reason. It is kept with your name and the date." }, Frame));
        yield return ("C29-approval-nothing-recorded", () => ApprovalCard.Of(
            Approval with { Name = Hostile, School = Hostile, Referee = Hostile, Experience = Long(600), Inspection = null, Checks = [] }, Frame));
        yield return ("C29-inspection-kind", () => InspectionCard.Choose(Frame));
        foreach (var framework in Enum.GetValues<InspectionFramework>())
            yield return ($"C29-inspection-{InspectionWords.Key(framework)}", () => InspectionCard.Of(new(framework, new LocalDate(2026, 11, 24)), Frame));
        yield return ("C29-training-dates", () => TrainingDatesCard.Of(
            new("UCS", [new("1", "Thursday 14 January 2027, 9.30am, UCS, room 2"), new("2", "Thursday 21 January 2027")], 2, new LocalDate(2026, 11, 25)), Frame));
        yield return ("C29-training-dates-none", () => TrainingDatesCard.Of(new(null, [], 0, new LocalDate(2026, 11, 25), "Please choose a day after today."), Frame));
        yield return ("C29-approvals", () => PromptCard.Of(
            new(
                "Volunteers and supporters", "2 things wait for you, the longest first.",
                [new("Hannah Cole", "volunteer to look at, since Monday 23 November 2026"), new(Grace, "asks for supervision, week of Monday 7 December 2026, since Tuesday 24 November 2026")],
                [
                    new(Verbs.ApprovalOpen, "Look at Hannah Cole", "1"), new(Verbs.ApprovalTaskDone, "Passed on: Grace Obi", "2"), new(Verbs.TrainingDates, "Training dates"),
                    new(Verbs.PoolShow, "Who is in the pool"),
                ]),
            Frame));
    }
}
