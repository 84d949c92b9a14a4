using NodaTime;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class Lists_of_the_store
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Open_requests_come_latest_first(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var ids = Enumerable.Range(0, 3).Select(_ => new RequestId(Guid.NewGuid())).ToArray();
        await SaveAsync(database.Store, work =>
        {
            work.Save(Sample.Request(ids[0]));
            work.Save(Sample.Request(ids[1]) with { MadeAt = Sample.Now + Duration.FromHours(1), State = RequestState.Unmatched });
            work.Save(Sample.Request(ids[2]) with { State = RequestState.Matched });
        });
        var open = await database.Store.BeginTurn(Sample.Now).OpenRequestsAsync(Sample.Amira);
        Assert.Equal([ids[1], ids[0]], open.Select(r => r.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Asks_are_found_by_request_and_while_open_by_supporter(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var ids = Enumerable.Range(0, 3).Select(_ => new AskId(Guid.NewGuid())).ToArray();
        await SaveAsync(database.Store, work =>
        {
            work.Save(Sample.Ask(ids[0], Sample.RequestId));
            work.Save(Sample.Ask(ids[1], Sample.RequestId, AskState.Declined));
            work.Save(Sample.Ask(ids[2], new RequestId(Guid.NewGuid()), AskState.Queued));
        });
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Equal(ids[..2].ToHashSet(), (await work.AsksOfAsync(Sample.RequestId)).Select(a => a.Id).ToHashSet());
        var open = await work.OpenAsksToAsync(Sample.Bob, Sample.Programme);
        Assert.Equal(new HashSet<AskId> { ids[0], ids[2] }, open.Select(a => a.Id).ToHashSet());
        Assert.Empty(await work.OpenAsksToAsync(Sample.Bob, "another"));

        // An answer closes it.
        work.Save((await work.AskAsync(ids[0]))! with { State = AskState.Accepted });
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        open = await database.Store.BeginTurn(Sample.Now).OpenAsksToAsync(Sample.Bob, Sample.Programme);
        Assert.Equal([ids[2]], open.Select(a => a.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Open_cycles_are_those_of_either_side_latest_first(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var ids = Enumerable.Range(0, 3).Select(_ => new CycleId(Guid.NewGuid())).ToArray();
        await SaveAsync(database.Store, work =>
        {
            work.Save(Sample.Cycle(ids[0], Sample.Patterns[0]));
            work.Save(Sample.Cycle(ids[1], Sample.Patterns[0]) with
            {
                Requester = Sample.Bob,
                Supporter = Sample.Amira,
                PairedAt = Sample.Now + Duration.FromHours(1),
            });
            work.Save(Sample.Cycle(ids[2], Sample.Patterns[0]) with { State = CycleState.Closed });
        });
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Equal([ids[1], ids[0]], (await work.OpenCyclesAsync(Sample.Amira)).Select(c => c.Id));
        Assert.Equal([ids[1], ids[0]], (await work.OpenCyclesAsync(Sample.Bob)).Select(c => c.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Meetings_come_by_start_and_notes_by_when_they_were_written(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work =>
        {
            work.Save(Sample.Meeting(MeetingOf(2), Sample.Now + Duration.FromDays(2)));
            work.Save(Sample.Meeting(MeetingOf(1), Sample.Now + Duration.FromDays(1)));
            work.Save(Sample.Note(NoteKind.Journal, "1"));
            work.Save(Sample.Note(NoteKind.Journal, "2"));
            work.Save(Sample.Note(NoteKind.Topic, "other"));
        });
        await SaveAsync(database.Store, work => work.Save(Sample.Note(NoteKind.Journal, "3")));

        // A note that is changed keeps its place.
        var turn = database.Store.BeginTurn(Sample.Now);
        turn.Save((await turn.NotesAsync(NoteKind.Journal, Sample.CycleId.ToString()))[0] with { Text = "1, changed" });
        Assert.IsType<CommitOutcome.Committed>(await turn.CommitAsync());

        var after = database.Store.BeginTurn(Sample.Now);
        Assert.Equal([MeetingOf(1), MeetingOf(2)], (await after.MeetingsAsync(Sample.CycleId)).Select(m => m.Id));
        Assert.Equal(
            ["1, changed", "2", "3"], (await after.NotesAsync(NoteKind.Journal, Sample.CycleId.ToString())).Select(n => n.Text));
    }

    [Theory, OnSqlite, OnPostgres]
    [Trait("Requirement", "S1-11")]
    public async Task A_meeting_that_goes_on_with_another_cycle_is_found_with_that_one_alone(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var next = new CycleId(Guid.NewGuid());
        await SaveAsync(database.Store, work => work.Save(Sample.Meeting(Sample.MeetingId)));

        var turn = database.Store.BeginTurn(Sample.Now);
        turn.Save(Assert.Single(await turn.MeetingsAsync(Sample.CycleId)) with { Cycle = next });
        Assert.IsType<CommitOutcome.Committed>(await turn.CommitAsync());

        var after = database.Store.BeginTurn(Sample.Now);
        Assert.Equal(next, Assert.Single(await after.MeetingsAsync(next)).Cycle);
        Assert.Empty(await after.MeetingsAsync(Sample.CycleId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_an_update_leaves_alone_cannot_be_changed_unnoticed(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work => work.Save(Sample.Ask(Sample.AskId, Sample.RequestId)));
        var turn = database.Store.BeginTurn(Sample.Now);
        var ask = (await turn.AskAsync(Sample.AskId))!;

        Assert.Throws<InvalidOperationException>(() => turn.Save(ask with { Request = new RequestId(Guid.NewGuid()) }));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_is_reached_where_they_were_last_heard(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work =>
        {
            work.Save(Sample.Conversation("new", Sample.Amira) with { SeenAt = Sample.Now + Duration.FromDays(1) });
            work.Save(Sample.Conversation("old", Sample.Amira));
        });
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Equal("new", (await work.ConversationOfAsync(Sample.Amira))!.Id);
        Assert.Null(await work.ConversationOfAsync(Sample.Bob));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Own_calendar_events_are_found_by_person_and_half_open_window(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var hour = Duration.FromHours(1);
        await SaveAsync(database.Store, work => work.Save(Sample.Event(Sample.MeetingId, Sample.Now)));
        Assert.Single(await EventsAsync(Sample.Now + (hour / 2), Sample.Now + hour));
        Assert.Empty(await EventsAsync(Sample.Now + hour, Sample.Now + (2 * hour)));
        Assert.Empty(await EventsAsync(Sample.Now - hour, Sample.Now));

        // Moved, and without Bob.
        var turn = database.Store.BeginTurn(Sample.Now);
        turn.Save((await turn.EventAsync(Sample.MeetingId))! with
        {
            Start = Sample.Now + hour,
            End = Sample.Now + (2 * hour),
            People = [Sample.Amira],
        });
        Assert.IsType<CommitOutcome.Committed>(await turn.CommitAsync());
        Assert.Single(await EventsAsync(Sample.Now + hour, Sample.Now + (2 * hour)));
        Assert.Empty(await EventsAsync(Sample.Now, Sample.Now + hour));
        Assert.Empty(await database.Store.BeginTurn(Sample.Now).EventsAsync(Sample.Bob, new Interval(Sample.Now, Sample.Now + (2 * hour))));

        Task<IReadOnlyList<LocalEventRow>> EventsAsync(Instant from, Instant to) =>
            database.Store.BeginTurn(Sample.Now).EventsAsync(Sample.Amira, new Interval(from, to));
    }

    private static MeetingId MeetingOf(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private static async Task SaveAsync(Database store, Action<TurnWork> write)
    {
        var work = store.BeginTurn(Sample.Now);
        write(work);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }
}
