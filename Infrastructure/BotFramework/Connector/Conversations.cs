using System.Globalization;

namespace PeerBot.BotFramework;

/// <summary>The conversation calls over HTTP.</summary>
public sealed class Conversations : IConversations
{
    private readonly ConnectorClient _client;

    internal Conversations(ConnectorClient client) => _client = client;

    public async Task<ConversationResourceResponse> CreateConversationAsync(
        ConversationParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return await _client.SendAsync<ConversationParameters, ConversationResourceResponse>(
            HttpMethod.Post, "/v3/conversations", parameters, cancellationToken).ConfigureAwait(false) ?? new ConversationResourceResponse();
    }

    public Task<ResourceResponse> SendToConversationAsync(
        string conversationId, Activity activity, CancellationToken cancellationToken = default) =>
        SendActivityAsync(HttpMethod.Post, ActivitiesOf(conversationId), activity, cancellationToken);

    public Task<ResourceResponse> ReplyToActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        SendActivityAsync(HttpMethod.Post, PathOf(conversationId, activityId), activity, cancellationToken);

    public Task<ResourceResponse> UpdateActivityAsync(
        string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default) =>
        SendActivityAsync(HttpMethod.Put, PathOf(conversationId, activityId), activity, cancellationToken);

    public Task DeleteActivityAsync(string conversationId, string activityId, CancellationToken cancellationToken = default) =>
        _client.SendAsync<object, ResourceResponse>(HttpMethod.Delete, PathOf(conversationId, activityId), null, cancellationToken);

    public async Task<PagedMembersResult> GetConversationPagedMembersAsync(
        string conversationId, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        var query = new List<string>(2);
        if (pageSize is { } size)
            query.Add("pageSize=" + size.ToString(CultureInfo.InvariantCulture));
        if (!string.IsNullOrEmpty(continuationToken))
            query.Add("continuationToken=" + Uri.EscapeDataString(continuationToken));

        var path = ConversationOf(conversationId) + "/pagedmembers" + (query.Count == 0 ? null : "?" + string.Join('&', query));
        return await _client.SendAsync<object, PagedMembersResult>(HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false)
            ?? new PagedMembersResult();
    }

    internal async Task<ChannelAccount> GetMemberAsync(string userId, string conversationId, CancellationToken cancellationToken) =>
        await _client.SendAsync<object, TeamsChannelAccount>(
            HttpMethod.Get, ConversationOf(conversationId) + "/members/" + Escaped(userId), null, cancellationToken).ConfigureAwait(false)
        ?? new TeamsChannelAccount();

    private async Task<ResourceResponse> SendActivityAsync(
        HttpMethod method, string path, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return await _client.SendAsync<Activity, ResourceResponse>(method, path, activity, cancellationToken).ConfigureAwait(false)
            ?? new ResourceResponse();
    }

    private static string ActivitiesOf(string conversationId) => ConversationOf(conversationId) + "/activities";

    private static string PathOf(string conversationId, string activityId) => ActivitiesOf(conversationId) + "/" + Escaped(activityId);

    private static string ConversationOf(string conversationId) => "/v3/conversations/" + Escaped(conversationId);

    private static string Escaped(string id)
    {
        // Escaping leaves dots alone, and a path of dots would climb out of its conversation.
        if (string.IsNullOrWhiteSpace(id) || id is "." or "..")
            throw new ArgumentException("An id is missing or has an impossible form.", nameof(id));

        return Uri.EscapeDataString(id);
    }
}
