using System.Text;
using Microsoft.Data.Sqlite;
using PeerBot.Domain.Support;
using PeerBot.Storage;
using PeerBot.Storage.Sqlite;
using SQLitePCL;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class The_grouped_writer
{
    [Fact]
    public async Task A_conflict_takes_back_its_own_turn_and_no_other_of_the_same_transaction()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await CommitAsync(Turn(database.Store, "a"));

        var batch = await TogetherAsync(
            database.Store, () => [Turn(database.Store, "b"), Turn(database.Store, "a"), Turn(database.Store, "c")]);
        Assert.IsType<CommitOutcome.Committed>(await batch[0]);
        Assert.IsType<CommitOutcome.Conflict>(await batch[1]);
        Assert.IsType<CommitOutcome.Committed>(await batch[2]);

        var after = database.Store.BeginTurn(Sample.Now);
        Assert.NotNull(await after.ConversationAsync("b"));
        Assert.NotNull(await after.ConversationAsync("c"));
        Assert.Equal(1, (await after.ConversationAsync("a"))!.Version);
        Assert.Equal(["{\"a\":1}", "{\"b\":1}", "{\"c\":1}"], await OutboxAsync(database.Store));
    }

    [Fact]
    public async Task Of_two_turns_with_one_key_in_the_same_transaction_the_second_is_the_repeat()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var batch = await TogetherAsync(
            database.Store, () => [Turn(database.Store, "a", key: "press"), Turn(database.Store, "b", key: "press")]);
        Assert.IsType<CommitOutcome.Committed>(await batch[0]);
        Assert.Equal(new CommitOutcome.Repeated("answer of a"), await batch[1]);
    }

    [Fact]
    public async Task A_fault_in_one_job_fails_that_job_alone()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var faulty = Task.FromResult(0);
        var batch = await TogetherAsync(database.Store, () =>
        {
            faulty = Writer(database.Store).RunAsync(session => session.Run("INSERT INTO \"Outbox\" (\"Kind\") VALUES (1)"));
            return [Turn(database.Store, "a")];
        });
        var reason = await Assert.ThrowsAsync<SqliteException>(() => faulty);
        Assert.Equal(raw.SQLITE_CONSTRAINT, reason.SqliteErrorCode);
        Assert.IsType<CommitOutcome.Committed>(await batch[0]);
    }

    [Fact]
    public async Task A_failed_commit_fails_everyone_in_it_and_the_writer_goes_on()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var writer = Writer(database.Store);
        delegate_commit refuse = _ => 1;
        var batch = await TogetherAsync(database.Store, () =>
        {
            _ = writer.RunAsync(session =>
            {
                raw.sqlite3_commit_hook(session.Handle, refuse, null);
                return 0;
            });
            return [Turn(database.Store, "a"), Turn(database.Store, "b")];
        });
        foreach (var waiting in batch)
            await Assert.ThrowsAsync<SqliteException>(() => waiting);

        await writer.RunAsync(session =>
        {
            raw.sqlite3_commit_hook(session.Handle, null, null);
            return 0;
        });
        GC.KeepAlive(refuse);
        Assert.Null(await database.Store.BeginTurn(Sample.Now).ConversationAsync("a"));
        Assert.Empty(await OutboxAsync(database.Store));
        await CommitAsync(Turn(database.Store, "a"));
        Assert.Equal(["{\"a\":1}"], await OutboxAsync(database.Store));
    }

    [Fact]
    public async Task Marks_ride_along_with_the_next_write()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite, new DatabaseOptions { Time = new TimeWithoutTimers() });
        var sent = await CommitAsync(Turn(database.Store, "a"));
        database.Store.MarkSent(sent.Due.Select(row => row.Id));
        await CommitAsync(Turn(database.Store, "b"));
        Assert.Equal(["{\"b\":1}"], await OutboxAsync(database.Store));
    }

    [Fact]
    public async Task The_last_marks_do_not_wait_for_another_write()
    {
        var time = new TimeWithoutTimers();
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite, new DatabaseOptions { Time = time });
        var sent = await CommitAsync(Turn(database.Store, "a"));
        database.Store.MarkSent(sent.Due.Select(row => row.Id));
        time.Fire();
        while ((await OutboxAsync(database.Store)).Count > 0)
            await Task.Yield();
    }

    [Fact]
    public async Task Closing_commits_what_waits()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var batch = await TogetherAsync(database.Store, () =>
        {
            var turn = Turn(database.Store, "a");
            _ = database.Store.DisposeAsync().AsTask();
            return [turn];
        });
        Assert.IsType<CommitOutcome.Committed>(await batch[0]);
        Assert.NotNull(await database.Open().BeginTurn(Sample.Now).ConversationAsync("a"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Turn(database.Store, "b"));
    }

    [Fact]
    public async Task What_was_answered_is_on_the_disk_and_in_no_memory()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        await CommitAsync(Turn(database.Store, "a"));

        // The files as a process that is killed now would leave them.
        var folder = Directory.CreateTempSubdirectory("peerbot_test_");
        foreach (var file in new[] { database.File, database.File + "-wal" })
            File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        await using (var after = Database.Open($"Data Source={Path.Combine(folder.FullName, "peerbot.db")}"))
        {
            await after.MigrateAsync();
            Assert.NotNull(await after.BeginTurn(Sample.Now).ConversationAsync("a"));
            Assert.Equal(["{\"a\":1}"], await OutboxAsync(after));
        }

        folder.Delete(recursive: true);
    }

    private static SqliteWriter Writer(Database store) => ((SqliteEngine)store.Engine).Writer;

    /// <summary>Holds the writer until all of them wait, so that they share its next transaction.</summary>
    private static async Task<IReadOnlyList<Task<CommitOutcome>>> TogetherAsync(Database store, Func<Task<CommitOutcome>[]> turns)
    {
        using var held = new ManualResetEventSlim();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = Writer(store).RunAsync(_ =>
        {
            begun.SetResult();
            held.Wait();
            return 0;
        });
        await begun.Task;
        var waiting = turns();
        held.Set();
        await first;
        await Task.WhenAny(Task.WhenAll(waiting));
        return waiting;
    }

    private static Task<CommitOutcome> Turn(Database store, string conversation, string? key = null)
    {
        var work = store.BeginTurn(Sample.Now);
        work.Send($"{{\"{conversation}\":1}}", null, conversation, Sample.Now);
        work.Save(Sample.Conversation(conversation, Sample.Amira));
        work.Save(Sample.Request(new RequestId(Guid.NewGuid())));
        if (key is not null)
            work.Receive(key, $"answer of {conversation}");
        return work.CommitAsync();
    }

    private static async Task<CommitOutcome.Committed> CommitAsync(Task<CommitOutcome> turn) =>
        Assert.IsType<CommitOutcome.Committed>(await turn);

    private static async Task<IReadOnlyList<string>> OutboxAsync(Database store) =>
        await store.Engine.ReadAsync("SELECT \"Body\" FROM \"Outbox\" ORDER BY \"Id\"", [], row => Encoding.UTF8.GetString(row.Bytes(0)));

    /// <summary>Timers that go off when they are told to.</summary>
    private sealed class TimeWithoutTimers : TimeProvider
    {
        private readonly List<TimerCallback> _timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add(callback);
            return new Silent();
        }

        public void Fire() => _timers.ForEach(timer => timer(null));

        private sealed class Silent : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
