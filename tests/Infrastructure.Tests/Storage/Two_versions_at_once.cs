using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Storage;
using PeerBot.Storage.Json;
using PeerBot.Storage.Rows;

namespace PeerBot.Infrastructure.Tests.Storage;

/// <summary>While processes are replaced one by one, the version before makes and changes rows as it knows them: without the columns that came later.</summary>
public sealed class Two_versions_at_once
{
    private static readonly Duration Day = Duration.FromDays(1);

    [Theory, OnSqlite, OnPostgres]
    [Trait("Requirement", "A-14")]
    public async Task What_the_version_before_makes_is_found_by_the_later_one(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await Before.SaveAsync(
            database.Store,
            Before.Requests.Write(Sample.Request(Sample.RequestId)), Before.Supporters.Write(Sample.Supporter(Sample.Bob)),
            Before.People.Write(Sample.Person(Sample.Amira)), Before.Notes.Write(Sample.Note(NoteKind.Journal)), Before.Meetings.Write(Booked),
            Before.Cycles.Write(Running), Before.Cycles.Write(Closed));

        Assert.Equal(7, (await database.Store.SweepOldRowsAsync(default)).Found);

        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Single(await work.OpenRequestsOfAsync(Sample.Programme));
        Assert.Single(await work.SupportersAsync(Sample.Programme, SupporterState.Listed, 0, 9));
        Assert.Single(await work.PeopleNamedAsync("khan", 9));
        Assert.Single(await work.NotesOfAsync(Sample.Amira));
        Assert.Single(await work.BookedMeetingsAsync(new Interval(Sample.Now, Sample.Now + Day)));
        Assert.Equal([Closed.Id], (await work.CyclesClosedAsync(new Interval(Sample.Now, Sample.Now + Day), 9)).Select(cycle => cycle.Id));
        Assert.Equal(1, (await work.CountCyclesAsync(Sample.Programme))[CycleStanding.Stalled]);
    }

    [Theory, OnSqlite, OnPostgres]
    [Trait("Requirement", "A-14")]
    public async Task What_the_version_before_changes_is_not_left_as_the_later_one_had_it(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        work.Save(Running);
        work.Save(Booked);
        work.Save(Sample.Supporter(Sample.Bob));
        await work.CommitAsync();

        await Before.SaveAsync(
            database.Store,
            Before.Cycles.Write(Running with { State = CycleState.Closed, ClosedAt = Sample.Now, Version = 1 }),
            Before.Meetings.Write(Booked with { State = MeetingState.NotHeld, Version = 1 }),
            Before.Supporters.Write(Sample.Supporter(Sample.Bob, SupporterState.Left) with { Version = 1 }));
        await database.Store.SweepOldRowsAsync(default);

        work = database.Store.BeginTurn(Sample.Now);
        Assert.Single(await work.CyclesClosedAsync(new Interval(Sample.Now, Sample.Now + Day), 9));
        Assert.Empty(await work.BookedMeetingsAsync(new Interval(Sample.Now, Sample.Now + Day)));
        Assert.Single(await work.SupportersAsync(Sample.Programme, SupporterState.Left, 0, 9));

        // As it was written: who has read it meanwhile has no conflict.
        Assert.Equal(2, (await work.CycleAsync(Running.Id))!.Version);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task More_than_one_look_can_hold_is_put_right(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await Before.SaveAsync(database.Store, [.. Enumerable.Range(0, 2500).Select(one => Before.Supporters.Write(Sample.Supporter(PersonId.Of("t", $"{one}"))))]);

        Assert.Equal(2500, (await database.Store.SweepOldRowsAsync(default)).Found);
        Assert.Equal(2500, (await database.Store.BeginTurn(Sample.Now).CountSupportersAsync(Sample.Programme))[SupporterState.Listed]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_day_nothing_is_looked_through_any_more(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time });
        Assert.False((await database.Store.SweepOldRowsAsync(default)).IsOver);
        time.Advance(Day - Duration.FromSeconds(1));
        Assert.False((await database.Store.SweepOldRowsAsync(default)).IsOver);
        await Before.SaveAsync(database.Store, Before.Meetings.Write(Booked));

        time.Advance(Duration.FromHours(1));
        Assert.Equal(new Sweep(1, IsOver: true), await database.Store.SweepOldRowsAsync(default));

        // Only as many statements as there are tables, and none that reads a row of them.
        await Before.SaveAsync(database.Store, Before.Cycles.Write(Running));
        Assert.Equal(new Sweep(0, IsOver: true), await database.Store.SweepOldRowsAsync(default));
        Assert.Empty(await database.Store.BeginTurn(Sample.Now).CyclesStandingAsync(Sample.Programme, CycleStanding.Stalled, 0, 9));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_version_that_stores_in_another_way_begins_anew(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time });
        await database.Store.SweepOldRowsAsync(default);
        time.Advance(Day);
        Assert.True((await database.Store.SweepOldRowsAsync(default)).IsOver);

        await database.Store.Engine.WriteAsync("UPDATE \"Sweeps\" SET \"Shape\" = 'of another version' WHERE \"Table\" = 'Cycles'", [], _ => 0);
        await Before.SaveAsync(database.Store, Before.Cycles.Write(Running));
        Assert.Equal(new Sweep(1, IsOver: false), await database.Store.SweepOldRowsAsync(default));
    }

    private static Meeting Booked => Sample.Meeting(Sample.MeetingId) with { State = MeetingState.Booked, NotHeld = null };

    private static Cycle Running => Sample.Cycle(Sample.CycleId, Sample.Patterns[0]) with { Review = null, ClosedAt = null };

    private static Cycle Closed => Sample.Cycle(new CycleId(Guid.Parse("0c0c0c0c-0000-0000-0000-000000000002")), Sample.Patterns[0]) with { State = CycleState.Closed, ClosedAt = Sample.Now };

    /// <summary>The tables as the first version had them.</summary>
    private static class Before
    {
        private static readonly Column Changed = new("ChangedAt", ColumnKind.Number);

        public static readonly Old<SupportRequest> Requests = new(new(
            "Requests", StoredJson.Default.SupportRequest, r => r.Version, (r, v) => r with { Version = v },
            [
                Text<SupportRequest>("Id", r => r.Id.ToString(), key: true), Text<SupportRequest>("Requester", r => r.Requester.Value),
                Number<SupportRequest>("Open", r => r.IsOpen ? 1 : 0), Number<SupportRequest>("MadeAt", r => r.MadeAt.ToUnixTimeTicks()),
            ]));

        public static readonly Old<SupporterProfile> Supporters = new(new(
            "Supporters", StoredJson.Default.SupporterProfile, s => s.Version, (s, v) => s with { Version = v },
            [Text<SupporterProfile>("Programme", s => s.ProgrammeId, key: true), Text<SupporterProfile>("Person", s => s.Person.Value, key: true)],
            stamp: Changed));

        public static readonly Old<Person> People = new(new(
            "People", StoredJson.Default.Person, p => p.Version, (p, v) => p with { Version = v }, [Text<Person>("Id", p => p.Id.Value, key: true)],
            stamp: Changed));

        public static readonly Old<PrivateNote> Notes = new(new(
            "PrivateNotes", StoredJson.Default.PrivateNote, n => n.Version, (n, v) => n with { Version = v },
            [
                Text<PrivateNote>("Id", n => n.Id.ToString("N"), key: true), Text<PrivateNote>("Subject", n => n.Subject),
                Text<PrivateNote>("Kind", n => n.Kind.ToString()),
            ],
            isPrivate: true, stamp: new Column("AddedAt", ColumnKind.Number, Fixed: true)));

        public static readonly Old<Meeting> Meetings = new(new(
            "Meetings", StoredJson.Default.Meeting, m => m.Version, (m, v) => m with { Version = v },
            [
                Text<Meeting>("Id", m => m.Id.ToString(), key: true), Text<Meeting>("Cycle", m => m.Cycle.ToString()),
                Number<Meeting>("Start", m => m.Start.ToUnixTimeTicks()),
            ]));

        public static readonly Old<Cycle> Cycles = new(new(
            "Cycles", StoredJson.Default.Cycle, c => c.Version, (c, v) => c with { Version = v },
            [
                Text<Cycle>("Id", c => c.Id.ToString(), key: true), Text<Cycle>("Requester", c => c.Requester.Value),
                Text<Cycle>("Supporter", c => c.Supporter.Value), Number<Cycle>("Open", c => c.IsOpen ? 1 : 0),
            ]));

        public static async Task SaveAsync(Database database, params IReadOnlyList<RowWrite> rows) =>
            Assert.IsType<CommitOutcome.Committed>(await database.Engine.CommitAsync(
                new WriteSet { Rows = rows, Outbox = [], Completed = [], InboxKeys = [], Answer = null, Now = Sample.Now.ToUnixTimeTicks() }));

        private static ColumnOf<T> Text<T>(string name, Func<T, string> value, bool key = false) => new(new Column(name, ColumnKind.Text, Key: key), value);

        private static ColumnOf<T> Number<T>(string name, Func<T, long> value) => new(new Column(name, ColumnKind.Number), item => value(item));
    }

    private sealed record Old<T>(Table<T> Table)
        where T : class
    {
        public RowWrite Write(T item) => Table.Write(item, Sample.Now.ToUnixTimeTicks(), new UnprotectedText());
    }
}
