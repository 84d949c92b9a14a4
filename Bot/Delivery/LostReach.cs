using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>
/// A message will not arrive. In one transaction its row goes, the chat is noted as closed where it is, and whoever waits for its reader
/// is seen to.
/// </summary>
internal sealed class LostReach(Database database, Reference reference, ICalendar calendar, IClock clock, Dispatch dispatch)
{
    /// <summary>Where the chat is open all the same, what did not get through is not tried again at once.</summary>
    private static readonly Duration Later = Duration.FromDays(1);

    /// <param name="why">Null: the chat is open as far as anybody knows, and this message does not get through.</param>
    public async Task NoteAsync(OutboxRow row, ReachLost? why)
    {
        while (true)
        {
            var work = database.BeginTurn(clock.GetCurrentInstant());
            work.Complete(row);
            if (why is { } reason && row.ConversationId is { } chat && await work.ConversationAsync(chat) is { Lost: null } conversation)
            {
                work.Save(conversation with { Lost = reason });
            }

            if (row.Person is { } person)
            {
                await new CannotBeReached(await Turn.BeginAsync(work, reference, calendar, work.Now)).NoteAsync(
                    person, why is null ? work.Now + Later : work.Now);
            }

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
