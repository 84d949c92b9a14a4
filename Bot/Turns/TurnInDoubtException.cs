namespace PeerBot.Bot.Turns;

/// <summary>The database went away while a turn was committed: it may have happened, or not. The same activity once more would tell.</summary>
internal sealed class TurnInDoubtException(Exception inner) : Exception("Nobody knows whether the turn was committed.", inner);
