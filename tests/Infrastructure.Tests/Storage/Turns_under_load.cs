using System.Diagnostics;
using PeerBot.Storage;
using Xunit.Abstractions;

namespace PeerBot.Infrastructure.Tests.Storage;

public sealed class Turns_under_load(ITestOutputHelper output)
{
    private const int Senders = 32;
    private const int TurnsEach = 60;
    private const int Conversations = 40;

    /// <summary>More senders than conversations have room for, so that some meet; says how many turns a second it was.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_turn_of_many_senders_has_its_effect_once(Engine engine)
    {
        await using var database = await TestDatabase.CreateAsync(engine);
        await database.Store.ReplaceAllAsync(new Import
        {
            Conversations = Enumerable.Range(0, Conversations).Select(i => Sample.Conversation($"c{i}", Sample.Amira, "0")),
        });

        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var random = new Random(sender);
            for (var i = 0; i < TurnsEach; i++)
                await TurnAsync(database.Store, $"c{random.Next(Conversations)}", $"{sender}|{i}");
        })));
        output.WriteLine($"{engine}: {Senders * TurnsEach / watch.Elapsed.TotalSeconds:0} turns/s with {Senders} senders");

        var work = database.Store.BeginTurn(Sample.Now);
        var counted = 0;
        for (var i = 0; i < Conversations; i++)
        {
            var conversation = (await work.ConversationAsync($"c{i}"))!;
            var turns = int.Parse(conversation.State, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(conversation.Version, turns + 1);
            counted += turns;
        }

        Assert.Equal(Senders * TurnsEach, counted);
    }

    private static async Task TurnAsync(Database store, string conversationId, string key)
    {
        while (true)
        {
            var work = store.BeginTurn(Sample.Now);
            var conversation = (await work.ConversationAsync(conversationId))!;
            var turns = int.Parse(conversation.State, System.Globalization.CultureInfo.InvariantCulture) + 1;
            work.Save(conversation with { State = turns.ToString(System.Globalization.CultureInfo.InvariantCulture) });
            work.Send("{}", Sample.Amira, conversationId, Sample.Now);
            work.Send("{}", Sample.Amira, conversationId, Sample.Now);
            work.Receive(key, null);
            var outcome = await work.CommitAsync();
            Assert.IsNotType<CommitOutcome.Repeated>(outcome);
            if (outcome is CommitOutcome.Committed committed)
            {
                store.MarkSent(committed.Due.Select(row => row.Id));
                return;
            }
        }
    }
}
