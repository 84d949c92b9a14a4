using NodaTime;
using PeerBot.Bot.Turns;
using PeerBot.Domain;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>
/// A message will not arrive. In one transaction its row goes, the chat is noted as closed where it is, and whoever waits for its reader,
/// or for this one message where the chat is open, is seen to.
/// </summary>
internal sealed class LostReach(Database database, Reference reference, ICalendar calendar, IClock clock, Dispatch dispatch)
{
    /// <summary>Where the chat is open all the same, what did not get through is not tried again at once.</summary>
    private static readonly Duration Later = Duration.FromDays(1);

    /// <summary>Nothing gets through to its chat.</summary>
    public Task ClosedAsync(OutboxRow row, ReachLost why) => CommitAsync(row, async work =>
    {
        if (row.ConversationId is { } chat && await work.ConversationAsync(chat) is { Lost: null } conversation)
        {
            work.Save(conversation with { Lost = why });
        }

        if (row.Person is { } person)
        {
            await new CannotBeReached(await TurnAsync(work)).NoteAsync(person, work.Now);
        }
    });

    /// <summary>The chat is open as far as anybody knows, and this message does not get through.</summary>
    public Task MissedAsync(OutboxRow row, Outgoing message) => CommitAsync(row, async work =>
    {
        foreach (var about in row.Person is null ? [] : message.About ?? [])
        {
            await new CannotBeReached(await TurnAsync(work)).MissedAsync(row.Person!.Value, about, work.Now + Later);
        }
    });

    private Task<Turn> TurnAsync(TurnWork work) => Turn.BeginAsync(work, reference, calendar, work.Now);

    private async Task CommitAsync(OutboxRow row, Func<TurnWork, Task> see)
    {
        while (true)
        {
            var work = database.BeginTurn(clock.GetCurrentInstant());
            work.Complete(row);
            await see(work);
            if (await work.CommitAsync() is not CommitOutcome.Conflict and var outcome)
            {
                if (outcome is CommitOutcome.Committed committed)
                {
                    dispatch.Deliver(committed);
                }

                return;
            }
        }
    }
}
