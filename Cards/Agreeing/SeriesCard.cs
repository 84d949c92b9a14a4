using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C09, the dates: all dates of a rhythm at once, for both. Sentences given to it come from <see cref="Texts.Say"/>.</summary>
public static class SeriesCard
{
    /// <summary>What a press sends for a date that is left out.</summary>
    public const string LeftOut = "none";

    public abstract record View
    {
        private View() { }

        /// <summary>The reader looks over the dates and suggests them.</summary>
        /// <param name="BothNeeded">Sentences about what only both together can choose; the button then says "we agree".</param>
        /// <param name="Notes">What the reader is told and nothing waits for.</param>
        /// <param name="Problem">Why the last try came to nothing; null on the first.</param>
        public sealed record Planning(
            IReadOnlyList<Date> Dates, Details Details, IReadOnlyList<string> BothNeeded, IReadOnlyList<string> Notes, string? Problem = null) : View;

        /// <summary>The other person suggests dates; the reader's yes books them all.</summary>
        public sealed record Proposed(IReadOnlyList<LocalDateTime> Dates, Details Details, IReadOnlyList<string> BothNeeded, IReadOnlyList<string> Notes) : View;

        /// <summary>The reader's suggestion waits for the other person.</summary>
        public sealed record Waiting(IReadOnlyList<LocalDateTime> Dates, Details Details) : View;

        /// <summary>Both agreed: all are booked.</summary>
        public sealed record Booked(IReadOnlyList<LocalDateTime> Dates, Details Details, string Subject) : View;
    }

    /// <param name="Purpose">Why a group meets; null for two.</param>
    public sealed record Details(string OtherName, int Minutes, MeetingMode Mode, string? Purpose = null);

    /// <summary>One date of the rhythm, on the reader's clock.</summary>
    public abstract record Date
    {
        private Date() { }

        public sealed record Fits(Slot Slot) : Date;

        /// <summary>The two meet on that day already.</summary>
        public sealed record Standing(LocalDateTime Start) : Date;

        /// <param name="Why">What is in its way, in one sentence.</param>
        /// <param name="Move">The proposed time instead; null: there is none.</param>
        /// <param name="Stay">The time itself, where the rules let the two keep it; null where they do not.</param>
        public sealed record Clashes(LocalDateTime Wanted, string Why, Slot? Move, Slot? Stay) : Date;
    }

    public static AdaptiveCard Of(View view, CardFrame frame) => view switch
    {
        View.Planning planning => Plan(planning, frame),
        View.Proposed proposed => Show(
            frame, "Series.HeadingProposed", frame.Texts.Say("Series.Proposed", ("name", proposed.Details.OtherName)),
            proposed.Dates, proposed.Details, [.. proposed.BothNeeded.Select(Notice), .. proposed.Notes.Select(Note)],
            frame.Press(Verbs.DatesAccept, frame.Texts.Plain(proposed.BothNeeded.Count > 0 ? "Rhythm.WeAgree" : "Series.Agree")).Main(),
            frame.Press(Verbs.DatesOpen, frame.Texts.Plain("Series.Other"))),
        View.Waiting waiting => Show(
            frame, "Series.HeadingWaiting", frame.Texts.Say("Series.Waiting", ("name", waiting.Details.OtherName)),
            waiting.Dates, waiting.Details, [], frame.Press(Verbs.DatesOpen, frame.Texts.Plain("Change"))),
        View.Booked booked => Show(
            frame, "Series.HeadingBooked", frame.Texts.Say("Series.Booked", ("name", booked.Details.OtherName), ("subject", booked.Subject)),
            booked.Dates, booked.Details, [Blocks.Text(frame.Texts.Say("Booked.NoRecording"))]),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    private static AdaptiveCard Show(
        CardFrame frame, string heading, string standing, IReadOnlyList<LocalDateTime> dates, Details details,
        IReadOnlyList<AdaptiveElement> remarks, params IReadOnlyList<AdaptiveAction> answers) =>
        frame.Card(
            "Series", frame.Texts.Plain(heading),
            [
                Blocks.Text(standing), details.Purpose is { } why ? Blocks.Text(frame.Texts.Say("Session.Why", ("purpose", why))) : null,
                Meeting(details, frame.Texts), Listed(dates, details, frame.Texts), .. remarks,
            ],
            [.. answers]);

    private static AdaptiveCard Plan(View.Planning view, CardFrame frame)
    {
        var texts = frame.Texts;
        var listed = view.Dates.OfType<Date.Fits>().Select(date => date.Slot.Start).ToList();
        var clashes = view.Dates.OfType<Date.Clashes>().ToList();
        var standing = view.Dates.OfType<Date.Standing>().Select(date => texts.Date(date.Start.Date)).ToList();
        var somethingToSend = listed.Count > 0 || clashes.Any(clash => clash.Move is not null || clash.Stay is not null);
        return frame.Card(
            "Series", texts.Plain("Series.Heading"),
            [
                texts.Problem(view.Problem),
                Blocks.Text(texts.Say(somethingToSend ? "Series.Intro" : "Series.Nothing", ("name", view.Details.OtherName))),
                Meeting(view.Details, texts),
                listed.Count > 0 ? Listed(listed, view.Details, texts) : null,
                clashes.Count > 0 ? Blocks.Subheading(texts.Say("Series.Clashes")) : null,
                .. clashes.SelectMany((clash, index) => Clash(clash, index + 1, frame)),
                .. view.BothNeeded.Select(Notice),
                standing.Count > 0 ? Blocks.Small(texts.Say("Series.Standing", ("dates", texts.List(standing)))) : null,
                .. view.Notes.Select(Note),
            ],
            somethingToSend
                ? frame.Action(
                    Verbs.DatesPropose, texts.Plain(view.BothNeeded.Count > 0 ? "Rhythm.WeAgree" : "Series.Suggest"),
                    string.Join('.', view.Dates.OfType<Date.Fits>().Select(date => date.Slot.Key))).Main()
                : null,
            frame.Press(Verbs.SlotFind, texts.Plain("Series.OneByOne")),
            frame.Press(Verbs.CadenceChange, texts.Plain("Series.ChangeRhythm")));
    }

    private static IEnumerable<AdaptiveElement> Clash(Date.Clashes clash, int number, CardFrame frame)
    {
        var texts = frame.Texts;
        yield return Notice(clash.Why);
        var choices = new List<AdaptiveChoice>();
        if (clash.Move is { } move) choices.Add(new AdaptiveChoice(texts.Plain("Series.MoveTo", ("when", move.Start)), move.Key));
        if (clash.Stay is { } stay) choices.Add(new AdaptiveChoice(texts.Plain("Series.Keep", ("when", stay.Start)), stay.Key));
        choices.Add(new AdaptiveChoice(texts.Plain("Series.LeaveOut"), LeftOut));
        yield return new AdaptiveChoiceSetInput(
            InputIds.Instead + Texts.Digits(number), frame.Required(texts.Plain("Series.Instead", ("date", clash.Wanted.Date))), choices)
        {
            IsRequired = true,
            ErrorMessage = texts.Plain("Series.InsteadMissing", ("date", clash.Wanted.Date)),
            Value = choices[0].Value,
        };
    }

    private static AdaptiveFactSet Meeting(Details details, Texts texts) => Blocks.Facts(
    [
        new(texts.Plain("Meeting.Length"), texts.Length(details.Minutes)),
        new(texts.Plain("Meeting.How"), texts.Mode(details.Mode)),
        new(texts.Plain("Meeting.With"), details.OtherName),
    ]);

    private static AdaptiveContainer Listed(IReadOnlyList<LocalDateTime> dates, Details details, Texts texts) =>
        Blocks.Panel(Blocks.Facts(dates.Select((date, index) => new Line(texts.Plain("Series.Number", ("number", index + 1)), texts.DateTime(date, details.Minutes)))));

    private static AdaptiveContainer Notice(string sentence) => Blocks.Notice(sentence);

    private static AdaptiveTextBlock Note(string sentence) => Blocks.Small(sentence);
}
