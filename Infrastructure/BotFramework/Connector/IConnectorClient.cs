namespace PeerBot.BotFramework;

/// <summary>The channel's side of a conversation: what the bot can ask of it. Nothing here is tried again; the caller decides.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; }

    IConversations Conversations { get; }
}

/// <remarks>
/// Source: Bot Connector REST API, conversations. Every method throws <see cref="ErrorResponseException"/> for an answer that is no
/// success, HttpRequestException when there was no answer, and OperationCanceledException after the time limit or on cancellation.
/// </remarks>
public interface IConversations
{
    Task<ConversationResourceResponse> CreateConversationAsync(ConversationParameters parameters, CancellationToken cancellationToken = default);

    Task<ResourceResponse> SendToConversationAsync(string conversationId, Activity activity, CancellationToken cancellationToken = default);

    Task<ResourceResponse> ReplyToActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default);

    Task<ResourceResponse> UpdateActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default);

    Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken = default);

    Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default);
}

/// <summary>The same calls with the ids taken from the activity.</summary>
public static class ConversationsExtensions
{
    public static Task<ResourceResponse> SendToConversationAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.SendToConversationAsync(ConversationOf(activity), activity, cancellationToken);

    public static Task<ResourceResponse> ReplyToActivityAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.ReplyToActivityAsync(
            ConversationOf(activity), activity.ReplyToId ?? throw Missing("reply-to id"), activity, cancellationToken);

    public static Task<ResourceResponse> UpdateActivityAsync(
        this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.UpdateActivityAsync(ConversationOf(activity), activity.Id ?? throw Missing("id"), activity, cancellationToken);

    /// <remarks>On the class, not the interface, because the official SDK has it there.</remarks>
    public static Task<ChannelAccount> GetConversationMemberAsync(
        this Conversations operations, string userId, string conversationId, CancellationToken cancellationToken = default) =>
        operations.GetMemberAsync(userId, conversationId, cancellationToken);

    private static string ConversationOf(Activity activity) => activity.Conversation?.Id ?? throw Missing("conversation id");

    private static ArgumentException Missing(string what) => new($"The activity has no {what}.");
}
