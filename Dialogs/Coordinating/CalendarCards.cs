using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Dialogs;

/// <summary>The programme's calendar for whoever oversees: terms, closures, and what was added to them.</summary>
internal static class CalendarCards
{
    private const int TermsMost = 4;
    private const int ClosuresMost = 6;
    private const int AddedMost = 8;
    private const int FallsMost = 10;

    public static async Task<Show> ShowAsync(FlowContext context)
    {
        var texts = context.Texts;
        var today = context.Local(context.Now).Date;
        var calendar = context.Turn.Reference.Calendars.For(context.Programme.Boundaries);
        var changes = new ChangeCalendar(context.Turn, context.Programme);
        var added = (await context.Stores.SettingsAsync()).CalendarChanges.Where(changes.Concerns).OrderBy(change => change.From).ToList();
        var own = added.Select(change => (change.Name, new DateInterval(change.From, change.Until))).ToHashSet();
        var items = new List<OverseenCard.Item>
        {
            new(
                texts.Plain("Calendar.Terms"),
                [.. calendar.Terms.Where(term => term.Dates.End >= today).Take(TermsMost).Select(term => new Line(term.Name, Dates(term.Dates.Start, term.Dates.End, texts)))],
                []),
            new(
                texts.Plain("Calendar.Closures"),
                [
                    .. calendar.Closures.Where(closure => closure.Dates.End >= today && !own.Contains((closure.Name, closure.Dates)))
                        .OrderBy(closure => closure.Dates.Start).Take(ClosuresMost)
                        .Select(closure => new Line(closure.Name, Dates(closure.Dates.Start, closure.Dates.End, texts))),
                ],
                []),
        };
        items.AddRange(added.Where(change => change.Until >= today).Take(AddedMost).Select(change => new OverseenCard.Item(
            change.Name,
            [
                new Line(texts.Plain(change.Division is null ? "Calendar.Closure" : "Calendar.Holiday"), Dates(change.From, change.Until, texts)),
            ],
            [new Button(Verbs.CalendarRemove, texts.Plain("Calendar.Remove"), change.Id.ToString("N"))])));
        return new Show.Replace(OverseenCard.Of(
            new OverseenCard.View(
                texts.Plain("Calendar.Heading"), texts.Plain("Calendar.Text"), [.. items.Where(item => item.Lines.Count > 0)], [],
                [new Button(Verbs.CalendarForm, texts.Plain("Calendar.Add")), OverseeCards.Home(context)],
                Note: calendar.KnownUntil is { } known ? texts.Plain("Calendar.KnownUntil", ("date", known)) : texts.Plain("Calendar.NotKnown")),
            context.Frame(context.Programme.Id)));
    }

    public static Show Form(CalendarChangeCard.View view, FlowContext context) =>
        new Show.Replace(CalendarChangeCard.Of(
            view with { HasHolidays = context.Programme.Boundaries.BankHolidays.Division != BankHolidayDivision.None }, context.Frame(context.Programme.Id)));

    /// <summary>What falls on it: by name where it is of this programme, by number otherwise. Each look at a pair is noted.</summary>
    public static async Task<(IReadOnlyList<Line> Lines, int More)> FallsAsync(IReadOnlyList<FallenMeeting> fallen, FlowContext context)
    {
        var shown = fallen.Where(one => one.Cycle.Programme.Id == context.Programme.Id).Take(FallsMost).ToList();
        context.Looking().At(
            AuditActions.MeetingListed,
            shown.SelectMany(one => one.Meeting.People.Select(person => (person, (string?)one.Meeting.Id.ToString()))));
        var lines = new List<Line>();
        foreach (var (meeting, cycle) in shown)
        {
            lines.Add(new Line(
                await context.TitleAsync(cycle),
                context.Texts.DateTime(context.Local(meeting.Start))));
        }

        return (lines, fallen.Count - shown.Count);
    }

    /// <summary>The date that was filled in; null for what is no date.</summary>
    public static LocalDate? Date(string? typed) =>
        typed is not null && LocalDatePattern.Iso.Parse(typed) is { Success: true, Value: var date } && date.Year is > 2000 and < 2200 ? date : null;

    private static string Dates(LocalDate from, LocalDate until, Texts texts) =>
        from == until ? texts.Date(from) : texts.Plain("Calendar.FromTo", ("from", from), ("until", until));
}
