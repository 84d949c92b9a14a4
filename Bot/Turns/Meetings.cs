using NodaTime;
using PeerBot.Bot.Delivery;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Turns;

/// <summary>Somebody has the bot now: keeps how to reach them, and says hello once, in their contact window.</summary>
internal sealed class Meetings(Database database, People people, IClock clock, Dispatch dispatch, Unreached unreached)
{
    public async Task MeetAsync(Address address)
    {
        CommitOutcome outcome;
        do
        {
            var work = database.BeginTurn(clock.GetCurrentInstant());
            var person = PersonId.Of(address.TenantId, address.ObjectId);
            if (await work.ConversationAsync(address.ConversationId) is not null)
            {
                return;
            }

            work.Save(new Conversation(address.ConversationId, person, address.ToJson(), StoredConversation.New.ToJson(), work.Now));
            if (await people.ContextAsync(work, person, work.Now) is { } context)
            {
                work.Send(new Errand.Welcome(person), await new Hours(context.Turn, context.Programme).NextContactAsync(person));
            }

            outcome = await work.CommitAsync();
            if (outcome is CommitOutcome.Committed committed)
            {
                dispatch.Deliver(committed.Due);
                await unreached.ReachedAsync(person, work.Now);
            }
        }
        while (outcome is CommitOutcome.Conflict);
    }
}
