namespace PeerBot.Manifest;

/// <summary>What one organisation fills into the template. Null leaves the template's own word in place.</summary>
/// <param name="Domain">Host name of the bot's public address, without a scheme.</param>
public sealed record PackageOptions(Guid AppId, Guid BotId, string Domain, string Out)
{
    public string? Version { get; init; }

    public string? Developer { get; init; }

    public string? Website { get; init; }

    public string? Privacy { get; init; }

    public string? Terms { get; init; }
}
