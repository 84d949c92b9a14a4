namespace PeerBot.Cards;

/// <summary>U-01: no supporter is free; what can be done now.</summary>
public static class NobodyFreeCard
{
    public sealed record View(IReadOnlyList<Signpost> OtherHelp);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "NobodyFree", texts.Plain("NobodyFree.Heading"),
            [
                Blocks.Text(texts.Say("NobodyFree.Text")),
                Blocks.Text(texts.Say("NobodyFree.Next")),
                texts.OtherHelp(view.OtherHelp),
            ],
            frame.Press(Verbs.RequestWait, texts.Plain("NobodyFree.Keep")).Main(),
            frame.Press(Verbs.OtherHelpShow, texts.Plain("NobodyFree.Other")),
            frame.Press(Verbs.RequestCancel, texts.Plain("Cancel")));
    }
}
