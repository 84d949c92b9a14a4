using PeerBot.Cards.Tests.Samples;

namespace PeerBot.Cards.Tests;

/// <summary>Looks into a sample card by name.</summary>
internal static class Look
{
    public static AdaptiveCard Card(string name) => Sample.Cards[name]();

    public static string Words(string name) => TextTwin.Of(Card(name));

    public static List<string> Blocks(string name) =>
        [.. TextTwin.Flat(Card(name).Body).OfType<AdaptiveTextBlock>().Select(block => block.Text)];

    public static T Input<T>(string name, string id)
        where T : AdaptiveInput =>
        Assert.IsType<T>(TextTwin.Flat(Card(name).Body).OfType<AdaptiveInput>().Single(input => input.Id == id));

    public static AdaptiveExecuteAction Press(string name, string verb) =>
        TextTwin.Flat(Card(name).Body).OfType<AdaptiveActionSet>().SelectMany(set => set.Actions).Concat(Card(name).Actions!)
            .OfType<AdaptiveExecuteAction>().Single(action => action.Verb == verb);
}
