using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public abstract record RulesAnswer
{
    private RulesAnswer()
    {
    }

    /// <param name="Both">Both have now ticked the same revision.</param>
    public sealed record Ticked(Cycle Cycle, bool Both) : RulesAnswer;

    public sealed record Changed(Cycle Cycle) : RulesAnswer;

    /// <summary>The other one has changed the rules since this card was drawn.</summary>
    public sealed record OutOfDate(Cycle Cycle) : RulesAnswer;

    public sealed record NotYours : RulesAnswer;
}

/// <param name="Suggestion">Words for the other one alone; null to leave them as they are.</param>
public sealed record RulesChange(string? Place, IReadOnlyList<string> Ways, NotesKeptBy Notes, string? Suggestion);

/// <summary>How the two work together: both tick the same revision, and any change asks both again.</summary>
public sealed class AgreeGroundRules(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<RulesAnswer> AgreeAsync(PersonId person, CycleId id, long revision)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new RulesAnswer.NotYours();
        }

        if (!cycle.IsOpen || cycle.Rules.Revision != revision)
        {
            return new RulesAnswer.OutOfDate(cycle);
        }

        if (cycle.Rules.AgreedBy.Contains(person))
        {
            return new RulesAnswer.Ticked(cycle, cycle.Rules.Agreed);
        }

        var both = cycle.Rules.AgreedBy.Contains(cycle.Other(person));
        var programme = turn.Programme(cycle.Programme);
        var ticked = cycle with
        {
            Rules = cycle.Rules with
            {
                AgreedBy = [.. cycle.Rules.AgreedBy, person],
                AgreedOn = both ? turn.Now.InZone(programme.Zone).Date : null,
            },
        };
        stores.Save(ticked);

        var hours = new Hours(turn, programme);
        var other = cycle.Other(person);
        if (both)
        {
            await hours.SendAsync(new Errand.ShowGroundRules(id, other), other);
            if (cycle.Cadence is null && person != cycle.Requester)
            {
                await hours.SendAsync(new Errand.ShowCadence(id, cycle.Requester), cycle.Requester);
            }
        }
        else
        {
            await hours.SendAsync(new Errand.ShowGroundRules(id, other), other);
        }

        return new RulesAnswer.Ticked(ticked, both);
    }

    public async Task<RulesAnswer> ChangeAsync(PersonId person, CycleId id, long revision, RulesChange change)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new RulesAnswer.NotYours();
        }

        if (!cycle.IsOpen || cycle.Rules.Revision != revision)
        {
            return new RulesAnswer.OutOfDate(cycle);
        }

        var changed = cycle with
        {
            Rules = new GroundRules(change.Place, change.Ways, change.Notes, cycle.Rules.Revision + 1, [person], ChangedBy: person),
        };
        stores.Save(changed);
        if (change.Suggestion is { } words)
        {
            stores.Save(new PrivateNote(Guid.NewGuid(), person, NoteKind.GroundRules, id.ToString(), words, Shared: true));
        }

        var other = cycle.Other(person);
        await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.ShowGroundRules(id, other), other);
        return new RulesAnswer.Changed(changed);
    }
}
