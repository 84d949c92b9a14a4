namespace PeerBot.Cards;

/// <summary>S2-13, for the person: a coordinator has started a request for them. Nothing is asked of anyone before their yes.</summary>
public static class OfferedRequestCard
{
    /// <param name="By">Name of the coordinator.</param>
    public sealed record View(string By);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Offered", texts.Plain("Offered.Heading", ("name", view.By)),
            [Blocks.Text(texts.Say("Offered.Text")), Blocks.Text(texts.Say("Offered.Yours"))],
            frame.Press(Verbs.BehalfYes, texts.Plain("Offered.Yes")).Main(),
            frame.Press(Verbs.BehalfNo, texts.Plain("Offered.No")));
    }
}
