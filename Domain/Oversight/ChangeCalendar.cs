using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>What a coordinator would like to add.</summary>
/// <param name="Holiday">A bank holiday of the programme's division; otherwise a closure of its calendar.</param>
public sealed record CalendarDraft(string Name, LocalDate From, LocalDate Until, bool Holiday);

public enum CalendarFault
{
    NameMissing,
    NameTooLong,
    NameWithMarkup,
    Reversed,
    OverAYear,
    Past,
    NoBankHolidays,
    TooMany,
}

public abstract record CalendarAnswer
{
    private CalendarAnswer()
    {
    }

    /// <param name="Fallen">Booked meetings that lie on the new days, whatever their programme.</param>
    public sealed record Possible(CalendarChange Change, IReadOnlyList<FallenMeeting> Fallen) : CalendarAnswer;

    public sealed record Added(CalendarChange Change, IReadOnlyList<FallenMeeting> Fallen) : CalendarAnswer;

    public sealed record Removed(CalendarChange Change) : CalendarAnswer;

    public sealed record Refused(CalendarFault Fault) : CalendarAnswer;

    /// <summary>It is gone already.</summary>
    public sealed record OutOfDate : CalendarAnswer;

    public sealed record NotYours : CalendarAnswer;
}

public sealed record FallenMeeting(Meeting Meeting, Cycle Cycle);

/// <summary>One-off closures and bank holidays, without a release. Meetings that fall on one are offered a move, never moved.</summary>
public sealed class ChangeCalendar(Turn turn, Programme programme)
{
    public const int NameMost = 80;

    private const int ChangesMost = 100;

    private readonly IStores stores = turn.Stores;

    public async Task<CalendarAnswer> LookAsync(PersonId coordinator, CalendarDraft draft)
    {
        if (!Coordinates(coordinator))
        {
            return new CalendarAnswer.NotYours();
        }

        if (FaultOf(draft, await stores.SettingsAsync()) is { } fault)
        {
            return new CalendarAnswer.Refused(fault);
        }

        var rules = programme.Boundaries;
        var change = new CalendarChange(
            Guid.NewGuid(), draft.Name.Trim(), draft.From, draft.Until, draft.Holiday ? null : rules.CalendarRef,
            draft.Holiday ? rules.BankHolidays.Division : null, coordinator, turn.Now);
        return new CalendarAnswer.Possible(change, await FallenAsync(change));
    }

    public async Task<CalendarAnswer> AddAsync(PersonId coordinator, CalendarDraft draft)
    {
        var look = await LookAsync(coordinator, draft);
        if (look is not CalendarAnswer.Possible possible)
        {
            return look;
        }

        var settings = await stores.SettingsAsync();
        stores.Save(settings with { CalendarChanges = [.. settings.CalendarChanges, possible.Change] });
        foreach (var (meeting, cycle) in possible.Fallen)
        {
            var owner = meeting.Organiser;
            await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.OfferMove(meeting.Id, owner, meeting.Start), owner);
        }

        new Looking(turn, programme.Id, coordinator).Note(AuditActions.CalendarChanged, about: null, possible.Change.Id.ToString("N"));
        return new CalendarAnswer.Added(possible.Change, possible.Fallen);
    }

    public async Task<CalendarAnswer> RemoveAsync(PersonId coordinator, Guid id)
    {
        if (!Coordinates(coordinator))
        {
            return new CalendarAnswer.NotYours();
        }

        var settings = await stores.SettingsAsync();
        if (settings.CalendarChanges.FirstOrDefault(one => one.Id == id && Concerns(one)) is not { } change)
        {
            return new CalendarAnswer.OutOfDate();
        }

        stores.Save(settings with { CalendarChanges = [.. settings.CalendarChanges.Where(one => one.Id != id)] });
        new Looking(turn, programme.Id, coordinator).Note(AuditActions.CalendarChanged, about: null, id.ToString("N"));
        return new CalendarAnswer.Removed(change);
    }

    /// <summary>What was added to the calendar or the bank holidays of this programme.</summary>
    public bool Concerns(CalendarChange change) =>
        change.CalendarRef == programme.Boundaries.CalendarRef
        || (change.Division is { } division && division == programme.Boundaries.BankHolidays.Division);

    private bool Coordinates(PersonId person) => turn.Reference.Oversees(person, programme.Id);

    private CalendarFault? FaultOf(CalendarDraft draft, LocalSettings settings) => draft switch
    {
        _ when string.IsNullOrWhiteSpace(draft.Name) => CalendarFault.NameMissing,
        _ when draft.Name.Length > NameMost => CalendarFault.NameTooLong,
        _ when !PlainWords.Are(draft.Name) => CalendarFault.NameWithMarkup,
        _ when draft.Until < draft.From => CalendarFault.Reversed,
        _ when Period.DaysBetween(draft.From, draft.Until) >= 365 => CalendarFault.OverAYear,
        _ when draft.Until < turn.Now.InZone(programme.Zone).Date => CalendarFault.Past,
        { Holiday: true } when programme.Boundaries.BankHolidays.Division == BankHolidayDivision.None => CalendarFault.NoBankHolidays,
        _ when settings.CalendarChanges.Count >= ChangesMost => CalendarFault.TooMany,
        _ => null,
    };

    /// <summary>Meetings on a day that was a day for meetings to one of their people, and is none with the change.</summary>
    private async Task<IReadOnlyList<FallenMeeting>> FallenAsync(CalendarChange change)
    {
        // A day earlier and later, for people whose clocks are far from UTC.
        var window = new Interval(
            change.From.PlusDays(-1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
            change.Until.PlusDays(2).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant());
        var changed = turn with { Reference = turn.Reference with { Calendars = turn.Reference.Calendars.With([change]) } };
        var fallen = new List<FallenMeeting>();
        foreach (var meeting in await stores.BookedMeetingsAsync(window))
        {
            if (meeting.Start > turn.Now && await stores.CycleAsync(meeting.Cycle) is { IsOpen: true } cycle
                && await IsTakenAwayAsync(meeting, turn.Programme(cycle.Programme), changed))
            {
                fallen.Add(new FallenMeeting(meeting, cycle));
            }
        }

        return fallen;
    }

    private async Task<bool> IsTakenAwayAsync(Meeting meeting, Programme of, Turn changed)
    {
        var day = meeting.Start.InZone(of.Zone).Date;
        foreach (var person in meeting.People)
        {
            var before = (await new Hours(turn, of).OfAsync(person)).WorkingDays;
            var after = (await new Hours(changed, of).OfAsync(person)).WorkingDays;
            if (before.Include(day) && !after.Include(day))
            {
                return true;
            }
        }

        return false;
    }
}
