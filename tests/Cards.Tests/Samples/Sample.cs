namespace PeerBot.Cards.Tests.Samples;

/// <summary>Every card in the views that people meet, and in extreme ones.</summary>
internal static partial class Sample
{
    public static readonly IReadOnlyDictionary<string, Func<AdaptiveCard>> Cards =
        new[] { Asking, Agreeing, Meetings, Reflecting, Closing, Anytime, Coordinating, MyData, Supporting, Phases, Assigning, Pairing_each_other, LearningGroups }.SelectMany(group => group()).ToDictionary(pair => pair.Name, pair => pair.Card);

    public static TheoryData<string> Names { get; } = [.. Cards.Keys];
}
