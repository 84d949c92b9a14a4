using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public abstract record RulesAnswer
{
    private RulesAnswer()
    {
    }

    /// <param name="Both">All whom it takes have now ticked the same revision.</param>
    public sealed record Ticked(Cycle Cycle, bool Both) : RulesAnswer;

    /// <summary>The lead of the group goes first.</summary>
    public sealed record LeadFirst(Cycle Cycle) : RulesAnswer;

    public sealed record Changed(Cycle Cycle) : RulesAnswer;

    /// <summary>The other one has changed the rules since this card was drawn.</summary>
    public sealed record OutOfDate(Cycle Cycle) : RulesAnswer;

    public sealed record NotYours : RulesAnswer;
}

/// <param name="Suggestion">Words for the other one alone; null to leave them as they are.</param>
public sealed record RulesChange(string? Place, IReadOnlyList<string> Ways, NotesKeptBy Notes, string? Suggestion);

/// <summary>How they work together: all tick the same revision, and any change asks all again.</summary>
public sealed class AgreeGroundRules(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<RulesAnswer> AgreeAsync(PersonId person, CycleId id, long revision)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Signers.Contains(person))
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

        if (cycle.WaitsForLead && person != cycle.Requester)
        {
            return new RulesAnswer.LeadFirst(cycle);
        }

        var both = cycle.Signers.All(one => one == person || cycle.Rules.AgreedBy.Contains(one));
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

        if (both || !cycle.IsGroup || cycle.WaitsForLead)
        {
            // In a group nobody needs to hear of each single yes.
            await ShowAsync(cycle, person);
        }

        var proposer = cycle.Organiser;
        if (both && cycle.Cadence is null && person != proposer)
        {
            await new Hours(turn, programme).SendAsync(new Errand.ShowCadence(id, proposer), proposer);
        }

        return new RulesAnswer.Ticked(ticked, both);
    }

    public async Task<RulesAnswer> ChangeAsync(PersonId person, CycleId id, long revision, RulesChange change)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Signers.Contains(person))
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

        await ShowAsync(cycle, person);
        return new RulesAnswer.Changed(changed);
    }

    private async Task ShowAsync(Cycle cycle, PersonId by)
    {
        var hours = new Hours(turn, turn.Programme(cycle.Programme));
        foreach (var other in cycle.Signers.Where(one => one != by))
        {
            await hours.SendAsync(new Errand.ShowGroundRules(cycle.Id, other), other);
        }
    }
}
