using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>Somebody would like to be talked to by the coordinator, who hears who and nothing else.</summary>
public sealed class AskCoordinator(Turn turn)
{
    public Task TalkAsync(PersonId person, Programme programme) =>
        new CoordinatorTasks(turn).OpenAboutAsync(TaskKind.Talk, programme.Id, person);
}
