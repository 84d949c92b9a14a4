using Microsoft.Extensions.Logging;
using NodaTime;
using PeerBot.Bot.Telemetry;
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
    Database database, Reference reference, ICalendar calendar, IDirectory directory, People people, IClock clock, Dispatch dispatch, Unreached unreached,
    Instruments instruments, ILogger<ErrandRunner> logger)
{
    internal const int Attempts = 12;

    public async Task RunAsync(OutboxRow row)
    {
        using var measured = instruments.Errand(row.ToErrand().GetType().Name);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var work = database.BeginTurn(clock.GetCurrentInstant());
            var errand = row.ToErrand();
            var outcome = await (await DeskAsync(work)).DoAsync(errand, row.Attempts);
            var later = outcome as ErrandOutcome.Later;
            if (later is not null)
            {
                await PutOffAsync(database, row, later);
                measured.Outcome = "later";
                return;
            }

            if (outcome is ErrandOutcome.Tell tell)
            {
                if (await work.ConversationOfAsync(tell.To) is { } conversation)
                {
                    Put(work, conversation, tell, errand);
                }
                else
                {
                    Log.Unreachable(logger, row.Id);

                    // What the errand did is undone; what is decided in its place is kept, and the row with it.
                    work = database.BeginTurn(clock.GetCurrentInstant());
                    later = await (await DeskAsync(work)).CannotReachAsync(errand, tell.To);
                    unreached.Wait(tell.To, row.Id, later.NotBefore);
                }
            }

            if (later is null)
            {
                work.Complete(row);
            }

            CrashPoint.Pass(CrashPoint.Done);
            switch (await work.CommitAsync())
            {
                case CommitOutcome.Committed committed:
                    dispatch.Deliver(committed);
                    if (outcome is ErrandOutcome.Counted night)
                    {
                        Log.Deleted(logger, night.DryRun, night.Counts);
                    }

                    if (later is not null)
                    {
                        await PutOffAsync(database, row, later);
                    }

                    measured.Outcome = later is null ? "done" : "unreachable";
                    return;
                case CommitOutcome.Repeated:
                    measured.Outcome = "repeated";
                    await SpeakAgainAsync(errand);
                    return;
                default:
                    instruments.Conflict("errand");

                    // Where much happens to one pair at once, whoever tries again at once loses again.
                    await Task.Delay(TimeSpan.FromMilliseconds(4 << Math.Min(attempt, 5)));
                    break;
            }
        }

        // What never fits is a bug: it waits longer each time, as any other failure does, and does not keep a lane busy.
        throw new InvalidOperationException($"An errand met {Attempts} conflicts in a row.");
    }

    /// <summary>
    /// Another process has done it meanwhile, and perhaps more since. What this one told the calendar may have come last, and be as things stood
    /// before; a commit that fails takes nothing back there.
    /// </summary>
    private async Task SpeakAgainAsync(Errand errand)
    {
        Errand? again = errand switch
        {
            Errand.WriteCalendar write => write with { Card = null, Again = true },
            Errand.WriteSupervision write => write with { Again = true },
            _ => null,
        };
        if (again is null)
        {
            return;
        }

        var work = database.BeginTurn(clock.GetCurrentInstant());
        work.Send(again, work.Now);
        if (await work.CommitAsync() is CommitOutcome.Committed committed)
        {
            dispatch.Deliver(committed);
        }
    }

    internal static Task PutOffAsync(Database database, OutboxRow row, ErrandOutcome.Later later) => later.Hold is { } hold
        ? database.HoldAsync(row, later.NotBefore, hold)
        : database.GiveBackAsync(row, later.NotBefore, later.Failed ? row.Attempts + 1 : row.Attempts);

    private async Task<ErrandDesk> DeskAsync(TurnWork work) => new(
        (await Turn.BeginAsync(work, reference, calendar, work.Now)) with { Directory = directory }, id => people.ContextAsync(work, id, work.Now));

    internal static void Put(TurnWork work, Conversation conversation, ErrandOutcome.Tell tell, params IReadOnlyList<Errand> errands)
    {
        List<Guid> about = [.. errands.Select(CannotBeReached.WhatWaitsFor).OfType<Guid>()];
        var address = Address.Read(conversation.Reference);
        var stored = StoredConversation.Read(conversation.State);
        var cards = tell.Shows.SelectMany(show => show.AllCards);
        work.Save(conversation with { State = (stored with { Memory = stored.Memory.Showing([.. cards]) }).ToJson(), ShownAt = work.Now });
        foreach (var message in Outgoing.Of(tell.Shows, address, stored.Memory.AsText, tell.Replaces))
        {
            work.Send((message with { Started = !tell.AnyHour, About = about.Count > 0 ? about : null }).ToJson(), tell.To, conversation.Id, work.Now);
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
