using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Groups;

public abstract record Mending
{
    private Mending()
    {
    }

    /// <summary>These people are asked whether they would like to come in.</summary>
    public sealed record Asked(LearningGroup Group, IReadOnlyList<PersonId> People) : Mending;

    public sealed record Closed(LearningGroup Group) : Mending;

    /// <summary>The other group would have more than a group has.</summary>
    public sealed record TooMany(LearningGroup Into, int Most) : Mending;

    /// <summary>Not free any more, in the group already, or not to be together with somebody in it.</summary>
    public sealed record NotPossible(LearningGroup Group) : Mending;

    public sealed record OutOfDate(LearningGroup Group) : Mending;

    public sealed record NotYours : Mending;
}

/// <summary>What a lead can do for a group with too few members: ask somebody else, ask its people into another group, or let it go (U-24).</summary>
public sealed class MendGroup(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>Other groups of the lead that have room for those who are in this one.</summary>
    public async Task<IReadOnlyList<LearningGroup>> MayTakeAsync(LearningGroup group)
    {
        var programme = turn.Programme(group.Programme);
        var pool = new GroupPool(turn, programme);
        var coming = await pool.OfAsync(group.Joined);
        var found = new List<LearningGroup>();
        foreach (var other in (await stores.GroupsInAsync(group.Programme.Id)).Where(other =>
            other.Id != group.Id && other.IsOpen && other.State != GroupState.Proposed && other.Lead == group.Lead && other.Programme == group.Programme && HasRoom(other, group)))
        {
            var there = await pool.OfAsync(Taken(other));
            if (coming.All(one => there.All(person => FormGroups.MayComeTo(one, person, programme))))
            {
                found.Add(other);
            }
        }

        return found;
    }

    /// <summary>Whom the lead could ask: they have room and nothing stands between them and those who are in it.</summary>
    public async Task<IReadOnlyList<PoolPerson>> MayComeAsync(LearningGroup group)
    {
        var programme = turn.Programme(group.Programme);
        var pool = new GroupPool(turn, programme);
        var members = await pool.OfAsync(Taken(group));
        return Taken(group).Count >= programme.Groups!.MaxSize ? []
            : [.. (await pool.FreeAsync()).Where(one =>
                group.Member(one.Id) is not { State: MemberState.Joined or MemberState.Asked }
                && (programme.Groups.AllowNeighbouringSchools || members.Any(member => member.School == one.School))
                && members.All(member => FormGroups.MayComeTo(one, member, programme)))];
    }

    public async Task<Mending> AddAsync(PersonId lead, GroupId id, PersonId person)
    {
        if (await FindAsync(lead, id) is not { } group)
        {
            return new Mending.NotYours();
        }

        if (!group.IsOpen || group.State == GroupState.Proposed)
        {
            return new Mending.OutOfDate(group);
        }

        return (await MayComeAsync(group)).All(one => one.Id != person)
            ? new Mending.NotPossible(group)
            : new Mending.Asked(await new PublishGroups(turn).AskAsync(group, [person]), [person]);
    }

    /// <summary>Its members are asked into the other group; this one meets as long as sessions are booked, and then is over.</summary>
    public async Task<Mending> MergeAsync(PersonId lead, GroupId id, GroupId into)
    {
        if (await FindAsync(lead, id) is not { } group || await FindAsync(lead, into) is not { } other)
        {
            return new Mending.NotYours();
        }

        if (!IsShort(group) || !other.IsOpen || id == into)
        {
            return new Mending.OutOfDate(group);
        }

        if (!HasRoom(other, group))
        {
            return new Mending.TooMany(other, turn.Programme(other.Programme).Groups!.MaxSize);
        }

        if ((await MayTakeAsync(group)).All(one => one.Id != into))
        {
            return new Mending.OutOfDate(group);
        }

        IReadOnlyList<PersonId> coming = [.. group.Joined.Except(other.Joined)];
        await TellOffAsync(group, into);
        await LetGoAsync(group);
        return new Mending.Asked(await new PublishGroups(turn).AskAsync(other, coming), coming);
    }

    public async Task<Mending> CloseAsync(PersonId lead, GroupId id)
    {
        if (await FindAsync(lead, id) is not { } group)
        {
            return new Mending.NotYours();
        }

        if (!IsShort(group))
        {
            return new Mending.OutOfDate(group);
        }

        await TellOffAsync(group, into: null);
        return new Mending.Closed(await LetGoAsync(group));
    }

    private async Task TellOffAsync(LearningGroup group, GroupId? into)
    {
        var hours = new Hours(turn, turn.Programme(group.Programme));
        foreach (var person in group.Joined.Where(one => one != group.Lead))
        {
            await hours.SendAsync(new Errand.TellGroupOff(group.Id, person, into), person);
        }
    }

    /// <summary>Places give way at once; what is booked stays until it is over.</summary>
    private async Task<LearningGroup> LetGoAsync(LearningGroup group)
    {
        var closed = group with
        {
            State = GroupState.Closed,
            Members = [.. group.Members.Select(member => member.State == MemberState.Asked ? member with { State = MemberState.Lapsed } : member)],
        };
        stores.Save(closed);
        if (await stores.CycleAsync(group.Id.Cycle) is { IsOpen: true } cycle)
        {
            stores.Save(cycle with { State = CycleState.Closing });
            var ahead = (await stores.MeetingsAsync(cycle.Id)).Where(meeting => meeting.State == MeetingState.Booked && meeting.End > turn.Now).ToList();
            stores.Send(new Errand.LookAfterCycle(cycle.Id), ahead.Count == 0 ? turn.Now : ahead.Max(meeting => meeting.End));
        }

        foreach (var person in group.Joined)
        {
            if (await stores.SupporterAsync(person, group.Programme.Id) is { } profile)
            {
                stores.Save(profile.FreePlace());
            }
        }

        return closed;
    }

    /// <summary>A group that has come to its size again is neither closed nor merged from an old card.</summary>
    private bool IsShort(LearningGroup group) => group.IsShort(turn.Programme(group.Programme).Groups!);

    private bool HasRoom(LearningGroup other, LearningGroup group) =>
        Taken(other).Count + group.Joined.Except(other.Joined).Count() <= turn.Programme(group.Programme).Groups!.MaxSize;

    /// <summary>Who is in it, and who may still come.</summary>
    private static IReadOnlyList<PersonId> Taken(LearningGroup group) =>
        [.. group.Members.Where(member => member.State is MemberState.Joined or MemberState.Asked).Select(member => member.Person)];

    private async Task<LearningGroup?> FindAsync(PersonId lead, GroupId id) =>
        await stores.GroupAsync(id) is { } group && group.Lead == lead
        && PublishGroups.IsLead(turn.Reference, lead, turn.Programme(group.Programme)) ? group : null;
}
