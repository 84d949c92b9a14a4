using PeerBot.Dialogs;
using PeerBot.Domain;

namespace PeerBot.Bot.Turns;

/// <summary>Somebody whom no programme knows: a kind word and whom to ask. Nothing about them is kept (U-17).</summary>
internal static class Strangers
{
    private const string Words =
        "Hello. I help people in a peer support scheme to find each other, and I cannot find you in one yet.";

    public static CardAnswer CardAnswer { get; } = new(null, Words);

    public static IReadOnlyList<Show> Answer(Reference reference)
    {
        var coordinator = reference.Programmes.Programmes.OrderByDescending(programme => programme.TakesRequests(reference.Rehearsing))
            .Select(programme => reference.Contacts.GetValueOrDefault(programme.Owner.CoordinatorContactRef))
            .FirstOrDefault(contact => contact?.Email is not null);
        return [new Show.Say(coordinator is null ? Words : $"{Words} Please ask {coordinator.Name}: {coordinator.Email}.")];
    }
}
