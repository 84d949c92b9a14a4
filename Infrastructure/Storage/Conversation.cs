using System.Text.Json.Serialization;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Storage.Json;

namespace PeerBot.Storage;

/// <summary>One conversation with the bot: how to reach it, and where its dialog stands.</summary>
/// <param name="Id">The channel's id of the conversation.</param>
/// <param name="PersonId">Whose it is; it cannot change.</param>
/// <param name="Reference">JSON: what the channel needs to send there.</param>
/// <param name="State">JSON: the dialog's state. Private words may be in it.</param>
/// <param name="SeenAt">When the person was last heard from.</param>
/// <param name="ShownAt">When the bot last began something there; null when it never has.</param>
/// <param name="Lost">Why nothing gets through to it; null while it is open. Whoever writes there opens it again.</param>
/// <param name="ToldAt">The channel's own time of the latest that it has told of it; null: not known.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record Conversation(
    string Id,
    PersonId PersonId,
    [property: JsonConverter(typeof(RawJsonConverter))] string Reference,
    [property: JsonConverter(typeof(RawJsonConverter))] string State,
    Instant SeenAt,
    Instant? ShownAt = null,
    ReachLost? Lost = null,
    Instant? ToldAt = null,
    long Version = 0)
{
    /// <summary>Since when nothing has happened there.</summary>
    public Instant QuietSince => ShownAt is { } shown && shown > SeenAt ? shown : SeenAt;

    /// <summary>The channel keeps no order: what it tells of an earlier time than this comes late.</summary>
    public bool IsOld(Instant? toldAt) => toldAt < ToldAt;

    public Conversation Told(Instant? at) => ToldAt is null || at > ToldAt ? this with { ToldAt = at ?? ToldAt } : this;
}

/// <summary>Why the channel lets nothing through to a chat.</summary>
public enum ReachLost
{
    /// <summary>The app is not there any more, or was never given to the person.</summary>
    Removed,

    /// <summary>The person, or an administrator, has shut the bot out.</summary>
    Blocked,
}
