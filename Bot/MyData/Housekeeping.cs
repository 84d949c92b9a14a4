using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.MyData;

/// <summary>Starts the nightly deletion, which then goes on by itself, and counts for an operator what it would delete.</summary>
internal sealed class Housekeeping(Database database, Reference reference, ICalendar calendar, IClock clock)
{
    /// <summary>Puts the coming night's work into the outbox, unless it waits there. Of several processes that start at once one does.</summary>
    public async Task EnsureAsync()
    {
        CommitOutcome outcome;
        do
        {
            var work = database.BeginTurn(clock.GetCurrentInstant());
            if (await work.HasUpkeepAsync())
            {
                return;
            }

            // The one row that all of them write: whoever is second finds it moved, and looks again.
            await work.NextNumberAsync("housekeeping");
            work.Send(Errand.DeleteOld.Tonight, Retention.NextNight(reference, work.Now));
            outcome = await work.CommitAsync();
        }
        while (outcome is CommitOutcome.Conflict);
    }

    /// <summary>What the deletion would delete if it ran now, by kind; changes nothing.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (step, from) = ((RetentionStep?)RetentionStep.Cycles, (string?)null);
        while (step is { } next)
        {
            var turn = await Turn.BeginAsync(database.BeginTurn(clock.GetCurrentInstant()), reference, calendar, clock.GetCurrentInstant());
            var part = await new Retention(turn, dryRun: true).RunAsync(next, from);
            foreach (var (kind, count) in part.Counts)
            {
                counts[kind] = counts.GetValueOrDefault(kind) + count;
            }

            (step, from) = (part.Step, part.From);
        }

        return counts;
    }
}
