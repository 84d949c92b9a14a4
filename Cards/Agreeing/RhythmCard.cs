using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C09: agree a rhythm, for both.</summary>
public static class RhythmCard
{
    public abstract record View
    {
        private View() { }

        /// <summary>The reader makes a proposal.</summary>
        /// <param name="Chosen">What is filled in: the defaults, or the proposal to be changed.</param>
        /// <param name="Messages">What the rules say about the last attempt, a sentence each.</param>
        public sealed record Choosing(Offer Offer, Rhythm Chosen, string OtherName, IReadOnlyList<string> Messages) : View;

        /// <summary>The other person proposes; the reader agrees or changes.</summary>
        public sealed record Proposed(Offer Offer, Rhythm Rhythm, string OtherName, IReadOnlyList<string> Messages) : View;

        /// <summary>The reader's proposal waits for the other person.</summary>
        public sealed record Waiting(Offer Offer, Rhythm Rhythm, string OtherName) : View;

        /// <summary>Beyond what the scheme suggests: allowed when both press "we agree".</summary>
        /// <param name="Message">What the scheme suggests.</param>
        public sealed record Confirming(Offer Offer, Rhythm Rhythm, string OtherName, string Message, bool OtherConfirmed) : View;

        /// <summary>Both agreed.</summary>
        public sealed record Agreed(Offer Offer, Rhythm Rhythm, string OtherName) : View;
    }

    /// <summary>What the scheme allows, shown on every view.</summary>
    /// <param name="InPersonLeft">Of <paramref name="InPersonMost"/>; both null: no limit.</param>
    /// <param name="LastDate">Null: no limit, or not yet known because it runs from the first meeting.</param>
    /// <param name="Months">Counted from the first meeting; read while there is no last date.</param>
    /// <param name="FirstMeetingMost">Minutes up to which the first meeting needs no confirming; null: none.</param>
    public sealed record Offer(
        IReadOnlyList<int> Minutes, IReadOnlyList<MeetingMode> Modes, IReadOnlyList<string> Approaches,
        int? InPersonLeft = null, int? InPersonMost = null, LocalDate? LastDate = null, int? Months = null, int? FirstMeetingMost = null);

    /// <param name="Approach">One of the definition's approaches; null: none chosen.</param>
    public sealed record Rhythm(Pattern Pattern, int Minutes, MeetingMode Mode, string? Approach);

    public abstract record Pattern
    {
        private Pattern() { }

        /// <summary>Sent as <c>choose-dates</c>.</summary>
        public sealed record ChooseDates : Pattern;

        /// <summary>Sent as <c>every-weeks</c> with <see cref="InputIds.Weeks"/>.</summary>
        public sealed record EveryWeeks(int Weeks) : Pattern;

        /// <summary>Sent as <c>monthly</c> with <see cref="InputIds.WeekOfMonth"/> (1–4, 5 = last) and <see cref="InputIds.Weekday"/> (1–5 from Monday).</summary>
        public sealed record Monthly(int WeekOfMonth, IsoDayOfWeek Weekday) : Pattern;
    }

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
