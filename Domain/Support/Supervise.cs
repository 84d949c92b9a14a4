using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public abstract record Supervising
{
    private Supervising()
    {
    }

    /// <param name="Reachable">PeerBot knows the supervisor's calendar, so a time can be picked.</param>
    public sealed record Asked(SupporterProfile Profile, bool Reachable) : Supervising;

    public sealed record Booked(SupporterProfile Profile) : Supervising;

    public sealed record Cancelled : Supervising;

    /// <summary>That time does not do any more.</summary>
    public sealed record TimeTaken : Supervising;

    /// <summary>There is nothing to ask for here, or the person supports nobody.</summary>
    public sealed record NotForThem : Supervising;
}

/// <summary>
/// Supervision is there for every supporter, at an interval and whenever they ask (S2-41). The supervisor hears who and which week, never
/// about what: there is no place for that.
/// </summary>
public sealed class Supervise(Turn turn)
{
    private const int ShortMeeting = 30;

    private static readonly Duration LookAhead = Duration.FromDays(190);

    private readonly IStores stores = turn.Stores;

    /// <summary>A cycle begins: the first offer comes after the interval. One offer at a time, however many cycles there are.</summary>
    public async Task<SupporterProfile> BeginAsync(SupporterProfile profile, Programme programme) =>
        profile.SupervisionDue is null && programme.Supervision is { OfferedToAll: true, OfferEverySchoolWeeks: { } weeks }
            ? await ArmAsync(profile, programme, weeks)
            : profile;

    /// <summary>The offer's time has come.</summary>
    /// <returns>Whether to make it: a cycle runs, or has ended since the last one.</returns>
    public async Task<bool> DueAsync(Errand.OfferSupervision offer, Programme programme)
    {
        if (await stores.SupporterAsync(offer.To, programme.Id) is not { } profile || profile.SupervisionDue != offer.Due)
        {
            return false;
        }

        var supported = (await stores.CyclesOfAsync(offer.To)).Where(cycle => cycle.Supporter == offer.To && cycle.Programme.Id == programme.Id).ToList();
        var recent = supported.Any(cycle => cycle.IsOpen || cycle.ClosedAt > offer.Since);
        if (recent && programme.Supervision.OfferEverySchoolWeeks is { } weeks)
        {
            stores.Save(await ArmAsync(profile, programme, weeks));
        }
        else
        {
            stores.Save(profile with { SupervisionDue = null });
        }

        return recent;
    }

    /// <param name="week">A day of the week that would suit; null: any.</param>
    public async Task<Supervising> AskAsync(Person person, Programme programme, LocalDate? week)
    {
        if (!programme.Supervision.Requestable || await stores.SupporterAsync(person.Id, programme.Id) is not { } profile
            || profile.State is SupporterState.Interested)
        {
            return new Supervising.NotForThem();
        }

        var supervisor = SupervisorOf(programme)?.Person is { } known && known != person.Id ? known : (PersonId?)null;
        var asked = profile with
        {
            Supervision = profile.Supervision is { Start: { } start } booked && start > turn.Now ? booked
                : profile.Supervision is { Written: false } pending ? pending with { AskedAt = turn.Now, Week = week }
                : new Supervision(new MeetingId(Guid.NewGuid()), turn.Now, week, supervisor, Minutes: Minutes(programme)),
        };
        stores.Save(asked);
        await new CoordinatorTasks(turn).OpenAboutAsync(TaskKind.Supervision, programme.Id, person.Id, week);
        if (supervisor is { } to)
        {
            await new Hours(turn, programme).SendAsync(new Errand.TellSupervisor(person.Id, programme.Id, Start: null), to);
        }

        return new Supervising.Asked(asked, supervisor is not null);
    }

    /// <summary>Times that both have free, inside the programme's hours and from the week that they would like.</summary>
    public async Task<SlotOffer> OfferAsync(Person person, Programme programme, Supervision supervision, int page)
    {
        var from = supervision.Week is { } week ? programme.Zone.AtStartOfDay(Monday(week).PlusDays(-1)).ToInstant() : turn.Now;
        return MeetingSlots.Offer(Rules(programme), await PlanAsync(person, programme, supervision), Instant.Max(turn.Now, from), page);
    }

    public async Task<Supervising> BookAsync(Person person, Programme programme, Instant start)
    {
        if (await stores.SupporterAsync(person.Id, programme.Id) is not { Supervision: { Supervisor: { } supervisor } supervision } profile)
        {
            return new Supervising.NotForThem();
        }

        await Diaries.OpenAsync(stores, person.Id, supervisor);
        var inSight = start > turn.Now && start < turn.Now + LookAhead;
        if (!inSight || Rules(programme).Check(await PlanAsync(person, programme, supervision), start, turn.Now) is not MeetingCheck.Allowed)
        {
            return new Supervising.TimeTaken();
        }

        var booked = profile with { Supervision = supervision with { Start = start, Written = false } };
        stores.Save(booked);
        await KeepAsync(supervisor, booked.Supervision);
        await new CoordinatorTasks(turn).CloseAboutAsync(TaskKind.Supervision, programme.Id, person.Id, by: null);
        stores.Send(new Errand.WriteSupervision(person.Id, programme.Id), turn.Now);
        await new Hours(turn, programme).SendAsync(new Errand.TellSupervisor(person.Id, programme.Id, start), supervisor);
        return new Supervising.Booked(booked);
    }

    public async Task<Supervising> CancelAsync(PersonId person, Programme programme)
    {
        if (await stores.SupporterAsync(person, programme.Id) is not { Supervision: { Start: { } start, Supervisor: { } supervisor } supervision } profile
            || start <= turn.Now)
        {
            return new Supervising.NotForThem();
        }

        var cancelled = supervision with { Start = null, Written = false, CancelledAt = turn.Now };
        stores.Save(profile with { Supervision = cancelled });
        await KeepAsync(supervisor, cancelled);
        stores.Send(new Errand.WriteSupervision(person, programme.Id), turn.Now);
        await new Hours(turn, programme).SendAsync(new Errand.TellSupervisor(person, programme.Id, start, Cancelled: true), supervisor);
        return new Supervising.Cancelled();
    }

    /// <summary>Both calendars show what stands here.</summary>
    /// <param name="eventId">Null when the event is gone.</param>
    public void Written(SupporterProfile profile, string? eventId) =>
        stores.Save(profile with { Supervision = profile.Supervision! with { EventId = eventId, Written = true } });

    /// <summary>Whoever else books this supervisor sees it at once, and not only when the calendar shows it.</summary>
    private async Task KeepAsync(PersonId supervisor, Supervision supervision)
    {
        var others = (await stores.SupervisionsByAsync(supervisor)).Where(one => one.Id != supervision.Id && one.Time.End > turn.Now);
        await stores.KeepSupervisionsAsync(supervisor, supervision.Booked is { } booked ? [.. others, booked] : [.. others]);
    }

    public Contact? SupervisorOf(Programme programme) =>
        programme.Supervision.SupervisorContactRef is { } key ? turn.Reference.Contacts.GetValueOrDefault(key) : null;

    private static LocalDate Monday(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);

    /// <summary>A school week has as many working days as the programme has weekdays; holidays do not count.</summary>
    private async Task<SupporterProfile> ArmAsync(SupporterProfile profile, Programme programme, int weeks)
    {
        var due = await new Hours(turn, programme).MorningAfterAsync(profile.Person, turn.Now, weeks * programme.Boundaries.Days.Count);
        stores.Send(new Errand.OfferSupervision(profile.Person, programme.Id, turn.Now, due), due);
        return profile with { SupervisionDue = due };
    }

    /// <summary>As a first meeting of a cycle, which has no limit to reckon with yet.</summary>
    private static SessionRules Rules(Programme programme) => SessionRules.Of(programme);

    private static int Minutes(Programme programme)
    {
        var rules = programme.Cycle.RulesFor(first: true);
        return rules.DefaultMinutes ?? rules.MaxMinutes?.Value ?? ShortMeeting;
    }

    public static MeetingMode Mode(Programme programme) =>
        programme.Cycle.RulesFor(first: true).Modes is var modes && modes.Contains(MeetingMode.Teams) ? MeetingMode.Teams : modes[0];

    private async Task<MeetingPlan> PlanAsync(Person person, Programme programme, Supervision supervision)
    {
        PersonId[] both = supervision.Supervisor is { } supervisor ? [person.Id, supervisor] : [person.Id];
        var busy = await BusyAsync(both);
        var attendees = new List<Attendee>();
        foreach (var id in both)
        {
            var known = await stores.PersonAsync(id);
            var school = known?.Organisation is { } at ? await stores.OrganisationAsync(at) : null;
            var zone = known?.ZoneIn(programme) ?? programme.Zone;
            attendees.Add(new Attendee(
                zone, new Hours(turn, programme).CalendarOf(school),
                school is { SchoolDayStart: { } from, SchoolDayEnd: { } to } ? new DayHours(from, to) : null,
                [.. busy[id], .. await BookedTimes.OfAsync(stores, id, supervision.Id), .. await new Availability(turn, programme).BusyAsync(id, zone, LookAhead)]));
        }

        return new MeetingPlan(supervision.Minutes, Mode(programme), attendees, CycleSoFar.Fresh);
    }

    private async Task<Dictionary<PersonId, IReadOnlyList<Interval>>> BusyAsync(PersonId[] people)
    {
        try
        {
            var known = await turn.Calendar.FreeBusyAsync(people, new Interval(turn.Now, turn.Now + LookAhead), CancellationToken.None);
            return people.ToDictionary(person => person, person => known.TryGetValue(person, out var one) ? one.Busy : []);
        }
        catch (CalendarUnavailableException)
        {
            // A calendar that does not answer says nothing about anybody.
            return people.ToDictionary(person => person, _ => (IReadOnlyList<Interval>)[]);
        }
    }
}
