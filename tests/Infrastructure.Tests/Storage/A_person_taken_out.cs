using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;
using PeerBot.Storage.Rows;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class A_person_taken_out
{
    private static readonly PersonId Nobody = new("erased:1");

    [Theory, OnSqlite, OnPostgres]
    public async Task Stands_nowhere_any_more_and_what_others_keep_still_counts(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var store = database.Store;
        var begin = store.BeginTurn(Sample.Now);
        begin.Save(Sample.Person(Sample.Amira));
        begin.Save(Sample.Person(Sample.Bob) with { LineManager = Sample.Amira });
        begin.Save(Sample.Supporter(Sample.Bob) with { DeclaredConflicts = [Sample.Amira] });
        begin.Save(Sample.Request(Sample.RequestId));
        begin.Save(Sample.Ask(Sample.AskId, Sample.RequestId));
        begin.Save(Sample.Cycle(Sample.CycleId, Sample.Patterns[0]));
        begin.Save(Sample.Meeting(Sample.MeetingId));
        begin.Save(Sample.Group(Sample.GroupId) with { Lead = Sample.Amira });
        begin.Save(Sample.Cycle(Sample.GroupId) with { Members = [Sample.Amira, Sample.Cleo], Former = [Sample.Amira] });
        begin.Save(Sample.Meeting(new MeetingId(Guid.NewGuid())) with { Parts = new Dictionary<string, SessionPart> { [Sample.Amira.Value] = SessionPart.Learned } });
        begin.Save(Sample.Task() with { Person = Sample.Amira });
        begin.Save(Sample.Audit());
        begin.Save(Sample.Event(Sample.MeetingId, Sample.Now));
        begin.Save(Sample.BusyTimes(Sample.Amira));
        begin.Save(Sample.Conversation("c", Sample.Amira));
        Assert.IsType<CommitOutcome.Committed>(await begin.CommitAsync());

        for (var more = true; more;)
        {
            var work = store.BeginTurn(Sample.Now);
            more = await work.AnonymiseAsync(Sample.Amira, Nobody, 3);
            Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        }

        var end = store.BeginTurn(Sample.Now);
        await end.ForgetAsync(Sample.Amira);
        end.Remove((await end.PersonAsync(Sample.Amira))!);
        Assert.IsType<CommitOutcome.Committed>(await end.CommitAsync());

        foreach (var table in Tables.All)
        {
            var columns = string.Join(", ", table.Columns.Where(column => column.Kind == ColumnKind.Text).Select(column => $"\"{column.Name}\""));
            if (columns.Length == 0)
                continue;
            var count = columns.Split(", ").Length;
            foreach (var row in await store.Engine.ReadAsync(
                $"SELECT {columns} FROM \"{table.Name}\"", [], row => string.Join(' ', Enumerable.Range(0, count).Select(row.Text))))
                Assert.False(row.Contains(Sample.Amira.Value, StringComparison.Ordinal), $"{table.Name}: {row}");
        }

        var after = store.BeginTurn(Sample.Now);
        Assert.Equal(Sample.CycleId, Assert.Single(await after.CyclesOfAsync(Sample.Bob)).Id);
        Assert.Equal(Sample.CycleId, Assert.Single(await after.CyclesOfAsync(Nobody)).Id);
        Assert.Empty(await after.CyclesOfAsync(Sample.Amira));
        Assert.Single(await after.EventsAsync(Sample.Bob, new Interval(Sample.Now - Duration.FromDays(1), Sample.Now + Duration.FromDays(1))));
        Assert.Equal([Nobody], (await after.SupporterAsync(Sample.Bob, Sample.Programme))!.DeclaredConflicts);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_meeting_that_is_deleted_leaves_nothing_in_PeerBots_own_calendar(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var begin = database.Store.BeginTurn(Sample.Now);
        begin.Save(Sample.Meeting(Sample.MeetingId));
        begin.Save(Sample.Event(Sample.MeetingId, Sample.Now));
        await begin.CommitAsync();

        var work = database.Store.BeginTurn(Sample.Now);
        work.Remove((await work.MeetingAsync(Sample.MeetingId))!);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());

        Assert.Equal((0, 0), (await CountAsync(database, Tables.LocalEvents), await CountAsync(database, Tables.EventPeople)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_is_no_longer_in_an_event_has_no_trace_of_it(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var begin = database.Store.BeginTurn(Sample.Now);
        begin.Save(Sample.Event(Sample.MeetingId, Sample.Now));
        await begin.CommitAsync();

        var work = database.Store.BeginTurn(Sample.Now);
        work.Save((await work.EventAsync(Sample.MeetingId))! with { People = [Sample.Bob] });
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());

        Assert.Equal(1, await CountAsync(database, Tables.EventPeople));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_supporter_who_is_deleted_leaves_the_list(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var begin = database.Store.BeginTurn(Sample.Now);
        begin.Save(Sample.Person(Sample.Bob));
        begin.Save(Sample.Supporter(Sample.Bob));
        await begin.CommitAsync();
        Assert.Single(await database.Store.BeginTurn(Sample.Now).CandidatesAsync(Sample.Programme));

        var work = database.Store.BeginTurn(Sample.Now);
        work.Remove((await work.SupporterAsync(Sample.Bob, Sample.Programme))!);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        Assert.Empty(await database.Store.BeginTurn(Sample.Now).CandidatesAsync(Sample.Programme));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_supporter_who_was_taken_off_and_deleted_by_another_process_leaves_the_list_as_well(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var time = new ManualTime();
        var idle = database.Open(new DatabaseOptions { Time = time });
        var begin = database.Store.BeginTurn(Sample.Now);
        begin.Save(Sample.Person(Sample.Bob));
        begin.Save(Sample.Supporter(Sample.Bob));
        await begin.CommitAsync();
        Assert.Single(await idle.BeginTurn(Sample.Now).CandidatesAsync(Sample.Programme));

        var work = database.Store.BeginTurn(Sample.Now);
        work.Remove((await work.SupporterAsync(Sample.Bob, Sample.Programme))!);
        await work.CommitAsync();
        time.Advance(Duration.FromMinutes(31));
        Assert.Empty(await idle.BeginTurn(Sample.Now).CandidatesAsync(Sample.Programme));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_they_may_have_decided_is_walked_through_in_parts(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var begin = database.Store.BeginTurn(Sample.Now);
        for (var i = 0; i < 5; i++)
            begin.Save(Sample.Application(new PersonId($"somebody:{i}")) with { ProgrammeId = i < 2 ? Sample.Programme : "a-second-one" });
        await begin.CommitAsync();

        var seen = new List<string>();
        for (string? after = null; ;)
        {
            var page = await database.Store.BeginTurn(Sample.Now).ApplicationsAfterAsync(after, 2);
            seen.AddRange(page.Select(application => application.Key));
            if (page.Count < 2)
                break;
            after = page[^1].Key;
        }

        Assert.Equal((5, 5), (seen.Count, seen.Distinct().Count()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Chats_that_are_idle_are_swept_in_parts_and_others_left_alone(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { WhenIdle = _ => """{"empty":true}""" });
        var begin = database.Store.BeginTurn(Sample.Now);
        for (var i = 0; i < 5; i++)
            begin.Save(Sample.Conversation($"c{i}", Sample.Amira, """{"draft":"x"}"""));
        begin.Save(Sample.Conversation("c5", Sample.Amira, """{"draft":"x"}""") with { SeenAt = Sample.Now + Duration.FromDays(1) });
        begin.Save(Sample.Conversation("c6", Sample.Amira, """{"draft":"x"}""") with { ShownAt = Sample.Now + Duration.FromDays(1) });
        await begin.CommitAsync();

        Assert.Equal(5, await SweepAsync(count: true));
        Assert.Equal(5, await SweepAsync(count: false));
        Assert.Equal(0, await SweepAsync(count: false));
        var after = database.Store.BeginTurn(Sample.Now);
        Assert.Contains("empty", (await after.ConversationAsync("c4"))!.State, StringComparison.Ordinal);
        Assert.Contains("draft", (await after.ConversationAsync("c5"))!.State, StringComparison.Ordinal);
        Assert.Contains("draft", (await after.ConversationAsync("c6"))!.State, StringComparison.Ordinal);

        async Task<int> SweepAsync(bool count)
        {
            var swept = 0;
            string? from = null;
            do
            {
                var work = database.Store.BeginTurn(Sample.Now);
                var sweep = await work.SweepChatsAsync(Sample.Now, from, 2, count);
                await work.CommitAsync();
                (swept, from) = (swept + sweep.Swept, sweep.Next);
            }
            while (from is not null);
            return swept;
        }
    }

    [Theory, OnSqlite, OnPostgres]
    [Trait("Requirement", "A-19")]
    public async Task Events_of_no_meeting_go_when_they_are_old_and_others_stay(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (day, begin) = (Duration.FromDays(1), database.Store.BeginTurn(Sample.Now));
        begin.Save(Sample.Meeting(Sample.MeetingId));
        begin.Save(Sample.Event(Sample.MeetingId, Sample.Now));
        var recent = new MeetingId(Guid.NewGuid());
        begin.Save(Sample.Event(recent, Sample.Now + day));
        for (var i = 0; i < 5; i++)
            begin.Save(Sample.Event(new MeetingId(Guid.NewGuid()), Sample.Now));
        await begin.CommitAsync();

        Assert.Equal(5, await SweepAsync(count: true));
        Assert.Equal(5, await SweepAsync(count: false));
        Assert.Equal(0, await SweepAsync(count: false));

        var after = database.Store.BeginTurn(Sample.Now);
        Assert.Equal(
            new[] { Sample.MeetingId, recent }.ToHashSet(),
            [.. (await after.EventsAsync(Sample.Amira, new Interval(Sample.Now - day, Sample.Now + day * 2))).Select(one => one.Meeting)]);
        Assert.Equal((2, 4), (await CountAsync(database, Tables.LocalEvents), await CountAsync(database, Tables.EventPeople)));

        async Task<int> SweepAsync(bool count)
        {
            var swept = 0;
            string? from = null;
            do
            {
                var work = database.Store.BeginTurn(Sample.Now);
                var sweep = await work.SweepEventsAsync(Sample.Now + Duration.FromHours(2), from, 2, count);
                await work.CommitAsync();
                (swept, from) = (swept + sweep.Swept, sweep.Next);
            }
            while (from is not null);
            return swept;
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Housekeeping_waits_in_the_outbox_and_nobody_waits_for_it(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.False(await work.HasUpkeepAsync());
        work.Send(Errand.DeleteOld.Tonight, Sample.Now + Duration.FromHours(3));
        await work.CommitAsync();

        Assert.True(await database.Store.BeginTurn(Sample.Now).HasUpkeepAsync());
        Assert.Null(await database.Store.NextDueAsync(Sample.Now));
        var row = Assert.Single(await database.Store.ClaimDueAsync(Sample.Now + Duration.FromHours(3), 10, Duration.FromMinutes(1)));
        Assert.IsType<Errand.DeleteOld>(row.ToErrand());
    }

    private static async Task<long> CountAsync(TestDatabase database, TableShape table) =>
        (await database.Store.Engine.ReadAsync($"SELECT count(*) FROM \"{table.Name}\"", [], row => row.Number(0)))[0];
}
