using PeerBot.Domain.Programmes;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>
/// Whatever began under a definition keeps it. Without its file each press of those people would end in an apology, so it is found out here.
/// </summary>
internal static class DefinitionCheck
{
    /// <exception cref="InvalidOperationException">Files are missing; the message has a sentence for each.</exception>
    public static async Task RunAsync(Database database, ProgrammeCatalogue programmes)
    {
        var missing = (await database.ProgrammesInUseAsync()).Where(key => programmes.Get(key) is null).OrderBy(key => key.ToString(), StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, missing.Select(key =>
                $"Somebody's request, pair or group runs under version {key.Version} of {key.Id}, and that definition is not there: put its file back beside the others.")));
        }
    }
}
