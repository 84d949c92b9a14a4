using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>Sends the first row of what looks through the directory each night; every later one is sent by the one before it.</summary>
internal sealed class NightlyStart(Database database, Reference reference, ICalendar calendar, IDirectory directory, IClock clock)
{
    public async Task BeginAsync()
    {
        if (!directory.IsThere)
        {
            return;
        }

        CommitOutcome outcome;
        do
        {
            // Of two processes that start at once the second finds the first one's row noted.
            var work = database.BeginTurn(clock.GetCurrentInstant());
            await new Routines(await Turn.BeginAsync(work, reference, calendar, work.Now)).BeginDirectoryAsync();
            outcome = await work.CommitAsync();
        }
        while (outcome is CommitOutcome.Conflict);
    }
}
