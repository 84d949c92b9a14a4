using Microsoft.EntityFrameworkCore;
using PeerBot.Domain.Support;
using PeerBot.Storage;
using PeerBot.Storage.Model;
using PeerBot.Storage.Rows;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class Migrations_of_the_store
{
    [Fact]
    public void No_change_of_the_tables_is_without_its_migration()
    {
        using var sqlite = new SqliteContext();
        using var postgres = new PostgresContext();
        Assert.False(sqlite.Database.HasPendingModelChanges());
        Assert.False(postgres.Database.HasPendingModelChanges());
    }

    [Fact]
    public void The_scripts_are_those_of_the_migrations()
    {
        using var sqlite = new SqliteContext();
        using var postgres = new PostgresContext();
        Same(sqlite, "Sqlite");
        Same(postgres, "Postgres");

        static void Same(StorageContext context, string engine)
        {
            var migrations = context.Database.GetMigrations().ToList();
            Assert.Equal(migrations, MigrationScripts.Known(engine));
            var before = "0";
            foreach (var id in migrations)
            {
                Assert.Equal(context.ScriptOf(before, id).ReplaceLineEndings("\n"), MigrationScripts.Read(engine, id));
                before = id;
            }
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Several_processes_may_start_on_an_empty_database_at_once(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(engine);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Open().MigrateAsync())));
        await database.Store.MigrateAsync();
        Assert.Null(await database.Store.BeginTurn(Sample.Now).PersonAsync(Sample.Amira));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_table_of_the_description_is_there_with_its_columns(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        foreach (var table in Tables.All)
        {
            var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
            Assert.Empty(await database.Store.Engine.ReadAsync($"SELECT {columns} FROM \"{table.Name}\"", [], _ => 0));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_of_the_version_before_oversight_are_found_by_what_came_with_it(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var store = database.Store.Engine;
        var work = database.Store.BeginTurn(Sample.Now);
        work.Save(Sample.Request(Sample.RequestId));
        work.Save(Sample.Supporter(Sample.Bob));
        work.Save(Sample.Person(Sample.Amira));
        work.Save(Sample.Note(NoteKind.Journal));
        work.Save(Sample.Meeting(Sample.MeetingId) with { State = MeetingState.Booked });
        work.Save(Sample.Cycle(Sample.CycleId, Sample.Patterns[0]) with { Stalled = false, Review = null });
        work.Save(Sample.Cycle(new CycleId(Guid.NewGuid()), Sample.Patterns[0]) with { State = CycleState.Closed, ClosedAt = Sample.Now });
        await work.CommitAsync();
        string[] emptied =
        [
            "\"Requests\" SET \"Programme\"", "\"Supporters\" SET \"State\"", "\"People\" SET \"NameKey\"", "\"PrivateNotes\" SET \"Owner\"",
            "\"Meetings\" SET \"Booked\"", "\"Cycles\" SET \"Programme\" = NULL, \"ClosedAt\" = NULL, \"Standing\"",
        ];
        foreach (var column in emptied)
            await store.WriteAsync($"UPDATE {column} = NULL", [], _ => 0);

        var name = MigrationScripts.Known(engine.ToString()).Single(id => id.EndsWith("_Oversight", StringComparison.Ordinal));
        foreach (var statement in MigrationScripts.Read(engine.ToString(), name).Split('\n').Where(line => line.StartsWith("UPDATE", StringComparison.Ordinal)))
            await store.WriteAsync(statement.TrimEnd(';'), [], _ => 0);

        var after = database.Store.BeginTurn(Sample.Now);
        Assert.Single(await after.OpenRequestsOfAsync(Sample.Programme));
        Assert.Single(await after.SupportersAsync(Sample.Programme, Domain.People.SupporterState.Listed, 0, 9));
        Assert.Single(await after.PeopleNamedAsync("khan", 9));
        Assert.Single(await after.NotesOfAsync(Sample.Amira));
        Assert.Single(await after.BookedMeetingsAsync(new NodaTime.Interval(Sample.Now, Sample.Now + NodaTime.Duration.FromDays(1))));
        Assert.Single(await after.CyclesClosedAsync(new NodaTime.Interval(Sample.Now, Sample.Now + NodaTime.Duration.FromSeconds(1)), 9));
        Assert.Equal(1, (await after.CountCyclesAsync(Sample.Programme))[Domain.Oversight.CycleStanding.Running]);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=")]
    [InlineData("Initial Catalog=peerbot")]
    public void A_connection_string_for_neither_engine_is_refused_with_what_to_write(string connectionString)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Database.Open(connectionString));
        Assert.Contains("Data Source=peerbot.db", refusal.Message, StringComparison.Ordinal);
    }
}
