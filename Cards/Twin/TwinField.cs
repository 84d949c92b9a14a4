using System.Text;

namespace PeerBot.Cards;

/// <summary>A field as the text twin shows it: under a letter, its choices under numbers.</summary>
internal sealed record TwinField(string Letter, AdaptiveInput Input)
{
    public static IReadOnlyList<TwinField> Of(AdaptiveCard card) =>
        [.. TextTwin.Flat(card.Body).OfType<AdaptiveInput>().Select((input, index) => new TwinField(LetterOf(index), input))];

    public void Write(Texts texts, StringBuilder twin)
    {
        var label = Input switch
        {
            AdaptiveToggleInput { IsRequired: true } tick => texts.Plain("Label.Required", ("label", tick.Title)),
            AdaptiveToggleInput tick => texts.Plain("Label.Optional", ("label", tick.Title)),
            _ => Input.Label,
        };
        twin.Append(texts.Plain("Twin.Field", ("letter", Letter), ("label", label))).Append('\n');
        if (Hint(texts) is { } hint) twin.Append("   ").Append(hint).Append('\n');
        if (Input is AdaptiveChoiceSetInput choices)
            foreach (var (choice, index) in choices.Choices.Select((choice, index) => (choice, index)))
                twin.Append("   ").Append(texts.Plain("Twin.Choice", ("number", index + 1), ("title", choice.Title))).Append('\n');
        if (Now() is { Length: > 0 } now) twin.Append("   ").Append(texts.Plain("Twin.Now", ("value", now))).Append('\n');
        if (Input is AdaptiveTextInput { Private: true }) twin.Append("   ").Append(texts.Plain("Twin.Private")).Append('\n');
    }

    private string? Hint(Texts texts) => Input switch
    {
        AdaptiveChoiceSetInput { IsMultiSelect: true } => texts.Plain("Twin.ChooseSeveral"),
        AdaptiveToggleInput => texts.Plain("Twin.Tick"),
        AdaptiveDateInput => texts.Plain("Twin.Date"),
        AdaptiveTimeInput => texts.Plain("Twin.Time"),
        _ => null,
    };

    /// <summary>What is filled in already, in words.</summary>
    private string? Now() => Input switch
    {
        AdaptiveChoiceSetInput { Value: { } value } choices =>
            string.Join(", ", choices.Choices.Where(choice => value.Split(',').Contains(choice.Value)).Select(choice => choice.Title)),
        AdaptiveTextInput text => text.Value,
        AdaptiveDateInput date => date.Value,
        AdaptiveTimeInput time => time.Value,
        _ => null,
    };

    // A to Z, then A2 to Z2: no card has more.
    private static string LetterOf(int index) => (char)('A' + (index % 26)) + (index < 26 ? "" : "2");
}
