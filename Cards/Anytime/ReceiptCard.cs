namespace PeerBot.Cards;

/// <summary>receipt: a card that is settled: what was answered, and seldom a button beside Help.</summary>
public static class ReceiptCard
{
    private const int WrittenMost = 1000;

    /// <param name="Heading">"You said yes".</param>
    /// <param name="Text">One sentence on what happens now.</param>
    /// <param name="Lines">What was answered.</param>
    /// <param name="Written">What the reader wrote themselves and may see again, such as their message.</param>
    /// <param name="Buttons">What they may still do; null: nothing.</param>
    public sealed record View(
        string Heading, string Text, IReadOnlyList<Line>? Lines = null, string? Written = null, IReadOnlyList<Button>? Buttons = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Receipt", view.Heading,
            [
                Blocks.Text(Typed.Escape(Typed.Line(view.Text))),
                view.Lines is { Count: > 0 } lines ? Blocks.Facts(lines) : null,
                view.Written is not { Length: > 0 } written ? null : Blocks.Panel(
                    Blocks.Subheading(texts.Say("Receipt.YouWrote")) with { Spacing = null },
                    Blocks.Quote(written, WrittenMost)),
            ],
            [.. (view.Buttons ?? []).Select(button => frame.Press(button.Verb, button.Title, button.Arg))]);
    }
}
