namespace PeerBot.Calendar;

/// <summary>Graph answered, and something in the answer is missing or not as documented. Leaves the calendar as "unavailable".</summary>
/// <param name="what">The thing, such as "an event without start"; nothing of its content.</param>
internal sealed class GraphAnswerException(string what) : Exception($"Graph answered {what}.");
