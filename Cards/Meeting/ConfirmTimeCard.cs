using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C10 after a typed time that can be: what was understood, before anything is booked.</summary>
public static class ConfirmTimeCard
{
    /// <param name="Notes">What the scheme advises, a sentence each from <see cref="Texts.Say"/>; nothing waits for it.</param>
    public sealed record View(Slot Slot, int Minutes, MeetingMode Mode, string OtherName, IReadOnlyList<string> Notes);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "ConfirmTime", texts.Plain("ConfirmTime.Heading"),
            [
                Blocks.Text(texts.Say("ConfirmTime.Text", ("name", view.OtherName))),
                Blocks.Panel(Blocks.Facts(
                [
                    new(texts.Plain("Meeting.When"), texts.DateTime(view.Slot.Start, view.Minutes)),
                    new(texts.Plain("Meeting.Length"), texts.Length(view.Minutes)),
                    new(texts.Plain("Meeting.How"), texts.Mode(view.Mode)),
                    new(texts.Plain("Meeting.With"), view.OtherName),
                ])),
                .. view.Notes.Select(Blocks.Notice),
            ],
            frame.Press(Verbs.SlotPick, texts.Plain("TimeRefused.Book"), view.Slot.Key).Means(texts.Plain("TimeRefused.BookAt", ("when", view.Slot.Start))).Main(),
            frame.Press(Verbs.SlotFind, texts.Plain("TimeRefused.Other")));
    }
}
