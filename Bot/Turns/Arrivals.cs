using NodaTime;
using NodaTime.Extensions;
using PeerBot.Bot.Delivery;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Turns;

/// <summary>
/// Somebody has the bot now: keeps how to reach them and says nothing. An administrator may have given it to them, and whoever has not
/// chosen to take part gets no message (S3-05). Of somebody whom no programme knows nothing is kept, as when they write (U-17). When it is taken
/// away again, nothing is sent there, and whoever waits for them is seen to.
/// </summary>
internal sealed class Arrivals(
    Database database, Reference reference, ICalendar calendar, People people, IClock clock, Unreached unreached, Dispatch dispatch)
{
    /// <param name="told">What the channel has told: it may be told again, and after what came later.</param>
    public async Task MeetAsync(Address address, IActivity told)
    {
        var person = address.Person;
        var at = told.Timestamp?.ToInstant();
        await ChangeAsync(told, async work =>
        {
            var known = await work.ConversationAsync(address.ConversationId);
            if (known?.IsOld(at) == true || (known is { Lost: null } && known.Told(at) == known) || await people.ContextAsync(work, person, work.Now) is null)
            {
                return false;
            }

            known ??= new Conversation(address.ConversationId, person, address.ToJson(), StoredConversation.New.ToJson(), work.Now);
            work.Save(known.Told(at) with { Lost = null, Reference = address.ToJson() });
            return true;
        });
        await unreached.ReachedAsync(person);
    }

    /// <param name="told">As for <see cref="MeetAsync"/>.</param>
    public Task PartAsync(Address address, IActivity told) => ChangeAsync(told, async work =>
    {
        var at = told.Timestamp?.ToInstant();
        if (await work.ConversationAsync(address.ConversationId) is not { Lost: null } known || known.IsOld(at))
        {
            return false;
        }

        work.Save(known.Told(at) with { Lost = ReachLost.Removed });
        await new CannotBeReached(await Turn.BeginAsync(work, reference, calendar, work.Now)).NoteAsync(known.PersonId, work.Now);
        return true;
    });

    /// <param name="change">False: there is nothing to change.</param>
    private async Task ChangeAsync(IActivity told, Func<TurnWork, Task<bool>> change)
    {
        CommitOutcome outcome;
        do
        {
            var work = database.BeginTurn(clock.GetCurrentInstant());
            if (!await change(work))
            {
                return;
            }

            if (told.Id is { Length: > 0 } id)
            {
                work.Receive($"a|{told.Conversation?.Id}|{id}", answer: null);
            }

            outcome = await work.CommitAsync();
            if (outcome is CommitOutcome.Committed committed)
            {
                dispatch.Deliver(committed);
            }
        }
        while (outcome is CommitOutcome.Conflict);
    }
}
