namespace PeerBot.Cards;

/// <summary>C34 ‹Ask for erasure›: says what goes, what ends first and what has to stay, before the second press.</summary>
public static class MyDataEraseCard
{
    /// <summary>Carried by the second press.</summary>
    public const string Sure = "yes";

    /// <param name="Ends">"Your cycle with Grace Obi", "Request 2026-014".</param>
    /// <param name="Kept">"Complaint DP-2026-003".</param>
    public sealed record View(IReadOnlyList<string> Ends, IReadOnlyList<string> Kept);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "MyDataErase", texts.Plain("MyDataErase.Heading"),
            [
                Blocks.Text(texts.Say("MyDataErase.Goes")),
                view.Ends.Count == 0 ? null : Blocks.Text(texts.Say("MyDataErase.Ends")),
                view.Ends.Count == 0 ? null : Blocks.Bullets(view.Ends),
                Blocks.Text(texts.Say("MyDataErase.Stays")),
                view.Kept.Count == 0 ? null : Blocks.Text(texts.Say("MyDataErase.Kept")),
                view.Kept.Count == 0 ? null : Blocks.Bullets(view.Kept),
                Blocks.Notice(texts.Say("MyDataErase.Sure")),
            ],
            frame.Press(Verbs.MyDataErase, texts.Plain("MyDataErase.Yes"), Sure),
            frame.Press(Verbs.MyDataShow, texts.Plain("MyDataErase.No")).Main());
    }
}
