namespace PeerBot.Cards;

/// <summary>The one subject of a cycle, for whoever is supported.</summary>
public static class SubjectCard
{
    public const int Most = 200;

    /// <param name="Subject">What stands; null: nothing yet.</param>
    /// <param name="Typed">What was typed and is not kept; null on the first try.</param>
    /// <param name="Second">A second subject was typed where one stands.</param>
    public sealed record View(string OtherName, string? Subject, string? Typed = null, bool Second = false, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Subject", texts.Plain("Subject.Heading"),
            [
                Blocks.Text(texts.Say("Subject.Intro", ("name", view.OtherName))),
                view.Second && view.Subject is not null ? Blocks.Notice(texts.Say("Subject.OneOnly")) : null,
                texts.Problem(view.Problem),
                view.Subject is { } stands
                    ? Blocks.Panel(Blocks.Subheading(texts.Say("Subject.Stands")) with { Spacing = null }, Blocks.Quote(stands, Most))
                    : null,
                new AdaptiveTextInput(InputIds.CycleSubject, frame.Required(texts.Plain("Subject.Field", ("most", Most))), Most)
                {
                    IsRequired = true,
                    ErrorMessage = texts.Plain("Subject.Missing"),
                    Value = (view.Typed ?? view.Subject) is { } words ? Typed.Line(words, Most) : null,
                    Private = true,
                },
            ],
            view.Subject is null
                ? frame.Action(Verbs.SubjectSave, texts.Plain("Save")).Main()
                : frame.Action(Verbs.SubjectChange, texts.Plain("Subject.Change")).Main(),
            frame.Press(Verbs.PhaseOpen, texts.Plain(view.Subject is null ? "Back" : "Subject.Keep")));
    }
}
