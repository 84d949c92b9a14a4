using NodaTime;

namespace PeerBot.Storage;

/// <summary>How fast messages may follow each other.</summary>
/// <param name="Every">Time between two in the long run.</param>
/// <param name="AtOnce">How many more may go at once after a rest.</param>
public sealed record Pace(Duration Every, int AtOnce);

/// <param name="Wait">Until the first may go.</param>
/// <param name="IsTaken">False: it would have to wait for too long, and nothing is kept for it.</param>
public readonly record struct Room(Duration Wait, bool IsTaken);
