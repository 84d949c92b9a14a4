using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

public abstract record TaskFinishing
{
    private TaskFinishing()
    {
    }

    public sealed record Done(CoordinatorTask Task) : TaskFinishing;

    /// <summary>Somebody else was there first.</summary>
    public sealed record OutOfDate : TaskFinishing;

    public sealed record NotYours : TaskFinishing;
}

/// <summary>Something that waited for the coordinators is settled.</summary>
public sealed class FinishTask(Turn turn)
{
    public async Task<TaskFinishing> DoAsync(PersonId coordinator, Guid id)
    {
        if (await turn.Stores.TaskAsync(id) is not { } task || !turn.Reference.Oversees(coordinator, task.ProgrammeId))
        {
            return new TaskFinishing.NotYours();
        }

        // What waits for an answer of its own is settled by that answer alone.
        if (!task.IsOpen || task.Kind is TaskKind.Approval or TaskKind.Gate or TaskKind.Extension)
        {
            return new TaskFinishing.OutOfDate();
        }

        if (task.Kind == TaskKind.TellByEmail)
        {
            return await new ArrangeByEmail(turn).ToldAsync(coordinator, id) is Arranged.Done told
                ? new TaskFinishing.Done(told.Task)
                : new TaskFinishing.OutOfDate();
        }

        if (task.Kind == TaskKind.Right)
        {
            return Guid.TryParse(task.Subject, out var right) && await new SettleRight(turn).DoAsync(coordinator, right) is RightSettling.Done
                ? new TaskFinishing.Done(task)
                : new TaskFinishing.OutOfDate();
        }

        var done = task with { DoneAt = turn.Now, DoneBy = coordinator };
        turn.Stores.Save(done);
        new Looking(turn, task.ProgrammeId, coordinator).Note(AuditActions.TaskDone, task.Person, task.Subject);
        return new TaskFinishing.Done(done);
    }
}
