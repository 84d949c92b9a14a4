using NodaTime;
using Npgsql;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class The_inbox
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_older_than_asked_is_forgotten_and_counts_as_new(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        for (var i = 0; i < 600; i++)
            await ReceiveAsync(database.Store, $"old {i}", Sample.Now);
        await ReceiveAsync(database.Store, "young", Sample.Now + Duration.FromDays(1));

        Assert.Equal(600, await database.Store.ForgetInboxAsync(Sample.Now + Duration.FromHours(1)));
        Assert.Null(await database.Store.FindAnswerAsync("old 7"));
        Assert.Equal("answer", (await database.Store.FindAnswerAsync("young"))!.Answer);
        var answers = await database.Store.Engine.ReadAsync("SELECT COUNT(*) FROM \"Answers\"", [], row => row.Number(0));
        Assert.Equal([1L], answers);
        Assert.Equal(0, await database.Store.ForgetInboxAsync(Sample.Now));
    }

    [Theory, OnPostgres]
    public async Task It_is_forgotten_a_little_at_a_time_so_that_what_is_done_stays_done(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await database.Store.Engine.WriteAsync(
            "INSERT INTO \"Inbox\" (\"Key\", \"At\") SELECT lpad(n::text, 6, '0'), 1 FROM generate_series(1, 4500) n", [], _ => 0);
        await using var other = await database.ConnectAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("SELECT 1 FROM \"Inbox\" WHERE \"Key\" = '004400' FOR UPDATE", other);
        await hold.ExecuteScalarAsync();

        await Assert.ThrowsAsync<NpgsqlException>(() => database.Open(settings: "Command Timeout=1").ForgetInboxAsync(Sample.Now));
        Assert.Equal([500L], await LeftAsync());

        await transaction.RollbackAsync();
        Assert.Equal(500, await database.Store.ForgetInboxAsync(Sample.Now));
        Assert.Equal([0L], await LeftAsync());

        async Task<IReadOnlyList<long>> LeftAsync() =>
            await database.Store.Engine.ReadAsync("SELECT COUNT(*) FROM \"Inbox\"", [], row => row.Number(0));
    }

    private static async Task ReceiveAsync(Database store, string key, Instant now)
    {
        var work = store.BeginTurn(now);
        work.Receive(key, "answer");
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }
}
