using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Scheduling;

/// <summary>When the bot may start to write to one person. Answers to somebody who is typing are not its business.</summary>
/// <param name="zone">The person's own zone.</param>
/// <param name="away">Pauses and leave, whole local dates; null for none.</param>
public sealed class ContactTimes(BoundaryRules rules, SchoolCalendar calendar, DateTimeZone zone, IReadOnlyList<DateInterval>? away = null)
{
    private readonly WorkingDays _days = new(rules, calendar);

    public WorkingDays WorkingDays => _days;

    /// <summary>Now, when now lies in the person's contact window; else the start of the next window and why it waits.</summary>
    /// <remarks>
    /// Where the calendar is not loaded, the answer is the next plain weekday, and asking again then gives the one after: nothing is sent
    /// on a day that nobody knows, and nothing is lost.
    /// </remarks>
    public NextContact Next(Instant now)
    {
        var today = now.InZone(zone).Date;
        HeldBecause? why = null;
        for (var date = today; ; date = date.PlusDays(1))
        {
            if (WhyNotOn(date) is { } reason)
            {
                why = Weightier(why, reason);
                var unknown = reason is HeldBecause.Day { Kind: DayKind.NotLoaded };
                if (unknown && date > today) return new NextContact(Opening(date), why);
                continue;
            }

            if (date > today || now < Opening(date)) return new NextContact(Opening(date), why ?? new HeldBecause.OutOfHours());
            if (now < Closing(date)) return new NextContact(now, null);
            why = Weightier(why, new HeldBecause.OutOfHours());
        }
    }

    /// <summary>As <see cref="Next(Instant)"/>, but at once when the meeting is within the hour after the next opening, or before it.</summary>
    /// <param name="meeting">Start of the meeting that the message takes away or moves.</param>
    public NextContact NextAbout(Instant meeting, Instant now) =>
        Next(now) is { Why: not null } held && meeting >= held.At + Duration.FromHours(1) ? held : new NextContact(now, null);

    /// <summary>The close of the contact window so many working days after the day of <paramref name="from"/>.</summary>
    public Due Deadline(Instant from, int workingDays) => Count(from.InZone(zone).Date, workingDays, Closing);

    /// <summary>The opening of the window so many working days after the day of <paramref name="from"/>; before it when negative.</summary>
    public Due Morning(Instant from, int workingDays) => Morning(from.InZone(zone).Date, workingDays);

    /// <inheritdoc cref="Morning(Instant, int)"/>
    public Due Morning(LocalDate from, int workingDays) => Count(from, workingDays, Opening);

    private Due Count(LocalDate from, int workingDays, Func<LocalDate, Instant> time)
    {
        var (date, certain) = _days.Count(from, workingDays);
        return new Due(time(date), certain);
    }

    private HeldBecause? WhyNotOn(LocalDate date)
    {
        if (_days.WhyNot(date) is { } kind) return new HeldBecause.Day(kind);
        return away?.FirstOrDefault(a => a.Contains(date)) is { } absence ? new HeldBecause.Away(absence.End.PlusDays(1)) : null;
    }

    /// <summary>Of all that lies between now and the next window, the reason that explains the wait: holidays before a weekend.</summary>
    private static HeldBecause Weightier(HeldBecause? one, HeldBecause other) =>
        one is not null && Weight(one) >= Weight(other) ? one : other;

    private static int Weight(HeldBecause reason) => reason switch
    {
        HeldBecause.Day { Kind: DayKind.NotLoaded } => 6,
        HeldBecause.Away => 5,
        HeldBecause.Day { Kind: DayKind.OutOfTerm } => 4,
        HeldBecause.Day { Kind: DayKind.Closed } => 3,
        HeldBecause.Day { Kind: DayKind.BankHoliday } => 2,
        HeldBecause.Day => 1,
        _ => 0,
    };

    private Instant Opening(LocalDate date) => zone.AtLeniently(date + rules.ContactWindow.From).ToInstant();

    private Instant Closing(LocalDate date) => zone.AtLeniently(date + rules.ContactWindow.To).ToInstant();
}

/// <param name="Why">Null: at once.</param>
public sealed record NextContact(Instant At, HeldBecause? Why);

public abstract record HeldBecause
{
    private HeldBecause()
    {
    }

    /// <summary>A stable word for the record of what is held.</summary>
    public string Word => this switch
    {
        Away => Hold.Away,
        Day { Kind: DayKind.OutOfTerm } => Hold.OutOfTerm,
        Day { Kind: DayKind.Closed } => Hold.Closed,
        Day { Kind: DayKind.BankHoliday } => Hold.BankHoliday,
        Day { Kind: DayKind.NotLoaded } => Hold.CalendarUnknown,
        Day => Hold.NoWorkingDay,
        _ => Hold.OutOfHours,
    };

    /// <summary>Early, or in the evening, and the window opens again without a day between.</summary>
    public sealed record OutOfHours : HeldBecause;

    public sealed record Day(DayKind Kind) : HeldBecause;

    /// <summary>Paused or on leave.</summary>
    public sealed record Away(LocalDate Back) : HeldBecause;
}

/// <param name="Certain">False when the calendar does not reach that far: the earliest it can be; ask again then.</param>
public readonly record struct Due(Instant At, bool Certain);

/// <summary>A message that PeerBot has started and holds until its reader may be written to.</summary>
/// <param name="Why">One of the words below.</param>
public sealed record Hold(PersonId For, string Why)
{
    public const string OutOfHours = "out-of-hours";
    public const string NoWorkingDay = "no-working-day";
    public const string BankHoliday = "bank-holiday";
    public const string Closed = "closed";
    public const string OutOfTerm = "out-of-term";
    public const string Away = "away";
    public const string CalendarUnknown = "calendar-unknown";

    /// <summary>After days on which a school is shut several messages would come in one minute; they come as one.</summary>
    public static bool ComesTogether(string? why) => why is OutOfTerm or Closed or Away;
}
