using System.Reflection;
using PeerBot.Storage.Rows;

namespace PeerBot.Infrastructure.Tests.Storage;

/// <summary>A turn must not cost more the more is stored: no statement may walk through a table.</summary>
public sealed class Plans_of_the_statements
{
    [Fact]
    public async Task Every_statement_of_a_turn_goes_by_a_key_or_an_index()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var statements = Statements().ToList();
        Assert.True(statements.Count > 30);
        foreach (var sql in statements)
        {
            var plan = await database.Store.Engine.ReadAsync($"EXPLAIN QUERY PLAN {sql}", [], row => row.Text(3)!);
            Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal)
                || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_look_at_the_roster_begins_with_what_has_changed()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var plan = await database.Store.Engine.ReadAsync($"EXPLAIN QUERY PLAN {RosterSql.Changes}", [], row => row.Text(3)!);
        Assert.Equal(3, plan.Count(step => step.Contains("ChangedAt>?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_goes_before_a_row_is_found_by_its_conversation()
    {
        await using var database = await TestDatabase.CreateAsync(Engine.Sqlite);
        foreach (var (sql, times) in new[] { (OutboxSql.Insert, 2), (OutboxSql.ClaimDue(""), 3) })
        {
            var plan = await database.Store.Engine.ReadAsync($"EXPLAIN QUERY PLAN {sql}", [], row => row.Text(3)!);
            Assert.Equal(times, plan.Count(step => step.StartsWith("SEARCH e USING", StringComparison.Ordinal) && step.Contains("IX_Outbox_ConversationId", StringComparison.Ordinal)));
        }
    }

    private static IEnumerable<string> Statements()
    {
        foreach (var table in Tables.All.OfType<AggregateTable>())
        {
            yield return table.Find;
            yield return table.Update;
        }

        foreach (var field in typeof(Queries).GetFields(BindingFlags.Public | BindingFlags.Static))
            yield return (string)field.FieldType.GetProperty("Sql")!.GetValue(field.GetValue(null))!;
        yield return OutboxSql.FindAnswer;
        yield return OutboxSql.Insert;
        yield return OutboxSql.Retry;
        yield return OutboxSql.GiveBack;
        yield return OutboxSql.Renew;
        yield return OutboxSql.Hold;
        yield return OversightSql.CountCycles;
        yield return OversightSql.HeldFor;
        yield return OutboxSql.NextDue;
        yield return OutboxSql.Find;
        yield return SweepSql.Find;
        yield return OutboxSql.ClaimDue("");
        yield return OutboxSql.ClaimHeld("");
        yield return RosterSql.All;
        yield return RosterSql.Changes;
    }
}
