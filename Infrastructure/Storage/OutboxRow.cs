using System.Text.Json;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Storage.Json;

namespace PeerBot.Storage;

/// <param name="OldestDue">Null when nothing is due.</param>
public sealed record OutboxStanding(long Due, long All, Instant? OldestDue);

public enum OutboxKind
{
    /// <summary>A message to a conversation; the body is the channel's JSON.</summary>
    Activity = 1,

    /// <summary>An <see cref="Errand"/> for PeerBot itself.</summary>
    Errand = 2,

    /// <summary>An <see cref="Errand"/> that nobody waits for: PeerBot's own housekeeping.</summary>
    Upkeep = 3,
}

/// <summary>Something to be done after a commit, at its time or soon after.</summary>
/// <param name="Id">Rises in the order in which rows were stored; never used twice. 0 until stored.</param>
/// <param name="Person">Whom it is for; null when that is not known yet.</param>
/// <param name="ConversationId">Where an activity goes; null where the conversation is yet to be made, and for errands.</param>
/// <param name="Attempts">How often it was tried before.</param>
/// <param name="Held">Why it waits for the contact window of its person; null where it is due by plan.</param>
public sealed record OutboxRow(
    long Id, OutboxKind Kind, PersonId? Person, string? ConversationId, Instant Due, string Body, int Attempts, Instant CreatedAt,
    string? Held = null)
{
    /// <exception cref="InvalidOperationException">The row is no errand.</exception>
    /// <exception cref="JsonException">The row was written by another version of PeerBot, which knows more errands.</exception>
    public Errand ToErrand() =>
        Kind != OutboxKind.Activity
            ? JsonSerializer.Deserialize(Body, StoredJson.Default.Errand)!
            : throw new InvalidOperationException("An outbox row with an activity is no errand.");
}
