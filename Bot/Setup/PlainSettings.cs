namespace PeerBot.Bot;

/// <summary>Settings that stand by themselves, each with a sentence that says what to set.</summary>
internal static class PlainSettings
{
    /// <summary>Where PeerBot is reached from outside.</summary>
    public const string PublicAddress = "PublicAddress";

    public const string RetentionDryRun = "Retention:DryRun";

    private static readonly string[] Flags = [RetentionDryRun, Telemetry.TelemetryExport.PageSetting, Telemetry.TelemetryExport.OffSetting];

    private static readonly string[] Addresses = [PublicAddress, $"{Calendar.CalendarFeedOptions.Section}:{PublicAddress}"];

    /// <summary>Looks at all of them before anything is opened.</summary>
    public static void Check(IConfiguration configuration, bool development, StartCheck check)
    {
        foreach (var flag in Flags)
        {
            check.Try(() => configuration.Flag(flag));
        }

        foreach (var address in Addresses)
        {
            check.Try(() => CheckAddress(configuration, address, development));
        }
    }

    /// <returns>False where it is not set.</returns>
    /// <exception cref="InvalidOperationException">It is neither true nor false.</exception>
    public static bool Flag(this IConfiguration configuration, string name)
    {
        if (configuration[name] is not { Length: > 0 } text)
        {
            return false;
        }

        return bool.TryParse(text, out var isSet) ? isSet : throw new InvalidOperationException($"Set {name} to true or to false.");
    }

    /// <summary>Its links are keys, and go over the web: over https alone, but for a developer's own machine.</summary>
    private static void CheckAddress(IConfiguration configuration, string name, bool development)
    {
        var good = configuration[name] is not { Length: > 0 } text
            || (Uri.TryCreate(text, UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttps || (development && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)));
        if (!good)
        {
            throw new InvalidOperationException($"Set {name} to an address that begins with https://, such as https://peerbot.council.example.");
        }
    }
}
