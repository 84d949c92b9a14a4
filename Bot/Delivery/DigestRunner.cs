using System.Text.Json;
using Microsoft.Extensions.Logging;
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
internal sealed partial class DigestRunner(
    Database database, Reference reference, ICalendar calendar, People people, IClock clock, Dispatch dispatch, ErrandRunner errands,
    ILogger<DigestRunner> logger)
{
    /// <param name="first">Claimed, and held as <see cref="Hold.ComesTogether"/> says.</param>
    /// <param name="lease">As for <paramref name="first"/>.</param>
    public async Task RunAsync(OutboxRow first, Duration lease)
    {
        var person = first.Person!.Value;
        IReadOnlyList<OutboxRow> rows = [first, .. await database.ClaimHeldAsync(person, clock.GetCurrentInstant(), lease)];
        IReadOnlyList<Held> known = [.. rows.OrderBy(row => row.Due).ThenBy(row => row.Id).Select(Known).OfType<Held>()];
        var together = known.Count > 1 && await TryTogetherAsync(person, known);
        foreach (var row in together ? rows.Except(known.Select(held => held.Row)) : rows)
        {
            await AloneAsync(row);
        }
    }

    /// <summary>One that fails keeps none of the others waiting: they are claimed as well, and would wait until that has run out.</summary>
    private async Task AloneAsync(OutboxRow row)
    {
        try
        {
            await errands.RunAsync(row);
        }
#pragma warning disable CA1031 // As for what comes alone: it is tried again, and less and less often.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception, row.Id);
            await database.GiveBackAsync(row, clock.GetCurrentInstant() + Patience.Backoff(row), row.Attempts + 1);
        }
    }

    private async Task<bool> TryTogetherAsync(PersonId person, IReadOnlyList<Held> held)
    {
        try
        {
            return await TogetherAsync(person, held);
        }
#pragma warning disable CA1031 // Whichever it was fails by itself as well, and says so then; the others go out.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotTogether(logger, exception, held[0].Row.Id);
            return false;
        }
    }

    private async Task<bool> TogetherAsync(PersonId person, IReadOnlyList<Held> held)
    {
        for (var attempt = 1; attempt <= ErrandRunner.Attempts; attempt++)
        {
            var work = database.BeginTurn(clock.GetCurrentInstant());
            var desk = new ErrandDesk(
                await Turn.BeginAsync(work, reference, calendar, work.Now), id => people.ContextAsync(work, id, work.Now));
            var (outcomes, together) = await desk.DoTogetherAsync(person, [.. held.Select(one => (one.Errand, one.Row.Attempts))]);
            if (together is null || await work.ConversationOfAsync(person) is not { } conversation
                || outcomes.Any(outcome => outcome is ErrandOutcome.Tell or ErrandOutcome.Later { Failed: true }))
            {
                return false;
            }

            ErrandRunner.Put(work, conversation, together, [.. held.Select(one => one.Errand)]);
            foreach (var (done, _) in held.Zip(outcomes).Where(one => one.Second is ErrandOutcome.Done))
            {
                work.Complete(done.Row);
            }

            switch (await work.CommitAsync())
            {
                case CommitOutcome.Committed committed:
                    dispatch.Deliver(committed);
                    foreach (var (one, outcome) in held.Zip(outcomes))
                    {
                        if (outcome is ErrandOutcome.Later later)
                        {
                            await ErrandRunner.PutOffAsync(database, one.Row, later);
                        }
                    }

                    return true;
                case CommitOutcome.Repeated:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Null for what another version of PeerBot has written, which knows more errands: it waits for that one.</summary>
    private static Held? Known(OutboxRow row)
    {
        try
        {
            return new Held(row, row.ToErrand());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Held(OutboxRow Row, Errand Errand);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Outbox row {Row} failed, of those that one person had to wait for together")]
        public static partial void Failed(ILogger logger, Exception exception, long row);

        [LoggerMessage(2, LogLevel.Warning, "Outbox row {Row} and those that one person had to wait for with it could not be done together")]
        public static partial void NotTogether(ILogger logger, Exception exception, long row);
    }
}
