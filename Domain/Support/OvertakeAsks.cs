using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

/// <summary>
/// A supporter who pauses, is blocked, leaves or has no room any more is not waited for: what they have not answered is overtaken at
/// once, and each request goes to its next choice (U-07, U-19).
/// </summary>
public sealed class OvertakeAsks(Turn turn)
{
    /// <param name="but">An ask that is being answered; null: none.</param>
    public async Task OfAsync(PersonId supporter, string programmeId, AskId? but = null)
    {
        foreach (var ask in (await turn.Stores.OpenAsksToAsync(supporter, programmeId)).Where(ask => ask.Id != but))
        {
            await new Asking(turn).OvertakeAsync(ask, turn.Programme(ask.Programme).Matching.OnDecline);
        }
    }
}
