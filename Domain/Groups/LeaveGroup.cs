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
            await TellAsync(group, person, staying, over: staying.Count < 2);
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

        var meetings = await stores.MeetingsAsync(cycle.Id);
        var left = Without(cycle, person, staying) with { TurnsFrom = GroupSession.TurnsFrom(cycle, staying, meetings, turn.Now) };
        stores.Save(left);

        // Whoever lets a group go gives the places back at once.
        if (cycle.State != CycleState.Closing && await stores.SupporterAsync(person, cycle.Programme.Id) is { } profile)
        {
            stores.Save(profile.FreePlace());
        }

        await new BookedSessions(turn).WithoutAsync(left, person);
        await GoOnAsync(cycle, left, person);
        if (meetings.Any(meeting => meeting.State == MeetingState.Held && meeting.People.Contains(person)))
        {
            await new FinishCycle(turn).AskFeedbackAsync(left, person);
        }

        return left;
    }

    /// <summary>What waited for the leaver alone goes on: the next card comes as if the last yes had just been given.</summary>
    private async Task GoOnAsync(Cycle before, Cycle left, PersonId leaver)
    {
        if (left.Rules.Agreed && !before.Rules.Agreed)
        {
            foreach (var one in left.Signers)
            {
                await SendAsync(new Errand.ShowGroundRules(left.Id, one), one);
            }
        }

        if (left is { Rules.Agreed: true, Cadence: null } && (!before.Rules.Agreed || before.Organiser == leaver))
        {
            await SendAsync(new Errand.ShowCadence(left.Id, left.Organiser), left.Organiser);
        }

        if (left.Cadence is { Agreed: false } rhythm && before.Cadence is { Agreed: true })
        {
            // Of three, two were enough; of two it takes both.
            foreach (var one in left.People.Except(rhythm.AgreedBy))
            {
                await SendAsync(new Errand.ShowCadence(left.Id, one), one);
            }
        }
        else if (left.Cadence is { Agreed: true } agreed && (before.Cadence is { Agreed: false } || (before.Dates is { Open: true } && left.Dates is { Open: false })))
        {
            var next = left.Has(agreed.ProposedBy) ? agreed.ProposedBy : left.Organiser;
            await SendAsync(new Errand.OfferTimes(left.Id, next), next);
        }

        Task SendAsync(Errand errand, PersonId to) => new Hours(turn, turn.Programme(left.Programme)).SendAsync(errand, to);
    }

    /// <summary>They are asked to be in no group any more, and a yes to one that has not begun is taken back.</summary>
    /// <param name="programmeId">Null: of any programme.</param>
    /// <param name="keepYes">A yes that they have given stands (U-19).</param>
    public async Task AnswerNoneAsync(PersonId person, string? programmeId = null, bool keepYes = false)
    {
        foreach (var group in (await stores.GroupsOfAsync(person)).Where(group => group.IsOpen && (programmeId ?? group.Programme.Id) == group.Programme.Id))
        {
            switch (group.Member(person)!.State)
            {
                case MemberState.Asked:
                    await new JoinGroup(turn).SettleAsync(group.With(person, MemberState.Declined));
                    break;
                case MemberState.Joined when group.State == GroupState.Asking && !keepYes:
                    if (await stores.SupporterAsync(person, group.Programme.Id) is { } profile)
                    {
                        stores.Save(profile.FreePlace());
                    }

                    await new JoinGroup(turn).SettleAsync(group.With(person, MemberState.Left));
                    break;
            }
        }
    }

    private async Task TellAsync(LearningGroup group, PersonId gone, IReadOnlyList<PersonId> staying, bool over)
    {
        var hours = new Hours(turn, turn.Programme(group.Programme));
        foreach (var one in staying.Append(group.Lead).Distinct().Where(one => one != gone))
        {
            await hours.SendAsync(new Errand.TellMemberLeft(group.Id, gone, one, over), one);
        }
    }

    /// <summary>
    /// What only the leaver had not agreed to is agreed now, but for dates: those are planned again with the calendars of those who stay.
    /// </summary>
    private Cycle Without(Cycle cycle, PersonId person, IReadOnlyList<PersonId> staying)
    {
        var left = cycle with { Members = staying, Former = [.. cycle.Former ?? [], person] };
        List<PersonId> agreed = [.. cycle.Rules.AgreedBy.Where(left.Signers.Contains)];
        var mayMiss = staying.Count > 2 ? cycle.Cadence?.MayMiss ?? 0 : 0;
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
                    Needed = staying.Count - mayMiss,
                    MayMiss = mayMiss,
                }
                : null,
            Dates = cycle.Dates is { } dates ? Without(dates, person, staying.Count - mayMiss) : null,
        };
    }

    /// <summary>An agreement that is booked stays one; a proposal that nobody's yes is wanted for any more would never be booked.</summary>
    private static DatesAgreement Without(DatesAgreement dates, PersonId person, int needed)
    {
        List<PersonId> agreed = [.. dates.AgreedBy.Where(one => one != person)];
        var left = dates with { AgreedBy = agreed, Needed = dates.Agreed ? agreed.Count : needed };
        return dates.Open && left.Agreed ? dates.Overtaken() : left;
    }
}
