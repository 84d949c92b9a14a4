using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Groups;

public abstract record GroupAnswer
{
    private GroupAnswer()
    {
    }

    public sealed record Joined(LearningGroup Group) : GroupAnswer;

    public sealed record Declined(LearningGroup Group) : GroupAnswer;

    /// <summary>They are in as many groups as they wanted to be.</summary>
    public sealed record NoRoom(LearningGroup Group) : GroupAnswer;

    /// <summary>Answered before, lapsed, or the group is no more.</summary>
    public sealed record OutOfDate(LearningGroup Group) : GroupAnswer;

    public sealed record NotYours : GroupAnswer;
}

/// <summary>
/// Each member's own yes or no. When all have answered, or have let their time run out, the group begins; with too few its lead decides.
/// </summary>
public sealed class JoinGroup(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<GroupAnswer> JoinAsync(PersonId person, GroupId id)
    {
        if (await stores.GroupAsync(id) is not { } group || group.Member(person) is not { } member)
        {
            return new GroupAnswer.NotYours();
        }

        if (!group.IsOpen || member.State != MemberState.Asked)
        {
            return member.State == MemberState.Joined && group.IsOpen ? new GroupAnswer.Joined(group) : new GroupAnswer.OutOfDate(group);
        }

        if (await stores.SupporterAsync(person, group.Programme.Id) is not { } profile || profile.TakePlace() is not PlaceTaking.Taken taken)
        {
            return new GroupAnswer.NoRoom(group);
        }

        stores.Save(taken.Profile);
        var joined = group.With(person, MemberState.Joined);
        if (group.State == GroupState.Running && await stores.CycleAsync(id.Cycle) is { IsOpen: true } cycle)
        {
            await ComeInAsync(cycle, person);
        }

        return new GroupAnswer.Joined(await SettleAsync(joined));
    }

    /// <param name="never">Somebody of the group with whom they would rather never be; both are kept apart from now on, and nobody hears of it.</param>
    public async Task<GroupAnswer> DeclineAsync(PersonId person, GroupId id, PersonId? never = null)
    {
        if (await stores.GroupAsync(id) is not { } group || group.Member(person) is not { } member)
        {
            return new GroupAnswer.NotYours();
        }

        if (!group.IsOpen || member.State != MemberState.Asked)
        {
            return new GroupAnswer.OutOfDate(group);
        }

        if (never is { } other && other != person && group.Member(other) is not null)
        {
            await new DeclareConflict(turn).WithSupporterAsync(person, other, group.Programme.Id);
        }

        return new GroupAnswer.Declined(await SettleAsync(group.With(person, MemberState.Declined)));
    }

    /// <summary>A yes to a group that has not begun yet is taken back, without a reason.</summary>
    public async Task<GroupAnswer> TakeBackAsync(PersonId person, GroupId id)
    {
        if (await stores.GroupAsync(id) is not { } group || group.Member(person) is not { } member)
        {
            return new GroupAnswer.NotYours();
        }

        if (group.State != GroupState.Asking || member.State != MemberState.Joined)
        {
            return new GroupAnswer.OutOfDate(group);
        }

        if (await stores.SupporterAsync(person, group.Programme.Id) is { } profile)
        {
            stores.Save(profile.FreePlace());
        }

        return new GroupAnswer.Declined(await SettleAsync(group.With(person, MemberState.Left)));
    }

    public async Task LapseAsync(Errand.LapseJoin lapse)
    {
        if (await stores.GroupAsync(lapse.Group) is { IsOpen: true } group
            && group.Member(lapse.Person) is { State: MemberState.Asked } member && member.AnswerBy == lapse.AnswerBy)
        {
            await SettleAsync(group.With(lapse.Person, MemberState.Lapsed));
        }
    }

    /// <summary>Saves the group as it is now; begins it, or turns to its lead, when nobody is left to answer.</summary>
    internal async Task<LearningGroup> SettleAsync(LearningGroup group)
    {
        var programme = turn.Programme(group.Programme);
        if (group.State == GroupState.Asking && !group.StillAsks && group.Joined.Count >= programme.Groups!.MinSize)
        {
            group = group with { State = GroupState.Running };
            await BeginAsync(group, programme);
        }

        stores.Save(group);
        if (group.IsShort(programme.Groups!))
        {
            await new Hours(turn, programme).SendAsync(new Errand.TellGroupShort(group.Id, group.Lead), group.Lead);
        }

        return group;
    }

    /// <summary>The relationship begins, with the lead's yes to the ground rules before all others (S4-06).</summary>
    private async Task BeginAsync(LearningGroup group, Programme programme)
    {
        var cycle = new Cycle(
            group.Id.Cycle, new RequestId(group.Id.Value), group.Programme, group.Lead, group.Lead, CycleState.Active, turn.Now,
            turn.Now.InZone(programme.Zone).Date,
            new GroundRules(Place: null, ["teams", "work-email"], NotesKeptBy.Nobody, Revision: 1, AgreedBy: []), Members: group.Joined);
        stores.Save(cycle);
        await new WatchCycle(turn).BeginAsync(cycle);
        await new Hours(turn, programme).SendAsync(new Errand.ShowGroundRules(cycle.Id, group.Lead), group.Lead);
    }

    /// <summary>Somebody comes into a group that runs: they agree to how it works, and the sessions that are booked are theirs too.</summary>
    private async Task ComeInAsync(Cycle cycle, PersonId person)
    {
        IReadOnlyList<PersonId> people = [.. cycle.People, person];
        var needed = people.Count - (cycle.Cadence?.MayMiss ?? 0);
        var wider = cycle with
        {
            Members = people,
            Former = cycle.Former is { } former ? [.. former.Where(one => one != person)] : null,
            Rules = cycle.Rules with { AgreedOn = null },

            // What the others have agreed stays so; what still waits for a yes waits for theirs too.
            Cadence = cycle.Cadence is { Agreed: false } rhythm ? rhythm with { Needed = needed } : cycle.Cadence,
            Dates = cycle.Dates is { Open: true } dates ? dates with { Needed = needed } : cycle.Dates,
            TurnsFrom = GroupSession.TurnsFrom(cycle, people, await stores.MeetingsAsync(cycle.Id), turn.Now),
        };
        stores.Save(wider);
        var hours = new Hours(turn, turn.Programme(cycle.Programme));
        await hours.SendAsync(new Errand.ShowGroundRules(cycle.Id, person), person);
        if (wider.Cadence is { Agreed: false })
        {
            await hours.SendAsync(new Errand.ShowCadence(cycle.Id, person), person);
        }

        if (wider.Dates is { Open: true })
        {
            await hours.SendAsync(new Errand.ShowDates(cycle.Id, person), person);
        }

        await new BookedSessions(turn).WithAsync(wider, person);
    }
}
