namespace PeerBot.Cards;

/// <summary>C34: what is held about the reader, in words.</summary>
public static class MyDataCard
{
    /// <param name="Held">"Requests" – "1, made on 21 November 2026".</param>
    /// <param name="Protection">The data protection contact; null: not set.</param>
    public sealed record View(IReadOnlyList<Line> Held, WorkContact? Protection);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "MyDataCard", texts.Plain("MyData"),
            [
                Blocks.Text(texts.Say("MyDataCard.Text")),
                view.Held.Count == 0 ? Blocks.Text(texts.Say("MyDataCard.Nothing")) : Blocks.Facts(view.Held),
                Blocks.Small(texts.Say("MyDataCard.Never")),
                view.Protection is null ? null : Blocks.Small(texts.Say("MyDataCard.Contact")),
                view.Protection is { } contact ? texts.Contact(contact) : null,
            ],
            frame.Press(Verbs.MyDataDownload, texts.Plain("MyDataCard.Download")),
            frame.Press(Verbs.MyDataCorrect, texts.Plain("MyDataCard.Correct")),
            frame.Press(Verbs.MyDataErase, texts.Plain("MyDataCard.Erase")),
            frame.Press(Verbs.MyDataObject, texts.Plain("MyDataCard.Object")),
            frame.Press(Verbs.MyDataComplain, texts.Plain("MyDataCard.Complain")));
    }
}
