using NodaTime;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

/// <summary>C11: a meeting and where it stands, for both.</summary>
public static class BookedCard
{
    public enum State
    {
        /// <summary>Agreed; on its way into the calendars.</summary>
        Booking,
        Booked,

        /// <summary>Stands, but the calendar could not be reached yet.</summary>
        CalendarPending,
        Moved,

        /// <summary>Both have agreed to meet for less time.</summary>
        Shortened,
        Cancelled,
    }

    /// <param name="Start">On the clock of the reader.</param>
    /// <param name="Subject">As it stands in the calendars.</param>
    /// <param name="InPersonNumber">Which of the <paramref name="InPersonMost"/> this is; null when not in person or no limit.</param>
    /// <param name="Kind">What it is to be, as the reader calls it; null: not said.</param>
    /// <param name="Label">The class or unit that it is about; null: none.</param>
    /// <param name="CanDescribe">The programme has kinds of meetings.</param>
    /// <param name="InPersonCount">How many in person are held or booked as things stand now; null: no limit.</param>
    /// <param name="Until">The last date of the cycle; null: none.</param>
    /// <param name="Before">Where it was, when moved.</param>
    /// <param name="ByOther">The other person moved or cancelled it.</param>
    /// <param name="Together">All have agreed to the time that it moved to.</param>
    /// <param name="First">The first meeting, from which the months run.</param>
    /// <param name="Notes">What a session of a group has beside its time; null for two.</param>
    /// <param name="Appointment">Lines of an iCalendar file, for a reader whom no invitation has reached; null: none is needed.</param>
    public sealed record View(
        State State, LocalDateTime Start, int Minutes, MeetingMode Mode, string OtherName, string Subject,
        int? InPersonNumber = null, int? InPersonMost = null, LocalDate? Until = null, Uri? Join = null,
        LocalDateTime? Before = null, bool ByOther = false, bool First = false, IReadOnlyList<string>? Appointment = null,
        int? InPersonCount = null, string? Kind = null, string? Label = null, bool CanDescribe = false,
        SessionNotes? Notes = null, bool Together = false);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var stands = view.State != State.Cancelled;
        return frame.Card(
            "Booked", texts.Plain("Booked.Heading." + view.State),
            [
                Blocks.Text(Standing(view, texts)),
                Blocks.Panel(Blocks.Facts(Facts(view, texts))) with { Style = Look(view.State) },
                view is { First: true, Until: not null } && stands ? Blocks.Small(texts.Say("Booked.First")) : null,
                stands && view is { Mode: MeetingMode.Teams, Join: null, State: State.Booked or State.Moved } ? Blocks.Text(texts.Say("Booked.NoLink")) : null,
                stands ? Blocks.Text(texts.Say("Booked.NoRecording")) : null,
                .. stands ? SessionBlocks.Of(view.Notes, texts) : [],
                .. stands && view.Appointment is { } lines ? OwnCalendar(lines, texts) : [],
            ],
            stands && view.Join is { } join ? new AdaptiveOpenUrlAction(texts.Plain("Meeting.Join"), join) : null,
            stands
                ? frame.Press(Verbs.MeetingMove, texts.Plain("Meeting.Move"))
                : frame.Press(Verbs.SlotFind, texts.Plain("Booked.FindAnother")).Main(),
            stands ? frame.Press(Verbs.MeetingCancel, texts.Plain("Meeting.Cancel")) : null,
            stands && view.CanDescribe ? frame.Press(Verbs.MeetingDescribe, texts.Plain("MeetingKind.Open")) : null);
    }

    private static IEnumerable<AdaptiveElement> OwnCalendar(IReadOnlyList<string> lines, Texts texts) =>
    [
        Blocks.Subheading(texts.Say("Booked.OwnCalendar.Heading")),
        Blocks.Small(texts.Say("Booked.OwnCalendar.Text")),
        Blocks.Panel([.. lines.Select(line => Blocks.Small(Typed.Escape(line)) with { Spacing = AdaptiveSpacing.None })]),
    ];

    // The heading says the same in words.
    private static AdaptiveContainerStyle Look(State state) => state switch
    {
        State.Booked or State.Moved or State.Shortened => AdaptiveContainerStyle.Good,
        State.CalendarPending => AdaptiveContainerStyle.Warning,
        _ => AdaptiveContainerStyle.Emphasis,
    };

    private static string Standing(View view, Texts texts) => view.State switch
    {
        State.Booking => texts.Say("Booked.Booking"),
        State.Booked when view.Appointment is not null => texts.Say("Booked.InOther", ("name", view.OtherName)),
        State.Booked => texts.Say("Booked.InBoth", ("subject", view.Subject)),
        State.CalendarPending => texts.Say("Booked.Pending"),
        State.Moved when view.Together => texts.Say("Booked.MovedTogether", ("name", view.OtherName)),
        State.Moved when view.ByOther => texts.Say("Booked.MovedByOther", ("name", view.OtherName)),
        State.Moved => texts.Say("Booked.MovedByYou", ("name", view.OtherName)),
        State.Shortened => texts.Say("Booked.ShortenedByBoth", ("name", view.OtherName)),
        State.Cancelled when view.ByOther =>
            texts.Say("Booked.CancelledByOther", ("name", view.OtherName), ("weekday", texts.Weekday(view.Start.DayOfWeek))),
        _ => texts.Say("Booked.CancelledByYou", ("name", view.OtherName)),
    };

    private static IEnumerable<Line> Facts(View view, Texts texts)
    {
        yield return new(texts.Plain("Meeting.When"), texts.DateTime(view.Start, view.Minutes));
        if (view.Before is { } before) yield return new(texts.Plain("Booked.Before"), texts.DateTime(before, view.Minutes));
        yield return new(texts.Plain("Meeting.Length"), texts.Length(view.Minutes));
        yield return new(texts.Plain("Meeting.How"), texts.Mode(view.Mode));
        yield return new(texts.Plain("Meeting.With"), view.OtherName);
        if (view.Kind is { } kind) yield return new(texts.Plain("MeetingKind.Kind"), kind);
        if (view.Label is { } label) yield return new(texts.Plain("MeetingKind.LabelShown"), label);
        if (view is { InPersonMost: { } most } && (view.InPersonNumber ?? view.InPersonCount) is { } number)
            yield return new(
                texts.Plain(view.InPersonNumber is null ? "Booked.InPersonSoFar" : "Booked.InPerson"),
                view.Until is { } last
                    ? texts.Plain("Booked.CountUntil", ("number", number), ("most", most), ("date", last))
                    : texts.Plain("Booked.Count", ("number", number), ("most", most)));
        else if (view is { Until: { } until, State: not State.Cancelled })
            yield return new(texts.Plain("Booked.LastDate"), texts.Date(until));
    }
}
