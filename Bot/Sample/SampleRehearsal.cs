using NodaTime;
using PeerBot.Bot.Delivery;
using PeerBot.Bot.MyData;
using PeerBot.Bot.Rehearsal;
using PeerBot.Calendar;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Sample;

/// <summary>The sample authority, for the rehearsal to show and to begin again with.</summary>
internal sealed class SampleRehearsal(
    Database database, ILocalCalendarStore calendar, Reference reference, Dispatch dispatch, IClock clock, Housekeeping housekeeping) : IRehearsalSource
{
    private readonly WorkingDays? schoolDays = reference.Programmes.Current(SampleAuthority.Programme)?.Boundaries is { } rules
        ? new WorkingDays(rules, reference.Calendars.For(rules))
        : null;

    public IReadOnlyList<RehearsalPerson> People() => SampleAuthority.People;

    public async Task<RehearsalCalendar> CalendarAsync(RehearsalPerson person, Interval window, CancellationToken cancellation)
    {
        var id = PersonId.Of(person.TenantId, person.AadObjectId);
        var declared = await calendar.BusyTimesAsync(id, cancellation) ?? BusyTimes.None;
        var work = database.BeginTurn(clock.GetCurrentInstant());
        var meetings = new List<RehearsalMeeting>();
        foreach (var found in (await calendar.EventsAsync(id, window, cancellation)).OrderBy(e => e.Start))
            meetings.Add(await ShowAsync(found, id, work));
        var busy = declared.Within(window).OrderBy(taken => taken.Start).Select(taken => new RehearsalBusy(taken.Start, taken.End));
        return new RehearsalCalendar(meetings, [.. busy]);
    }

    public Task<Instant?> NextDueAsync(Instant after, CancellationToken cancellation) => database.NextDueAsync(after);

    public Task SettleAsync(CancellationToken cancellation) => dispatch.SettleAsync(cancellation);

    public LocalDate NextWorkingDay(LocalDate day) => schoolDays?.NextAfter(day) ?? NextWeekday(day);

    public async Task ResetAsync(CancellationToken cancellation)
    {
        await database.ReplaceAllAsync(SampleAuthority.Import());
        await housekeeping.EnsureAsync();
    }

    private static async Task<RehearsalMeeting> ShowAsync(LocalEvent found, PersonId person, TurnWork work)
    {
        var meeting = await work.MeetingAsync(found.Meeting);
        var with = new List<string>();
        foreach (var other in found.People.Where(other => other != person))
            with.Add((await work.PersonAsync(other))?.Name ?? "");
        return new RehearsalMeeting(
            found.Meeting.ToString(), found.Subject, found.Start, found.End, Words(meeting?.Mode), StateOf(found, meeting), with);
    }

    private static string Words(MeetingMode? mode) => mode switch
    {
        MeetingMode.Teams => "Teams",
        MeetingMode.InPerson => "In person",
        MeetingMode.PhoneWork => "Work phone",
        _ => "",
    };

    private static RehearsalMeetingState StateOf(LocalEvent found, Meeting? meeting) => (found.Cancelled, meeting) switch
    {
        (true, _) or (_, { NotHeld: NotHeldReason.Cancelled }) => RehearsalMeetingState.Cancelled,
        (_, { State: MeetingState.Held }) => RehearsalMeetingState.Held,
        (_, { State: MeetingState.NotHeld }) => RehearsalMeetingState.NotHeld,
        _ => RehearsalMeetingState.Booked,
    };

    // Where the school calendar ends, the page still gets a day to jump to.
    private static LocalDate NextWeekday(LocalDate day) =>
        day.DayOfWeek is IsoDayOfWeek.Friday or IsoDayOfWeek.Saturday ? day.Next(IsoDayOfWeek.Monday) : day.PlusDays(1);
}
