using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

/// <summary>Aggregates with a value in every place.</summary>
internal static class Sample
{
    public const string Programme = "headteacher-peer-support";

    public static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 8, 30);
    public static readonly PersonId Amira = PersonId.Of("Tenant-1", "Amira");
    public static readonly PersonId Cleo = PersonId.Of("Tenant-1", "Cleo");
    public static readonly PersonId Eve = PersonId.Of("Tenant-1", "Eve");
    public static readonly PersonId Bob = PersonId.Of("Tenant-1", "Bob");
    public static readonly OrganisationId Oakfield = new(Guid.Parse("0a0a0a0a-0000-0000-0000-000000000001"));
    public static readonly CycleId CycleId = new(Guid.Parse("0c0c0c0c-0000-0000-0000-000000000001"));
    public static readonly RequestId RequestId = new(Guid.Parse("0e0e0e0e-0000-0000-0000-000000000001"));
    public static readonly AskId AskId = new(Guid.Parse("0f0f0f0f-0000-0000-0000-000000000001"));
    public static readonly MeetingId MeetingId = new(Guid.Parse("0d0d0d0d-0000-0000-0000-000000000001"));

    public static readonly GroupId GroupId = new(Guid.Parse("0b0b0b0b-0000-0000-0000-000000000001"));

    private static readonly ProgrammeKey Version = new(Programme, 3);

    public static Person Person(PersonId id, OrganisationId? organisation = null) => new(
        id, "Amira Khan", "a.khan@oakfield.example", "headteacher", organisation ?? Oakfield, "cy-GB", "Europe/London", Bob, "Leadership");

    public static Organisation Organisation(OrganisationId id) => new(
        id, "Oakfield \"Primary\" – Ysgol", "Local authority maintained schools", "North", 212, "Community school, rural", "Primary",
        new SchoolGroup("g1", "Oak Trust"), "Ludlow", "Shropshire", new LocalTime(8, 45), new LocalTime(15, 20), "shropshire");

    public static SupporterProfile Supporter(PersonId id, SupporterState state = SupporterState.Listed) => new(
        id, Programme, state, "Twenty years in small schools.", 3, 1, new LocalDate(2026, 9, 1), new LocalDate(2026, 9, 2),
        new LocalDate(2026, 12, 1), [Bob], new Dictionary<string, string> { ["skills"] = "Budgets" }, new LocalDate(2026, 8, 31), null,
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday], [new Absence(new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 4))], Now,
        new Supervision(MeetingId, Now, new LocalDate(2026, 12, 7), Bob, Now, 45, "event-2", Written: false));

    public static SupportRequest Request(RequestId id) => new(
        id, "2026-014", Version, Amira, RequestState.Asking, "workload", MeetingMode.InPerson, [Bob, Amira], Now, "sooner");

    public static Ask Ask(AskId id, RequestId request, AskState state = AskState.Sent) => new(
        id, request, Version, Amira, Bob, state, Now, Now + Duration.FromDays(3), DeclineReason.NotMyArea);

    public static Cycle Cycle(CycleId id, CadencePattern pattern) => new(
        id, RequestId, Version, Amira, Bob, CycleState.Active, Now, new LocalDate(2026, 11, 30),
        new GroundRules("Oakfield", ["teams", "work-email"], NotesKeptBy.EachOwn, 2, [Amira, Bob], Bob, new LocalDate(2026, 11, 25)),
        new CadenceAgreement(
            pattern, 45, MeetingMode.Teams, "listen", Amira, [Amira, Bob], ["S2-18"], 4, 3, 1),
        CloseReason.Completed, Now + Duration.FromHours(1), Stalled: true,
        new CycleReview(Now, new Dictionary<string, ReviewWish> { [Amira.Value] = ReviewWish.Extend }, WaitsForCoordinator: true, Decision: ReviewDecision.TalkFirst),
        new CycleExtension(new LocalDate(2027, 9, 1), 3), Watched: true,
        new DatesAgreement([Now, Now + Duration.FromDays(28)], Bob, [Bob], ["S0-06"], 3, 3), new LocalDate(2026, 11, 27), Paused: true,
        new LocalDate(2026, 12, 1), new LocalDate(2026, 12, 2), "Q-assess-1", [new SharedView(Bob, "card-3")]);

    /// <summary>The cycle of a group that Eve leads and that somebody has left.</summary>
    public static Cycle Cycle(GroupId id) => Cycle(id.Cycle, Patterns[0]) with { Requester = Eve, Supporter = Eve, Members = [Amira, Bob], Former = [Cleo] };

    public static LearningGroup Group(GroupId id) => new(
        id, Version, "A", "Better questioning 🙂", Eve, Now, GroupState.Running,
        [new GroupMember(Amira, MemberState.Joined, Now), new GroupMember(Bob, MemberState.Asked, Now + Duration.FromDays(5))]);

    public static Meeting Meeting(MeetingId id, Instant? start = null) => new(
        id, CycleId, Amira, [Bob], start ?? Now, 60, MeetingMode.Teams, true, MeetingState.NotHeld, NotHeldReason.Missed,
        new Dictionary<string, bool> { [Amira.Value] = true, [Bob.Value] = false }, CalendarState.Written, "event-1",
        new Uri("https://teams.example/l/meetup?x=1&y=%20"), 5, 2, new EventSeen(Now, "W/\"1\"", true, Now, 45, [Bob]), 1, Bob, Shortened: true, Kind: "observe",
        Parts: new Dictionary<string, SessionPart> { [Bob.Value] = SessionPart.Both });

    public static SelfEvaluation SelfEvaluation(Occasion occasion) => new(
        Amira, CycleId, occasion, "mentoring", 1, new Dictionary<string, Confidence> { ["s1.1"] = Confidence.Quite },
        new Dictionary<string, string> { ["s1"] = "Because I did it." }, "s2", Now, "Amira", new LocalDate(2026, 11, 23), true);

    public static PrivateNote Note(NoteKind kind, string text = "I worry about 'x' <b> 🙂") => new(
        Guid.NewGuid(), Amira, kind, CycleId.ToString(), text, true, Now);

    public static CycleFeedback Feedback(Permission permission) => new(
        CycleId, Amira, new Dictionary<string, string> { ["q1"] = "2", ["q2"] = "Very \u0007 good" }, permission, "Thank you", Now, SharedAt: Now);

    public static SupporterApplication Application(PersonId person) => new(
        person, Programme, [new ServicePeriod(new LocalDate(2018, 9, 1), new LocalDate(2020, 8, 31)), new ServicePeriod(new LocalDate(2021, 1, 1))],
        ["local-processes"], "Ask Eve 🙂", Now, "Ten years", new LocalDate(2026, 11, 20), ["local-processes"],
        new InspectionRecord(
            "ofsted", InspectionFramework.ReportCard, new LocalDate(2026, 3, 12), new Dictionary<string, string> { ["inclusion"] = "expected-standard" }, true,
            new Uri("https://reports.example/1"), new UngradedVisit(new LocalDate(2026, 10, 1), true), InspectionDecision.Met, Bob, new LocalDate(2026, 11, 20),
            "All at the standard", new LocalDate(2027, 11, 20)),
        ApplicationAnswer.Approved, new LocalDate(2026, 11, 21), Bob, new LocalDate(2027, 11, 21), new LocalDate(2027, 9, 1));

    public static CoordinatorTask Task(TaskKind kind = TaskKind.Supervision, Instant? since = null) => new(
        Guid.NewGuid(), Programme, kind, since ?? Now, Bob, CycleId.ToString(), new LocalDate(2026, 12, 7), Now + Duration.FromHours(1), Amira);

    public static AuditEntry Audit(Instant? at = null) => new(Guid.NewGuid(), Programme, Bob, Amira, "cycle.viewed", CycleId.ToString(), at ?? Now);

    public static RightsRequest Rights() => new(
        Guid.NewGuid(), "DP-2026-003", Programme, Amira, RightsKind.Complaint, Now, new LocalDate(2026, 12, 23), new LocalDate(2026, 11, 24),
        new LocalDate(2026, 12, 1));

    public static LocalSettings Settings() => new(
        [
            new CalendarChange(Guid.NewGuid(), "Snow", new LocalDate(2027, 1, 12), new LocalDate(2027, 1, 13), "shropshire", null, Bob, Now),
            new CalendarChange(
                Guid.NewGuid(), "One-off", new LocalDate(2027, 6, 15), new LocalDate(2027, 6, 15), null, Domain.Programmes.BankHolidayDivision.Scotland, Bob, Now),
        ],
        new Dictionary<string, Contact>
        {
            ["noss"] = new("noss", "NOSS", "Counselling", "0345", "a@b.example", "9 to 5", "Eve", "Nobody", Bob, new Uri("https://noss.example/")),
        },
        [new RoleHolders(Programme, "coordinator", [Bob])], new Dictionary<string, Instant> { ["directory"] = Now },
        [new TrainingDate(Guid.NewGuid(), Programme, new LocalDate(2027, 1, 14), new LocalTime(9, 30), "UCS, room 2")]);

    public static Conversation Conversation(string id, PersonId person, string state = "{}") => new(
        id, person, """{"serviceUrl":"https://smba.trafficmanager.net/uk/"}""", state, Now);

    public static LocalEventRow Event(MeetingId id, Instant start) => new(
        id, [Amira, Bob], "Peer support – protected time", start, start + Duration.FromHours(1), 1, false, Now);

    public static BusyTimesRow BusyTimes(PersonId person) => new(
        person, [new Interval(Now, Now + Duration.FromHours(2))],
        [
            new WeeklyBusyTime(
                [IsoDayOfWeek.Monday, IsoDayOfWeek.Friday], new LocalTime(9, 0), new LocalTime(9, 20),
                DateTimeZoneProviders.Tzdb["Europe/London"]),
        ]);

    public static readonly CadencePattern[] Patterns =
    [
        new CadencePattern.EveryNWeeks(2, IsoDayOfWeek.Monday, new LocalTime(16, 0)),
        new CadencePattern.MonthlyByWeekday(Ordinal.Last, IsoDayOfWeek.Monday),
        new CadencePattern.OncePerTerm(IsoDayOfWeek.Thursday, new LocalTime(14, 0)),
        new CadencePattern.ChosenDates([new LocalDateTime(2026, 12, 3, 16, 30)]),
        new CadencePattern.AsAgreed(),
    ];

    public static readonly Errand[] Errands =
    [
        new Errand.DeliverAsk(AskId), new Errand.RemindAsk(AskId), new Errand.LapseAsk(AskId),
        new Errand.TellAskMoved(AskId, new AskId(Guid.NewGuid())), new Errand.TellUnmatched(RequestId), new Errand.TellOvertaken(AskId),
        new Errand.TellPaired(CycleId, Amira), new Errand.ShowGroundRules(CycleId, Amira), new Errand.ShowCadence(CycleId, Bob),
        new Errand.OfferTimes(CycleId, Bob), new Errand.WriteCalendar(MeetingId, Amira, "card-1", InSeries: true, Quiet: true),
        new Errand.ShowDates(CycleId, Bob),
        new Errand.ReadBackCalendar(CycleId),
        new Errand.TellCalendarNews(MeetingId, Bob, CalendarNews.MovedOutsideTheRules, 3), new Errand.TellMeeting(MeetingId, Amira, Bob, null), new Errand.RemindMeeting(MeetingId, Bob, Now),
        new Errand.AskDidYouMeet(MeetingId, Bob, Now, Again: true), new Errand.SettleMeeting(MeetingId, Now, Unanswered: true),
        new Errand.OfferSelfEvaluation(CycleId, Amira, Occasion.After), new Errand.AskFeedback(CycleId, Amira, 1),
        new Errand.ShowFeedback(CycleId, Amira, Bob), new Errand.TellClosed(CycleId, Bob), new Errand.CloseCycle(CycleId),
        new Errand.NudgeFirstContact(CycleId, Bob), new Errand.LookAfterCycle(CycleId), new Errand.NudgeNothingBooked(CycleId, Amira),
        new Errand.AskStillRight(CycleId, Amira), new Errand.TellPause(CycleId, Bob), new Errand.StartReview(CycleId),
        new Errand.AskReview(CycleId, Amira), new Errand.TellReview(CycleId, Bob), new Errand.AskShorter(MeetingId, Bob, 1),
        new Errand.TellShorter(MeetingId, Amira), new Errand.TellShared(CycleId, Bob), new Errand.CoverShared(CycleId, Bob, "card-2"),
        new Errand.AskUnmatched(RequestId),
        new Errand.TellPhase(CycleId, Bob, "set-goals"), new Errand.TellAnotherCycle(CycleId, Bob, CycleId),
        new Errand.TellTopic(CycleId, Bob), new Errand.TellComment(CycleId, Amira), new Errand.AskToBeNamed(CycleId, Bob),
        new Errand.LookForFree(RequestId), new Errand.SuggestOthers(RequestId), new Errand.ShowGate(RequestId, Bob),
        new Errand.TellGate(RequestId, GateAnswer.TalkFirst), new Errand.TellNotIntroduced(AskId), new Errand.OfferRequest(RequestId),
        new Errand.TellArranging(AskId),
        new Errand.SendDigests(Programme, Now), new Errand.TellDigest(Programme, Bob, new LocalDate(2026, 11, 30)), new Errand.CheckRoles(Now),
        new Errand.CheckAccounts(Amira), new Errand.CheckAccount(Amira), new Errand.OfferMove(MeetingId, Amira, Now), new Errand.ShowTask(Guid.NewGuid(), Bob),
        new Errand.TellSupporterNews(Bob, Programme, SupporterNews.NotYet), new Errand.OfferTraining(Bob, Programme),
        new Errand.CheckTraining(Bob, Programme, new LocalDate(2027, 1, 14)), new Errand.OfferListing(Bob, Programme),
        new Errand.RemindYears(Bob, Programme, new LocalDate(2027, 9, 1)), new Errand.RecheckSupporter(Bob, Programme, new LocalDate(2027, 11, 21)),
        new Errand.OfferSupervision(Bob, Programme, Now, Now + Duration.FromDays(49)),
        new Errand.TellSupervisor(Bob, Programme, Now, Cancelled: true), new Errand.WriteSupervision(Bob, Programme),
        new Errand.AskToCall(Bob, "safeguarding-lead", Instant.FromUtc(2026, 11, 21, 22, 0)),
        new Errand.TellRights(Guid.NewGuid(), Bob), new Errand.TellRightSettled(Guid.NewGuid(), Bob),
        new Errand.TellRequestClosed(Amira, Programme, new LocalDate(2026, 11, 21)), new Errand.TellTrainingOff(Bob, Programme, new LocalDate(2027, 1, 14)),
        new Errand.FinishErasure(Amira, Guid.NewGuid(), new PersonId("erased:1"), ErasureStep.Name),
        new Errand.AskToJoin(GroupId, Bob, Reminder: true), new Errand.LapseJoin(GroupId, Bob, Now), new Errand.TellGroupShort(GroupId, Amira),
        new Errand.TellMemberLeft(GroupId, Bob, Amira, Over: true), new Errand.TellGroupOff(GroupId, Bob, GroupId), new Errand.TellMissed(GroupId, Bob, MeetingId),
        new Errand.DeleteOld(RetentionStep.Audit, "2026-11-23T08:30:00Z", "cycles=1 notes=3"),
    ];
}
