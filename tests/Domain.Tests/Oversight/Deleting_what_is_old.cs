using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Oversight;

/// <summary>One row for each period of the definition: the day before it is over, and the day itself.</summary>
public sealed class Deleting_what_is_old
{
    private static readonly LocalDate Closed = SchoolTime.Date("2026-12-10");

    [Theory, Trait("Requirement", "A-19")]
    [InlineData("notes", 30)]
    [InlineData("self-evaluations", 365)]
    [InlineData("feedback", 365)]
    [InlineData("cycles", 730)]
    [InlineData("meetings", 730)]
    [InlineData("asks", 730)]
    [InlineData("requests", 730)]
    [InlineData("profiles", 90)]
    [InlineData("applications", 90)]
    [InlineData("audit", 730)]
    [InlineData("tasks", 730)]
    [InlineData("rights", 730)]
    public async Task Each_goes_on_its_day_and_not_before(string kind, int days)
    {
        var store = Stored();
        Assert.Equal(0, (await NightAsync(store, Closed.PlusDays(days - 1))).GetValueOrDefault(kind));
        Assert.NotEqual(0, (await NightAsync(store, Closed.PlusDays(days))).GetValueOrDefault(kind));
        Assert.Equal(0, (await NightAsync(store, Closed.PlusDays(days))).GetValueOrDefault(kind));
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task After_the_last_period_nothing_of_a_cycle_is_left_but_what_was_chosen_in_feedback()
    {
        var store = Stored();
        await NightAsync(store, Closed.PlusDays(731));

        Assert.Empty(store.All<Cycle>());
        Assert.Empty(store.All<Meeting>());
        Assert.Empty(store.All<SupportRequest>());
        Assert.Empty(store.All<Ask>());
        Assert.Empty(store.All<PrivateNote>());
        Assert.Empty(store.All<SelfEvaluation>());
        var left = Assert.Single(store.All<CycleFeedback>());
        Assert.Equal(("useful", null), (Assert.Single(left.Answers).Key, left.Message));
        Assert.NotEqual(Authority.Amira.Id, left.From);
    }

    [Fact, Trait("Requirement", "A-15")]
    public async Task What_has_lost_its_name_still_counts_in_the_reports_of_its_term()
    {
        var store = new MemoryStore();
        store.Put(Authority.Everyone());
        for (var at = 0; at < 5; at++)
        {
            var cycle = Over(Given.Cycle(Authority.Amira, Authority.Grace, pairedAt: "2025-09-08T10:00"), SchoolTime.At("2025-11-20T10:00"));
            store.Put(
                cycle, Given.Meeting(cycle, "2025-10-01T10:00", MeetingState.Held),
                new CycleFeedback(
                    cycle.Id, Authority.Amira.Id, at == 0 ? new Dictionary<string, string>() : new Dictionary<string, string> { ["useful"] = "3", ["difference"] = "I sleep better" },
                    Permission.No, null, SchoolTime.At("2025-11-24T10:00")));
        }

        var before = await ReadAsync();
        await NightAsync(store, SchoolTime.Date("2026-12-08"));
        var after = await ReadAsync();

        Assert.DoesNotContain(store.All<CycleFeedback>(), given => given.From == Authority.Amira.Id || given.Answers.ContainsKey("difference"));
        Assert.Equal((5, 5), Assert.Single(after, term => term.Answered is not null) is var term ? (term.Asked, term.Answered) : default);
        Assert.Equal(before, after);

        async Task<IReadOnlyList<TermFigures>> ReadAsync() => await new Participation(
            new Turn(store.Begin(SchoolTime.At("2026-12-08T10:00")), Authority.Reference, new MemoryCalendar(), SchoolTime.At("2026-12-08T10:00")), Authority.Programme)
            .ReadAsync(new TermPage(10));
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task What_runs_is_never_touched_however_old()
    {
        var store = Stored();
        var running = Given.Cycle(Authority.Hannah, Authority.Peter, pairedAt: "2020-01-10T10:00");
        var asking = Given.Request(Authority.Lena, madeAt: "2020-01-10T10:00");
        store.Put(
            running, asking, Given.Meeting(running, "2020-02-03T10:00", MeetingState.Held), Note(Authority.Hannah, NoteKind.Journal, running.Id.ToString()),
            Authority.Supporter(Authority.Peter, active: 1) with { State = SupporterState.Left, LeftOn = SchoolTime.Date("2020-03-01") });
        await NightAsync(store, Closed.PlusDays(731));

        Assert.Equal(running.Id, Assert.Single(store.All<Cycle>()).Id);
        Assert.Single(store.All<Meeting>());
        Assert.Single(store.All<PrivateNote>());
        Assert.Equal(asking.Id, Assert.Single(store.All<SupportRequest>()).Id);
        Assert.Contains(store.All<SupporterProfile>(), profile => profile.Person == Authority.Peter.Id);
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task A_dry_run_counts_the_same_and_deletes_nothing()
    {
        var store = Stored();
        var rows = store.Rows;
        var counted = await NightAsync(store, Closed.PlusDays(731), dryRun: true);

        Assert.Equal(rows, store.Rows);
        Assert.Equal(counted.OrderBy(one => one.Key), (await NightAsync(store, Closed.PlusDays(731))).OrderBy(one => one.Key));
    }

    [Fact, Trait("Requirement", "A-19")]
    public async Task A_group_goes_with_its_cycle_and_one_that_never_met_after_the_same_time()
    {
        var store = new MemoryStore();
        store.Put(Learning.Everyone());
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var (running, itsCycle) = Learning.Running("B", Learning.Gita, Learning.Hugo, Learning.Ines);
        var never = group with { Id = new GroupId(Guid.NewGuid()), Name = "C", State = GroupState.Closed, FormedAt = SchoolTime.At("2026-12-10T10:00") };
        store.Put(
            group with { State = GroupState.Closed }, Over(cycle, SchoolTime.At("2026-12-10T15:00")), running, itsCycle, never,
            Learning.Session(cycle, "2026-12-03T13:00", MeetingState.Held, Learning.Ada), Learning.Session(itsCycle, "2026-12-03T13:00", MeetingState.Held, Learning.Gita),
            Note(Learning.Ada, NoteKind.ShareItem, cycle.Id.ToString()), Note(Learning.Gita, NoteKind.ShareItem, itsCycle.Id.ToString()));

        Assert.Equal(1, (await NightAsync(store, Closed.PlusDays(30)))["notes"]);
        Assert.Equal(0, (await NightAsync(store, Closed.PlusDays(729))).GetValueOrDefault("groups"));
        Assert.Equal(2, (await NightAsync(store, Closed.PlusDays(730)))["groups"]);
        Assert.Equal("B", Assert.Single(store.All<LearningGroup>()).Name);
        Assert.Equal(itsCycle.Id, Assert.Single(store.All<Cycle>()).Id);
        Assert.Equal(itsCycle.Id, Assert.Single(store.All<Meeting>()).Cycle);
        Assert.Equal(Learning.Gita.Id, Assert.Single(store.All<PrivateNote>()).Owner);
    }

    [Fact, Trait("Requirement", "A-19"), Trait("Requirement", "S1-11")]
    public async Task A_request_goes_with_the_last_of_the_cycles_that_came_of_it()
    {
        var store = Stored();
        var first = Assert.Single(store.All<Cycle>());
        var next = first with { Id = new CycleId(Guid.NewGuid()), PairedAt = first.ClosedAt!.Value, State = CycleState.Active, Closed = null, ClosedAt = null, Version = 0 };
        store.Put(next);
        await NightAsync(store, Closed.PlusDays(731));
        Assert.Equal(next.Id, Assert.Single(store.All<Cycle>()).Id);
        Assert.Single(store.All<SupportRequest>());
        Assert.Single(store.All<Ask>());

        store.Put(Over(store.All<Cycle>().Single(), SchoolTime.At("2027-03-10T15:00")));
        await NightAsync(store, Closed.PlusDays(900));
        Assert.Empty(store.All<SupportRequest>());
        Assert.Empty(store.All<Ask>());
    }

    [Fact]
    public async Task More_than_a_turn_can_take_goes_in_parts_and_none_is_forgotten()
    {
        var store = new MemoryStore();
        store.Put(Authority.Everyone());
        var at = SchoolTime.At("2026-12-10T10:00");
        for (var i = 0; i < 230; i++)
        {
            var cycle = Over(Given.Cycle(Authority.Amira, Authority.Grace), at + Duration.FromMinutes(i / 3));
            store.Put(cycle, Note(Authority.Amira, NoteKind.Journal, cycle.Id.ToString()));
        }

        Assert.Equal(230, (await NightAsync(store, Closed.PlusDays(30)))["notes"]);
        Assert.Empty(store.All<PrivateNote>());
    }

    [Fact]
    public async Task The_time_of_a_profile_begins_on_the_first_night_where_nobody_noted_the_day()
    {
        var store = new MemoryStore();
        store.Put(Authority.Everyone());
        store.Put(Authority.Supporter(Authority.Lena).Leave());
        await NightAsync(store, Closed);

        Assert.Equal(Closed, store.All<SupporterProfile>().Single(profile => profile.Person == Authority.Lena.Id).LeftOn);
    }

    [Theory]
    [InlineData("2026-12-10T02:29", "2026-12-10T02:30")]
    [InlineData("2026-12-10T02:30", "2026-12-11T02:30")]
    [InlineData("2027-03-27T12:00", "2027-03-28T02:30")] // the clocks go forward at one
    public void The_next_night_is_half_past_two(string now, string night) =>
        Assert.Equal(SchoolTime.At(night), Retention.NextNight(Authority.Reference, SchoolTime.At(now)));

    private static MemoryStore Stored()
    {
        var store = new MemoryStore();
        store.Put(Authority.Everyone());
        var request = Given.Request(Authority.Amira, RequestState.Matched, preferences: [Authority.Grace], madeAt: "2026-10-01T10:00");
        var cycle = Over(Given.Cycle(Authority.Amira, Authority.Grace, request: request.Id), SchoolTime.At("2026-12-10T15:00"));
        store.Put(
            request, Given.Ask(request, Authority.Grace, AskState.Accepted), cycle, Given.Meeting(cycle, "2026-12-03T10:00", MeetingState.Held),
            Note(Authority.Amira, NoteKind.Journal, cycle.Id.ToString()), Note(Authority.Amira, NoteKind.ForSupporter, request.Id.ToString()),
            new SelfEvaluation(
                Authority.Amira.Id, cycle.Id, Occasion.After, "mentoring", 1, new Dictionary<string, Confidence>(), new Dictionary<string, string>(), null,
                SchoolTime.At("2026-12-09T10:00")),
            new CycleFeedback(
                cycle.Id, Authority.Amira.Id, new Dictionary<string, string> { ["useful"] = "4", ["difference"] = "I sleep better" }, Permission.All, "Thank you",
                SchoolTime.At("2026-12-11T10:00")),
            Authority.Supporter(Authority.Lena) with { State = SupporterState.Left, LeftOn = Closed },
            new SupporterApplication(Authority.Lena.Id, Authority.Programme.Id, [], []),
            new AuditEntry(Guid.NewGuid(), Authority.Programme.Id, Authority.Sam.Id, Authority.Amira.Id, "cycle.viewed", null, SchoolTime.At("2026-12-10T00:00")),
            new CoordinatorTask(
                Guid.NewGuid(), Authority.Programme.Id, TaskKind.Talk, SchoolTime.At("2026-11-10T00:00"), Authority.Amira.Id, DoneAt: SchoolTime.At("2026-12-10T00:00")),
            new RightsRequest(
                Guid.NewGuid(), "DP-2026-001", Authority.Programme.Id, Authority.Amira.Id, RightsKind.Complaint, SchoolTime.At("2026-11-10T00:00"), Closed, Closed, Closed));
        return store;
    }

    private static Cycle Over(Cycle cycle, Instant at) => cycle with { State = CycleState.Closed, Closed = CloseReason.Completed, ClosedAt = at };

    private static PrivateNote Note(Person owner, NoteKind kind, string subject) => new(Guid.NewGuid(), owner.Id, kind, subject, "Only for me");

    /// <summary>All parts of a night, each in a turn of its own.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> NightAsync(MemoryStore store, LocalDate day, bool dryRun = false)
    {
        var now = (day + new LocalTime(2, 30)).InZoneLeniently(SchoolTime.London).ToInstant();
        var counts = new Dictionary<string, int>();
        var (step, from) = ((RetentionStep?)RetentionStep.Cycles, (string?)null);
        for (var turns = 0; step is { } next; turns++)
        {
            Assert.True(turns < 100, "A night without end.");
            var stores = store.Begin(now);
            var part = await new Retention(new Turn(stores, Authority.Reference, new MemoryCalendar(), now), dryRun).RunAsync(next, from);
            Assert.True(stores.Commit());
            foreach (var (kind, count) in part.Counts.Where(one => one.Value > 0))
            {
                counts[kind] = counts.GetValueOrDefault(kind) + count;
            }

            (step, from) = (part.Step, part.From);
        }

        return counts;
    }
}
