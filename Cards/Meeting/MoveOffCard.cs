using NodaTime;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Cards;

/// <summary>C18, the answer to a time that somebody suggested: the meeting stays where it is.</summary>
public static class MoveOffCard
{
    /// <param name="Why">Null: the reader's own answer, or they took it back.</param>
    /// <param name="Name">Who has answered, for two; all the others of a group, of whom nobody is named.</param>
    /// <param name="Suggested">The time that it does not move to.</param>
    public sealed record View(MoveOff? Why, LocalDateTime Start, LocalDateTime Suggested, int Minutes, MeetingMode Mode, string Name);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "MoveOff", texts.Plain("MoveOff.Heading"),
            [
                Blocks.Text(texts.Say(view.Why is { } why ? "MoveOff." + why : "MoveOff.Own", ("name", view.Name), ("when", view.Suggested))),
                Blocks.Panel(Blocks.Facts(
                [
                    new(texts.Plain("MoveTogether.Now"), texts.DateTime(view.Start, view.Minutes)),
                    new(texts.Plain("Meeting.How"), texts.Mode(view.Mode)),
                ])),
            ],
            frame.Press(Verbs.MeetingMove, texts.Plain("MoveTogether.Others")),
            frame.Press(Verbs.MeetingCancel, texts.Plain("Meeting.Cancel")));
    }
}
