using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>Protects, beside the work, what a version without keys has stored. Finds nothing on every later start.</summary>
internal sealed partial class OldRowsKeeper(Database database, ILogger<OldRowsKeeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            if (await database.ProtectOldRowsAsync(stoppingToken) is > 0 and var rows)
            {
                Log.Protected(logger, rows);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on.
        }
#pragma warning disable CA1031 // The rows can be read as they are; a start must not fail for them.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Failed(logger, exception);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Rows} rows of an earlier version are protected now")]
        public static partial void Protected(ILogger logger, int rows);

        [LoggerMessage(2, LogLevel.Error, "Rows of an earlier version could not be protected; the next start tries again")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
