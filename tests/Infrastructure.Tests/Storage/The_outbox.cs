using System.Security.Cryptography;
using NodaTime;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class The_outbox
{
    private static readonly Duration Lease = Duration.FromMinutes(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_due_at_once_is_handed_over_in_order_and_claimed(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        work.Send("""{"text":"1"}""", Sample.Amira, "c", Sample.Now);
        work.Send(new Errand.TellPaired(Sample.CycleId, Sample.Bob), Sample.Now + Duration.FromHours(1));
        work.Send("""{"text":"2"}""", null, "c", Sample.Now);
        var committed = Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());

        Assert.Equal(["""{"text":"1"}""", """{"text":"2"}"""], committed.Due.Select(row => row.Body));
        Assert.True(committed.Due[0].Id < committed.Due[1].Id);
        var first = committed.Due[0];
        Assert.Equal((OutboxKind.Activity, Sample.Amira, "c"), (first.Kind, first.Person, first.ConversationId));
        Assert.Empty(await database.Store.ClaimDueAsync(Sample.Now, 10, Lease));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_is_claimed_when_its_time_has_come_with_everything_it_was_stored_with(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var due = Sample.Now + Duration.FromHours(1);
        var work = database.Store.BeginTurn(Sample.Now);
        work.Send("""{"text":"é"}""", Sample.Amira, "c", due);
        await work.CommitAsync();

        Assert.Equal(due, await database.Store.NextDueAsync(Sample.Now));
        Assert.Null(await database.Store.NextDueAsync(due));
        Assert.Empty(await database.Store.ClaimDueAsync(due - Duration.Epsilon * 100, 10, Lease));
        var row = Assert.Single(await database.Store.ClaimDueAsync(due, 10, Lease));
        Assert.Equal(new OutboxRow(row.Id, OutboxKind.Activity, Sample.Amira, "c", due, """{"text":"é"}""", 0, Sample.Now), row with { Claim = null });
        Assert.Throws<InvalidOperationException>(() => row.ToErrand());
    }

    [Theory, OnSqlite, OnPostgres]
    [Trait("Requirement", "A-14")]
    public async Task A_process_that_has_enough_to_do_leaves_what_it_commits_to_whoever_has_time(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var busy = database.Open(new DatabaseOptions { TakesMore = () => false });
        foreach (var text in new[] { "1", "2" })
        {
            var work = busy.BeginTurn(Sample.Now);
            work.Send(text, Sample.Amira, "c", Sample.Now);
            Assert.Empty(Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync()).Due);
        }

        var after = database.Store.BeginTurn(Sample.Now);
        after.Send("3", Sample.Amira, "c", Sample.Now);
        Assert.True(Assert.IsType<CommitOutcome.Committed>(await after.CommitAsync()).Behind);

        // None of them is in doubt, and their order stays.
        var first = Assert.Single(await database.Store.ClaimDueAsync(Sample.Now, 10, Lease));
        Assert.Equal(("1", null), (first.Body, first.Status));
    }

    [Theory, OnSqlite, OnPostgres]
    [Trait("Requirement", "A-14")]
    public async Task What_waits_in_a_process_for_longer_than_its_claim_is_kept_by_it_and_not_in_doubt(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, Lease = Lease });
        var other = database.Open(new DatabaseOptions { Time = time });
        var work = database.Store.BeginTurn(Sample.Now);
        work.Send("1", Sample.Amira, "c", Sample.Now);
        var row = Assert.Single(Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync()).Due);
        for (var quarter = 0; quarter < 20; quarter++)
        {
            time.Advance(Lease / 4);
            await database.Store.KeepAsync(row, Lease);
            Assert.Empty(await other.ClaimDueAsync(Sample.Now, 10, Lease));
        }

        Assert.True(await database.Store.StillHoldsAsync(row, Lease));

        // What another has taken over is not taken back.
        time.Advance(Lease * 2);
        Assert.Equal(OutboxRow.NoAnswer, Assert.Single(await other.ClaimDueAsync(Sample.Now, 10, Lease)).Status);
        await database.Store.KeepAsync(row, Lease);
        Assert.False(await database.Store.StillHoldsAsync(row, Lease));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_can_be_read_again_as_long_as_they_are_there(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        work.Send(new Errand.TellPaired(Sample.CycleId, Sample.Bob), Sample.Now);
        work.Send(new Errand.TellClosed(Sample.CycleId, Sample.Bob), Sample.Now);
        var rows = Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync()).Due;

        var settled = database.Store.BeginTurn(Sample.Now);
        settled.Complete(rows[1]);
        await settled.CommitAsync();

        Assert.Equal([rows[0] with { Claim = null }], await database.Store.RowsAsync([rows[1].Id, rows[0].Id]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Rows_come_longest_due_first_and_then_as_they_were_sent(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var work = database.Store.BeginTurn(Sample.Now);
        foreach (var (body, hours) in new[] { ("4", 3), ("1", 1), ("2", 2), ("3", 2) })
            work.Send(body, null, $"chat {body}", Sample.Now + Duration.FromHours(hours));
        await work.CommitAsync();

        var first = await database.Store.ClaimDueAsync(Sample.Now + Duration.FromDays(1), 3, Lease);
        Assert.Equal(["1", "2", "3"], first.Select(row => row.Body));
        Assert.Equal(["4"], (await database.Store.ClaimDueAsync(Sample.Now + Duration.FromDays(1), 3, Lease)).Select(row => row.Body));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Claimers_in_two_processes_never_get_the_same_row(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var other = database.Open();
        var due = Sample.Now + Duration.FromHours(1);
        var work = database.Store.BeginTurn(Sample.Now);
        for (var i = 0; i < 200; i++)
            work.Send("{}", null, $"chat {i}", due);
        await work.CommitAsync();

        var claimed = await Task.WhenAll(new[] { database.Store, other, database.Store, other }.Select(store => Task.Run(async () =>
        {
            var mine = new List<long>();
            while (await store.ClaimDueAsync(due, 7, Lease) is { Count: > 0 } rows)
                mine.AddRange(rows.Select(row => row.Id));
            return mine;
        })));
        var all = claimed.SelectMany(ids => ids).ToList();
        Assert.Equal((200, 200), (all.Count, all.Distinct().Count()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_dead_process_held_is_free_when_its_lease_is_over(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, Lease = Lease });
        var other = database.Open(new DatabaseOptions { Time = time });
        var work = database.Store.BeginTurn(Sample.Now);
        work.Send("at once", null, "c", Sample.Now);
        work.Send("later", null, "another chat", Sample.Now + Duration.FromHours(1));
        await work.CommitAsync();
        await database.Store.ClaimDueAsync(Sample.Now + Duration.FromHours(1), 10, Lease);

        // The product's clock may be moved as far as one likes: leases run by the machine's.
        var nextYear = Sample.Now + Duration.FromDays(365);
        time.Advance(Lease - Duration.FromSeconds(1));
        Assert.Empty(await other.ClaimDueAsync(nextYear, 10, Lease));
        time.Advance(Duration.FromSeconds(1));
        Assert.Equal(["at once", "later"], (await other.ClaimDueAsync(nextYear, 10, Lease)).Select(row => row.Body));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_given_back_comes_again_at_its_new_time(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var row = await SendAsync(database.Store);
        var later = Sample.Now + Duration.FromMinutes(5);
        await database.Store.GiveBackAsync(row, later, 3);

        Assert.Empty(await database.Store.ClaimDueAsync(later - Duration.FromSeconds(1), 10, Lease));
        var again = Assert.Single(await database.Store.ClaimDueAsync(later, 10, Lease));
        Assert.Equal(row with { Due = later, Attempts = 3, Claim = again.Claim }, again);
        Assert.NotEqual(row.Claim, again.Claim);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_was_tried_says_what_the_channel_said(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var row = await SendAsync(database.Store);
        Assert.Null(row.Status);
        await database.Store.RetryAsync(row, Sample.Now, 1, 503);

        Assert.Equal(503, Assert.Single(await database.Store.ClaimDueAsync(Sample.Now, 10, Lease)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_row_whose_claim_ran_out_nobody_knows_how_far_it_got(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, Lease = Lease });
        await SendAsync(database.Store);
        time.Advance(Lease);

        Assert.Equal(OutboxRow.NoAnswer, Assert.Single(await database.Store.ClaimDueAsync(Sample.Now, 10, Lease)).Status);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_was_stopped_for_longer_than_its_claim_notices_that_the_row_is_anothers(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, Lease = Lease });
        var other = database.Open(new DatabaseOptions { Time = time });
        var row = await SendAsync(database.Store);
        Assert.True(await database.Store.StillHoldsAsync(row, Lease));

        time.Advance(Lease);
        Assert.True(await database.Store.StillHoldsAsync(row, Lease), "Nobody has taken it meanwhile.");
        time.Advance(Lease);
        var taken = Assert.Single(await other.ClaimDueAsync(Sample.Now, 10, Lease));

        Assert.False(await database.Store.StillHoldsAsync(row, Lease));
        await database.Store.RetryAsync(row, Sample.Now, 1, 429);
        await other.GiveBackAsync(taken, Sample.Now, 0);
        Assert.Single(await database.Store.ClaimDueAsync(Sample.Now, 10, Lease));
        Assert.False(await database.Store.StillHoldsAsync(row, Lease), "The same process has it again, and by another claim.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_is_held_says_for_whom_until_when_and_why_and_is_claimed_with_the_others_of_its_person(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var later = Sample.Now + Duration.FromDays(14);
        var work = database.Store.BeginTurn(Sample.Now);
        work.Send(Sample.Errands[0], Sample.Now);
        work.Send(Sample.Errands[1], later, new Hold(Sample.Bob, Hold.OutOfTerm));
        work.Send(Sample.Errands[2], later, new Hold(Sample.Amira, Hold.OutOfTerm));
        work.Send(Sample.Errands[3], later, new Hold(Sample.Bob, Hold.OutOfHours));
        var committed = Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        await database.Store.HoldAsync(Assert.Single(committed.Due), later, new Hold(Sample.Bob, Hold.Closed));

        var held = await database.Store.BeginTurn(Sample.Now).HeldForAsync(Sample.Bob);
        Assert.Equal([Hold.Closed, Hold.OutOfHours, Hold.OutOfTerm], held.Select(one => one.Why).Order());
        Assert.All(held, one => Assert.Equal(later, one.Until));
        Assert.Empty(await database.Store.ClaimHeldAsync(Sample.Bob, later - Duration.FromSeconds(1), Lease));
        var claimed = await database.Store.ClaimHeldAsync(Sample.Bob, later, Lease);
        Assert.Equal([Sample.Errands[0], Sample.Errands[1]], claimed.OrderBy(row => row.Id).Select(row => row.ToErrand()));
        Assert.Equal([Hold.Closed, Hold.OutOfTerm], claimed.OrderBy(row => row.Id).Select(row => row.Held));
        Assert.Empty(await database.Store.ClaimHeldAsync(Sample.Bob, later, Lease));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_process_that_was_too_slow_does_not_give_back_what_another_works_on(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, Lease = Lease });
        var other = database.Open(new DatabaseOptions { Time = time });
        var row = await SendAsync(database.Store);
        time.Advance(Lease);
        Assert.Single(await other.ClaimDueAsync(Sample.Now, 10, Lease));
        await database.Store.GiveBackAsync(row, Sample.Now, 1);
        Assert.Empty(await database.Store.ClaimDueAsync(Sample.Now, 10, Lease));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_sent_is_gone(Engine engine)
    {
        var time = new ManualTime();
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { Time = time, Lease = Lease });
        var row = await SendAsync(database.Store);
        database.Store.MarkSent(row.Id);

        // Closing carries the last marks.
        await database.Store.DisposeAsync();
        time.Advance(Lease);
        Assert.Empty(await database.Open(new DatabaseOptions { Time = time }).ClaimDueAsync(Sample.Now, 10, Lease));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_turns_that_do_one_errand_the_second_is_a_repeat_and_leaves_nothing(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var row = await SendAsync(database.Store);
        var (first, second) = (database.Store.BeginTurn(Sample.Now), database.Store.BeginTurn(Sample.Now));
        foreach (var work in new[] { first, second })
        {
            work.Complete(row);
            work.Send("{}", null, "c", Sample.Now);
        }

        Assert.Single(Assert.IsType<CommitOutcome.Committed>(await first.CommitAsync()).Due);
        Assert.Equal(new CommitOutcome.Repeated(null), await second.CommitAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_that_cannot_be_opened_comes_by_itself_and_keeps_back_no_other(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine, new DatabaseOptions { PrivateText = new Sealed() });
        var due = Sample.Now + Duration.FromHours(1);
        var work = database.Store.BeginTurn(Sample.Now);
        foreach (var body in new[] { "1", "2", "3" })
            work.Send(body, Sample.Bob, $"chat {body}", due);
        work.Send(Sample.Errands[0], due, new Hold(Sample.Bob, Hold.Closed));
        work.Send(Sample.Errands[1], due, new Hold(Sample.Bob, Hold.Closed));
        await work.CommitAsync();
        await database.Store.Engine.WriteAsync("UPDATE \"Outbox\" SET \"Body\" = $1 WHERE \"Id\" IN (2, 4)", [new byte[] { 1, 0 }], _ => 0);

        var held = await database.Store.ClaimHeldAsync(Sample.Bob, due, Lease);
        Assert.Equal([false, true], held.OrderBy(row => row.Id).Select(row => row.Unopened is null));
        var rows = await database.Store.ClaimDueAsync(due, 10, Lease);
        Assert.Equal(["1", "", "3"], rows.Select(row => row.Body));
        Assert.IsType<CryptographicException>(rows[1].Unopened);
        await database.Store.GiveBackAsync(rows[1], due, rows[1].Attempts + 1);
        Assert.Equal(1, Assert.Single(await database.Store.ClaimDueAsync(due, 10, Lease)).Attempts);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_waits_for_a_contact_window_is_as_old_as_that_window(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        var opens = Sample.Now + Duration.FromDays(16);
        await database.Store.GiveBackUntilWindowAsync(await SendAsync(database.Store) with { Attempts = 1 }, opens);

        Assert.Empty(await database.Store.ClaimDueAsync(opens - Duration.FromSeconds(1), 10, Lease));
        var row = Assert.Single(await database.Store.ClaimDueAsync(opens, 10, Lease));
        Assert.Equal((opens, 1), (row.CreatedAt, row.Attempts));
    }

    /// <summary>Opens nothing that was changed.</summary>
    private sealed class Sealed : IPrivateText
    {
        public byte? Mark => null;

        public byte[] Protect(string purpose, byte[] text) => text;

        public ReadOnlySpan<byte> Reveal(string purpose, ReadOnlySpan<byte> stored) =>
            stored is [1, ..] ? throw new CryptographicException("Changed.") : stored;
    }

    private static async Task<OutboxRow> SendAsync(Database store)
    {
        var work = store.BeginTurn(Sample.Now);
        work.Send("{}", Sample.Bob, "c", Sample.Now);
        return Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync()).Due[0];
    }
}
