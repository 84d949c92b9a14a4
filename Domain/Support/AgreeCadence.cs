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

    /// <summary>The length oversteps a limit that both together may overrule; nothing was proposed yet.</summary>
    public sealed record NeedsBoth(Limit Limit, int Minutes) : CadenceAnswer;

    public sealed record Refused(Limit Limit, int Minutes) : CadenceAnswer;

    public sealed record ModeNotOffered(IReadOnlyList<MeetingMode> Offered) : CadenceAnswer;

    /// <summary>Both agree how they work together first.</summary>
    public sealed record RulesFirst(Cycle Cycle) : CadenceAnswer;

    public sealed record OutOfDate(Cycle Cycle) : CadenceAnswer;

    public sealed record NotYours : CadenceAnswer;
}

public sealed record CadenceProposal(CadencePattern Pattern, int Minutes, MeetingMode Mode, string? Approach);

/// <summary>How often, how long and where: nothing is booked before both have said yes to the same proposal (S0-05, S0-11).</summary>
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

        var first = !(await stores.MeetingsAsync(id)).Any(meeting => meeting.Counts);
        var rules = turn.Programme(cycle.Programme).Cycle.RulesFor(first);
        if (!rules.Modes.Contains(proposal.Mode))
        {
            return new CadenceAnswer.ModeNotOffered(rules.Modes);
        }

        var overstepped = Overstepped(rules, proposal.Minutes);
        if (overstepped is { Strength: LimitStrength.Block })
        {
            return new CadenceAnswer.Refused(overstepped, proposal.Minutes);
        }

        if (overstepped is { Strength: LimitStrength.Confirm } && !confirmed)
        {
            return new CadenceAnswer.NeedsBoth(overstepped, proposal.Minutes);
        }

        var proposed = cycle with
        {
            Cadence = new CadenceAgreement(
                proposal.Pattern, proposal.Minutes, proposal.Mode, proposal.Approach, person, [person],
                overstepped is null ? [] : [overstepped.Source], (int)revision + 1),
        };
        stores.Save(proposed);
        await SendAsync(new Errand.ShowCadence(id, cycle.Other(person)), cycle, cycle.Other(person));
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
        await SendAsync(new Errand.OfferTimes(id, cycle.Other(person)), cycle, cycle.Other(person));
        return new CadenceAnswer.Agreed(agreed);
    }

    /// <summary>The limit on length that these minutes overstep; null when they keep to all, or advice only.</summary>
    private static Limit? Overstepped(MeetingRules rules, int minutes) =>
        rules.MaxMinutes is { Strength: not LimitStrength.Advise } most && minutes > most.Value ? most
        : rules.MinMinutes is { Strength: not LimitStrength.Advise } least && minutes < least.Value ? least
        : null;

    private async Task SendAsync(Errand errand, Cycle cycle, PersonId to) =>
        stores.Send(errand, await new Hours(turn, turn.Programme(cycle.Programme)).NextContactAsync(to));
}
