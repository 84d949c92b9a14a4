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

/// <param name="By">Never the same for two claims, so that whoever was too slow can tell that the row is another's by now.</param>
/// <param name="Until">By the clock of claims.</param>
public sealed record Claim(string By, Instant Until);

/// <summary>Something to be done after a commit, at its time or soon after.</summary>
/// <param name="Id">Rises in the order in which rows were stored; never used twice. 0 until stored.</param>
/// <param name="Person">Whom it is for; null when that is not known yet.</param>
/// <param name="ConversationId">Where an activity goes; null where the conversation is yet to be made, and for errands.</param>
/// <param name="Attempts">How often it was tried before.</param>
/// <param name="Held">Why it waits for the contact window of its person; null where it is due by plan.</param>
/// <param name="Status">
/// What the channel said the last time; <see cref="NoAnswer"/> where nobody heard, or where the claim of whoever tried ran out; null
/// before the first try.
/// </param>
/// <param name="Claim">Whose it is to work on now; null where it was handed over without one.</param>
public sealed record OutboxRow(
    long Id, OutboxKind Kind, PersonId? Person, string? ConversationId, Instant Due, string Body, int Attempts, Instant CreatedAt,
    string? Held = null, int? Status = null, Claim? Claim = null)
{
    public const int NoAnswer = 0;

    /// <summary>
    /// What is put off for longer has lost its place: what comes after it in the same conversation, such as the answer to a question, does not
    /// wait for the next morning.
    /// </summary>
    public static readonly Duration InOrder = Duration.FromMinutes(2);

    /// <summary>Why the body could not be opened, and is empty: it is damaged, or its key is not to be had. Null: it is what was stored.</summary>
    public Exception? Unopened { get; init; }

    /// <exception cref="InvalidOperationException">The row is no errand.</exception>
    /// <exception cref="JsonException">The row was written by another version of PeerBot, which knows more errands.</exception>
    public Errand ToErrand() =>
        Kind != OutboxKind.Activity
            ? JsonSerializer.Deserialize(Body, StoredJson.Default.Errand)!
            : throw new InvalidOperationException("An outbox row with an activity is no errand.");
}
