using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>
/// Puts right, beside the work, what an earlier version has stored in its own way: at the start, and now and then for the day in which that
/// version may still run. Once that is over a start reads nothing.
/// </summary>
internal sealed partial class OldRowsKeeper(Database database, ILogger<OldRowsKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            while (!await SweepAsync(stoppingToken))
            {
                await Task.Delay(Every, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
    }

    /// <returns>Whether it is over.</returns>
    private async Task<bool> SweepAsync(CancellationToken stopping)
    {
        try
        {
            var sweep = await database.SweepOldRowsAsync(stopping);
            if (sweep.Found > 0)
            {
                Log.Swept(logger, sweep.Found);
            }

            return sweep.IsOver;
        }
#pragma warning disable CA1031 // The rows can be read as they are; nothing must fail for them, and the next time tries again.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Rows} rows of an earlier version are as this one writes them now")]
        public static partial void Swept(ILogger logger, int rows);

        [LoggerMessage(2, LogLevel.Error, "Rows of an earlier version could not be put right; it is tried again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
