using Microsoft.Extensions.Logging;
using NodaTime;
using PeerBot.Bot.Turns;
using PeerBot.Dialogs;
using PeerBot.Dialogs.Errands;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>
/// Does one errand in a transaction of its own: looks whether it still holds, changes what it changes, and puts its message into the
/// outbox while taking itself out. Of two processes that try, one finds the row gone.
/// </summary>
internal sealed partial class ErrandRunner(
    Database database, Reference reference, ICalendar calendar, People people, IClock clock, Dispatch dispatch, Unreached unreached,
    ILogger<ErrandRunner> logger)
{
    private static readonly Duration UntilReachable = Duration.FromDays(1);

    public async Task RunAsync(OutboxRow row)
    {
        while (true)
        {
            var work = database.BeginTurn(clock.GetCurrentInstant());
            var errand = row.ToErrand();
            var turn = await Turn.BeginAsync(work, reference, calendar, work.Now);
            var done = await new ErrandDesk(turn, id => people.ContextAsync(work, id, work.Now)).DoAsync(errand, row.Attempts);
            switch (done)
            {
                case ErrandOutcome.Later later:
                    await database.RetryAsync(row.Id, later.NotBefore, later.Failed ? row.Attempts + 1 : row.Attempts);
                    return;
                case ErrandOutcome.Tell tell when await work.ConversationOfAsync(tell.To) is { } conversation:
                    Put(work, conversation, tell);
                    break;
                case ErrandOutcome.Tell tell:
                    Log.Unreachable(logger, row.Id);
                    unreached.Wait(tell.To, row);
                    await database.RetryAsync(row.Id, work.Now + UntilReachable, row.Attempts + 1);
                    return;
                case ErrandOutcome.Done:
                    break;
            }

            work.Complete(row);
            switch (await work.CommitAsync())
            {
                case CommitOutcome.Committed committed:
                    dispatch.Deliver(committed.Due);
                    if (done is ErrandOutcome.Counted night)
                    {
                        Log.Deleted(logger, night.DryRun, night.Counts);
                    }

                    return;
                case CommitOutcome.Repeated:
                    return;
            }
        }
    }

    private static void Put(TurnWork work, Conversation conversation, ErrandOutcome.Tell tell)
    {
        var address = Address.Read(conversation.Reference);
        var stored = StoredConversation.Read(conversation.State);
        var cards = tell.Shows.SelectMany(show => show switch
        {
            Show.Card card => [card.Content],
            Show.Replace card => [card.Content],
            _ => Array.Empty<Cards.AdaptiveCard>(),
        });
        work.Save(conversation with { State = (stored with { Memory = stored.Memory.Showing([.. cards]) }).ToJson(), ShownAt = work.Now });
        foreach (var message in Outgoing.Of(tell.Shows, address, stored.Memory.AsText, tell.Replaces))
        {
            work.Send((message with { Started = !tell.AnyHour }).ToJson(), tell.To, conversation.Id, work.Now);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Information, "The nightly deletion is done (dry run: {DryRun}): {Counts}")]
        public static partial void Deleted(ILogger logger, bool dryRun, string counts);

        [LoggerMessage(1, LogLevel.Warning, "Errand {Row} waits: its person has no conversation with the bot yet")]
        public static partial void Unreachable(ILogger logger, long row);
    }
}
