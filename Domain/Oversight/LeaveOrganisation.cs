using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>
/// Somebody's account is gone or switched off (U-10): nobody can ask for them any more, their cycles go to the coordinator, meetings
/// leave the calendars, and partners hear in their hours that it ends, not why.
/// </summary>
public sealed class LeaveOrganisation(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task LeaveAsync(PersonId person)
    {
        foreach (var profile in (await stores.ProfilesOfAsync(person)).Where(profile => profile.State != SupporterState.Left))
        {
            stores.Save(profile.Leave());
            await SettleAsync(profile);
            foreach (var ask in await stores.OpenAsksToAsync(person, profile.ProgrammeId))
            {
                stores.Save(ask with { State = AskState.Overtaken });
                await new Asking(turn).MoveOnAsync(ask, turn.Programme(ask.Programme).Matching.OnDecline);
            }
        }

        foreach (var request in await stores.OpenRequestsAsync(person))
        {
            await new RequestSupport(turn).WithdrawAsync(person, request.Id);
        }

        foreach (var cycle in await stores.OpenCyclesAsync(person))
        {
            await new FinishCycle(turn).LeftAsync(person, cycle.Id, gone: true);
        }

        await new LeaveGroup(turn).AnswerNoneAsync(person);
        await new ReplaceLead(turn).LeadGoesAsync(person, named: person);
    }

    /// <summary>Nothing about the volunteer waits for anybody any more, and their supervisor does not wait in an empty room.</summary>
    private async Task SettleAsync(SupporterProfile profile)
    {
        foreach (var kind in new[] { TaskKind.Approval, TaskKind.Recheck, TaskKind.Supervision })
        {
            await new CoordinatorTasks(turn).CloseAboutAsync(kind, profile.ProgrammeId, profile.Person, by: null);
        }

        if (turn.Reference.Programmes.Current(profile.ProgrammeId) is { } programme)
        {
            await new Supervise(turn).CancelAsync(profile.Person, programme);
        }
    }
}
