using NodaTime;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

/// <summary>
/// Somebody was killed, or is slow, between sending a message and marking it. Until that is settled nothing later goes to the same
/// conversation, whoever holds it: an old state of a card must not come after a newer one. Other conversations wait for nothing.
/// </summary>
public sealed class Order_within_a_conversation : IAsyncLifetime
{
    private static readonly Duration Lease = Duration.FromMinutes(1);
    private static readonly Duration Moment = Duration.FromSeconds(1);

    private readonly ManualTime time = new();
    private TestDatabase database = null!;
    private Database other = null!;

    [Theory, OnSqlite, OnPostgres]
    public async Task Waits_for_what_another_process_holds_until_it_is_settled(Engine engine)
    {
        await OpenAsync(engine);
        await CommitAsync(database.Store, "first");
        var behind = await CommitAsync(other, "second");
        Assert.Empty(behind.Due);
        Assert.True(behind.Behind);
        Assert.Empty((await CommitAsync(other, "third")).Due);
        Assert.Empty(await ClaimAsync(other));

        var elsewhere = await CommitAsync(other, "to somebody else", "another chat");
        Assert.Single(elsewhere.Due);
        Assert.False(elsewhere.Behind);

        await MarkFirstAsync();
        Assert.Equal(["second"], await ClaimAsync(other));
        Assert.Empty(await ClaimAsync(database.Store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Stands_also_where_the_one_who_was_first_has_died(Engine engine)
    {
        await OpenAsync(engine);
        await CommitAsync(database.Store, "first");
        await CommitAsync(other, "second");
        time.Advance(Lease);

        Assert.Equal(["first"], await ClaimAsync(other));
        Assert.Empty(await ClaimAsync(other));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_kept_by_a_process_itself_among_its_own(Engine engine)
    {
        await OpenAsync(engine);
        await CommitAsync(database.Store, "first");
        var second = await CommitAsync(database.Store, "second");
        Assert.Single(second.Due);
        Assert.False(second.Behind);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Holds_for_what_the_channel_did_not_take_and_is_tried_again_soon(Engine engine)
    {
        await OpenAsync(engine);
        var first = (await CommitAsync(database.Store, "first")).Due[0];
        await database.Store.RetryAsync(first, Sample.Now + OutboxRow.InOrder, 3, 429);

        Assert.Empty((await CommitAsync(database.Store, "second")).Due);
        Assert.Empty(await ClaimAsync(database.Store));
        Assert.Equal(Sample.Now + OutboxRow.InOrder, await database.Store.NextDueAsync(Sample.Now));
        Assert.Equal((0, 2), ((int)(await database.Store.OutboxStandingAsync(Sample.Now)).Due, (int)(await database.Store.OutboxStandingAsync(Sample.Now)).All));
    }

    /// <summary>What somebody works on is not put off, though their clock says a later time than ours.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Ends_with_the_first_message_also_where_the_clock_of_its_sender_is_ahead(Engine engine)
    {
        await OpenAsync(engine);
        await CommitAsync(database.Store, "first", at: Sample.Now + Moment);
        await CommitAsync(other, "second");
        Assert.Empty(await ClaimAsync(other));

        await MarkFirstAsync();
        Assert.Equal(["second"], await ClaimAsync(other));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_given_up_for_what_waits_much_longer_so_that_nobody_waits_for_an_answer_until_the_next_morning(Engine engine)
    {
        await OpenAsync(engine);
        var first = (await CommitAsync(database.Store, "first")).Due[0];
        await database.Store.GiveBackAsync(first, Sample.Now + OutboxRow.InOrder + Moment, 1);

        Assert.Single((await CommitAsync(database.Store, "second")).Due);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Keeps_nobody_else_waiting_however_many_wait_for_their_turn(Engine engine)
    {
        await OpenAsync(engine);
        for (var chat = 0; chat < 20; chat++)
        {
            await CommitAsync(database.Store, "first", $"chat {chat}");
            await CommitAsync(other, "second", $"chat {chat}");
        }

        var late = other.BeginTurn(Sample.Now);
        late.Send("to somebody else", null, "another chat", Sample.Now + Moment);
        await late.CommitAsync();

        var claimed = new List<string>();
        for (var look = 0; look < 5; look++)
            claimed.AddRange((await other.ClaimDueAsync(Sample.Now + Moment, 5, Lease)).Select(row => row.Body));
        Assert.Equal(["to somebody else"], claimed);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await database.DisposeAsync();

    private async Task OpenAsync(Engine engine)
    {
        database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, Lease = Lease });
        other = database.Open(new DatabaseOptions { Time = time, Lease = Lease });
    }

    private static async Task<CommitOutcome.Committed> CommitAsync(Database store, string body, string chat = "chat", Instant? at = null)
    {
        var work = store.BeginTurn(at ?? Sample.Now);
        work.Send(body, null, chat, at ?? Sample.Now);
        return Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }

    /// <summary>Looks long enough after the last look for those that wait.</summary>
    private async Task<IEnumerable<string>> ClaimAsync(Database store)
    {
        time.Advance(Moment);
        return (await store.ClaimDueAsync(Sample.Now, 10, Lease)).Select(row => row.Body);
    }

    private async Task MarkFirstAsync()
    {
        var first = await database.Store.Engine.ReadAsync("SELECT \"Id\" FROM \"Outbox\" ORDER BY \"Id\" LIMIT 1", [], row => row.Number(0));
        await database.Store.Engine.WriteAsync("DELETE FROM \"Outbox\" WHERE \"Id\" = $1", [first[0]], _ => 0);
    }
}
