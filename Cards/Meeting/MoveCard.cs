using System.Globalization;
using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C18: move or cancel; no reason is asked.</summary>
public static class MoveCard
{
    /// <param name="Page">0 first; the press for more carries the next.</param>
    /// <param name="Shorter">Minutes that may be suggested in place of a cancel; null: that is not offered.</param>
    /// <param name="Notice">What has happened to the day, in a sentence; null: the reader wants to move it.</param>
    /// <param name="Cancelling">The reader pressed "cancel": the same card, with cancelling first in its words.</param>
    /// <param name="Problem">What was wrong with the last try, in one sentence.</param>
    public sealed record View(
        LocalDateTime Start, int Minutes, MeetingMode Mode, string OtherName, IReadOnlyList<Slot> Slots, bool More, bool Cancelling = false,
        LocalDate? Until = null, int Page = 0, int? Shorter = null, string? Notice = null,
        string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Move", texts.Plain(view.Cancelling ? "Move.HeadingCancel" : "Move.Heading"),
            [
                texts.Problem(view.Problem),
                view.Notice is { } notice ? Blocks.Notice(Typed.Escape(Typed.Line(notice))) : null,
                Blocks.Text(texts.Say(
                    "Move.Text",
                    ("when", texts.DateTime(view.Start, view.Minutes)), ("mode", texts.Mode(view.Mode)), ("name", view.OtherName))),
                Blocks.Text(texts.Say(view.Slots.Count == 0 ? "Move.NoSlots" : "Move.Slots")),
                .. frame.Slots(Verbs.MeetingMoveTo, view.Slots, view.Minutes),
                view.Cancelling ? null : Blocks.Small(texts.Say("Move.OrType")),
                view.Shorter is { } least ? Blocks.Small(texts.Say("Move.ShortenText", ("minutes", least), ("name", view.OtherName))) : null,
                Blocks.Small(texts.Say("Move.NoReason", ("name", view.OtherName))),
                view.Until is { } until ? Blocks.Small(texts.Say("Until", ("date", until))) : null,
            ],
            view.More ? frame.Press(Verbs.MeetingMoveMore, texts.Plain("PickTime.More"), (view.Page + 1).ToString(CultureInfo.InvariantCulture)) : null,
            view.Shorter is { } minutes ? frame.Press(Verbs.MeetingShorten, texts.Plain("Move.Shorten", ("minutes", minutes))) : null,
            frame.Press(Verbs.MeetingCancelConfirm, texts.Plain("Move.CancelOnly")),
            frame.Press(Verbs.MeetingKeep, texts.Plain("Back")).Means(texts.Plain("Move.Keep")));
    }
}
