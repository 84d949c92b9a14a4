using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public abstract record Arranged
{
    private Arranged()
    {
    }

    public sealed record Done(CoordinatorTask Task) : Arranged;

    /// <summary>It was told, answered or ended before.</summary>
    public sealed record OutOfDate : Arranged;

    public sealed record NotYours : Arranged;
}

/// <summary>Somebody who does not have the bot is told by the coordinator, by work e-mail (U-18).</summary>
public sealed class ArrangeByEmail(Turn turn)
{
    private readonly IStores stores = turn.Stores;
    private readonly CoordinatorTasks tasks = new(turn);

    /// <summary>The ask waits for the coordinator; the person who asked hears that it is being arranged, once.</summary>
    public async Task AskAsync(Ask ask)
    {
        if (ask.State != AskState.Queued || !await tasks.OpenAsync(TaskKind.TellByEmail, ask.Programme.Id, ask.Supporter, ask.Id.ToString()))
        {
            return;
        }

        await new Hours(turn, turn.Programme(ask.Programme)).SendAsync(new Errand.TellArranging(ask.Id), ask.Requester);
    }

    /// <summary>The two are paired, and one of them cannot be told here.</summary>
    public Task PairedAsync(Cycle cycle, PersonId to) => OnceAsync(cycle.Programme.Id, to, cycle.Id.ToString());

    /// <summary>A coordinator has started a request for somebody who cannot be asked here.</summary>
    public Task OfferedAsync(SupportRequest request) => OnceAsync(request.Programme.Id, request.Requester, request.Id.ToString());

    /// <summary>The message is tried again each day; a coordinator who has written is not asked to write again.</summary>
    private async Task OnceAsync(string programmeId, PersonId to, string subject)
    {
        if (await stores.TaskAsync(CoordinatorTasks.IdOf(TaskKind.TellByEmail, subject)) is null)
        {
            await tasks.OpenAsync(TaskKind.TellByEmail, programmeId, to, subject);
        }
    }

    /// <summary>The coordinator has written. The supporter's time to answer begins now; the card comes when they have the bot.</summary>
    public async Task<Arranged> ToldAsync(PersonId coordinator, Guid taskId)
    {
        if (await stores.TaskAsync(taskId) is not { Kind: TaskKind.TellByEmail } task
            || !turn.Reference.Oversees(coordinator, task.ProgrammeId))
        {
            return new Arranged.NotYours();
        }

        if (!task.IsOpen)
        {
            return new Arranged.OutOfDate();
        }

        var done = task with { DoneAt = turn.Now, DoneBy = coordinator };
        stores.Save(done);
        stores.Save(new AuditEntry(
            Guid.NewGuid(), task.ProgrammeId, coordinator, task.Person, "told-by-email", task.Subject, turn.Now));
        if (Guid.TryParse(task.Subject, out var subject) && await stores.AskAsync(new AskId(subject)) is { State: AskState.Queued } ask)
        {
            await new AskDelivery(turn).SendAsync(ask, byEmail: true);
        }

        return new Arranged.Done(done);
    }
}
