using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

/// <summary>
/// Stops a request until its coordinator has answered (<see cref="DecideGate"/>). Nobody answers their own: it goes to the others who oversee, and
/// where there is nobody else it does not stop.
/// </summary>
internal sealed class Gate(Turn turn)
{
    /// <summary>Whether somebody can answer who is not one of these; a programme without anybody waits until it has a coordinator.</summary>
    public static bool HasSomebodyFor(Reference reference, string programmeId, params IReadOnlyCollection<PersonId> concerned) =>
        reference.OverseersOf(programmeId).ToList() is var overseers && (overseers.Count == 0 || overseers.Any(person => !concerned.Contains(person)));

    public async Task CloseAsync(SupportRequest request)
    {
        var programme = turn.Programme(request.Programme);
        var tasks = new CoordinatorTasks(turn);
        await tasks.OpenAsync(TaskKind.Gate, programme.Id, request.Requester, request.Id.ToString());
        var others = turn.Reference.OverseersOf(programme.Id).Where(person => person != request.Requester).ToList();
        foreach (var coordinator in others.Count > 0 ? others : turn.Reference.OverseersOf(programme.Id))
        {
            await new Hours(turn, programme).SendAsync(new Errand.ShowGate(request.Id, coordinator), coordinator);
        }
    }
}
