using NodaTime;
using PeerBot.Bot.Delivery;
using PeerBot.Domain.People;
using PeerBot.Storage;

namespace PeerBot.Bot.Turns;

/// <summary>
/// Somebody has the bot now: keeps how to reach them and says nothing. An administrator may have given it to them, and whoever has not
/// chosen to take part gets no message (S3-05). Of somebody whom no programme knows nothing is kept, as when they write (U-17).
/// </summary>
internal sealed class Arrivals(Database database, People people, IClock clock, Unreached unreached)
{
    public async Task MeetAsync(Address address)
    {
        CommitOutcome outcome;
        do
        {
            var work = database.BeginTurn(clock.GetCurrentInstant());
            var person = address.Person;
            if (await work.ConversationAsync(address.ConversationId) is not null || await people.ContextAsync(work, person, work.Now) is null)
            {
                return;
            }

            work.Save(new Conversation(address.ConversationId, person, address.ToJson(), StoredConversation.New.ToJson(), work.Now));
            outcome = await work.CommitAsync();
            if (outcome is CommitOutcome.Committed)
            {
                unreached.Reached(person);
            }
        }
        while (outcome is CommitOutcome.Conflict);
    }
}
