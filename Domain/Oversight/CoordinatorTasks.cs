using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>Something new waits for the coordinators: it is on their home, and each hears of it in their own hours.</summary>
public sealed class CoordinatorTasks(Turn turn)
{
    public async Task OpenAsync(CoordinatorTask task)
    {
        turn.Stores.Save(task);
        if (turn.Reference.Programmes.Current(task.ProgrammeId) is not { } programme)
        {
            return;
        }

        foreach (var coordinator in turn.Reference.HoldersOf(task.ProgrammeId, ProgrammeRoles.Coordinator))
        {
            turn.Stores.Send(new Errand.ShowTask(task.Id, coordinator), await new Hours(turn, programme).NextContactAsync(coordinator));
        }
    }
}
