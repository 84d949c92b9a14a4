using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Groups;

/// <summary>A member goes, at any time and without a reason; the group goes on.</summary>
internal sealed class LeaveGroup(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <returns>The cycle as it is for those who stay; closed when nobody is left to meet.</returns>
    public async Task<Cycle> LeaveAsync(PersonId person, Cycle cycle)
    {
        var staying = cycle.Others(person);
        if (await stores.GroupAsync(GroupId.Of(cycle.Id)) is { } group)
        {
            group = group.With(person, MemberState.Left) with { State = staying.Count < 2 ? GroupState.Closed : group.State };
            await TellAsync(group, person, staying);
            await new JoinGroup(turn).SettleAsync(group);
        }

        if (staying.Count < 2)
        {
            var closed = await new FinishCycle(turn).CloseAsync(cycle, CloseReason.EndedEarly, person);
            foreach (var one in staying)
            {
                await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.TellClosed(cycle.Id, one), one);
            }

            return closed;
        }

        var left = Without(cycle, person, staying);
        stores.Save(left);
        if (await stores.SupporterAsync(person, cycle.Programme.Id) is { } profile)
        {
            stores.Save(profile.FreePlace());
        }

        await new BookedSessions(turn).WithoutAsync(left, person);
        return left;
    }

    /// <summary>They are asked to be in no group any more, and a yes to one that has not begun is taken back.</summary>
    public async Task AnswerNoneAsync(PersonId person)
    {
        foreach (var group in (await stores.GroupsOfAsync(person)).Where(group => group.IsOpen))
        {
            switch (group.Member(person)!.State)
            {
                case MemberState.Asked:
                    await new JoinGroup(turn).SettleAsync(group.With(person, MemberState.Declined));
                    break;
                case MemberState.Joined when group.State == GroupState.Asking:
                    await new JoinGroup(turn).SettleAsync(group.With(person, MemberState.Left));
                    break;
            }
        }
    }

    private async Task TellAsync(LearningGroup group, PersonId gone, IReadOnlyList<PersonId> staying)
    {
        var hours = new Hours(turn, turn.Programme(group.Programme));
        foreach (var one in staying.Append(group.Lead).Distinct().Where(one => one != gone))
        {
            await hours.SendAsync(new Errand.TellMemberLeft(group.Id, gone, one), one);
        }
    }

    /// <summary>What was agreed stays agreed, and what only the leaver had not agreed to is agreed now.</summary>
    private Cycle Without(Cycle cycle, PersonId person, IReadOnlyList<PersonId> staying)
    {
        var left = cycle with { Members = staying, Former = [.. cycle.Former ?? [], person] };
        List<PersonId> agreed = [.. cycle.Rules.AgreedBy.Where(left.Signers.Contains)];
        return left with
        {
            Rules = cycle.Rules with
            {
                AgreedBy = agreed,
                AgreedOn = cycle.Rules.AgreedOn ?? (left.Signers.All(agreed.Contains) ? turn.Now.InZone(turn.Programme(cycle.Programme).Zone).Date : null),
            },
            Cadence = cycle.Cadence is { } cadence
                ? cadence with
                {
                    AgreedBy = [.. cadence.AgreedBy.Where(one => one != person)],
                    Needed = Math.Max(1, cadence.Needed - 1),
                    MayMiss = staying.Count > 2 ? cadence.MayMiss : 0,
                }
                : null,
            Dates = cycle.Dates is { } dates
                ? dates with { AgreedBy = [.. dates.AgreedBy.Where(one => one != person)], Needed = Math.Max(1, dates.Needed - 1) }
                : null,
        };
    }
}
