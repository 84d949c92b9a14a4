namespace PeerBot.Cards;

/// <summary>U-17: a kind no, with whom to ask.</summary>
public static class NotEligibleCard
{
    /// <param name="Conditions">The conditions of the scheme, from the definition.</param>
    /// <param name="CoordinatorDecides">The coordinator may make an exception, and can be asked from here.</param>
    public sealed record View(
        IReadOnlyList<string> Conditions, WorkContact Coordinator, IReadOnlyList<Signpost> OtherHelp, bool CoordinatorDecides = false);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "NotEligible", texts.Plain("NotEligible.Heading"),
            [
                Blocks.Text(texts.Say("NotEligible.Text")),
                view.Conditions.Count == 0 ? null : Blocks.Bullets(view.Conditions),
                Blocks.Text(texts.Say(view.CoordinatorDecides ? "NotEligible.CoordinatorDecides" : "NotEligible.AskCoordinator")),
                texts.Contact(view.Coordinator),
                texts.OtherHelp(view.OtherHelp),
                Blocks.Small(texts.Say("NotEligible.NothingKept")),
            ],
            view.CoordinatorDecides ? frame.Press(Verbs.CoordinatorAsk, texts.Plain("AskName", ("name", view.Coordinator.Name))) : null);
    }
}
