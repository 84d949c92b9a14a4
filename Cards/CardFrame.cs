namespace PeerBot.Cards;

/// <summary>What every card needs beside its view: what its buttons carry, and the words.</summary>
/// <param name="Id">The request, ask, cycle or meeting that the card is about; "none" where there is none.</param>
/// <param name="Nonce">One a card. Two buttons of a card share it, so a press is known by nonce, verb and arg together.</param>
public sealed record CardFrame(string Id, long Version, string Nonce, Texts Texts)
{
    /// <summary>A button that checks and sends the card's inputs.</summary>
    public AdaptiveExecuteAction Action(string verb, string title, string? arg = null) =>
        new(title, verb, new ActionData(verb, Id, Version, Nonce, arg));

    /// <summary>A button that needs no input: works while required inputs are empty.</summary>
    public AdaptiveExecuteAction Press(string verb, string title, string? arg = null) =>
        Action(verb, title, arg) with { AssociatedInputs = AdaptiveAssociatedInputs.None };

    /// <summary>Always the last button of a card.</summary>
    public AdaptiveExecuteAction Help() => Press(Verbs.Help, Texts.Plain("Help"));
}
