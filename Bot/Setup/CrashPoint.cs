using System.Diagnostics;
using System.Globalization;

namespace PeerBot.Bot;

/// <summary>
/// Places at which a test may let this process die as by <c>kill -9</c>, in Development alone: <c>PEERBOT_CRASH_AT=committed:3</c> is the third
/// time that it comes by there. Nothing is tidied up.
/// </summary>
internal static class CrashPoint
{
    public const string Variable = "PEERBOT_CRASH_AT";

    /// <summary>A turn has decided, and nothing is stored.</summary>
    public const string Decided = "decided";

    /// <summary>A turn is stored, and nothing has been sent.</summary>
    public const string Committed = "committed";

    /// <summary>A message is about to be sent.</summary>
    public const string Sending = "sending";

    /// <summary>A message was taken, and this is not noted.</summary>
    public const string Sent = "sent";

    /// <summary>An errand is done as far as the world can see, such as in a calendar, and nothing of it is stored.</summary>
    public const string Done = "done";

    private static string? point;
    private static int left;

    public static void Arm(IHostEnvironment environment)
    {
        if (environment.IsDevelopment() && Environment.GetEnvironmentVariable(Variable)?.Split(':') is [var at, var times])
        {
            left = int.Parse(times, CultureInfo.InvariantCulture);
            point = at;
        }
    }

    public static void Pass(string at)
    {
        if (at == point && Interlocked.Decrement(ref left) == 0)
        {
            Process.GetCurrentProcess().Kill();
        }
    }
}
