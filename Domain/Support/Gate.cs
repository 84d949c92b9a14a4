using PeerBot.Domain.Oversight;

namespace PeerBot.Domain.Support;

/// <summary>Stops a request until its coordinator has answered (<see cref="DecideGate"/>).</summary>
internal sealed class Gate(Turn turn)
{
    public async Task CloseAsync(SupportRequest request)
    {
        var programme = turn.Programme(request.Programme);
        var tasks = new CoordinatorTasks(turn);
        await tasks.OpenAsync(TaskKind.Gate, programme.Id, request.Requester, request.Id.ToString());
        foreach (var coordinator in turn.Reference.OverseersOf(programme.Id))
        {
            await new Hours(turn, programme).SendAsync(new Errand.ShowGate(request.Id, coordinator), coordinator);
        }
    }
}
