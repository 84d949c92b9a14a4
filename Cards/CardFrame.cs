namespace PeerBot.Cards;

/// <summary>What every card needs beside its view: what its buttons carry, and the words.</summary>
/// <param name="Id">The request, ask, cycle or meeting that the card is about; the scheme's where there is none.</param>
/// <param name="Nonce">One a card. Two buttons of a card share it, so a press is known by nonce, verb and arg together.</param>
/// <param name="Standing">Where the cycle that the card is about stands, such as its phase; null: nothing to say.</param>
public sealed record CardFrame(string Id, long Version, string Nonce, Texts Texts, string? Standing = null)
{
    /// <summary>A button that checks and sends the card's inputs.</summary>
    public AdaptiveExecuteAction Action(string verb, string title, string? arg = null) =>
        new(title, verb, new ActionData(verb, Id, Version, Nonce, arg));

    /// <summary>A button that needs no input: works while required inputs are empty.</summary>
    public AdaptiveExecuteAction Press(string verb, string title, string? arg = null) =>
        Action(verb, title, arg) with { AssociatedInputs = AdaptiveAssociatedInputs.None };

    /// <summary>Always the last button of a card.</summary>
    public AdaptiveExecuteAction Help() => Press(Verbs.Help, Texts.Plain("Help"));

    /// <summary>A card under a heading, with Help after its buttons. Empty places are left out.</summary>
    /// <param name="name">Its texts are <c>{name}.*</c>; the notification is <c>{name}.Summary</c>.</param>
    /// <param name="heading">Plain words.</param>
    internal AdaptiveCard Card(
        string name, string heading, IReadOnlyList<AdaptiveElement?> body, params IReadOnlyList<AdaptiveAction?> actions) =>
        Bare(name, heading, body, [.. actions, Help()]);

    /// <summary>The help card itself: a button for help would lead nowhere.</summary>
    internal AdaptiveCard Bare(
        string name, string heading, IReadOnlyList<AdaptiveElement?> body, IReadOnlyList<AdaptiveAction?> actions)
    {
        var summary = Texts.Plain(name + ".Summary");
        var rows = ButtonRows.Of([.. actions.OfType<AdaptiveAction>()]);
        return new AdaptiveCard(summary, Texts)
        {
            Lang = Texts.Culture.TwoLetterISOLanguageName,
            FallbackText = Texts.Plain("Fallback", ("summary", summary)),
            Body =
            [
                Blocks.Heading(heading),
                .. Standing is { } standing ? [Blocks.Small(Typed.Escape(standing))] : Array.Empty<AdaptiveElement>(),
                .. body.OfType<AdaptiveElement>(),
                .. rows.SkipLast(1).Select(row => new AdaptiveActionSet(row)),
            ],
            Actions = rows[^1],
        };
    }

    internal string Required(string label) => Texts.Plain("Label.Required", ("label", label));

    internal string Optional(string label) => Texts.Plain("Label.Optional", ("label", label));
}
