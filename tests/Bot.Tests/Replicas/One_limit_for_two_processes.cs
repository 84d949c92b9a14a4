using System.Diagnostics;
using PeerBot.Bot.Delivery;
using PeerBot.Bot.Tests.World;
using PeerBot.Bot.Turns;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Replicas;

/// <summary>
/// Two processes with Teams' limits on, all the way from a commit to the channel. A machine that is slow lets messages come later and never
/// sooner, so what is looked at is how soon each one came.
/// </summary>
public sealed class One_limit_for_two_processes
{
    private const string Tenant = "fd6487b5-4d83-5bd1-afa6-15d50ed4cfc0";

    private static readonly (string, string?)[] Limits = [("Delivery:PerTenantPerSecond", "50"), ("Delivery:PerConversation", "true")];

    [Theory, OverSqlite, OverPostgres]
    [Trait("Requirement", "U-18")]
    public async Task Holds_fifty_a_second_for_a_tenant_and_every_message_comes_once(bool postgres)
    {
        const int Each = 60;
        await using var bots = await TwoBots.StartAsync(postgres, Limits);
        var arrivals = new Arrivals(bots.Connector);

        await Task.WhenAll(
            SendAsync(bots, bots.One, Enumerable.Range(0, Each).Select(at => ($"a:one-{at}", $"one {at}"))),
            SendAsync(bots, bots.Other, Enumerable.Range(0, Each).Select(at => ($"a:other-{at}", $"other {at}"))));

        var seconds = await arrivals.UntilAsync(2 * Each);
        for (var at = 0; at < seconds.Count; at++)
            Assert.True(seconds[at] >= ((at - 2) / 50.0) - 0.05, $"Message {at} came after {seconds[at]} s already.");
        await bots.SettleAsync();
        Assert.Equal(2 * Each, bots.Connector.Calls.Select(call => call.Text).Distinct().Count());
        Assert.Equal(2 * Each, bots.Connector.Calls.Count);
    }

    [Theory, OverSqlite, OverPostgres]
    [Trait("Requirement", "U-18")]
    public async Task Holds_what_one_chat_takes_and_keeps_the_order_of_each(bool postgres)
    {
        const int Each = 5;
        await using var bots = await TwoBots.StartAsync(postgres, Limits);
        var arrivals = new Arrivals(bots.Connector);

        await Task.WhenAll(
            SendAsync(bots, bots.One, Enumerable.Range(0, Each).Select(at => ("a:chat", $"one {at}")), together: true),
            SendAsync(bots, bots.Other, Enumerable.Range(0, Each).Select(at => ("a:chat", $"other {at}")), together: true));

        // Seven in one second, eight in two.
        var seconds = await arrivals.UntilAsync(2 * Each);
        Assert.True(seconds[7] >= 0.95, $"The eighth came after {seconds[7]} s already.");
        Assert.True(seconds[8] >= 1.95, $"The ninth came after {seconds[8]} s already.");
        await bots.SettleAsync();
        foreach (var from in new[] { "one", "other" })
        {
            Assert.Equal(
                Enumerable.Range(0, Each).Select(at => $"{from} {at}"),
                bots.Connector.Calls.Select(call => call.Text!).Where(text => text.StartsWith(from + " ", StringComparison.Ordinal)));
        }
    }

    /// <summary>Puts messages into the outbox as a turn does, and hands them over as it does.</summary>
    /// <param name="together">As of one turn, to go one after another; otherwise as of as many turns.</param>
    private static async Task SendAsync(TwoBots bots, RunningBot bot, IEnumerable<(string Chat, string Text)> messages, bool together = false)
    {
        var work = bot.Database.BeginTurn(await bot.NowAsync());
        foreach (var (chat, text) in messages)
        {
            var to = new Address(bots.Connector.ServiceUrl, chat, Tenant, "28:bot", "29:user", "00000000-0000-4000-8000-000000000001");
            work.Send(new Outgoing(to, text, null, null, null).ToJson(), person: null, chat, work.Now);
        }

        var due = Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync()).Due;
        foreach (var rows in together ? [due] : due.Select(row => (IReadOnlyList<OutboxRow>)[row]))
            bot.Service<Dispatch>().Deliver(rows);
    }

    /// <summary>When messages came, in seconds since before the first was put into the outbox.</summary>
    private sealed class Arrivals
    {
        private readonly long began = Stopwatch.GetTimestamp();
        private readonly List<double> seconds = [];
        private readonly FakeConnector connector;

        public Arrivals(FakeConnector connector)
        {
            this.connector = connector;
            connector.Refuses = call =>
            {
                seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
                return null;
            };
        }

        public async Task<IReadOnlyList<double>> UntilAsync(int count)
        {
            await connector.UntilAsync(() => connector.Calls.Count >= count ? this : null, () => $"Only {connector.Calls.Count} of {count} came.");
            return seconds;
        }
    }
}
