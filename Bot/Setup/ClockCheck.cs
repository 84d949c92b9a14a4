using Microsoft.Extensions.Logging;
using NodaTime;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>Says at the start that this machine's clock is wrong: a process that is ahead takes what others are still working on.</summary>
internal static partial class ClockCheck
{
    /// <summary>As claims allow for.</summary>
    private static readonly Duration Allowed = Duration.FromSeconds(10);

    public static async Task RunAsync(Database database, ILogger logger)
    {
        var apart = await database.ClockApartAsync();
        if (apart > Allowed || apart < -Allowed)
        {
            ClocksApart(logger, apart.TotalSeconds);
        }
    }

    [LoggerMessage(1, LogLevel.Error,
        "The clock of this machine is {Seconds} seconds ahead of the database's. More than ten apart, and messages may be sent twice: keep both on time (NTP).")]
    private static partial void ClocksApart(ILogger logger, double seconds);
}
