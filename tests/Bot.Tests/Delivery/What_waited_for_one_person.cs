using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using NodaTime;
using PeerBot.Bot.Tests.World;
using PeerBot.Domain;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Bot.Tests.Delivery;

/// <summary>After a holiday several things are due for one person at once; one that cannot be done is in nobody's way.</summary>
public sealed class What_waited_for_one_person(Stage stage) : IClassFixture<Stage>, IAsyncLifetime
{
    private Teams teams = null!;

    private Person Amira => teams["Amira Khan"];

    private Person Grace => teams["Grace Obi"];

    public async Task InitializeAsync() => teams = await stage.BeginAsync();

    public Task DisposeAsync() => stage.EndAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Comes_though_one_of_it_is_not_known_here_or_cannot_be_done(bool isUnknown)
    {
        await Grace.GetsTheApp();
        await stage.Bot.MoveToAsync("2026-11-23T09:00:00Z");
        var now = await stage.Bot.NowAsync();
        var key = stage.Bot.Service<Reference>().Programmes.Current("headteacher-peer-support")!.Key;
        Cycle[] cycles = [Pair(key, now), Pair(key with { Version = 99 }, now), Pair(key, now)];
        var work = stage.Bot.Database.BeginTurn(now);
        foreach (var cycle in cycles)
        {
            work.Save(cycle);
            work.Send(new Errand.TellPaired(cycle.Id, Grace.Key), now + Duration.FromMinutes(10), new Hold(Grace.Key, Hold.OutOfTerm));
        }

        await work.CommitAsync();
        if (isUnknown)
        {
            Rewrite(cycles[1].Id.ToString(), $$"""{"do":"from-the-future","cycle":"{{cycles[1].Id}}"}""");
        }

        await stage.Bot.PassAsync(Duration.FromMinutes(11));

        await Grace.Hears("You are paired with");
        Assert.Contains(stage.Bot.Log.Errors, line => line.Contains("Outbox row", StringComparison.Ordinal));
        Assert.NotNull(await stage.Bot.Database.NextDueAsync(now + Duration.FromMinutes(10))); // tried again, and later each time
        var read = stage.Bot.Database.BeginTurn(await stage.Bot.NowAsync());
        Assert.Single(await read.HeldForAsync(Grace.Key));
        stage.Bot.Log.Clear();
    }

    private Cycle Pair(ProgrammeKey programme, Instant now) => new(
        new CycleId(Guid.NewGuid()), new RequestId(Guid.NewGuid()), programme, Amira.Key, Grace.Key, CycleState.Active, now, now.InUtc().Date,
        new GroundRules(null, ["teams"], NotesKeptBy.Nobody, 1, [Amira.Key, Grace.Key]), null);

    /// <summary>Puts another errand in the place of the one that has this in it.</summary>
    private void Rewrite(string with, string errand)
    {
        var privateText = new ProtectedText(stage.Bot.Service<IDataProtectionProvider>);
        using var sqlite = new SqliteConnection($"{stage.Bot.Folder.ConnectionString};Pooling=False");
        sqlite.Open();
        using var find = sqlite.CreateCommand();
        find.CommandText = "SELECT \"Id\", \"Body\" FROM \"Outbox\"";
        var found = 0L;
        using (var reader = find.ExecuteReader())
        {
            while (reader.Read())
            {
                found = Encoding.UTF8.GetString(privateText.Reveal("Outbox", (byte[])reader["Body"])).Contains(with, StringComparison.Ordinal) ? (long)reader["Id"] : found;
            }
        }

        using var write = sqlite.CreateCommand();
        write.CommandText = "UPDATE \"Outbox\" SET \"Body\" = $body WHERE \"Id\" = $id";
        write.Parameters.AddWithValue("$body", privateText.Protect("Outbox", Encoding.UTF8.GetBytes(errand)));
        write.Parameters.AddWithValue("$id", found);
        Assert.Equal(1, write.ExecuteNonQuery());
    }
}
