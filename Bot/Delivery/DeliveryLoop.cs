using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using PeerBot.Domain.Scheduling;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>Delivers what is due: at once what this process has just committed, and by looking regularly everything else.</summary>
internal sealed partial class DeliveryLoop(
    Database database, Dispatch dispatch, Courier courier, ChannelRoom room, IClock clock, ILogger<DeliveryLoop> logger)
    : BackgroundService
{
    /// <summary>For messages, and as many for errands.</summary>
    private const int Lanes = 16;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LookSoon = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(1);

    /// <summary>Teams repeats an activity within a minute; a card may be pressed again for some days.</summary>
    private static readonly Duration Remembered = Duration.FromDays(14);

    /// <summary>Longer than Teams usually takes to answer.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource abandoning = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(
        [
            LookAsync(stoppingToken), KeepAsync(stoppingToken), ForgetAsync(stoppingToken), .. LanesOf(dispatch.Messages, stoppingToken),
            .. LanesOf(dispatch.Errands, stoppingToken),
        ]);

    /// <summary>
    /// Finishes what is on its way, and gives back what has not gone out, so that nobody has to wait for the claims of this process to run
    /// out.
    /// </summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        abandoning.CancelAfter(Grace);
        await base.StopAsync(cancellationToken);
        while (dispatch.Messages.TryRead(out var lot) || dispatch.Errands.TryRead(out lot))
        {
            foreach (var row in lot.Rows)
            {
                await GiveBackAsync(row, row.Due);
            }

            dispatch.Carried(lot);
        }
    }

    public override void Dispose()
    {
        abandoning.Dispose();
        base.Dispose();
    }

    private IEnumerable<Task> LanesOf(ChannelReader<Lot> lots, CancellationToken stopping) =>
        Enumerable.Range(0, Lanes).Select(_ => SendCommittedAsync(lots, stopping));

    /// <summary>
    /// Messages of one commit go out one after another, and so do its errands; commits go side by side, but for those to one conversation.
    /// </summary>
    private async Task SendCommittedAsync(ChannelReader<Lot> lots, CancellationToken stopping)
    {
        await foreach (var lot in lots.ReadAllAsync(stopping))
        {
            // What follows a message that was not taken waits with it, so that an introduction does not come after what it introduces, nor
            // an old state of a card after a newer one.
            var waiting = lot.PutOff;
            foreach (var row in lot.Rows)
            {
                if (stopping.IsCancellationRequested)
                {
                    await GiveBackAsync(row, row.Due);
                }
                else if (waiting is { } until && row.Kind == OutboxKind.Activity)
                {
                    await GiveBackAsync(row, until);
                }
                else
                {
                    waiting = await CarryAsync(row) ?? waiting;
                }
            }

            dispatch.Carried(lot, waiting < clock.GetCurrentInstant() + OutboxRow.InOrder ? waiting : null);
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            if (dispatch.IsBusy)
            {
                await dispatch.WaitAsync(LookEvery, stopping);
                continue;
            }

            var crowded = room.Crowded;
            var (claimed, behind) = await ClaimAsync(crowded);
            dispatch.More = claimed.Count == Dispatch.Batch || crowded is not null;
            foreach (var lane in claimed.GroupBy(LaneOf))
            {
                dispatch.Deliver([.. lane]);
            }

            if (behind)
            {
                dispatch.FoundWaiting();
            }
            else if (claimed.Count == 0)
            {
                dispatch.FoundNothing();
            }

            if (claimed.Count < Dispatch.Batch)
            {
                await dispatch.WaitAsync(dispatch.IsBehind || (behind && claimed.Count > 0) ? LookSoon : LookEvery, stopping);
            }
        }
    }

    /// <summary>What belongs to one conversation, or was held for one person, goes one after another.</summary>
    private static string LaneOf(OutboxRow row) => row.ConversationId
        ?? (Hold.ComesTogether(row.Held) ? row.Person?.Value : null)
        ?? row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>
    /// Where the channel is slow, rows wait here for longer than their claims last. Nobody else must take them: they would count as in doubt.
    /// </summary>
    private async Task KeepAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay((courier.Lease / 4).ToTimeSpan(), stopping);
            foreach (var row in dispatch.Rows)
            {
                try
                {
                    await database.KeepAsync(row, courier.Lease);
                }
#pragma warning disable CA1031 // A database that is away for a moment; there is time for another try before the claim is over.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    Log.KeepFailed(logger, exception);
                    break;
                }
            }
        }
    }

    /// <summary>Keeps the inbox small.</summary>
    private async Task ForgetAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await database.ForgetInboxAsync(clock.GetCurrentInstant() - Remembered);
                await database.ForgetRoomAsync();
            }
#pragma warning disable CA1031 // Nothing depends on it; the next hour tries again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.ForgetFailed(logger, exception);
            }

            await Task.Delay(ForgetEvery, stopping);
        }
    }

    private async Task<(IReadOnlyList<OutboxRow> Claimed, bool Behind)> ClaimAsync(string? crowded)
    {
        try
        {
            return await database.LookAsync(clock.GetCurrentInstant(), Dispatch.Batch, courier.Lease, crowded);
        }
#pragma warning disable CA1031 // A database that is away for a moment must not end delivery for good; the next look tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.LookFailed(logger, exception);
            return ([], false);
        }
    }

    /// <returns>When it is tried again; null when it is settled, or will be.</returns>
    private async Task<Instant?> CarryAsync(OutboxRow row)
    {
        try
        {
            return await courier.CarryAsync(row, abandoning.Token);
        }
        catch (OperationCanceledException) when (abandoning.IsCancellationRequested)
        {
            await DoubtAsync(row);
        }
#pragma warning disable CA1031 // One row must not stop the others; it is tried again, and less and less often.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.CarryFailed(logger, exception, row.Id);
            var later = clock.GetCurrentInstant() + Patience.Backoff(row);
            await GiveBackAsync(row with { Attempts = row.Attempts + 1 }, later);
            return row.Kind == OutboxKind.Activity ? later : null;
        }

        return null;
    }

    /// <summary>It was on its way when this process had to stop, and nobody knows whether it has arrived.</summary>
    private async Task DoubtAsync(OutboxRow row)
    {
        try
        {
            await database.RetryAsync(row, row.Due, row.Attempts, OutboxRow.NoAnswer);
        }
#pragma warning disable CA1031 // It stays claimed until its lease is over, and is in doubt then as well.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.CarryFailed(logger, exception, row.Id);
        }
    }

    private async Task GiveBackAsync(OutboxRow row, Instant notBefore)
    {
        try
        {
            await database.GiveBackAsync(row, notBefore, row.Attempts);
        }
#pragma warning disable CA1031 // It stays claimed until its lease is over, and is taken up then.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.CarryFailed(logger, exception, row.Id);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The outbox could not be looked through")]
        public static partial void LookFailed(ILogger logger, Exception exception);

        [LoggerMessage(4, LogLevel.Warning, "Claims of what waits here could not be renewed")]
        public static partial void KeepFailed(ILogger logger, Exception exception);

        [LoggerMessage(3, LogLevel.Warning, "Old inbox keys could not be deleted")]
        public static partial void ForgetFailed(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Error, "Outbox row {Row} failed")]
        public static partial void CarryFailed(ILogger logger, Exception exception, long row);
    }
}
