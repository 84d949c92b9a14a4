namespace PeerBot.BotFramework;

/// <summary>A token for the channel and the moment from which it is worthless.</summary>
public sealed record ConnectorToken(string Value, DateTimeOffset ExpiresOn);

/// <summary>What the host, and not its configuration files, decides about the bot's connection.</summary>
public sealed class ConnectorOptions
{
    /// <summary>The Teams services of the public cloud, GCC, GCC High and DoD.</summary>
    /// <remarks>Never a suffix: any customer of Azure can have a name below trafficmanager.net.</remarks>
    public static IReadOnlyList<string> TeamsServiceHosts { get; } =
    [
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    /// <summary>Allows service URLs on this machine, and plain HTTP to metadata and login on this machine.</summary>
    public bool Development { get; init; }

    /// <summary>With no app id: accept callers without a token, from this machine alone. Needs <see cref="Development"/>.</summary>
    public bool AllowUnauthenticated { get; init; }

    /// <summary>The hosts from which activities are accepted and to which the bot's token is sent; each exact.</summary>
    public IReadOnlyCollection<string> ServiceHosts { get; init; } = TeamsServiceHosts;

    /// <summary>Gets the bot's token where there is no client secret: a managed identity or a certificate. Null to use the secret.</summary>
    public Func<CancellationToken, Task<ConnectorToken>>? AcquireToken { get; init; }

    /// <summary>How long the channel or the login may take to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    internal TimeProvider Time { get; init; } = TimeProvider.System;
}
