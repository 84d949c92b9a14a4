using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>U-13: somebody has changed a meeting in the calendar itself.</summary>
public static class CalendarNewsCard
{
    public abstract record What
    {
        private What()
        {
        }

        public sealed record Gone : What;

        /// <summary>To a time that the scheme allows: the meeting has moved with it.</summary>
        public sealed record Moved : What;

        /// <param name="Start">Where it stands in the calendar, on the clock of the reader.</param>
        /// <param name="Why">The rule against it, in one sentence; null when none is left by now.</param>
        public sealed record Elsewhere(LocalDateTime Start, int Minutes, string? Why) : What;

        /// <summary>The reader's own calendar has said no to the invitation.</summary>
        public sealed record Declined : What;
    }

    /// <param name="Start">Where the meeting stands here, on the clock of the reader.</param>
    public sealed record View(What What, LocalDateTime Start, int Minutes, MeetingMode Mode, string OtherName);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var name = view.What.GetType().Name;
        return frame.Card(
            "CalendarNews", texts.Plain("CalendarNews.Heading." + name),
            [
                Blocks.Text(texts.Say("CalendarNews.Text." + name, ("name", view.OtherName))),
                view.What is What.Elsewhere { Why: { } why } ? Blocks.Notice(Typed.Escape(why)) : null,
                Blocks.Panel(Blocks.Facts(Facts(view, texts))),
            ],
            [.. Buttons(view.What, frame)]);
    }

    private static IEnumerable<Line> Facts(View view, Texts texts)
    {
        if (view.What is What.Elsewhere there)
        {
            yield return new(texts.Plain("CalendarNews.InCalendar"), texts.DateTime(there.Start, there.Minutes));
            yield return new(texts.Plain("CalendarNews.Agreed"), texts.DateTime(view.Start, view.Minutes));
        }
        else
        {
            yield return new(texts.Plain("Meeting.When"), texts.DateTime(view.Start, view.Minutes));
        }

        yield return new(texts.Plain("Meeting.How"), texts.Mode(view.Mode));
        yield return new(texts.Plain("Meeting.With"), view.OtherName);
    }

    private static IEnumerable<AdaptiveAction> Buttons(What what, CardFrame frame)
    {
        var texts = frame.Texts;
        var cancel = frame.Press(Verbs.MeetingCancelConfirm, texts.Plain("Meeting.Cancel"));
        var move = frame.Press(Verbs.MeetingMove, texts.Plain("CalendarNews.OtherTime"));
        var back = frame.Press(Verbs.MeetingPutBack, texts.Plain("CalendarNews.PutBack"));
        return what switch
        {
            What.Gone => [cancel, back, move],
            What.Elsewhere => [move, back, cancel],
            What.Declined => [move, cancel, frame.Press(Verbs.MeetingKeep, texts.Plain("CalendarNews.Keep"))],
            _ => [move, cancel],
        };
    }
}
