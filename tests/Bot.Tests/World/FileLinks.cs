using NodaTime;
using PeerBot.Bot.MyData;
using PeerBot.Domain.Oversight;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.World;

internal static class FileLinks
{
    /// <summary>A link to the person's file as ‹Download› makes it, good for an hour.</summary>
    public static async Task<string> LinkToFileAsync(this Stage stage, Person person, FilePart part = FilePart.All)
    {
        var (key, now) = (Guid.NewGuid(), await stage.Bot.NowAsync());
        var work = stage.Bot.Service<Database>().BeginTurn(now);
        await work.KeepAsync(person.Key, (await work.AddressesAsync(person.Key)) with { File = key });
        Assert.IsType<CommitOutcome.Committed>(await work.CommitAsync());
        return stage.Bot.Service<PersonalLinks>().ToFile(person.Key, part, key, now + Duration.FromHours(1))!.AbsolutePath;
    }
}
