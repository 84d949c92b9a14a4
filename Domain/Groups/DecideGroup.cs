using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Groups;

/// <summary>What came of a coordinator's answer to a group that its lead has formed.</summary>
public abstract record GroupDeciding
{
    private GroupDeciding()
    {
    }

    public sealed record Done(LearningGroup Group) : GroupDeciding;

    /// <summary>It does not wait any more, or has changed since.</summary>
    public sealed record OutOfDate(LearningGroup Group) : GroupDeciding;

    public sealed record NotYours : GroupDeciding;
}

/// <summary>
/// Where the definition asks for a coordinator's approval, they look at each group that a lead publishes before its members are asked. In a
/// group the question names the others, so it is their introduction too: "before a supporter is asked" and "before introduction" are one moment.
/// </summary>
public sealed class DecideGroup(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>
    /// Who may decide: whoever oversees the programme and is neither the lead nor to be in the group, for nobody approves their own. Where there
    /// is nobody else, the lead's word is enough.
    /// </summary>
    public static IReadOnlyList<PersonId> MayDecide(Reference reference, Programme programme, PersonId lead, IReadOnlyCollection<PersonId> members) =>
        programme.Matching.CoordinatorApproval == CoordinatorApproval.None ? []
            : [.. reference.OverseersOf(programme.Id).Where(person => person != lead && !members.Contains(person))];

    /// <summary>Nobody is asked yet; those who may decide hear of it in their hours.</summary>
    internal async Task<LearningGroup> WaitAsync(LearningGroup group, IReadOnlyList<PersonId> people, IReadOnlyList<PersonId> deciders)
    {
        var waiting = group with { State = GroupState.Proposed, Members = [.. people.Select(person => new GroupMember(person, MemberState.Asked, turn.Now))] };
        stores.Save(waiting);
        await new CoordinatorTasks(turn).OpenAsync(TaskKind.Gate, group.Programme.Id, group.Lead, group.Id.ToString());
        foreach (var person in deciders)
        {
            await new Hours(turn, turn.Programme(group.Programme)).SendAsync(new Errand.ShowGroupGate(group.Id, person), person);
        }

        return waiting;
    }

    public async Task<GroupDeciding> AnswerAsync(PersonId coordinator, GroupId id, long version, GateAnswer answer)
    {
        if (await stores.GroupAsync(id) is not { } group || !Decides(coordinator, group))
        {
            return new GroupDeciding.NotYours();
        }

        if (group.State != GroupState.Proposed || group.Version != version)
        {
            return new GroupDeciding.OutOfDate(group);
        }

        new Looking(turn, group.Programme.Id, coordinator).Note(
            $"gate.{answer switch { GateAnswer.GoOn => "gone-on", GateAnswer.TalkFirst => "talking", _ => "refused" }}", group.Lead, group.Id.ToString());
        if (answer != GateAnswer.TalkFirst)
        {
            await new CoordinatorTasks(turn).CloseAsync(TaskKind.Gate, id.ToString(), coordinator);
            group = answer == GateAnswer.GoOn ? await GoOnAsync(group) : Refuse(group);
        }

        await new Hours(turn, turn.Programme(group.Programme)).SendAsync(new Errand.TellGroupGate(id, answer), group.Lead);
        return new GroupDeciding.Done(group);
    }

    public bool Decides(PersonId person, LearningGroup group) =>
        MayDecide(turn.Reference, turn.Programme(group.Programme), group.Lead, [.. group.Members.Select(member => member.Person)]).Contains(person);

    private async Task<LearningGroup> GoOnAsync(LearningGroup group)
    {
        IReadOnlyList<PersonId> people = [.. group.Members.Where(member => member.State == MemberState.Asked).Select(member => member.Person)];
        var asking = group with { State = GroupState.Asking };
        return people.Count > 0 ? await new PublishGroups(turn).AskAsync(asking, people) : await new JoinGroup(turn).SettleAsync(asking);
    }

    /// <summary>Its members have never heard of it, so nobody but the lead is told.</summary>
    private LearningGroup Refuse(LearningGroup group)
    {
        var closed = group with
        {
            State = GroupState.Closed,
            Members = [.. group.Members.Select(member => member.State == MemberState.Asked ? member with { State = MemberState.Lapsed } : member)],
        };
        stores.Save(closed);
        return closed;
    }
}
