namespace PeerBot.Cards;

/// <summary>status: where the reader stands and what comes next.</summary>
public static class StatusCard
{
    /// <param name="Lines">"Request 2026-014" – "with Peter Lloyd until Monday 30 November 2026, 5.30pm".</param>
    /// <param name="Next">What happens next and who does it.</param>
    public sealed record View(IReadOnlyList<Line> Lines, string Next, IReadOnlyList<Button> Buttons);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Status", texts.Plain("Status.Heading"),
            [
                view.Lines.Count == 0 ? null : Blocks.Facts(view.Lines),
                Blocks.Panel(Blocks.Text(texts.Say("Status.Next", ("next", view.Next)))),
            ],
            [.. view.Buttons.Select(button => frame.Press(button.Verb, button.Title, button.Arg))]);
    }
}
