using NodaTime;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class Lists_for_oversight
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Open_cycles_are_counted_by_how_they_stand(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var review = new CycleId(Guid.NewGuid());
        await SaveAsync(database.Store, work =>
        {
            work.Save(Cycle(review));
            work.Save(Cycle() with { Review = null });
            work.Save(Cycle() with { Review = null, Stalled = false });
            work.Save(Cycle() with { Review = null, Stalled = false });
            work.Save(Cycle() with { State = CycleState.Closed });
        });
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Equal(
            new Dictionary<CycleStanding, int> { [CycleStanding.Review] = 1, [CycleStanding.Stalled] = 1, [CycleStanding.Running] = 2 },
            await work.CountCyclesAsync(Sample.Programme));
        Assert.Equal([review], (await work.CyclesStandingAsync(Sample.Programme, CycleStanding.Review, 0, 10)).Select(cycle => cycle.Id));
        Assert.Empty(await work.CyclesStandingAsync(Sample.Programme, CycleStanding.Review, 1, 10));
        Assert.Empty(await work.CountCyclesAsync("another"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_definitions_in_use_are_those_of_open_requests_and_cycles_and_of_groups_that_may_meet(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work =>
        {
            work.Save(Sample.Request(Sample.RequestId) with { Programme = new("a", 1) });
            work.Save(Sample.Request(new RequestId(Guid.NewGuid())) with { Programme = new("a", 2), State = RequestState.Matched });
            work.Save(Cycle() with { Programme = new("b", 3) });
            work.Save(Cycle() with { Programme = new("b", 3) });
            work.Save(Cycle() with { Programme = new("b", 4), State = CycleState.Closed });
            work.Save(Sample.Group(Sample.GroupId) with { Programme = new("c", 5), State = GroupState.Asking });
            work.Save(Sample.Group(new GroupId(Guid.NewGuid())) with { Programme = new("c", 6), State = GroupState.Closed });
        });
        Assert.Equal(["a@1", "b@3", "c@5"], (await database.Store.ProgrammesInUseAsync()).Select(key => key.ToString()).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_of_cycles_and_supporters_hold_each_once_though_they_change_in_between(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var cycles = Enumerable.Range(0, 60).Select(_ => Cycle()).ToList();
        var people = Enumerable.Range(0, 60).Select(one => PersonId.Of("t", $"{one * 37 % 60}")).ToList();
        foreach (var (cycle, person) in cycles.Zip(people))
        {
            await SaveAsync(database.Store, work =>
            {
                work.Save(cycle);
                work.Save(Sample.Supporter(person));
            });
        }

        var (seenCycles, seenPeople) = (new List<CycleId>(), new List<PersonId>());
        for (var skip = 0; skip < 60; skip += 20)
        {
            var work = database.Store.BeginTurn(Sample.Now);
            var (page, profiles) = (await work.CyclesStandingAsync(Sample.Programme, CycleStanding.Review, skip, 20), await work.SupportersAsync(Sample.Programme, SupporterState.Listed, skip, 20));
            seenCycles.AddRange(page.Select(cycle => cycle.Id));
            seenPeople.AddRange(profiles.Select(profile => profile.Person));

            // A row that is written lies elsewhere afterwards.
            work.Save(page[0] with { Watched = false });
            work.Save(profiles[0] with { Capacity = 2 });
            await work.CommitAsync();
        }

        Assert.Equal(cycles.Select(cycle => cycle.Id.ToString()).Order(StringComparer.Ordinal), seenCycles.Select(id => id.ToString()));
        Assert.Equal(people.Select(person => person.Value).Order(StringComparer.Ordinal), seenPeople.Select(person => person.Value));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Open_tasks_and_requests_come_longest_waiting_first(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var later = Sample.Task(since: Sample.Now + Duration.FromDays(1)) with { DoneAt = null };
        var first = Sample.Task() with { DoneAt = null };
        var request = Sample.Request(Sample.RequestId);
        await SaveAsync(database.Store, work =>
        {
            work.Save(later);
            work.Save(first);
            work.Save(Sample.Task());
            work.Save(request);
            work.Save(Sample.Request(new RequestId(Guid.NewGuid())) with { State = RequestState.Matched });
        });
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Equal([first.Id, later.Id], (await work.OpenTasksAsync(Sample.Programme)).Select(task => task.Id));
        Assert.Equal([request.Id], (await work.OpenRequestsOfAsync(Sample.Programme)).Select(one => one.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task People_are_found_by_part_of_their_name_whatever_its_signs(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work =>
        {
            work.Save(Sample.Person(Sample.Amira));
            work.Save(Sample.Person(Sample.Bob) with { Name = "Bob 100%_!" });
        });
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Equal([Sample.Amira], (await work.PeopleNamedAsync("KHAN", 5)).Select(person => person.Id));
        Assert.Equal([Sample.Bob], (await work.PeopleNamedAsync("%_!", 5)).Select(person => person.Id));
        Assert.Empty(await work.PeopleNamedAsync("a%n", 5));
        Assert.Equal([Sample.Amira], (await work.PeopleAfterAsync(null, 1)).Select(person => person.Id));
        Assert.Equal([Sample.Bob], (await work.PeopleAfterAsync(Sample.Amira, 9)).Select(person => person.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Booked_meetings_are_found_by_when_they_start(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var booked = Sample.Meeting(Sample.MeetingId) with { State = MeetingState.Booked, NotHeld = null };
        await SaveAsync(database.Store, work =>
        {
            work.Save(booked);
            work.Save(Sample.Meeting(new MeetingId(Guid.NewGuid())));
        });
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Equal([booked.Id], (await work.BookedMeetingsAsync(new Interval(Sample.Now, Sample.Now + Duration.FromHours(1)))).Select(m => m.Id));
        Assert.Empty(await work.BookedMeetingsAsync(new Interval(Sample.Now - Duration.FromHours(1), Sample.Now)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Everything_of_one_person_is_found(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work =>
        {
            work.Save(Cycle() with { State = CycleState.Closed });
            work.Save(Sample.Request(Sample.RequestId) with { State = RequestState.Withdrawn });
            work.Save(Sample.Ask(Sample.AskId, Sample.RequestId, AskState.Declined));
            work.Save(Sample.Supporter(Sample.Bob, SupporterState.Left));
            work.Save(Sample.Application(Sample.Bob));
            work.Save(Sample.Note(NoteKind.Journal));
            work.Save(Sample.SelfEvaluation(Domain.Reflection.Occasion.Before));
            work.Save(Sample.Feedback(Domain.Feedback.Permission.No));
            work.Save(Sample.Rights());
        });
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Single(await work.CyclesOfAsync(Sample.Amira));
        Assert.Single(await work.CyclesOfAsync(Sample.Bob));
        Assert.Single(await work.RequestsOfAsync(Sample.Amira));
        Assert.Single(await work.AsksToAsync(Sample.Bob));
        Assert.Single(await work.ProfilesOfAsync(Sample.Bob));
        Assert.Single(await work.ApplicationsOfAsync(Sample.Bob));
        Assert.Single(await work.NotesOfAsync(Sample.Amira));
        Assert.Single(await work.SelfEvaluationsOfAsync(Sample.Amira));
        Assert.Single(await work.FeedbackFromAsync(Sample.Amira));
        Assert.Single(await work.RightsRequestsOfAsync(Sample.Amira));
        Assert.Empty(await work.NotesOfAsync(Sample.Bob));
        Assert.Empty(await work.HeldForAsync(Sample.Bob));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_removed_is_gone_unless_somebody_changed_it_meanwhile(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var note = Sample.Note(NoteKind.Journal);
        await SaveAsync(database.Store, work => work.Save(note));
        var stale = database.Store.BeginTurn(Sample.Now);
        var read = Assert.Single(await stale.NotesOfAsync(Sample.Amira));
        await SaveAsync(database.Store, work => work.Save(read with { Text = "Changed" }));
        stale.Remove(read);
        Assert.IsType<CommitOutcome.Conflict>(await stale.CommitAsync());

        var work = database.Store.BeginTurn(Sample.Now);
        work.Remove(Assert.Single(await work.NotesOfAsync(Sample.Amira)));
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        Assert.Empty(await database.Store.BeginTurn(Sample.Now).NotesOfAsync(Sample.Amira));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Retention_finds_what_is_old_by_its_window(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var day = Duration.FromDays(1);
        await SaveAsync(database.Store, work =>
        {
            work.Save(Cycle() with { State = CycleState.Closed, ClosedAt = Sample.Now });
            work.Save(Sample.Request(Sample.RequestId));
            work.Save(Sample.Audit());
        });
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Single(await work.CyclesClosedAsync(new Interval(Sample.Now, Sample.Now + day), 10));
        Assert.Empty(await work.CyclesClosedAsync(new Interval(Sample.Now - day, Sample.Now), 10));
        Assert.Single(await work.RequestsMadeAsync(new Interval(Sample.Now, Sample.Now + day), 10));
        Assert.Empty(await work.AuditMadeAsync(new Interval(Instant.MinValue, Sample.Now), 10));
        Assert.Single(await work.AuditMadeAsync(new Interval(Sample.Now, Sample.Now + day), 10));
    }

    private static Cycle Cycle(CycleId? id = null) => Sample.Cycle(id ?? new CycleId(Guid.NewGuid()), Sample.Patterns[0]) with { ClosedAt = null };

    private static async Task SaveAsync(Database store, Action<TurnWork> write)
    {
        var work = store.BeginTurn(Sample.Now);
        write(work);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }
}
