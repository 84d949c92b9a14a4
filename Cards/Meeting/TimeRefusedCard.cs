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
        public sealed record BeyondEnd(LocalDate Last, int Months) : Rule;

        public sealed record InPersonUsedUp(int Most) : Rule;

        public sealed record AlreadyOneThisMonth : Rule;

        public sealed record TooSoonAfterTheLast(int Days) : Rule;

        /// <summary>One of the two has something else in the calendar.</summary>
        public sealed record NotFree : Rule;

        public sealed record InThePast : Rule;
    }

    /// <param name="Asked">The time that was typed.</param>
    /// <param name="Nearest">Null when no time is allowed any more.</param>
    public sealed record View(Rule Rule, LocalDateTime Asked, Slot? Nearest);

    /// <summary>"6pm is after hours for this scheme: …" without the nearest time; also for a chat message.</summary>
    public static string Sentence(Rule rule, LocalDateTime asked, Texts texts) => throw new NotSupportedException();

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
