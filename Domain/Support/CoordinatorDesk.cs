using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>What requests leave for the coordinator. One task of a kind about one thing: opened twice it is still one.</summary>
public sealed class CoordinatorDesk(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>Whether the person looks after the programme.</summary>
    public bool IsCoordinator(PersonId person, string programmeId) => turn.Reference.Oversees(person, programmeId);

    /// <summary>Who holds the role. Empty where nobody is set: then tasks wait, and nobody answers in their place.</summary>
    public IReadOnlyList<PersonId> CoordinatorsOf(Programme programme) => [.. turn.Reference.OverseersOf(programme.Id)];

    /// <returns>False when the same is waiting already.</returns>
    public async Task<bool> OpenAsync(TaskKind kind, string programmeId, PersonId? person, string subject)
    {
        var known = await stores.TaskAsync(IdOf(kind, subject));
        if (known is { IsOpen: true })
        {
            return false;
        }

        stores.Save(new CoordinatorTask(IdOf(kind, subject), programmeId, kind, turn.Now, person, subject, Version: known?.Version ?? 0));
        return true;
    }

    /// <param name="by">Null when it has settled itself.</param>
    public async Task CloseAsync(TaskKind kind, string subject, PersonId? by = null)
    {
        if (await stores.TaskAsync(IdOf(kind, subject)) is { IsOpen: true } task)
        {
            stores.Save(task with { DoneAt = turn.Now, DoneBy = by });
        }
    }

    /// <summary>Who did it and to which request; the one whom it is about can read it.</summary>
    public void Note(PersonId actor, SupportRequest request, string action) => stores.Save(new AuditEntry(
        Guid.NewGuid(), request.Programme.Id, actor, request.Requester, action, request.Id.ToString(), turn.Now));

    /// <summary>The same for the same thing in every process, so that two who open it at once meet at its version.</summary>
    public static Guid IdOf(TaskKind kind, string subject) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{subject}"))[..16]);
}
