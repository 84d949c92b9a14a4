using NodaTime;
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

    private static async Task ReceiveAsync(Database store, string key, Instant now)
    {
        var work = store.BeginTurn(now);
        work.Receive(key, "answer");
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }
}
