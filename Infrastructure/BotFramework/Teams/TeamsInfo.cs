namespace PeerBot.BotFramework;

/// <summary>Asks Teams about the people of the turn's conversation.</summary>
public static class TeamsInfo
{
    /// <exception cref="ErrorResponseException">Teams refused, or does not know the person in this conversation.</exception>
    public static async Task<TeamsChannelAccount> GetMemberAsync(
        ITurnContext turnContext, string userId, CancellationToken cancellationToken = default)
    {
        var (connector, place) = WhereMembersAre(turnContext);
        var member = await ((Conversations)connector.Conversations)
            .GetConversationMemberAsync(userId, place, cancellationToken).ConfigureAwait(false);
        return AsTeamsAccount(member);
    }

    /// <summary>One page of members; ask again with its continuation token until that is null.</summary>
    /// <exception cref="ErrorResponseException">Teams refused.</exception>
    public static async Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext, int? pageSize = null, string? continuationToken = null, CancellationToken cancellationToken = default)
    {
        var (connector, place) = WhereMembersAre(turnContext);
        var page = await connector.Conversations
            .GetConversationPagedMembersAsync(place, pageSize, continuationToken, cancellationToken).ConfigureAwait(false);
        return new TeamsPagedMembersResult
        {
            ContinuationToken = page.ContinuationToken,
            Members = [.. (page.Members ?? []).Select(AsTeamsAccount)],
        };
    }

    internal static TeamsChannelAccount AsTeamsAccount(ChannelAccount account) =>
        account as TeamsChannelAccount
        ?? BotJson.Deserialize<TeamsChannelAccount>(BotJson.SerializeToUtf8Bytes(account))
        ?? new TeamsChannelAccount();

    private static (IConnectorClient Connector, string Place) WhereMembersAre(ITurnContext turnContext)
    {
        var connector = turnContext.TurnState.Get<IConnectorClient>()
            ?? throw new InvalidOperationException("This turn has no connector client.");
        var place = turnContext.Activity.TeamsGetTeamInfo()?.Id ?? turnContext.Activity.Conversation?.Id
            ?? throw new InvalidOperationException("The turn's activity names no conversation.");
        return (connector, place);
    }
}
