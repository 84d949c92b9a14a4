using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>Something new waits that the coordinators should hear of before Monday: each is told in their own hours.</summary>
public sealed class CoordinatorTasks(Turn turn)
{
    public async Task OpenAsync(TaskKind kind, string programmeId, PersonId? person, string subject)
    {
        var desk = new CoordinatorDesk(turn);
        if (await desk.OpenAsync(kind, programmeId, person, subject))
        {
            await TellAsync(CoordinatorDesk.IdOf(kind, subject), programmeId);
        }
    }

    public async Task TellAsync(Guid task, string programmeId)
    {
        if (turn.Reference.Programmes.Current(programmeId) is not { } programme)
        {
            return;
        }

        foreach (var coordinator in new CoordinatorDesk(turn).CoordinatorsOf(programme))
        {
            await new Hours(turn, programme).SendAsync(new Errand.ShowTask(task, coordinator), coordinator);
        }
    }
}
