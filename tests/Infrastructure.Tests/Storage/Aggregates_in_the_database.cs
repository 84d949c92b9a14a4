using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class Aggregates_in_the_database
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_comes_back_as_it_went_in(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var store = database.Store;
        await RoundTripAsync(store, Sample.Person(Sample.Amira), (w, x) => w.Save(x), w => w.PersonAsync(Sample.Amira));
        await RoundTripAsync(store, Sample.Organisation(Sample.Oakfield), (w, x) => w.Save(x), w => w.OrganisationAsync(Sample.Oakfield));
        await RoundTripAsync(
            store, Sample.Supporter(Sample.Amira), (w, x) => w.Save(x), w => w.SupporterAsync(Sample.Amira, Sample.Programme));
        await RoundTripAsync(store, Sample.Request(Sample.RequestId), (w, x) => w.Save(x), w => w.RequestAsync(Sample.RequestId));
        await RoundTripAsync(store, Sample.Ask(Sample.AskId, Sample.RequestId), (w, x) => w.Save(x), w => w.AskAsync(Sample.AskId));
        await RoundTripAsync(store, Sample.Group(Sample.GroupId), (w, x) => w.Save(x), w => w.GroupAsync(Sample.GroupId));
        await RoundTripAsync(store, Sample.Cycle(Sample.GroupId), (w, x) => w.Save(x), w => w.CycleAsync(Sample.GroupId.Cycle));
        await RoundTripAsync(store, Sample.Meeting(Sample.MeetingId), (w, x) => w.Save(x), w => w.MeetingAsync(Sample.MeetingId));
        await RoundTripAsync(store, Sample.BusyTimes(Sample.Amira), (w, x) => w.Save(x), w => w.BusyTimesAsync(Sample.Amira));
        await RoundTripAsync(
            store, Sample.Event(Sample.MeetingId, Sample.Now), (w, x) => w.Save(x), w => w.EventAsync(Sample.MeetingId));
        await RoundTripAsync(
            store, Sample.Conversation("c", Sample.Amira, """{"a":[1,"\u00e9 🙂"]}"""), (w, x) => w.Save(x), w => w.ConversationAsync("c"));
        await RoundTripAsync(
            store, Sample.Feedback(Permission.MessageOnly), (w, x) => w.Save(x), w => w.FeedbackAsync(Sample.CycleId, Sample.Amira));
        await RoundTripAsync(
            store, Sample.Application(Sample.Amira), (w, x) => w.Save(x), w => w.ApplicationAsync(Sample.Amira, Sample.Programme));
        await RoundTripAsync<LocalSettings>(store, Sample.Settings(), (w, x) => w.Save(x), async w => await w.SettingsAsync());
        var task = Sample.Task();
        await RoundTripAsync(store, task, (w, x) => w.Save(x), w => w.TaskAsync(task.Id));
        var rights = Sample.Rights();
        await RoundTripAsync(store, rights, (w, x) => w.Save(x), w => w.RightsRequestAsync(rights.Id));
        await RoundTripAsync(store, Sample.Audit(), (w, x) => w.Save(x), async w => Assert.Single(await w.AuditAboutAsync(Sample.Amira)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cycle_keeps_each_kind_of_rhythm(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        Assert.Equal(typeof(CadencePattern).GetNestedTypes().Order(ByName), Sample.Patterns.Select(p => p.GetType()).Order(ByName));
        foreach (var pattern in Sample.Patterns)
        {
            var id = new CycleId(Guid.NewGuid());
            await RoundTripAsync(database.Store, Sample.Cycle(id, pattern), (w, x) => w.Save(x), w => w.CycleAsync(id));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_occasion_and_each_kind_of_note_has_its_place(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        foreach (var occasion in Enum.GetValues<Occasion>())
        {
            await RoundTripAsync(
                database.Store, Sample.SelfEvaluation(occasion), (w, x) => w.Save(x),
                w => w.SelfEvaluationAsync(Sample.Amira, Sample.CycleId, occasion));
        }

        foreach (var kind in Enum.GetValues<NoteKind>())
        {
            await RoundTripAsync(
                database.Store, Sample.Note(kind), (w, x) => w.Save(x),
                async w => Assert.Single(await w.NotesAsync(kind, Sample.CycleId.ToString())));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_errand_comes_back_as_it_went_in(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        Assert.Equal(typeof(Errand).GetNestedTypes().Order(ByName), Sample.Errands.Select(e => e.GetType()).Order(ByName));
        var work = database.Store.BeginTurn(Sample.Now);
        foreach (var errand in Sample.Errands)
            work.Send(errand, Sample.Now);
        var committed = Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        Assert.Equal(Sample.Errands, committed.Due.Select(row => row.ToErrand()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Single_busy_times_are_declared_in_the_turn_and_leave_the_week_alone(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        work.Save(Sample.BusyTimes(Sample.Amira));
        await work.CommitAsync();
        Interval later = new(Sample.Now + Duration.FromDays(1), Sample.Now + Duration.FromDays(2));
        foreach (var person in new[] { Sample.Amira, Sample.Bob })
        {
            var turn = database.Store.BeginTurn(Sample.Now);
            await turn.DeclareBusyAsync(person, [.. await turn.BusyOnceAsync(person), later]);
            Assert.IsType<CommitOutcome.Committed>(await turn.CommitAsync());
        }

        var read = database.Store.BeginTurn(Sample.Now);
        Assert.Equal([.. Sample.BusyTimes(Sample.Amira).Once, later], await read.BusyOnceAsync(Sample.Amira));
        Assert.Single((await read.BusyTimesAsync(Sample.Amira))!.Weekly);
        Assert.Equal([later], await read.BusyOnceAsync(Sample.Bob));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_supervisor_is_booked_for_lies_beside_their_busy_times(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var booked = new BookedTime(new MeetingId(Guid.NewGuid()), new Interval(Sample.Now, Sample.Now + Duration.FromHours(1)));
        var work = database.Store.BeginTurn(Sample.Now);
        work.Save(Sample.BusyTimes(Sample.Amira));
        await work.KeepSupervisionsAsync(Sample.Amira, [booked]);
        await work.CommitAsync();

        // Of two that book one supervisor, the second finds the row written.
        var (one, other) = (database.Store.BeginTurn(Sample.Now), database.Store.BeginTurn(Sample.Now));
        await one.KeepSupervisionsAsync(Sample.Amira, [.. await one.SupervisionsByAsync(Sample.Amira), booked]);
        await other.KeepSupervisionsAsync(Sample.Amira, []);
        Assert.IsType<CommitOutcome.Committed>(await one.CommitAsync());
        Assert.IsType<CommitOutcome.Conflict>(await other.CommitAsync());

        var read = database.Store.BeginTurn(Sample.Now);
        Assert.Equal([booked, booked], await read.SupervisionsByAsync(Sample.Amira));
        Assert.Equal(Sample.BusyTimes(Sample.Amira).Once, await read.BusyOnceAsync(Sample.Amira));
        Assert.Empty(await read.SupervisionsByAsync(Sample.Bob));
    }

    private static Comparer<Type> ByName { get; } = Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));

    private static async Task RoundTripAsync<T>(Database store, T item, Action<TurnWork, T> save, Func<TurnWork, Task<T?>> find)
        where T : class
    {
        var work = store.BeginTurn(Sample.Now);
        save(work, item);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        var found = await find(store.BeginTurn(Sample.Now));
        Assert.NotNull(found);
        var version = typeof(T).GetProperty("Version")!;
        Assert.Equal(1L, version.GetValue(found));
        version.SetValue(found, 0L);
        SameThing.Assert(item, found);
    }
}
