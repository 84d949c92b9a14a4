namespace PeerBot.Cards;

/// <summary>What the partner shares, without any of it: each is drawn afresh when it is opened, and covered when they stop.</summary>
public static class SharedWithMeCard
{
    /// <param name="Things">What there is to open; none: nothing is shared now.</param>
    public sealed record View(string Owner, IReadOnlyList<Button> Things);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "SharedWithMe", texts.Plain("SharedWithMe.Heading"),
            [Blocks.Text(texts.Say(view.Things.Count == 0 ? "SharedWithMe.Nothing" : "SharedWithMe.Text", ("name", view.Owner)))],
            [
                .. view.Things.Select(thing => frame.Press(thing.Verb, thing.Title, thing.Arg)),
                view.Things.Count == 0 ? frame.Press(Verbs.SharedShow, texts.Plain("SharedWithMe.Again")) : null,
            ]);
    }
}
