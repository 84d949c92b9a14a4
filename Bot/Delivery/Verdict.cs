using NodaTime;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>What became of one attempt to send.</summary>
internal abstract record Sent;

internal sealed record Delivered : Sent;

/// <summary>Not taken, and free to be sent again.</summary>
/// <param name="After">As the channel asked; null to choose.</param>
internal sealed record Refused(int Status, Duration? After) : Sent;

/// <summary>Nobody knows: it may have arrived all the same.</summary>
/// <param name="After">As the channel asked; null to choose.</param>
internal sealed record InDoubt(int Status, Duration? After) : Sent;

/// <summary>This message will never be taken, to whomever it goes.</summary>
internal sealed record Undeliverable(int Status, string? Code) : Sent;

/// <summary>Nothing gets through to this chat until something changes there.</summary>
internal sealed record OutOfReach(int Status, string? Code, ReachLost Why) : Sent;

/// <summary>What an answer of the channel means. By its status, and where that says too little by the code in its body.</summary>
internal static class Verdict
{
    /// <param name="isNew">A new message; an update may be repeated as often as one likes.</param>
    public static Sent Of(int status, string? code, Duration? after, bool isNew) => status switch
    {
        // 401 comes while the bot's secret has expired.
        401 or 412 or 429 => new Refused(status, after),
        408 or 502 or 503 or 504 or 0 => isNew ? new InDoubt(status, after) : new Refused(status, after),

        // The card that was to be replaced is gone, and with it whatever was wrong about it.
        404 when !isNew && code is not "ConversationNotFound" => new Delivered(),
        404 when code is "ConversationNotFound" or "BotNotInConversationRoster" => new OutOfReach(status, code, ReachLost.Removed),

        // Somebody in between has lost the way: the chat is as it was, and nothing has arrived.
        404 => new Refused(status, after),
        403 => OfForbidden(code),
        _ => new Undeliverable(status, code),
    };

    /// <param name="mayHaveLeft">A new message went out, and no answer came.</param>
    public static Sent OfNoAnswer(bool mayHaveLeft) => mayHaveLeft ? new InDoubt(OutboxRow.NoAnswer, null) : new Refused(OutboxRow.NoAnswer, null);

    /// <summary>Whether a message with this status in the outbox may have reached its reader already.</summary>
    public static bool LeavesDoubt(int? status) => status is OutboxRow.NoAnswer or 408 or 502 or 503 or 504;

    private static Sent OfForbidden(string? code) => code switch
    {
        "BotNotInConversationRoster" or "ForbiddenOperationException" or "NotEnoughPermissions" =>
            new OutOfReach(403, code, ReachLost.Removed),
        "ConversationBlockedByUser" or "MessageWritesBlocked" or "209" or "BotDisabledByAdmin" => new OutOfReach(403, code, ReachLost.Blocked),
        _ => new Undeliverable(403, code),
    };
}
