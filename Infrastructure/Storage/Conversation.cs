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
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record Conversation(
    string Id,
    PersonId PersonId,
    [property: JsonConverter(typeof(RawJsonConverter))] string Reference,
    [property: JsonConverter(typeof(RawJsonConverter))] string State,
    Instant SeenAt,
    Instant? ShownAt = null,
    long Version = 0)
{
    /// <summary>Since when nothing has happened there.</summary>
    public Instant QuietSince => ShownAt is { } shown && shown > SeenAt ? shown : SeenAt;
}
