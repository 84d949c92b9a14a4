using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C15: a reminder with a question to bring, or a tip.</summary>
public static class ReminderCard
{
    /// <param name="Question">An open question to bring; null for none.</param>
    /// <param name="Tip">A listening tip, for a supporter.</param>
    /// <param name="Until">The last date of the cycle; null: none.</param>
    /// <param name="FirstMeeting">Before the first meeting confidentiality and its exception are shown to both.</param>
    /// <param name="Notes">What a session of a group has beside its time; null for two.</param>
    /// <param name="CheckIn">"How is your world at the moment?", where the programme has such a line.</param>
    /// <param name="Kind">What it is to be, as the reader calls it; null: not said.</param>
    /// <param name="Label">The class or unit that it is about; null: none.</param>
    /// <param name="Stance">How the supporter is to be, such as to ask and not to tell; null: the programme does not say.</param>
    public sealed record View(
        LocalDateTime Start, int Minutes, MeetingMode Mode, string OtherName, Uri? Join = null,
        string? Question = null, string? Tip = null, string? CheckIn = null, LocalDate? Until = null,
        (Confidentiality Promise, PairRole Reader)? FirstMeeting = null,
        string? Kind = null, string? Label = null, string? Stance = null, SessionNotes? Notes = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Reminder", texts.Plain("Reminder.Heading"),
            [
                Blocks.Panel(Blocks.Facts(
                [
                    new(texts.Plain("Meeting.When"), texts.DateTime(view.Start, view.Minutes)),
                    new(texts.Plain("Meeting.How"), texts.Mode(view.Mode)),
                    new(texts.Plain("Meeting.With"), view.OtherName),
                    .. view.Kind is { } kind ? [new(texts.Plain("MeetingKind.Kind"), kind)] : Array.Empty<Line>(),
                    .. view.Label is { } label ? [new(texts.Plain("MeetingKind.LabelShown"), label)] : Array.Empty<Line>(),
                ])),
                .. SessionBlocks.Of(view.Notes, texts),
                view.Stance is { } stance ? Blocks.Subheading(Typed.Escape(stance)) : null,
                view.CheckIn is { } checkIn ? Blocks.Text(Typed.Escape(checkIn)) : null,
                view.Question is { } question ? Blocks.Text(texts.Say("Reminder.Question", ("question", question))) : null,
                view.Tip is { } tip ? Blocks.Text(texts.Say("Reminder.Tip", ("tip", tip))) : null,
                view.FirstMeeting is { } first ? texts.Confidential(first.Promise, first.Reader) : null,
                view.Until is { } until ? Blocks.Small(texts.Say("Until", ("date", until))) : null,
            ],
            frame.Press(Verbs.MeetingComing, texts.Plain("Reminder.Coming")).Main(),
            view.Join is { } join ? new AdaptiveOpenUrlAction(texts.Plain("Meeting.Join"), join) : null,
            frame.Press(Verbs.MeetingMove, texts.Plain("Meeting.Move")),
            frame.Press(Verbs.MeetingCancel, texts.Plain("Meeting.Cancel")));
    }
}
