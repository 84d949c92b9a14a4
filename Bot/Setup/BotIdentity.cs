namespace PeerBot.Bot;

/// <param name="AppId">Empty in Development without an app registration.</param>
internal sealed record BotIdentity(string AppId);
