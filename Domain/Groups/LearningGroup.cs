using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Groups;

/// <summary>A group and the cycle in which it meets have one id: who knows the one finds the other.</summary>
public readonly record struct GroupId(Guid Value)
{
    public CycleId Cycle => new(Value);

    public static GroupId Of(CycleId cycle) => new(cycle.Value);

    public override string ToString() => Value.ToString("N");
}

public enum GroupState
{
    /// <summary>Its members are asked whether they would like to join; or too few have said yes, and the lead decides.</summary>
    Asking,

    /// <summary>Its cycle runs.</summary>
    Running,

    Closed,

    /// <summary>A coordinator looks at it before anybody is asked.</summary>
    Proposed,
}

public enum MemberState
{
    Asked,
    Joined,
    Declined,
    Lapsed,
    Left,
}

/// <param name="AnswerBy">End of the last working day to answer.</param>
public sealed record GroupMember(PersonId Person, MemberState State, Instant AnswerBy);

/// <summary>
/// A group that a lead has formed: why it meets, and who was asked to be in it. Everything that a pair has as well is its <see cref="Cycle"/>.
/// </summary>
/// <param name="Name">A letter, such as "A".</param>
/// <param name="Purpose">Why it meets, in the lead's words; shown to its members each time.</param>
/// <param name="Members">In the order in which they lead a session.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record LearningGroup(
    GroupId Id, ProgrammeKey Programme, string Name, string Purpose, PersonId Lead, Instant FormedAt, GroupState State,
    IReadOnlyList<GroupMember> Members, long Version = 0)
{
    public const int MaxPurpose = 200;

    public bool IsOpen => State != GroupState.Closed;

    public IReadOnlyList<PersonId> Joined => [.. Members.Where(member => member.State == MemberState.Joined).Select(member => member.Person)];

    public bool StillAsks => Members.Any(member => member.State == MemberState.Asked);

    public GroupMember? Member(PersonId person) => Members.FirstOrDefault(member => member.Person == person);

    /// <summary>Fewer have joined than the programme has in a group, and nobody is left to answer (U-24).</summary>
    public bool IsShort(GroupRules rules) => IsOpen && State != GroupState.Proposed && !StillAsks && Joined.Count < rules.MinSize;

    internal LearningGroup With(PersonId person, MemberState state) =>
        this with { Members = [.. Members.Select(member => member.Person == person ? member with { State = state } : member)] };
}
