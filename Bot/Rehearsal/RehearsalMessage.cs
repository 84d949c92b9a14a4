using System.Text.Json;
using NodaTime;

namespace PeerBot.Bot.Rehearsal;

/// <summary>One message of a chat, as the page shows it.</summary>
internal sealed record RehearsalMessage
{
    public required string Id { get; init; }
    public required Instant At { get; init; }
    public required RehearsalSender From { get; init; }
    public string? Text { get; init; }

    /// <summary>"markdown", "plain" or "xml"; as the activity says.</summary>
    public string? TextFormat { get; init; }

    public IReadOnlyList<RehearsalAttachment> Attachments { get; init; } = [];

    /// <summary>"carousel" puts the attachments side by side.</summary>
    public string? Layout { get; init; }

    public JsonElement? SuggestedActions { get; init; }

    /// <summary>What the bot's answer to a press says under a card; null when it said nothing.</summary>
    public RehearsalNote? Note { get; init; }

    /// <summary>Why the bot did not take this message; null when it did.</summary>
    public string? Failure { get; init; }

    public bool Edited { get; init; }
    public bool Deleted { get; init; }
}

internal enum RehearsalSender
{
    Bot,
    Person,
}

internal sealed record RehearsalAttachment(string ContentType, JsonElement? Content, string? ContentUrl, string? Name)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
}

/// <param name="Attachment">Index of the card under which it stands.</param>
internal sealed record RehearsalNote(string Text, bool IsError, int Attachment);
