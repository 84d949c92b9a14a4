using System.Globalization;
using NodaTime;

namespace PeerBot.Cards;

/// <summary>"busy times": when the reader is taken, and how their meetings come into their own calendar.</summary>
public static class BusyTimesCard
{
    public const int TimesMost = 8;

    /// <param name="Key">What the press to take it out carries: the instant of its start.</param>
    /// <param name="From">On the clock of the reader.</param>
    public sealed record BusyTime(string Key, LocalDateTime From, LocalDateTime Until);

    /// <param name="Times">Soonest first, at most <see cref="TimesMost"/>.</param>
    /// <param name="Others">How many more there are.</param>
    /// <param name="Note">What has just been done, or was wrong with the last try; null: nothing.</param>
    /// <param name="Feed">Address of the reader's own feed; null where there is none.</param>
    /// <param name="FeedNumber">Of that address.</param>
    public sealed record View(
        IReadOnlyList<BusyTime> Times, int Others, LocalDate Today, string? Note = null, bool IsProblem = false, Uri? Feed = null, int FeedNumber = 0);

    /// <summary>What the press for a new address carries, so that it ends the address that the reader saw and no later one.</summary>
    public static string FeedKey(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Busy", texts.Plain("Busy.Heading"),
            [
                view.IsProblem ? texts.Problem(view.Note) : view.Note is { } note ? Blocks.Text(Typed.Escape(note)) : null,
                Blocks.Text(texts.Say("Busy.Text")),
                view.Times.Count == 0 ? Blocks.Small(texts.Say("Busy.Nothing")) : null,
                .. view.Times.Select(time => Row(time, frame)),
                view.Others > 0 ? Blocks.Small(texts.Say("Busy.Others", ("count", view.Others))) : null,
                NewTime(view, frame),
                .. view.Feed is { } feed ? Feed(feed, view.FeedNumber, frame) : [],
            ]);
    }

    /// <summary>"Thursday 3 December 2026, 9.30am–12 noon", or a whole day, or from one day to another.</summary>
    public static string Words(BusyTime time, Texts texts)
    {
        var wholeDays = time.From.TimeOfDay == LocalTime.Midnight && time.Until.TimeOfDay == LocalTime.Midnight;
        if (wholeDays && time.Until.Date == time.From.Date.PlusDays(1)) return texts.Plain("Busy.AllDay", ("date", time.From.Date));
        return time.From.Date == time.Until.Date
            ? texts.Plain("DateTime", ("date", time.From.Date), ("time", texts.Range(time.From.TimeOfDay, time.Until.TimeOfDay)))
            : texts.Plain("Busy.Span", ("from", texts.DateTime(time.From)), ("until", texts.DateTime(time.Until)));
    }

    private static AdaptiveColumnSet Row(BusyTime time, CardFrame frame)
    {
        var words = Words(time, frame.Texts);
        return Blocks.Row(
            Blocks.Stretch(Blocks.Text(Typed.Escape(words))) with { VerticalContentAlignment = AdaptiveVerticalAlignment.Center },
            Blocks.Auto(new AdaptiveActionSet(
            [
                frame.Press(Verbs.BusyRemove, frame.Texts.Plain("Busy.Remove"), time.Key).Means(frame.Texts.Plain("Busy.RemoveIt", ("when", words))),
            ])));
    }

    private static AdaptiveContainer NewTime(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return Blocks.Panel(
            Blocks.Subheading(texts.Say("Busy.New")) with { Spacing = null },
            new AdaptiveDateInput(InputIds.Date, frame.Required(texts.Plain("Busy.Day")))
            {
                Min = ((LocalDate?)view.Today).Iso(),
                IsRequired = true,
                ErrorMessage = texts.Plain("Busy.DayMissing"),
            },
            Blocks.Row(
                Blocks.Stretch(new AdaptiveTimeInput(InputIds.Time, frame.Optional(texts.Plain("Busy.From")))),
                Blocks.Stretch(new AdaptiveTimeInput(InputIds.TimeUntil, frame.Optional(texts.Plain("Busy.Until"))))),
            Blocks.Small(texts.Say("Busy.WholeDay")),
            new AdaptiveActionSet([frame.Action(Verbs.BusyAdd, texts.Plain("Busy.Add"))]));
    }

    private static IEnumerable<AdaptiveElement> Feed(Uri feed, int number, CardFrame frame) =>
    [
        Blocks.Subheading(frame.Texts.Say("Busy.Feed.Heading")),
        Blocks.Text(frame.Texts.Say("Busy.Feed.Text")),
        // Written without what Markdown reads, so that it needs no backslash: it is there to be copied.
        Blocks.Text(feed.AbsoluteUri.Replace("_", "%5F", StringComparison.Ordinal)),
        Blocks.Small(frame.Texts.Say("Busy.Feed.Ends")),
        new AdaptiveActionSet([frame.Press(Verbs.BusyFeedNew, frame.Texts.Plain("Busy.Feed.Renew"), FeedKey(number))]),
    ];
}
