namespace PeerBot.Cards;

/// <summary>help: what can be typed, at any step.</summary>
public static class HelpCard
{
    /// <param name="Waiting">What PeerBot was asking about ("picking a time"), so that the reader can carry on; null: nothing.</param>
    public sealed record View(string? Waiting, WorkContact? Coordinator, bool CanConcern = true);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Bare(
            "HelpCard", texts.Plain("Help"),
            [
                view.Waiting is { } waiting ? Blocks.Text(texts.Say("HelpCard.Waiting", ("step", waiting))) : null,
                Blocks.Text(texts.Say("HelpCard.Text")),
                Blocks.Facts([.. Commands.Select(command =>
                    new Line(texts.Plain("Command." + command), texts.Plain("CommandMeans." + command)))]),
                view.Coordinator is null ? null : Blocks.Subheading(texts.Say("HelpCard.Person")),
                view.Coordinator is { } coordinator ? texts.Contact(coordinator) : null,
            ],
            [
                view.Waiting is null ? null : frame.Press(Verbs.StepResume, texts.Plain("HelpCard.CarryOn")).Main(),
                frame.Press(Verbs.StatusShow, texts.Plain("HelpCard.Status")),
                frame.Press(Verbs.MyDataShow, texts.Plain("MyData")),
                view.CanConcern ? frame.Press(Verbs.ConcernShow, texts.Plain("HelpCard.Concern")) : null,
            ]);
    }

    private static readonly string[] Commands =
        ["help", "status", "cancel", "start-again", "continue", "text", "busy-times", "my-data", "concern"];
}
