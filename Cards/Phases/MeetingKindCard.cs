using NodaTime;

namespace PeerBot.Cards;

/// <summary>What a booked meeting is to be, and for which class or unit; for either of the pair, and for them alone.</summary>
public static class MeetingKindCard
{
    public const int LabelMost = 60;

    /// <param name="Kinds">As the reader calls them.</param>
    public sealed record View(
        LocalDateTime Start, int Minutes, string OtherName, IReadOnlyList<Choice> Kinds, string? Kind, string? Label, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "MeetingKind", texts.Plain("MeetingKind.Heading"),
            [
                Blocks.Text(texts.Say("MeetingKind.Intro", ("when", texts.DateTime(view.Start, view.Minutes)), ("name", view.OtherName))),
                texts.Problem(view.Problem),
                new AdaptiveChoiceSetInput(InputIds.MeetingKind, frame.Optional(texts.Plain("MeetingKind.Kind")),
                    [.. view.Kinds.Select(kind => new AdaptiveChoice(Typed.Line(kind.Text), kind.Value))])
                {
                    Value = view.Kind,
                },
                new AdaptiveTextInput(InputIds.MeetingLabel, texts.Plain("MeetingKind.Label", ("most", LabelMost)), LabelMost)
                {
                    Value = view.Label is { } label ? Typed.Line(label, LabelMost) : null,
                    Private = true,
                },
            ],
            frame.Action(Verbs.MeetingDescribed, texts.Plain("Save")).Main(),
            frame.Press(Verbs.MeetingKeep, texts.Plain("Back")));
    }
}
