using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Seams;

/// <summary>A copy that was made while people were writing, brought up elsewhere, as docs/operating.md describes it.</summary>
public sealed class Backups : IAsyncLifetime
{
    private FakeConnector connector = null!;

    public async Task InitializeAsync() => connector = await FakeConnector.StartAsync();

    public async Task DisposeAsync() => await connector.DisposeAsync();

    [Fact]
    public async Task Of_SQLite_are_whole_though_it_is_written_to_meanwhile()
    {
        var restored = new Folder();
        await using (var bot = await RunningBot.StartAsync())
        {
            var teams = await Teams.OfAsync(bot, connector);
            var ask = await BeginAsync(bot, teams);
            var writing = WriteAsync(teams);
            // What the command .backup of sqlite3 does.
            await using (var source = new SqliteConnection($"{bot.Folder.ConnectionString};Pooling=False"))
            await using (var target = new SqliteConnection($"{restored.ConnectionString};Pooling=False"))
            {
                await source.OpenAsync();
                await target.OpenAsync();
                source.BackupDatabase(target);
            }

            await writing;
            await GoesOnAsync(restored, teams, ask);
        }
    }

    [PostgresFact]
    public async Task Of_PostgreSQL_are_whole_though_it_is_written_to_meanwhile()
    {
        var (original, copy) = ($"peerbot_backup_{Guid.NewGuid():N}", $"peerbot_restore_{Guid.NewGuid():N}");
        var dump = Path.GetTempFileName();
        await OnServerAsync($"CREATE DATABASE {original}");
        await OnServerAsync($"CREATE DATABASE {copy}");
        try
        {
            await using var bot = await RunningBot.StartAsync(On(original));
            var teams = await Teams.OfAsync(bot, connector);
            var ask = await BeginAsync(bot, teams);
            var writing = WriteAsync(teams);
            await RunAsync("pg_dump", original, "--format=custom", "--file", dump);
            await writing;
            await RunAsync("pg_restore", copy, "--exit-on-error", "--no-owner", "--dbname", copy, dump);

            await GoesOnAsync(On(copy), teams, ask);
        }
        finally
        {
            File.Delete(dump);
            await OnServerAsync($"DROP DATABASE {original} WITH (FORCE)");
            await OnServerAsync($"DROP DATABASE {copy} WITH (FORCE)");
        }
    }

    /// <summary>Amira has asked Peter, with a private note, and he has seen it.</summary>
    private static async Task<Card> BeginAsync(RunningBot bot, Teams teams) =>
        await teams["Peter Lloyd"].IsAskedBy(teams["Amira Khan"], bot, "Quillfeather left us");

    private static Task WriteAsync(Teams teams) => Task.WhenAll(
        new[] { "Zainab Hussain", "Helen Marsh", "Colin Murray" }.Select(async name =>
        {
            for (var i = 0; i < 10; i++)
                await teams[name].Says("status");
        }));

    /// <summary>Another process with the copy: the keys are in it, so the note can be read, and the open ask can be answered.</summary>
    private static async Task GoesOnAsync(Folder folder, Teams teams, Card ask)
    {
        await using var restored = await RunningBot.StartAsync(folder);
        await restored.MoveToAsync(Journey.MondayMorning);
        var peter = teams.With(restored)["Peter Lloyd"];

        await peter.Presses(ask, "Yes, I will");

        Assert.True((await peter.HearsCard("You are paired with")).Says("Quillfeather left us"));
        await restored.SettleAsync();
        Assert.True(restored.Log.Errors.Count == 0, string.Join('\n', restored.Log.Errors));
    }

    private static NpgsqlConnectionStringBuilder Server => new(Environment.GetEnvironmentVariable(PostgresFactAttribute.Variable));

    private static Folder On(string database) => new() { ConnectionString = new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Database = database }.ConnectionString };

    private static async Task OnServerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task RunAsync(string program, string database, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        start.Environment["PGHOST"] = Server.Host;
        start.Environment["PGPORT"] = $"{Server.Port}";
        start.Environment["PGUSER"] = Server.Username;
        start.Environment["PGPASSWORD"] = Server.Password;
        start.Environment["PGDATABASE"] = database;
        using var run = Process.Start(start)!;
        var complaints = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        Assert.True(run.ExitCode == 0, complaints);
    }
}
