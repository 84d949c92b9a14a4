using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class A_turns_commit
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_turns_that_read_the_same_one_the_second_conflicts_and_leaves_nothing(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work => work.Save(Sample.Supporter(Sample.Bob)));

        var (first, second) = (database.Store.BeginTurn(Sample.Now), database.Store.BeginTurn(Sample.Now));
        var (one, two) = (await ReadAsync(first), await ReadAsync(second));
        first.Save(one with { ActiveCycles = 2 });
        second.Save(two with { ActiveCycles = 2 });
        second.Save(Sample.Cycle(Sample.CycleId, Sample.Patterns[0]));
        second.Send("{}", Sample.Bob, "c", Sample.Now);
        second.Receive("key", "answer");
        Assert.IsType<CommitOutcome.Committed>(await first.CommitAsync());
        Assert.IsType<CommitOutcome.Conflict>(await second.CommitAsync());

        var after = database.Store.BeginTurn(Sample.Now);
        Assert.Equal((2, 2L), ((await ReadAsync(after)).ActiveCycles, (await ReadAsync(after)).Version));
        Assert.Null(await after.CycleAsync(Sample.CycleId));
        Assert.Null(await database.Store.FindAnswerAsync("key"));
        Assert.Empty(await database.Store.ClaimDueAsync(Sample.Now, 10, NodaTime.Duration.FromMinutes(1)));

        static async Task<SupporterProfile> ReadAsync(TurnWork work) => (await work.SupporterAsync(Sample.Bob, Sample.Programme))!;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_two_turns_make_under_one_key_the_second_has_to_make_again(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var (first, second) = (database.Store.BeginTurn(Sample.Now), database.Store.BeginTurn(Sample.Now));
        foreach (var work in new[] { first, second })
        {
            Assert.Null(await work.ConversationAsync("c"));
            work.Save(Sample.Conversation("c", Sample.Amira));
        }

        Assert.IsType<CommitOutcome.Committed>(await first.CommitAsync());
        Assert.IsType<CommitOutcome.Conflict>(await second.CommitAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_repeat_has_no_effect_and_gets_the_first_answer(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        Assert.Null(await database.Store.FindAnswerAsync("activity-1"));
        await SaveAsync(database.Store, work =>
        {
            work.Save(Sample.Conversation("c", Sample.Amira));
            work.Receive("activity-1", "first answer");
            work.Receive("nonce-1", "first answer");
        });

        // The press comes again under a new id, and as if nothing had been stored.
        var again = database.Store.BeginTurn(Sample.Now);
        again.Save(Sample.Conversation("c", Sample.Amira));
        again.Save(Sample.Request(Sample.RequestId));
        again.Receive("activity-2", "second answer");
        again.Receive("nonce-1", "second answer");
        Assert.Equal(new CommitOutcome.Repeated("first answer"), await again.CommitAsync());

        Assert.Equal("first answer", (await database.Store.FindAnswerAsync("activity-1"))!.Answer);
        Assert.Equal("first answer", (await database.Store.FindAnswerAsync("nonce-1"))!.Answer);
        Assert.Null(await database.Store.FindAnswerAsync("activity-2"));
        Assert.Null(await database.Store.BeginTurn(Sample.Now).RequestAsync(Sample.RequestId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_named_twice_does_not_make_a_turn_its_own_repeat(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work =>
        {
            work.Receive("activity-1", "answer");
            work.Receive("activity-1", null);
        });
        Assert.Equal("answer", (await database.Store.FindAnswerAsync("activity-1"))!.Answer);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_that_answered_nothing_is_still_remembered(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work => work.Receive("activity-1", null));
        Assert.Equal(new CommitOutcome.Repeated(null), await database.Store.FindAnswerAsync("activity-1"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_turns_with_one_key_at_once_a_single_one_has_effect(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            var work = database.Store.BeginTurn(Sample.Now);
            work.Save(Sample.Request(new RequestId(Guid.NewGuid())));
            work.Receive("press", $"answer {i}");
            return await work.CommitAsync();
        })));

        Assert.Single(outcomes, o => o is CommitOutcome.Committed);
        Assert.Single(outcomes.OfType<CommitOutcome.Repeated>().Select(r => r.Answer).Distinct());
        Assert.Equal(19, outcomes.OfType<CommitOutcome.Repeated>().Count(r => r.Answer is not null));
        Assert.Single(await database.Store.BeginTurn(Sample.Now).OpenRequestsAsync(Sample.Amira));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_are_given_out_once_each_however_many_ask(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var numbers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var work = database.Store.BeginTurn(Sample.Now);
                var number = await work.NextNumberAsync("2026");
                if (await work.CommitAsync() is CommitOutcome.Committed)
                    return number;
            }
        })));
        Assert.Equal(Enumerable.Range(1, 12), numbers.Order());
        Assert.Equal(1, await database.Store.BeginTurn(Sample.Now).NextNumberAsync("2027"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Within_a_turn_what_was_saved_is_found_by_its_id_and_the_last_state_is_stored(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        work.Save(Sample.Meeting(Sample.MeetingId));
        work.Save((await work.MeetingAsync(Sample.MeetingId))! with { Minutes = 45 });
        Assert.Equal((1, 2), (await work.NextNumberAsync("2026"), await work.NextNumberAsync("2026")));
        Assert.Empty(await work.MeetingsAsync(Sample.CycleId));
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());

        var stored = Assert.Single(await database.Store.BeginTurn(Sample.Now).MeetingsAsync(Sample.CycleId));
        Assert.Equal((45, 1L), (stored.Minutes, stored.Version));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_that_saw_one_thing_in_two_versions_runs_again(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await SaveAsync(database.Store, work => work.Save(Sample.Meeting(Sample.MeetingId)));
        var turn = database.Store.BeginTurn(Sample.Now);
        var before = (await turn.MeetingAsync(Sample.MeetingId))!;
        await SaveAsync(database.Store, work => work.Save(before with { State = MeetingState.Booked }));

        var listed = Assert.Single(await turn.MeetingsAsync(Sample.CycleId));
        turn.Save(listed with { Minutes = 30 });
        Assert.IsType<CommitOutcome.Conflict>(await turn.CommitAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_commits_once(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(work.CommitAsync);
    }

    private static async Task SaveAsync(Database store, Action<TurnWork> write)
    {
        var work = store.BeginTurn(Sample.Now);
        write(work);
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
    }
}
