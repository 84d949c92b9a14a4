using NodaTime;

namespace PeerBot.Storage;

/// <summary>How fast messages may follow each other.</summary>
/// <param name="Every">Time between two in the long run.</param>
/// <param name="AtOnce">How many more may go at once after a rest.</param>
public sealed record Pace(Duration Every, int AtOnce);
