using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Sample;

/// <summary>An empty file that is gone after the test.</summary>
internal sealed class FreshDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("peerbot-fresh-").FullName;

    public FreshDatabase() => Database = Database.Open($"Data Source={Path.Combine(folder, "fresh.db")}");

    public Database Database { get; }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
