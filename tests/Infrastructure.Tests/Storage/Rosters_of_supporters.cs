using PeerBot.Domain.People;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class Rosters_of_supporters
{
    private static readonly PersonId Cara = PersonId.Of("tenant-1", "cara");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_roster_has_the_listed_supporters_of_its_programme_with_where_they_work(Engine engine)
    {
        await using var database = await StartAsync(engine);
        var roster = await RosterAsync(database.Store);
        Assert.Equal([Sample.Amira, Sample.Bob], roster.Select(c => c.Person).Order(ById));
        Assert.All(roster, c => Assert.Equal(("Shropshire", Sample.Oakfield), (c.Workplace.Authority, c.Workplace.Organisation)));
        Assert.Empty(await database.Store.BeginTurn(Sample.Now).CandidatesAsync("another"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_another_process_commits_is_there_at_the_next_look(Engine engine)
    {
        await using var database = await StartAsync(engine);
        var other = database.Open();
        Assert.Equal(2, (await RosterAsync(database.Store)).Count);

        await ChangeAsync(
            other, async work => work.Save((await work.SupporterAsync(Sample.Bob, Sample.Programme))! with { ActiveCycles = 3 }));
        Assert.Equal(3, (await RosterAsync(database.Store)).Single(c => c.Person == Sample.Bob).ActiveCycles);

        await ChangeAsync(
            other, async work => work.Save((await work.SupporterAsync(Cara, Sample.Programme))! with { State = SupporterState.Listed }));
        await ChangeAsync(other, async work => work.Save((await work.SupporterAsync(Sample.Amira, Sample.Programme))!.Leave()));
        Assert.Equal([Sample.Bob, Cara], (await RosterAsync(database.Store)).Select(c => c.Person).Order(ById));

        await ChangeAsync(other, async work => work.Save((await work.PersonAsync(Cara))! with { LineManager = Sample.Amira }));
        Assert.Equal(Sample.Amira, (await RosterAsync(database.Store)).Single(c => c.Person == Cara).LineManager);

        await ChangeAsync(other, async work => work.Save((await work.OrganisationAsync(Sample.Oakfield))! with { Authority = "Powys" }));
        Assert.All(await RosterAsync(database.Store), c => Assert.Equal("Powys", c.Workplace.Authority));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_roster_without_changes_is_the_same_list(Engine engine)
    {
        await using var database = await StartAsync(engine);
        Assert.Same(await RosterAsync(database.Store), await RosterAsync(database.Store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Replacing_everything_leaves_nothing_of_before(Engine engine)
    {
        await using var database = await StartAsync(engine);
        Assert.Equal(2, (await RosterAsync(database.Store)).Count);
        await ChangeAsync(database.Store, work =>
        {
            work.Save(Sample.Request(Sample.RequestId));
            work.Receive("key", null);
            work.Send("{}", null, "c", Sample.Now + NodaTime.Duration.FromHours(1));
            return Task.CompletedTask;
        });

        await database.Store.ReplaceAllAsync(
            new Import { People = [Sample.Person(Sample.Bob)], Supporters = [Sample.Supporter(Sample.Bob)] });
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.Equal([Sample.Bob], (await RosterAsync(database.Store)).Select(c => c.Person));
        Assert.Null(await work.PersonAsync(Sample.Amira));
        Assert.Null(await work.RequestAsync(Sample.RequestId));
        Assert.Null(await database.Store.FindAnswerAsync("key"));
        Assert.Null(await database.Store.NextDueAsync(Sample.Now));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_import_with_two_rows_under_one_key_changes_nothing(Engine engine)
    {
        await using var database = await StartAsync(engine);
        await Assert.ThrowsAsync<ArgumentException>(() => database.Store.ReplaceAllAsync(
            new Import { People = [Sample.Person(Sample.Bob), Sample.Person(Sample.Bob)] }));
        Assert.NotNull(await database.Store.BeginTurn(Sample.Now).PersonAsync(Sample.Amira));
    }

    private static Comparer<PersonId> ById { get; } = Comparer<PersonId>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private static async Task<TestDatabase> StartAsync(Engine engine)
    {
        var database = await TestDatabase.CreateAsync(engine);
        await database.Store.ReplaceAllAsync(new Import
        {
            People = [Sample.Person(Sample.Amira), Sample.Person(Sample.Bob), Sample.Person(Cara)],
            Organisations = [Sample.Organisation(Sample.Oakfield)],
            Supporters = [Sample.Supporter(Sample.Amira), Sample.Supporter(Sample.Bob), Sample.Supporter(Cara, SupporterState.Trained)],
        });
        return database;
    }

    private static Task<IReadOnlyList<Domain.Matching.Candidate>> RosterAsync(Database store) =>
        store.BeginTurn(Sample.Now).CandidatesAsync(Sample.Programme);

    private static async Task ChangeAsync(Database store, Func<TurnWork, Task> change)
    {
        var work = store.BeginTurn(Sample.Now);
        await change(work);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }
}
