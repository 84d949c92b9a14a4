using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Groups;

public abstract record TakingOn
{
    private TakingOn()
    {
    }

    public sealed record TakenOn(LearningGroup Group) : TakingOn;

    /// <summary>No lead of this scheme; or the group has one, or is over.</summary>
    public sealed record NotYours : TakingOn;
}

/// <summary>A lead goes; their groups go on, and another lead takes them on.</summary>
public sealed class ReplaceLead(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>Groups whose lead is gone or leads no more; another lead may take them on.</summary>
    public async Task<IReadOnlyList<LearningGroup>> WithoutLeadAsync(Programme programme)
    {
        var found = new List<LearningGroup>();
        foreach (var group in (await stores.GroupsInAsync(programme.Id)).Where(group => group.IsOpen))
        {
            if (await IsWithoutLeadAsync(group))
            {
                found.Add(group);
            }
        }

        return found;
    }

    /// <summary>Another lead takes the place of one who is gone; what the group has agreed stays.</summary>
    public async Task<TakingOn> TakeOnAsync(PersonId lead, GroupId id)
    {
        if (await stores.GroupAsync(id) is not { IsOpen: true } group || !PublishGroups.IsLead(turn.Reference, lead, turn.Programme(group.Programme)))
        {
            return new TakingOn.NotYours();
        }

        if (group.Lead == lead)
        {
            return new TakingOn.TakenOn(group);
        }

        if (!await IsWithoutLeadAsync(group))
        {
            return new TakingOn.NotYours();
        }

        var taken = group with { Lead = lead };
        stores.Save(taken);
        if (await stores.CycleAsync(id.Cycle) is { IsOpen: true } cycle)
        {
            stores.Save(cycle with { Requester = lead, Supporter = lead });
            if (!cycle.Rules.Agreed)
            {
                await new Hours(turn, turn.Programme(group.Programme)).SendAsync(new Errand.ShowGroundRules(cycle.Id, lead), lead);
            }
        }

        await new CoordinatorTasks(turn).CloseAsync(TaskKind.Left, id.Cycle.ToString(), by: null);
        return new TakingOn.TakenOn(taken);
    }

    /// <summary>Somebody leads no more: the coordinators hear of their groups.</summary>
    /// <param name="named">Null: the name is not to be kept.</param>
    /// <param name="programmeId">Null: in none of the schemes.</param>
    internal async Task LeadGoesAsync(PersonId lead, PersonId? named, string? programmeId = null)
    {
        foreach (var programme in turn.Reference.Programmes.Programmes
            .Where(programme => programme.Groups is not null && (programmeId is null || programme.Id == programmeId)).DistinctBy(programme => programme.Id))
        {
            foreach (var group in (await stores.GroupsInAsync(programme.Id)).Where(group => group.IsOpen && group.Lead == lead))
            {
                await new CoordinatorTasks(turn).OpenAndTellAsync(TaskKind.Left, programme.Id, named, group.Id.Cycle.ToString());
            }
        }
    }

    /// <summary>The group has met for the last time. The words of a lead who has been erased go with it: nobody needs them any more.</summary>
    internal async Task<LearningGroup> OverAsync(LearningGroup group) =>
        group with { State = GroupState.Closed, Purpose = await stores.PersonAsync(group.Lead) is null ? "" : group.Purpose };

    private async Task<bool> IsWithoutLeadAsync(LearningGroup group) =>
        await stores.PersonAsync(group.Lead) is not { GoneSince: null } || !PublishGroups.IsLead(turn.Reference, group.Lead, turn.Programme(group.Programme));
}
