using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Groups;

public abstract record Publishing
{
    private Publishing()
    {
    }

    public sealed record Published(IReadOnlyList<LearningGroup> Groups) : Publishing;

    /// <summary>Nobody can say later why the group meets, if nobody says it now (S4-14).</summary>
    public sealed record PurposeMissing : Publishing;

    /// <summary>Since the proposal somebody has found another group, has left, or is away.</summary>
    public sealed record NotFreeAnyMore(IReadOnlyList<PersonId> People) : Publishing;

    /// <summary>Groups of other sizes than the programme has, or somebody in two of them, or two who are never put together.</summary>
    public sealed record NotAllowed : Publishing;

    /// <summary>Not a lead of this programme.</summary>
    public sealed record NotYours : Publishing;
}

/// <summary>
/// The lead's groups become real: every member is asked whether they would like to be in theirs, where the definition says so after a
/// coordinator has looked.
/// </summary>
public sealed class PublishGroups(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public static bool IsLead(Reference reference, PersonId person, Programme programme) =>
        programme is { Groups: not null, Matching.Model: MatchingModel.GroupFormer } && reference.Holds(person, programme.Id, ProgrammeRoles.GroupLead);

    public async Task<Publishing> PublishAsync(
        Person lead, Programme programme, string? purpose, IReadOnlyCollection<OrganisationId> schools, IReadOnlyList<IReadOnlyList<PersonId>> groups)
    {
        if (!IsLead(turn.Reference, lead.Id, programme) || programme.Groups is not { } rules)
        {
            return new Publishing.NotYours();
        }

        var why = purpose?.Trim() ?? "";
        if (rules.PurposeStatementRequired && why.Length == 0)
        {
            return new Publishing.PurposeMissing();
        }

        var free = (await new GroupPool(turn, programme).PeopleAsync(lead, schools)).ToDictionary(person => person.Id);
        var people = groups.SelectMany(group => group).ToList();
        if (people.Where(person => !free.ContainsKey(person)).ToList() is { Count: > 0 } gone)
        {
            return new Publishing.NotFreeAnyMore(gone);
        }

        if (why.Length > LearningGroup.MaxPurpose || people.Distinct().Count() != people.Count || groups.Count == 0
            || groups.Any(group => group.Count < rules.MinSize || group.Count > rules.MaxSize || HasApart(group, free)))
        {
            return new Publishing.NotAllowed();
        }

        // One after the other in the whole scheme: whoever oversees it knows groups by their letters alone.
        var first = (await stores.GroupsInAsync(programme.Id)).Select(group => NumberOf(group.Name)).DefaultIfEmpty(-1).Max() + 1;
        var published = new List<LearningGroup>();
        foreach (var members in groups)
        {
            var group = new LearningGroup(
                new GroupId(Guid.NewGuid()), programme.Key, NameOf(first + published.Count), why, lead.Id, turn.Now, GroupState.Asking, []);
            published.Add(DecideGroup.MayDecide(turn.Reference, programme, lead.Id, members) is { Count: > 0 } deciders
                ? await new DecideGroup(turn).WaitAsync(group, members, deciders)
                : await AskAsync(group, members));
        }

        return new Publishing.Published(published);
    }

    /// <summary>A, B … Z, AA, AB …</summary>
    public static string NameOf(int number)
    {
        var letter = ((char)('A' + (number % 26))).ToString();
        return number < 26 ? letter : NameOf((number / 26) - 1) + letter;
    }

    private static int NumberOf(string name) => name.Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1) - 1;

    /// <summary>Asks these people, reminds them once, and lets their time to answer run out.</summary>
    internal async Task<LearningGroup> AskAsync(LearningGroup group, IReadOnlyList<PersonId> people)
    {
        var programme = turn.Programme(group.Programme);
        var hours = new Hours(turn, programme);
        var asked = new List<GroupMember>(group.Members.Where(member => !people.Contains(member.Person)));
        foreach (var person in people)
        {
            var (from, _) = await hours.NextAsync(person);
            var answerBy = await hours.EndOfContactAfterAsync(person, from, programme.Matching.ResponseWindowWorkingDays);
            asked.Add(new GroupMember(person, MemberState.Asked, answerBy));
            await hours.SendAsync(new Errand.AskToJoin(group.Id, person), person);
            stores.Send(
                new Errand.AskToJoin(group.Id, person, Reminder: true),
                await hours.MorningAfterAsync(person, from, programme.Matching.RemindAfterWorkingDays));
            stores.Send(new Errand.LapseJoin(group.Id, person, answerBy), answerBy);
        }

        var asking = group with { Members = asked };
        stores.Save(asking);
        return asking;
    }

    private static bool HasApart(IReadOnlyList<PersonId> group, Dictionary<PersonId, PoolPerson> free) =>
        group.Any(one => group.Any(other => one != other && FormGroups.AreApart(free[one], free[other])));
}
