using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>
/// What waits for the coordinators of a programme. One task of a kind about one thing, or about one person: opened twice it is still one.
/// </summary>
public sealed class CoordinatorTasks(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <param name="subject">Id of the request, ask or cycle.</param>
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

    /// <summary>The coordinators should hear of it before Monday: each is told in their own hours.</summary>
    public async Task OpenAndTellAsync(TaskKind kind, string programmeId, PersonId? person, string subject)
    {
        if (!await OpenAsync(kind, programmeId, person, subject) || turn.Reference.Programmes.Current(programmeId) is not { } programme)
        {
            return;
        }

        foreach (var coordinator in turn.Reference.OverseersOf(programmeId))
        {
            await new Hours(turn, programme).SendAsync(new Errand.ShowTask(IdOf(kind, subject), coordinator), coordinator);
        }
    }

    /// <param name="by">Null when it has settled itself.</param>
    public async Task CloseAsync(TaskKind kind, string subject, PersonId? by = null)
    {
        if (await stores.TaskAsync(IdOf(kind, subject)) is { IsOpen: true } task)
        {
            Close(task, by);
        }
    }

    /// <summary>About a person and nothing else. A task that waits already takes over the day.</summary>
    public async Task OpenAboutAsync(TaskKind kind, string programmeId, PersonId person, LocalDate? day = null)
    {
        if ((await AboutAsync(kind, programmeId, person)).FirstOrDefault() is not { } waiting)
        {
            stores.Save(new CoordinatorTask(Guid.NewGuid(), programmeId, kind, turn.Now, person, Day: day));
        }
        else if (day is not null && waiting.Day != day)
        {
            stores.Save(waiting with { Day = day });
        }
    }

    /// <summary>The same, once for each fact: what a coordinator has looked at does not come back as long as it stays so.</summary>
    /// <param name="fact">Tells facts apart; not stored as it is.</param>
    /// <returns>False when the same is waiting already, or was looked at.</returns>
    public async Task<bool> OpenOnceAsync(TaskKind kind, string programmeId, PersonId person, string fact)
    {
        var id = IdOf(kind, $"{programmeId}/{person}/{fact}");
        if (await stores.TaskAsync(id) is not null || (await AboutAsync(kind, programmeId, person)).Count > 0)
        {
            return false;
        }

        stores.Save(new CoordinatorTask(id, programmeId, kind, turn.Now, person));
        return true;
    }

    /// <param name="by">Null when it has settled itself.</param>
    public async Task CloseAboutAsync(TaskKind kind, string programmeId, PersonId person, PersonId? by)
    {
        foreach (var task in await AboutAsync(kind, programmeId, person))
        {
            Close(task, by);
        }
    }

    /// <summary>What waits because of one cycle.</summary>
    /// <param name="by">Null when it has settled itself.</param>
    public async Task CloseOfCycleAsync(Cycle cycle, PersonId? by, params IReadOnlyList<TaskKind> kinds)
    {
        foreach (var task in await stores.OpenTasksAsync(cycle.Programme.Id))
        {
            if (task.Subject == cycle.Id.ToString() && kinds.Contains(task.Kind))
            {
                Close(task, by);
            }
        }
    }

    /// <summary>The same for the same thing in every process, so that two who open it at once meet at its version.</summary>
    public static Guid IdOf(TaskKind kind, string subject) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{subject}"))[..16]);

    private void Close(CoordinatorTask task, PersonId? by) => stores.Save(task with { DoneAt = turn.Now, DoneBy = by });

    private async Task<IReadOnlyList<CoordinatorTask>> AboutAsync(TaskKind kind, string programmeId, PersonId person) =>
        [.. (await stores.OpenTasksAsync(programmeId)).Where(task => task.Kind == kind && task.Person == person)];
}
