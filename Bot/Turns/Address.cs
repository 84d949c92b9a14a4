using System.Text.Json;
using System.Text.Json.Serialization;
using PeerBot.Domain.People;

namespace PeerBot.Bot.Turns;

/// <summary>Where a person is reached: what the channel needs, refreshed from everything they send. Stored with the conversation.</summary>
internal sealed record Address(string ServiceUrl, string ConversationId, string TenantId, string BotId, string UserId, string ObjectId)
{
    /// <summary>Teams' own are about 100 characters long.</summary>
    private const int LongestId = 400;

    [JsonIgnore]
    public PersonId Person => PersonId.Of(TenantId, ObjectId);

    /// <returns>Null when the activity does not say who speaks, or where.</returns>
    public static Address? Of(IActivity activity, string tenantId) =>
        activity is { ServiceUrl: { } serviceUrl, Conversation.Id: { Length: > 0 and <= LongestId } conversation, From: { Id: { } user, AadObjectId: { } objectId } }
        && !conversation.Contains('\0', StringComparison.Ordinal) // PostgreSQL knows no such text.
            ? new Address(serviceUrl, conversation, tenantId, activity.Recipient?.Id ?? "", user, objectId)
            : null;

    public static Address Read(string json) => JsonSerializer.Deserialize(json, OwnJson.Relaxed.Address)!;

    public string ToJson() => JsonSerializer.Serialize(this, OwnJson.Relaxed.Address);

    public ConversationReference ToReference() => new()
    {
        ChannelId = Channels.Teams,
        ServiceUrl = ServiceUrl,
        Bot = new ChannelAccount(BotId),
        User = new ChannelAccount(UserId) { AadObjectId = ObjectId },
        Conversation = new ConversationAccount { Id = ConversationId, ConversationType = "personal", TenantId = TenantId },
    };

    private static class Channels
    {
        public const string Teams = "msteams";
    }
}
