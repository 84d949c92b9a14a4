using NodaTime;

namespace PeerBot.Cards;

/// <summary>C10 after a typed time that cannot be: the rule, and the nearest time that can.</summary>
public static class TimeRefusedCard
{
    /// <summary>The rule that says no; <see cref="Sentence"/> words it.</summary>
    public abstract record Rule
    {
        private Rule() { }

        public sealed record AfterHours(LocalTime LatestStart) : Rule;

        /// <summary>It would start in time but end too late.</summary>
        public sealed record EndsTooLate(LocalTime LatestEnd) : Rule;

        public sealed record BeforeHours(LocalTime EarliestStart) : Rule;

        /// <summary>A day of the week on which nobody meets in this scheme.</summary>
        public sealed record NotAMeetingDay : Rule;

        /// <param name="Name">"half-term", "Christmas holiday"; null when it has none.</param>
        public sealed record OutOfTerm(string? Name) : Rule;

        public sealed record BankHoliday(string? Name) : Rule;

        /// <param name="Last">The last date of the cycle.</param>
        /// <param name="Months">How long it lasts; null when it has been given more time.</param>
        public sealed record BeyondEnd(LocalDate Last, int? Months) : Rule;

        /// <param name="Held">All of them have taken place; otherwise some are still to come.</param>
        public sealed record InPersonUsedUp(int Most, bool Held = false) : Rule;

        public sealed record AlreadyOneThisMonth : Rule;

        public sealed record TooSoonAfterTheLast(int Days) : Rule;

        /// <summary>One of the two has something else in the calendar.</summary>
        public sealed record NotFree : Rule;

        public sealed record InThePast : Rule;
    }

    /// <param name="Asked">The time that was typed.</param>
    /// <param name="Nearest">Null when no time is allowed any more.</param>
    /// <param name="Instead">What is possible in place of another time, such as a review; null: other times are.</param>
    public sealed record View(Rule Rule, LocalDateTime Asked, Slot? Nearest, IReadOnlyList<Button>? Instead = null);

    /// <summary>"6pm is after hours for this scheme: …" without the nearest time; also for a chat message.</summary>
    public static string Sentence(Rule rule, LocalDateTime asked, Texts texts) => rule switch
    {
        Rule.AfterHours late => texts.Say("Rule.AfterHours", ("time", asked.TimeOfDay), ("latest", late.LatestStart)),
        Rule.EndsTooLate late => texts.Say("Rule.EndsTooLate", ("time", asked.TimeOfDay), ("latest", late.LatestEnd)),
        Rule.BeforeHours early => texts.Say("Rule.BeforeHours", ("time", asked.TimeOfDay), ("earliest", early.EarliestStart)),
        Rule.NotAMeetingDay => texts.Say("Rule.NotAMeetingDay", ("weekday", texts.Weekday(asked.DayOfWeek))),
        Rule.OutOfTerm { Name: { } name } => texts.Say("Rule.OutOfTermNamed", ("date", asked.Date), ("holiday", name)),
        Rule.OutOfTerm => texts.Say("Rule.OutOfTerm", ("date", asked.Date)),
        Rule.BankHoliday { Name: { } name } => texts.Say("Rule.BankHolidayNamed", ("date", asked.Date), ("holiday", name)),
        Rule.BankHoliday => texts.Say("Rule.BankHoliday", ("date", asked.Date)),
        Rule.BeyondEnd { Months: null } end => texts.Say("Rule.BeyondMoreTime", ("date", asked.Date), ("last", end.Last)),
        Rule.BeyondEnd end => texts.Say("Rule.BeyondEnd", ("date", asked.Date), ("last", end.Last), ("months", end.Months!.Value)),
        Rule.InPersonUsedUp { Held: true } used => texts.Say("Rule.InPersonHeld", ("most", used.Most)),
        Rule.InPersonUsedUp used => texts.Say("Rule.InPersonUsedUp", ("most", used.Most)),
        Rule.AlreadyOneThisMonth => texts.Say("Rule.AlreadyOneThisMonth"),
        Rule.TooSoonAfterTheLast soon => texts.Say("Rule.TooSoon", ("days", soon.Days)),
        Rule.NotFree => texts.Say("Rule.NotFree", ("when", asked)),
        Rule.InThePast => texts.Say("Rule.InThePast", ("when", asked)),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "TimeRefused", texts.Plain("TimeRefused.Heading"),
            [
                Blocks.Text(Sentence(view.Rule, view.Asked, texts)),
                view.Nearest is { } nearest
                    ? Blocks.Text(texts.Say("TimeRefused.Nearest", ("time", nearest.Start.TimeOfDay), ("date", nearest.Start.Date)))
                    : null,
            ],
            [
                view.Nearest is { } slot
                    ? frame.Press(Verbs.SlotPick, texts.Plain("TimeRefused.Book"), slot.Key)
                        .Means(texts.Plain("TimeRefused.BookAt", ("when", slot.Start))).Main()
                    : null,
                .. (view.Instead ?? []).Select(button => frame.Press(button.Verb, button.Title, button.Arg)),
                view.Instead is null || view.Nearest is not null ? frame.Press(Verbs.SlotFind, texts.Plain("TimeRefused.Other")) : null,
            ]);
    }
}
