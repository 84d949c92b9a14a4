using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public abstract record SeriesAnswer
{
    private SeriesAnswer()
    {
    }

    /// <summary>The others are asked; nothing is booked.</summary>
    public sealed record Proposed(Cycle Cycle) : SeriesAnswer;

    /// <summary>Both have agreed, and every date is booked.</summary>
    public sealed record Booked(Cycle Cycle, IReadOnlyList<Meeting> Meetings) : SeriesAnswer;

    /// <summary>A date cannot be, or needs a yes that it does not have; nothing was proposed or booked.</summary>
    public sealed record Clashing(Cycle Cycle, SeriesPlan Plan) : SeriesAnswer;

    /// <summary>The two have not agreed a rhythm yet.</summary>
    public sealed record NotYet(Cycle Cycle) : SeriesAnswer;

    /// <summary>The scheme takes no new meetings any more.</summary>
    public sealed record Closed(Cycle Cycle) : SeriesAnswer;

    public sealed record OutOfDate(Cycle Cycle) : SeriesAnswer;

    public sealed record NotYours : SeriesAnswer;
}

/// <summary>
/// The dates of a rhythm as one: planned against both calendars and every rule, agreed by both, then booked all together or not at all.
/// </summary>
public sealed class PlanSeries(Turn turn)
{
    /// <summary>As many as two people can look over at once.</summary>
    public const int MostAtOnce = 12;

    private readonly IStores stores = turn.Stores;
    private readonly BookMeeting booking = new(turn);

    /// <summary>The dates of the agreed rhythm, with a move for each that clashes.</summary>
    public async Task<SeriesPlan> PlanAsync(Cycle cycle) => (await PlannerAsync(cycle)).Plan(cycle.Cadence!.Pattern, MostAtOnce);

    /// <summary>Dates that somebody chose, looked at together.</summary>
    public async Task<SeriesPlan> CheckAsync(Cycle cycle, IReadOnlyList<Instant> starts) => (await PlannerAsync(cycle)).Check(starts);

    /// <param name="starts">What the proposer has seen and chosen; a limit that they overstep is overruled by this press and the other's.</param>
    public async Task<SeriesAnswer> ProposeAsync(PersonId person, CycleId id, long revision, IReadOnlyList<Instant> starts)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new SeriesAnswer.NotYours();
        }

        if (cycle is not { IsOpen: true, Cadence.Agreed: true })
        {
            return new SeriesAnswer.NotYet(cycle);
        }

        if (!turn.TakesMeetings(cycle.Programme))
        {
            return new SeriesAnswer.Closed(cycle);
        }

        if ((cycle.Dates?.Revision ?? 0) != revision)
        {
            return new SeriesAnswer.OutOfDate(cycle);
        }

        starts = [.. starts.Distinct().Order().Take(MostAtOnce)];
        var plan = await CheckAsync(cycle, starts);
        if (starts.Count == 0 || plan.Dates.Any(date => date is SeriesDate.Clashes { Stay: null }))
        {
            return new SeriesAnswer.Clashing(cycle, plan);
        }

        // The other one is to hear of it, so whoever proposes goes on after a pause.
        var proposed = await new PauseCycle(turn).OverAsync(cycle) with
        {
            // As many as are in it now: a group may have grown since it agreed its rhythm.
            Dates = new DatesAgreement(starts, person, [person], Overrides(cycle, plan), (int)revision + 1, cycle.People.Count - cycle.Cadence.MayMiss),
        };
        stores.Save(proposed);
        await ShowAsync(proposed, person);
        return new SeriesAnswer.Proposed(proposed);
    }

    /// <summary>The last yes that it takes books every date; when one of them cannot be any more, none is booked.</summary>
    public async Task<SeriesAnswer> AcceptAsync(PersonId person, CycleId id, long revision)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new SeriesAnswer.NotYours();
        }

        if (cycle is not { IsOpen: true, Cadence.Agreed: true, Dates: { Open: true } dates } || dates.Revision != revision
            || dates.AgreedBy.Contains(person))
        {
            return new SeriesAnswer.OutOfDate(cycle);
        }

        if (!turn.TakesMeetings(cycle.Programme))
        {
            return new SeriesAnswer.Closed(cycle);
        }

        var agreed = cycle with { Dates = dates with { AgreedBy = [.. dates.AgreedBy, person] } };
        if (!agreed.Dates.Agreed)
        {
            stores.Save(agreed);
            return new SeriesAnswer.Proposed(agreed);
        }

        // With this yes all have overruled what the proposal names; whatever else has come up since is in the way.
        await Diaries.OpenAsync(stores, cycle.People);
        var plan = await CheckAsync(agreed, dates.Starts);
        if (plan.Dates.Any(date => date is SeriesDate.Clashes { Stay: null } or SeriesDate.NeedsBoth))
        {
            return new SeriesAnswer.Clashing(cycle, plan);
        }

        agreed = await new PauseCycle(turn).OverAsync(await new WatchCycle(turn).UnderWayAsync(agreed));
        stores.Save(agreed);
        var meetings = await BookAllAsync(agreed, person);
        await ShowAsync(agreed, person);
        return new SeriesAnswer.Booked(agreed, meetings);
    }

    private async Task<IReadOnlyList<Meeting>> BookAllAsync(Cycle cycle, PersonId person)
    {
        var before = await stores.MeetingsAsync(cycle.Id);
        var first = !before.Any(meeting => meeting.Counts);
        var cadence = cycle.Cadence!;
        List<Meeting> meetings =
        [
            .. cycle.Dates!.Starts.Select((start, i) => new Meeting(
                new MeetingId(Guid.NewGuid()), cycle.Id, cycle.Organiser, cycle.Others(cycle.Organiser), start, cadence.Minutes, cadence.Mode, first && i == 0)),
        ];
        foreach (var meeting in meetings)
        {
            stores.Save(meeting);
            stores.Send(new Errand.WriteCalendar(meeting.Id, person, Card: null, InSeries: true), turn.Now);
        }

        await new FollowMeeting(turn).FollowAsync(cycle, meetings);
        if (first)
        {
            await booking.OfferSelfEvaluationAsync(cycle);
        }

        return meetings;
    }

    private List<string> Overrides(Cycle cycle, SeriesPlan plan)
    {
        var programme = turn.Programme(cycle.Programme);
        return [.. plan.Dates.OfType<SeriesDate.NeedsBoth>().SelectMany(date => date.Rules).Select(rule => Overruled.SourceOf(rule, programme)).OfType<string>().Distinct()];
    }

    private async Task<SeriesPlanner> PlannerAsync(Cycle cycle)
    {
        var programme = turn.Programme(cycle.Programme);
        return new SeriesPlanner(
            SessionRules.Of(programme), await booking.PlanAsync(cycle, moving: null, until: Instant.MaxValue - Duration.FromDays(2)), turn.Now, rule => Overruled.ByBoth(cycle, programme, rule));
    }

    private async Task ShowAsync(Cycle cycle, PersonId by)
    {
        foreach (var other in cycle.Others(by))
        {
            await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.ShowDates(cycle.Id, other), other);
        }
    }
}
