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

        /// <summary>What the bot has understood of typed words; nothing is sent or stored yet.</summary>
        /// <param name="Key">Short form of the rhythm that the press carries.</param>
        public sealed record Understood(Offer Offer, Rhythm Rhythm, string OtherName, string Key) : View;

        /// <summary>Beyond what the scheme suggests: allowed when both press "we agree".</summary>
        /// <param name="Messages">What the scheme suggests, a sentence each.</param>
        /// <param name="Key">Short form of the proposal that the press carries, while it is stored nowhere.</param>
        public sealed record Confirming(Offer Offer, Rhythm Rhythm, string OtherName, IReadOnlyList<string> Messages, bool OtherConfirmed, string? Key = null) : View;

        /// <summary>Both agreed.</summary>
        public sealed record Agreed(Offer Offer, Rhythm Rhythm, string OtherName) : View;
    }

    /// <summary>What the scheme allows, shown on every view.</summary>
    /// <param name="InPersonLeft">Of <paramref name="InPersonMost"/>; both null: no limit.</param>
    /// <param name="LastDate">Null: no limit, or not yet known because it runs from the first meeting.</param>
    /// <param name="Months">Counted from the first meeting; read while there is no last date.</param>
    /// <param name="AsksQuorum">Several meet: they say whether one of them may be missing.</param>
    /// <param name="FirstMeetingMost">Minutes up to which the first meeting needs no confirming; null: none.</param>
    public sealed record Offer(
        IReadOnlyList<int> Minutes, IReadOnlyList<MeetingMode> Modes, IReadOnlyList<string> Approaches,
        int? InPersonLeft = null, int? InPersonMost = null, LocalDate? LastDate = null, int? Months = null, int? FirstMeetingMost = null,
        bool AsksQuorum = false);

    /// <param name="Approach">One of the definition's approaches; null: none chosen.</param>
    /// <param name="MayMiss">How many of a group may be missing; null: two meet.</param>
    public sealed record Rhythm(Pattern Pattern, int Minutes, MeetingMode Mode, string? Approach, int? MayMiss = null);

    /// <summary>Those that repeat may have a <see cref="InputIds.Time"/>; without one the best time of all their dates is taken.</summary>
    public abstract record Pattern
    {
        private Pattern() { }

        /// <summary>Whether there are dates to look at together.</summary>
        public bool HasDates => this is EveryWeeks or Monthly or OncePerTerm or ChooseDates { Dates.Count: > 0 };

        /// <summary>Sent as <c>choose-dates</c>.</summary>
        /// <param name="Dates">Those that were typed; empty: they are chosen as the two go.</param>
        public sealed record ChooseDates(IReadOnlyList<LocalDateTime> Dates) : Pattern
        {
            public ChooseDates() : this([]) { }
        }

        /// <summary>Sent as <c>every-weeks</c> with <see cref="InputIds.Weeks"/> and <see cref="InputIds.Weekday"/>.</summary>
        public sealed record EveryWeeks(int Weeks, IsoDayOfWeek Weekday, LocalTime? Time = null) : Pattern;

        /// <summary>Sent as <c>once-a-term</c>, with <see cref="InputIds.Weekday"/>.</summary>
        public sealed record OncePerTerm(IsoDayOfWeek? Weekday, LocalTime? Time = null) : Pattern;

        /// <summary>Sent as <c>as-agreed</c>.</summary>
        public sealed record AsAgreed : Pattern;

        /// <summary>
        /// Sent as <c>monthly</c> with <see cref="InputIds.WeekOfMonth"/> (1–4, 5 = last) and <see cref="InputIds.Weekday"/>
        /// (1–5 from Monday).
        /// </summary>
        public sealed record Monthly(int WeekOfMonth, IsoDayOfWeek Weekday, LocalTime? Time = null) : Pattern;
    }

    /// <summary>"Every 2 weeks, on a Tuesday at 3.30pm".</summary>
    public static string InWords(Pattern pattern, Texts texts) => RhythmWords.Pattern(pattern, texts);

    public static AdaptiveCard Of(View view, CardFrame frame) => view switch
    {
        View.Choosing choosing => Choose(choosing, frame),
        View.Proposed proposed => Show(
            frame, "Rhythm.HeadingProposed", frame.Texts.Say("Rhythm.Proposed", ("name", proposed.OtherName)),
            proposed.Offer, proposed.Rhythm, proposed.Messages, Main(frame, Verbs.CadenceAccept, "Rhythm.Agree")),
        View.Waiting waiting => Show(
            frame, "Rhythm.HeadingWaiting", frame.Texts.Say("Rhythm.Waiting", ("name", waiting.OtherName)),
            waiting.Offer, waiting.Rhythm, []),
        View.Understood understood => Show(
            frame, "Rhythm.HeadingUnderstood", frame.Texts.Say("Rhythm.Understood", ("name", understood.OtherName)),
            understood.Offer, understood.Rhythm, [], frame.Press(Verbs.CadencePropose, frame.Texts.Plain("Rhythm.Propose"), understood.Key).Main()),
        View.Confirming confirming => Show(
            frame, "Rhythm.HeadingConfirming",
            frame.Texts.Say(confirming.OtherConfirmed ? "Rhythm.OtherConfirmed" : "Rhythm.Confirming", ("name", confirming.OtherName)),
            confirming.Offer, confirming.Rhythm, confirming.Messages,
            frame.Press(Verbs.CadenceConfirm, frame.Texts.Plain("Rhythm.WeAgree"), confirming.Key).Main()),
        View.Agreed agreed => Show(
            frame, "Rhythm.HeadingAgreed", frame.Texts.Say("Rhythm.Agreed", ("name", agreed.OtherName)),
            agreed.Offer, agreed.Rhythm, [],
            agreed.Rhythm.Pattern.HasDates ? Main(frame, Verbs.DatesOpen, "Rhythm.SeeDates") : Main(frame, Verbs.SlotFind, "Rhythm.FindTime")),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    private static AdaptiveExecuteAction Main(CardFrame frame, string verb, string title) =>
        frame.Press(verb, frame.Texts.Plain(title)).Main();

    private static AdaptiveCard Show(
        CardFrame frame, string heading, string standing, Offer offer, Rhythm rhythm, IReadOnlyList<string> messages,
        AdaptiveAction? answer = null) =>
        frame.Card(
            "Rhythm", frame.Texts.Plain(heading),
            [
                Blocks.Text(standing),
                Blocks.Facts(RhythmWords.Of(rhythm, frame.Texts)),
                .. messages.Select(message => Blocks.Notice(Typed.Escape(message))),
                RhythmWords.Allowed(offer, frame.Texts),
            ],
            answer,
            frame.Press(Verbs.CadenceChange, frame.Texts.Plain("Change")));

    private static AdaptiveCard Choose(View.Choosing view, CardFrame frame)
    {
        var texts = frame.Texts;
        var chosen = view.Chosen;
        return frame.Card(
            "Rhythm", texts.Plain("Rhythm.Heading"),
            [
                Blocks.Text(texts.Say("Rhythm.Intro", ("name", view.OtherName))),
                RhythmWords.Allowed(view.Offer, texts),
                .. view.Messages.Select(message => Blocks.Notice(Typed.Escape(message))),
                .. RhythmWords.PatternInputs(chosen.Pattern, frame),
                Blocks.Row(
                    Blocks.Stretch(new AdaptiveChoiceSetInput(InputIds.Minutes, frame.Required(texts.Plain("Rhythm.Minutes")),
                        [.. view.Offer.Minutes.Select(m => new AdaptiveChoice(texts.Length(m), Texts.Digits(m)))])
                    {
                        Style = AdaptiveChoiceInputStyle.Compact,
                        IsRequired = true,
                        ErrorMessage = texts.Plain("Rhythm.MinutesMissing"),
                        Value = Texts.Digits(chosen.Minutes),
                    }),
                    Blocks.Stretch(new AdaptiveChoiceSetInput(InputIds.Mode, frame.Required(texts.Plain("Rhythm.Mode")),
                        [.. view.Offer.Modes.Select(mode => new AdaptiveChoice(texts.Mode(mode), ModeValues.Of(mode)))])
                    {
                        Style = AdaptiveChoiceInputStyle.Compact,
                        IsRequired = true,
                        ErrorMessage = texts.Plain("Rhythm.ModeMissing"),
                        Value = ModeValues.Of(chosen.Mode),
                    })),
                !view.Offer.AsksQuorum ? null : new AdaptiveChoiceSetInput(
                    InputIds.Quorum, frame.Required(texts.Plain("Rhythm.Quorum")),
                    [new AdaptiveChoice(texts.Plain("Rhythm.QuorumAll"), "0"), new AdaptiveChoice(texts.Plain("Rhythm.QuorumAllButOne"), "1")])
                {
                    Style = AdaptiveChoiceInputStyle.Compact,
                    IsRequired = true,
                    ErrorMessage = texts.Plain("Rhythm.QuorumMissing"),
                    Value = Texts.Digits(chosen.MayMiss ?? 0),
                },
                view.Offer.Approaches.Count == 0 ? null : new AdaptiveChoiceSetInput(
                    InputIds.Approach, frame.Optional(texts.Plain("Rhythm.Approach")),
                    [.. view.Offer.Approaches.Select(approach => new AdaptiveChoice(approach, approach))])
                {
                    Style = AdaptiveChoiceInputStyle.Compact,
                    Value = chosen.Approach,
                },
            ],
            frame.Action(Verbs.CadencePropose, texts.Plain("Rhythm.Propose")).Main());
    }
}
