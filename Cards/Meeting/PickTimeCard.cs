using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C10: times that both have free.</summary>
public static class PickTimeCard
{
    public const int SlotsMost = 3;

    /// <summary>Whose calendar could not be looked into.</summary>
    public enum Unseen
    {
        Nobody,
        Reader,
        Other,
        Both,

        /// <summary>All are seen, and one of the group has something else then.</summary>
        OneMissing,
    }

    /// <param name="Slots">At most three, soonest first; none: only the typed time is offered.</param>
    /// <param name="Earliest">First and last date for the typed date; null: no limit.</param>
    /// <param name="Arg">What further times are looked for with, such as another way to meet than agreed; null: as agreed.</param>
    /// <param name="Problem">What was wrong with the last try, in one sentence.</param>
    public sealed record View(
        string OtherName, IReadOnlyList<Slot> Slots, int Minutes, MeetingMode Mode, bool More,
        LocalDate? Earliest = null, LocalDate? Latest = null, string? Problem = null, string? Arg = null,
        Unseen Unseen = Unseen.Nobody);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "PickTime", texts.Plain("PickTime.Heading"),
            [
                texts.Problem(view.Problem),
                Blocks.Text(texts.Say(
                    view.Slots.Count == 0 ? "PickTime.None" : view.Unseen == Unseen.Nobody ? "PickTime.BothFree" : "PickTime.Fits",
                    ("name", view.OtherName), ("length", texts.Length(view.Minutes)), ("mode", texts.Mode(view.Mode)))),
                view.Unseen == Unseen.Nobody ? null : Blocks.Notice(texts.Say("PickTime.Unseen." + view.Unseen, ("name", view.OtherName))),
                .. frame.Slots(Verbs.SlotPick, view.Slots, view.Minutes),
                OwnTime(view, frame),
                view.Latest is { } until ? Blocks.Small(texts.Say("Until", ("date", until))) : null,
            ],
            view.More ? frame.Press(Verbs.SlotMore, texts.Plain("PickTime.More"), view.Arg) : null,
            frame.Press(Verbs.SlotNone, texts.Plain("PickTime.NoneSuits")));
    }

    private static AdaptiveContainer OwnTime(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return Blocks.Panel(
            Blocks.Subheading(texts.Say("PickTime.Own")) with { Spacing = null },
            Blocks.Row(
                Blocks.Stretch(new AdaptiveDateInput(InputIds.Date, frame.Optional(texts.Plain("PickTime.Date")))
                {
                    Min = view.Earliest.Iso(),
                    Max = view.Latest.Iso(),
                }),
                Blocks.Stretch(new AdaptiveTimeInput(InputIds.Time, frame.Optional(texts.Plain("PickTime.Time"))))),
            new AdaptiveActionSet([frame.Action(Verbs.SlotTyped, texts.Plain("PickTime.AskFor"), view.Arg)]),
            Blocks.Small(texts.Say("PickTime.OrType")));
    }
}
