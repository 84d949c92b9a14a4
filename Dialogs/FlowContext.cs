using System.Security.Cryptography;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain;
using PeerBot.Domain.People;

namespace PeerBot.Dialogs;

/// <summary>Who is speaking, in which turn, and the words for them. A flow sees nothing else of the world.</summary>
public sealed record FlowContext(Turn Turn, Person Me, Organisation? School, Membership Membership, Texts Texts)
{
    public Instant Now => Turn.Now;

    /// <summary>A card about something stored: the id and version it is drawn from, and a nonce that makes a press countable once.</summary>
    public CardFrame Frame(string id = "", long version = 0) => new(id, version, NewNonce(), Texts);

    public Show Say(string key, params ReadOnlySpan<(string Name, object Value)> args) => new Show.Say(Texts.Say(key, args));

    private static string NewNonce() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
}
