using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public abstract record CadenceAnswer
{
    private CadenceAnswer()
    {
    }

    public sealed record Proposed(Cycle Cycle) : CadenceAnswer;

    public sealed record Agreed(Cycle Cycle) : CadenceAnswer;

    /// <summary>Noted; others of the group have not said yet.</summary>
    public sealed record Noted(Cycle Cycle) : CadenceAnswer;

    /// <summary>The rhythm oversteps limits that both together may overrule; nothing was proposed yet.</summary>
    public sealed record NeedsBoth(IReadOnlyList<Overstep> Oversteps) : CadenceAnswer;

    public sealed record Refused(Overstep Overstep) : CadenceAnswer;

    public sealed record ModeNotOffered(IReadOnlyList<MeetingMode> Offered) : CadenceAnswer;

    /// <summary>Both agree how they work together first.</summary>
    public sealed record RulesFirst(Cycle Cycle) : CadenceAnswer;

    public sealed record OutOfDate(Cycle Cycle) : CadenceAnswer;

    public sealed record NotYours : CadenceAnswer;
}

/// <summary>A limit of the programme, and what a proposed rhythm has in its place.</summary>
public abstract record Overstep(Limit Limit)
{
    public sealed record Length(Limit Limit, int Minutes) : Overstep(Limit);

    /// <summary>More meetings in a calendar month.</summary>
    public sealed record PerMonth(Limit Limit) : Overstep(Limit);
}

/// <param name="MayMiss">How many of a group may be missing at a meeting.</param>
public sealed record CadenceProposal(CadencePattern Pattern, int Minutes, MeetingMode Mode, string? Approach, int MayMiss = 0);

/// <summary>How often, how long and where: nothing is booked before all have said yes to the same proposal (S0-05, S0-11).</summary>
public sealed class AgreeCadence(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <param name="confirmed">The proposer has seen which limit is overstepped and wants it all the same.</param>
    public async Task<CadenceAnswer> ProposeAsync(PersonId person, CycleId id, long revision, CadenceProposal proposal, bool confirmed)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new CadenceAnswer.NotYours();
        }

        if (!cycle.IsOpen || (cycle.Cadence?.Revision ?? 0) != revision)
        {
            return new CadenceAnswer.OutOfDate(cycle);
        }

        if (!cycle.Rules.Agreed)
        {
            return new CadenceAnswer.RulesFirst(cycle);
        }

        var rules = await RulesAsync(cycle);
        if (!rules.Modes.Contains(proposal.Mode))
        {
            return new CadenceAnswer.ModeNotOffered(rules.Modes);
        }

        var oversteps = await OverstepsAsync(cycle, proposal);
        if (oversteps.Find(one => one.Limit.Strength == LimitStrength.Block) is { } refused)
        {
            return new CadenceAnswer.Refused(refused);
        }

        if (oversteps.Count > 0 && !confirmed)
        {
            return new CadenceAnswer.NeedsBoth(oversteps);
        }

        var proposed = cycle with
        {
            Cadence = new CadenceAgreement(
                proposal.Pattern, proposal.Minutes, proposal.Mode, proposal.Approach, person, [person],
                [.. oversteps.Select(one => one.Limit.Source).Distinct()], (int)revision + 1, cycle.People.Count - MayMiss(cycle, proposal),
                MayMiss(cycle, proposal)),
            Dates = cycle.Dates?.Overtaken(),
        };
        stores.Save(proposed);
        foreach (var other in cycle.Others(person))
        {
            await SendAsync(new Errand.ShowCadence(id, other), cycle, other);
        }

        return new CadenceAnswer.Proposed(proposed);
    }

    public async Task<CadenceAnswer> AcceptAsync(PersonId person, CycleId id, long revision)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new CadenceAnswer.NotYours();
        }

        if (!cycle.IsOpen || cycle.Cadence is not { } cadence || cadence.Revision != revision)
        {
            return new CadenceAnswer.OutOfDate(cycle);
        }

        if (cadence.AgreedBy.Contains(person))
        {
            return cadence.Agreed ? new CadenceAnswer.Agreed(cycle) : new CadenceAnswer.OutOfDate(cycle);
        }

        var agreed = cycle with { Cadence = cadence with { AgreedBy = [.. cadence.AgreedBy, person] } };
        stores.Save(agreed);
        if (!agreed.Cadence.Agreed)
        {
            return new CadenceAnswer.Noted(agreed);
        }

        if (!cadence.Agreed)
        {
            // Of a group the one who proposed looks for the first time; of two the other one does as well.
            var next = cycle.IsGroup ? cadence.ProposedBy : cycle.Other(person);
            await SendAsync(new Errand.OfferTimes(id, next), cycle, next);
        }

        return new CadenceAnswer.Agreed(agreed);
    }

    /// <summary>The limits of more force than advice that a rhythm oversteps.</summary>
    public async Task<List<Overstep>> OverstepsAsync(Cycle cycle, CadenceProposal proposal)
    {
        var programme = turn.Programme(cycle.Programme);
        var rules = await RulesAsync(cycle);
        var found = new List<Overstep>();
        var minutes = proposal.Minutes;
        if (rules.MaxMinutes is { Strength: not LimitStrength.Advise } most && minutes > most.Value) found.Add(new Overstep.Length(most, minutes));
        if (rules.MinMinutes is { Strength: not LimitStrength.Advise } least && minutes < least.Value) found.Add(new Overstep.Length(least, minutes));
        if (programme.Cycle.Frequency.MaxPerCalendarMonth is { Strength: not LimitStrength.Advise } perMonth && MostInAMonth(programme, proposal.Pattern) > perMonth.Value)
            found.Add(new Overstep.PerMonth(perMonth));
        return found;
    }

    /// <summary>All, or all but one: of three, two still make a meeting.</summary>
    private static int MayMiss(Cycle cycle, CadenceProposal proposal) => cycle.IsGroup && cycle.People.Count > 2 ? Math.Clamp(proposal.MayMiss, 0, 1) : 0;

    /// <summary>The length rules of the next meeting.</summary>
    private async Task<MeetingRules> RulesAsync(Cycle cycle) =>
        turn.Programme(cycle.Programme).Cycle.RulesFor(first: !(await stores.MeetingsAsync(cycle.Id)).Any(meeting => meeting.Counts));

    private int MostInAMonth(Programme programme, CadencePattern pattern)
    {
        var today = turn.Now.InZone(programme.Zone).Date;
        var calendar = turn.Reference.Calendars.For(programme.Boundaries);
        return pattern.NextDates(today, calendar).TakeWhile(date => date < today.PlusYears(1))
            .GroupBy(date => date.ToYearMonth()).Select(month => month.Count()).DefaultIfEmpty().Max();
    }

    private async Task SendAsync(Errand errand, Cycle cycle, PersonId to) =>
        await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(errand, to);
}
