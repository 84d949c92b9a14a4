using NodaTime;
using PeerBot.Bot.Turns;
using PeerBot.Dialogs.Errands;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>
/// Does what one person had to wait for together, such as over a holiday, in one transaction with one message. Where that is not
/// possible each errand is done by itself.
/// </summary>
internal sealed class DigestRunner(
    Database database, Reference reference, ICalendar calendar, People people, IClock clock, Dispatch dispatch, ErrandRunner errands)
{
    /// <param name="first">Claimed, and held as <see cref="Hold.ComesTogether"/> says.</param>
    /// <param name="lease">As for <paramref name="first"/>.</param>
    public async Task RunAsync(OutboxRow first, Duration lease)
    {
        var person = first.Person!.Value;
        IReadOnlyList<OutboxRow> rows = [first, .. await database.ClaimHeldAsync(person, clock.GetCurrentInstant(), lease)];
        if (rows.Count == 1 || !await TryTogetherAsync(person, [.. rows.OrderBy(row => row.Due).ThenBy(row => row.Id)]))
        {
            foreach (var row in rows)
            {
                await errands.RunAsync(row);
            }
        }
    }

    private async Task<bool> TryTogetherAsync(PersonId person, IReadOnlyList<OutboxRow> rows)
    {
        for (var attempt = 1; attempt <= ErrandRunner.Attempts; attempt++)
        {
            var work = database.BeginTurn(clock.GetCurrentInstant());
            var desk = new ErrandDesk(
                await Turn.BeginAsync(work, reference, calendar, work.Now), id => people.ContextAsync(work, id, work.Now));
            var (outcomes, together) = await desk.DoTogetherAsync(person, [.. rows.Select(row => (row.ToErrand(), row.Attempts))]);
            if (together is null || await work.ConversationOfAsync(person) is not { } conversation
                || outcomes.Any(outcome => outcome is ErrandOutcome.Tell or ErrandOutcome.Later { Failed: true }))
            {
                return false;
            }

            ErrandRunner.Put(work, conversation, together);
            foreach (var (row, _) in rows.Zip(outcomes).Where(one => one.Second is ErrandOutcome.Done))
            {
                work.Complete(row);
            }

            switch (await work.CommitAsync())
            {
                case CommitOutcome.Committed committed:
                    dispatch.Deliver(committed);
                    foreach (var (row, outcome) in rows.Zip(outcomes))
                    {
                        if (outcome is ErrandOutcome.Later later)
                        {
                            await ErrandRunner.PutOffAsync(database, row, later);
                        }
                    }

                    return true;
                case CommitOutcome.Repeated:
                    return false;
            }
        }

        return false;
    }
}
