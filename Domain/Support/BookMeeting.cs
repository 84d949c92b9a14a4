using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public abstract record Booking
{
    private Booking()
    {
    }

    public sealed record Booked(Meeting Meeting) : Booking;

    public sealed record Moved(Meeting Meeting) : Booking;

    public sealed record Cancelled(Meeting Meeting) : Booking;

    /// <summary>A rule says no, or one of them has something else by now.</summary>
    public sealed record Refused(IReadOnlyList<BrokenRule> Rules, Instant? Nearest) : Booking;

    /// <summary>The two have not agreed a rhythm yet, or the cycle is over.</summary>
    public sealed record NotYet(Cycle Cycle) : Booking;

    /// <summary>Another of the group has booked a time in place of the one that is off.</summary>
    public sealed record PlaceTaken(Meeting Meeting) : Booking;

    /// <summary>The scheme takes no new meetings any more.</summary>
    public sealed record Closed(Cycle Cycle) : Booking;

    public sealed record OutOfDate(Meeting Meeting) : Booking;

    public sealed record NotYours : Booking;
}

/// <summary>
/// Times that both have free inside the boundaries, and the life of a booked meeting. The calendar is told after the commit, by an
/// errand that may be repeated, so a meeting never hangs on a calendar that is down.
/// </summary>
public sealed partial class BookMeeting(Turn turn)
{
    private static readonly Duration LookAhead = Duration.FromDays(190);
    private static readonly Duration SchoolYear = Duration.FromDays(400);

    /// <summary>Further away than any calendar, and near enough for every sum of times.</summary>
    private static readonly Duration Farthest = Duration.FromDays(3660);

    private readonly IStores stores = turn.Stores;

    /// <summary>People of whom the calendar could say nothing when it was last asked here; what is offered may not suit them (U-12).</summary>
    public IReadOnlyCollection<PersonId> Unseen { get; private set; } = [];

    /// <summary>No more times suit everybody, so the group's last offer here holds times at which one is missing, as it has agreed.</summary>
    public bool SomebodyMisses { get; private set; }

    /// <param name="page">0 first; each further page holds other times.</param>
    /// <param name="mode">Null: as the two have agreed.</param>
    public async Task<SlotOffer> OfferAsync(Cycle cycle, int page, Meeting? moving = null, MeetingMode? mode = null)
    {
        var plan = await PlanAsync(cycle, moving, mode);

        // Whoever cancelled a time cannot come then, whatever the calendar says; it can still be typed.
        var cancelled = (await stores.MeetingsAsync(cycle.Id))
            .Where(meeting => meeting.NotHeld == NotHeldReason.Cancelled && meeting.End > turn.Now)
            .Select(meeting => new Interval(meeting.Start, meeting.End)).ToList();
        plan = plan with { Attendees = [.. plan.Attendees.Select(one => one with { Busy = [.. one.Busy, .. cancelled] })] };
        var offer = MeetingSlots.Offer(RulesOf(cycle), plan with { MayMiss = 0 }, turn.Now, page, cycle.Cadence?.Pattern, moving?.Start);
        SomebodyMisses = offer is SlotOffer.NoneFree && plan.MayMiss > 0;
        return SomebodyMisses ? MeetingSlots.Offer(RulesOf(cycle), plan, turn.Now, page, cycle.Cadence?.Pattern, moving?.Start) : offer;
    }

    /// <summary>Whether the pair may meet then; a length that both agreed to is not asked again.</summary>
    /// <param name="mode">Null: as the two have agreed.</param>
    public async Task<MeetingCheck> CheckAsync(Cycle cycle, LocalDateTime start, Meeting? moving = null, MeetingMode? mode = null) =>
        OutOfSight(start.InUtc().ToInstant()) ?? Settled(cycle, RulesOf(cycle).Check(await PlanAsync(cycle, moving, mode, until: start.InUtc().ToInstant()), start, turn.Now));

    /// <summary>Last day of the cycle on which the pair can meet; null: no end yet, or no such day is left.</summary>
    /// <param name="changed">A meeting of this same turn, as it is now.</param>
    public async Task<LocalDate?> LastBookableAsync(Cycle cycle, Meeting? changed = null) =>
        CycleClock.LastBookableDate(RulesOf(cycle), await PlanAsync(cycle, moving: null, lookUpBusy: false, changed: changed), turn.Now);

    /// <param name="mode">Null: as the two have agreed.</param>
    /// <param name="off">The session of a group in whose place this one is; null: of none.</param>
    public async Task<Booking> BookAsync(PersonId person, CycleId id, Instant start, string? card, MeetingMode? mode = null, Meeting? off = null)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new Booking.NotYours();
        }

        if (!cycle.IsOpen || cycle.Cadence is not { Agreed: true } cadence)
        {
            return new Booking.NotYet(cycle);
        }

        if (!turn.TakesMeetings(cycle.Programme))
        {
            return new Booking.Closed(cycle);
        }

        var place = off is null ? (Id: new MeetingId(Guid.NewGuid()), Booked: null) : await PlaceOfAsync(off);
        if (place.Booked is { } taken)
        {
            return new Booking.PlaceTaken(taken);
        }

        await Diaries.OpenAsync(stores, cycle.People);
        var plan = await PlanAsync(cycle, moving: null, mode, until: start);
        if (Refusal(cycle, plan, start) is { } refusal)
        {
            return refusal;
        }

        var initial = plan.Cycle.Meetings.Count == 0;
        var meeting = new Meeting(
            place.Id, id, cycle.Organiser, cycle.Others(cycle.Organiser), start, cadence.Minutes, mode ?? cadence.Mode, initial);
        stores.Save(meeting);

        // The cycle is written too: of two bookings at one instant the second counts the first one's meeting. Who books goes on after a pause.
        stores.Save(await new PauseCycle(turn).OverAsync(await new WatchCycle(turn).UnderWayAsync(cycle)));
        stores.Send(new Errand.WriteCalendar(meeting.Id, person, card), turn.Now);
        await new FollowMeeting(turn).FollowAsync(cycle, meeting);
        if (initial)
        {
            await OfferSelfEvaluationAsync(cycle);
        }

        return new Booking.Booked(meeting);
    }

    /// <summary>The same meeting at another time. No reason is asked, and moves are not counted (S0-09).</summary>
    public async Task<Booking> MoveAsync(PersonId person, MeetingId id, long sequence, Instant start, string? card)
    {
        if (await FindAsync(person, id) is not var (meeting, cycle))
        {
            return new Booking.NotYours();
        }

        if (meeting.State != MeetingState.Booked || meeting.Sequence != sequence || !cycle.IsOpen)
        {
            return new Booking.OutOfDate(meeting);
        }

        await Diaries.OpenAsync(stores, cycle.People);
        var plan = await PlanAsync(cycle, meeting, until: start);
        return Refusal(cycle, plan, start) is { } refusal ? refusal : new Booking.Moved(await MovedAsync(person, meeting, cycle, start, move: null, card));
    }

    /// <summary>Whether the meeting may be then in place of where it is.</summary>
    public async Task<MeetingCheck> CheckMoveAsync(Cycle cycle, Meeting meeting, Instant start) =>
        OutOfSight(start) ?? Settled(cycle, RulesOf(cycle).Check(await PlanAsync(cycle, meeting, until: start), start, turn.Now));

    /// <summary>The same meeting at a time to which all have agreed, by rules that they may overrule together.</summary>
    internal Task<Meeting> MoveTogetherAsync(PersonId person, Meeting meeting, Cycle cycle, MoveProposal agreed, string? card) =>
        MovedAsync(person, meeting, cycle, agreed.Start, agreed, card);

    private async Task<Meeting> MovedAsync(PersonId person, Meeting meeting, Cycle cycle, Instant start, MoveProposal? move, string? card)
    {
        var moved = meeting with
        {
            Start = start,
            Sequence = meeting.Sequence + 1,
            Calendar = CalendarState.Pending,
            CheckIns = null,
            Asked = null,
            ShorterAskedBy = null,
            Shortened = false,
            Move = move,
        };
        stores.Save(moved);
        stores.Save(await new PauseCycle(turn).OverAsync(await new WatchCycle(turn).UnderWayAsync(cycle)));
        stores.Send(new Errand.WriteCalendar(meeting.Id, person, card), turn.Now);
        await new FollowMeeting(turn).FollowAsync(cycle, moved);
        return moved;
    }

    public async Task<Booking> CancelAsync(PersonId person, MeetingId id, long sequence)
    {
        if (await FindAsync(person, id) is not var (meeting, _))
        {
            return new Booking.NotYours();
        }

        if (meeting.State != MeetingState.Booked || meeting.Sequence != sequence)
        {
            return new Booking.OutOfDate(meeting);
        }

        var cancelled = meeting.Cancel();
        stores.Save(cancelled);
        stores.Send(new Errand.WriteCalendar(id, person, Card: null), turn.Now);
        return new Booking.Cancelled(cancelled);
    }

    /// <returns>Null when the pair may meet then.</returns>
    private Booking.Refused? Refusal(Cycle cycle, MeetingPlan plan, Instant start) =>
        (OutOfSight(start) ?? Settled(cycle, RulesOf(cycle).Check(plan, start, turn.Now))) switch
        {
            MeetingCheck.Refused refused => new Booking.Refused(refused.Rules, refused.Nearest),
            MeetingCheck.NeedsConfirmation confirm => new Booking.Refused(confirm.Rules, confirm.Nearest),
            _ => null,
        };

    /// <summary>A forged or mistyped year; null for a time that the rules can look at.</summary>
    private MeetingCheck.Refused? OutOfSight(Instant start) =>
        start > turn.Now + Farthest ? new MeetingCheck.Refused([new BrokenRule.CalendarNotLoaded(KnownUntil: null)], Nearest: null)
        : start < turn.Now - Farthest ? new MeetingCheck.Refused([new BrokenRule.InThePast()], Nearest: null)
        : null;

    private async Task<(Meeting Meeting, Cycle Cycle)?> FindAsync(PersonId person, MeetingId id) =>
        await stores.MeetingAsync(id) is { } meeting && meeting.People.Contains(person) && await stores.CycleAsync(meeting.Cycle) is { } cycle
            ? (meeting, cycle)
            : null;

    private SessionRules RulesOf(Cycle cycle)
    {
        var programme = turn.Programme(cycle.Programme);
        return new SessionRules(programme.Boundaries, programme.Cycle, programme.Zone);
    }

    /// <summary>What both have agreed to when they agreed the rhythm or the dates is not asked again.</summary>
    private MeetingCheck Settled(Cycle cycle, MeetingCheck check) =>
        check is MeetingCheck.NeedsConfirmation confirm
        && confirm.Rules.All(rule => Overruled.ByBoth(cycle, turn.Programme(cycle.Programme), rule))
            ? new MeetingCheck.Allowed(confirm.Advice)
            : check;

    /// <param name="lookUpBusy">False where whole days matter and the calendars need not be asked.</param>
    /// <param name="until">The latest time that is looked at; null: half a year on.</param>
    internal async Task<MeetingPlan> PlanAsync(
        Cycle cycle, Meeting? moving, MeetingMode? mode = null, bool lookUpBusy = true, Meeting? changed = null, Instant? until = null)
    {
        var programme = turn.Programme(cycle.Programme);
        var stored = await stores.MeetingsAsync(cycle.Id);
        var meetings = changed is null ? stored : stored.Where(meeting => meeting.Id != changed.Id).Append(changed);
        var counted = meetings.Where(meeting => meeting.Counts)
            .Select(meeting => new CountedMeeting(meeting.Id, meeting.Start, meeting.Mode)).ToList();
        var people = cycle.People;
        var busy = lookUpBusy ? await BusyAsync(people, until ?? turn.Now) : people.ToDictionary(person => person, _ => (IReadOnlyList<Interval>)[]);
        var attendees = new List<Attendee>();
        foreach (var id in people)
        {
            var person = await stores.PersonAsync(id);
            var school = person?.Organisation is { } at ? await stores.OrganisationAsync(at) : null;
            var zone = person?.ZoneIn(programme) ?? programme.Zone;
            IReadOnlyList<Interval> own =
            [
                .. busy[id].SelectMany(interval => moving is null ? [interval] : Apart(interval, moving)), .. await BookedTimes.OfAsync(stores, id, moving?.Id),
                .. await new Availability(turn, programme).BusyAsync(id, zone, LookAhead),
            ];
            attendees.Add(new Attendee(
                zone, new Hours(turn, programme).CalendarOf(school),
                school is { SchoolDayStart: { } from, SchoolDayEnd: { } to } ? new DayHours(from, to) : null, own));
        }

        var clockStart = programme.Cycle.ClockStarts == ClockStarts.Acceptance ? cycle.PairedAt.InZone(programme.Zone).Date : (LocalDate?)null;
        return new MeetingPlan(
            moving?.Minutes ?? cycle.Cadence?.Minutes ?? 60, moving?.Mode ?? mode ?? cycle.Cadence?.Mode ?? MeetingMode.Teams, attendees,
            new CycleSoFar(clockStart, counted, cycle.Bounds), moving?.Id, cycle.Cadence?.MayMiss ?? 0);
    }

    /// <summary>A calendar that does not answer says nothing about anybody: the pair can still agree a time, and the calendar follows.</summary>
    private async Task<Dictionary<PersonId, IReadOnlyList<Interval>>> BusyAsync(IReadOnlyCollection<PersonId> people, Instant until)
    {
        try
        {
            // Nobody plans further ahead than a school year: a mistyped year does not ask the calendars for decades.
            var end = Instant.Min(Instant.Max(turn.Now + LookAhead, until + Duration.FromDays(1)), turn.Now + SchoolYear);
            var known = await turn.Calendar.FreeBusyAsync(people, new Interval(turn.Now, end), CancellationToken.None);
            Unseen = [.. people.Where(person => known.GetValueOrDefault(person) is not { Known: true })];
            return people.ToDictionary(person => person, person => known.TryGetValue(person, out var one) ? one.Busy : []);
        }
        catch (CalendarUnavailableException)
        {
            Unseen = people;
            return people.ToDictionary(person => person, _ => (IReadOnlyList<Interval>)[]);
        }
    }

    internal async Task OfferSelfEvaluationAsync(Cycle cycle)
    {
        var programme = turn.Programme(cycle.Programme);
        if (!cycle.IsGroup && programme.SelfEvaluation.Enabled && programme.SelfEvaluation.Occasions.Contains(Occasion.Before))
        {
            foreach (var person in LooksAtThemselves(cycle, programme))
            {
                await new Hours(turn, programme).SendAsync(new Errand.OfferSelfEvaluation(cycle.Id, person, Occasion.Before), person);
            }
        }
    }

    /// <summary>Who is offered the self-evaluation: both, where both give and receive (S3-22).</summary>
    internal static PersonId[] LooksAtThemselves(Cycle cycle, Programme programme) =>
        programme.Stance.Reciprocal ? [cycle.Requester, cycle.Supporter] : [cycle.Requester];
}
