using System.Text.Json.Serialization;

namespace PeerBot.Cards;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AdaptiveExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(AdaptiveSubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(AdaptiveOpenUrlAction), "Action.OpenUrl")]
public abstract record AdaptiveAction(string Title)
{
    /// <summary>For screen readers and the text twin, where the short title needs its surroundings: "Remove Grace Obi".</summary>
    public string? Tooltip { get; init; }

    public AdaptiveActionStyle? Style { get; init; }
}

/// <summary>A button whose press Teams sends as an invoke, answered with the next card.</summary>
public sealed record AdaptiveExecuteAction(string Title, string Verb, ActionData Data) : AdaptiveAction(Title)
{
    public AdaptiveAssociatedInputs? AssociatedInputs { get; init; }

    /// <summary>The one that most people want: drawn to stand out.</summary>
    internal AdaptiveExecuteAction Main() => this with { Style = AdaptiveActionStyle.Positive };

    /// <summary>Says what the short title leaves to the eye.</summary>
    internal AdaptiveExecuteAction Means(string tooltip) => this with { Tooltip = tooltip };

    /// <summary>For a client that draws the card but has no Action.Execute: the same data, sent as a message.</summary>
    public AdaptiveAction Fallback => new AdaptiveSubmitAction(Title, Data) { AssociatedInputs = AssociatedInputs };
}

public sealed record AdaptiveSubmitAction(string Title, ActionData Data) : AdaptiveAction(Title)
{
    public AdaptiveAssociatedInputs? AssociatedInputs { get; init; }
}

public sealed record AdaptiveOpenUrlAction(string Title, Uri Url) : AdaptiveAction(Title);

/// <summary>What a press carries, and all that it carries beside the card's inputs. Nothing personal.</summary>
/// <param name="Id">The request, ask, cycle or meeting that the card is about.</param>
/// <param name="Version">Its version when the card was drawn; an older one than now is answered with "out of date".</param>
/// <param name="Nonce">One a card.</param>
/// <param name="Arg">A short opaque value: a slot's instant, an index.</param>
public sealed record ActionData(string Verb, string Id, long Version, string Nonce, string? Arg = null);
