namespace PeerBot.Bot.Tests.World;

/// <summary>One bot and one channel for the tests of a class; each test begins on the Saturday evening of the sample.</summary>
public sealed class Stage : IAsyncLifetime
{
    internal RunningBot Bot { get; private set; } = null!;

    internal FakeConnector Connector { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Connector = await FakeConnector.StartAsync();
        Bot = await RunningBot.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Connector.DisposeAsync();
        await Bot.DisposeAsync();
    }

    /// <summary>Teams with nothing in its chats, a channel that takes everything, and the sample as it was.</summary>
    internal async Task<Teams> BeginAsync()
    {
        Connector.Refuses = _ => null;
        Connector.Release();
        await Bot.BeginAgainAsync();
        Bot.Log.Clear();
        return await Teams.OfAsync(Bot, Connector);
    }

    /// <summary>At the end of every test: nothing went wrong behind its back.</summary>
    internal async Task EndAsync()
    {
        await Bot.SettleAsync();
        Assert.True(Bot.Log.Errors.Count == 0, string.Join('\n', Bot.Log.Errors));
        Assert.Empty(Connector.Strays);
    }
}
