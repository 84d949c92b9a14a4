using PeerBot.Storage;

namespace PeerBot.Bot.Sample;

/// <summary>Fills a new database, so that whoever starts the product for the first time finds people in it.</summary>
internal static class SampleStart
{
    /// <summary>Loads the sample when the database has no people; touches nothing when it has.</summary>
    public static async Task EnsureAsync(Database database)
    {
        if (!await database.HasPeopleAsync())
            await database.ReplaceAllAsync(SampleAuthority.Import());
    }
}
