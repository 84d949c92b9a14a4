using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeerBot.Bot.Rehearsal;

/// <summary>The side of Bot Connector that a bot calls, for the chats of the sample people.</summary>
/// <remarks>Source: Bot Connector REST API v3 and the error codes of Teams.</remarks>
internal static class ConnectorEndpoints
{
    // Teams counts a message in UTF-16 and refuses it above about this size.
    private const int LargestMessage = 100 * 1024 / sizeof(char);

    public static void Map(RouteGroupBuilder connector)
    {
        connector.MapPost("/", Create);
        connector.MapPost("/{conversation}/activities", Send);
        connector.MapPost("/{conversation}/activities/{replyTo}", Send);
        connector.MapPut("/{conversation}/activities/{activity}", Update);
        connector.MapDelete("/{conversation}/activities/{activity}", Delete);
        connector.MapGet("/{conversation}/members", (string conversation, ConnectorChats chats) =>
            In(conversation, chats, person => RehearsalJson.Answer(new[] { Member(person) })));
        connector.MapGet("/{conversation}/pagedmembers", (string conversation, ConnectorChats chats) =>
            In(conversation, chats, person => RehearsalJson.Answer(new { members = new[] { Member(person) } })));
        connector.MapGet("/{conversation}/members/{member}", (string conversation, string member, ConnectorChats chats) =>
            In(conversation, chats, person => member == person.Id || member.Equals(person.AadObjectId, StringComparison.OrdinalIgnoreCase)
                ? RehearsalJson.Answer(Member(person))
                : Refuse(404, "MemberNotFoundInConversation", "This person is not in the conversation.")));
    }

    private static IResult Create(JsonObject body, ConnectorChats chats, RehearsalAddress address)
    {
        if (body["isGroup"] is JsonValue isGroup && isGroup.GetValueKind() == JsonValueKind.True)
            return Refuse(400, "BadSyntax", "Group chats cannot be created.");
        if (body["members"] is not JsonArray { Count: 1 } members || members[0]?["id"] is not JsonValue id)
            return Refuse(400, "BadSyntax", "Exactly one member is needed.");
        var tenant = (body["tenantId"] ?? body["channelData"]?["tenant"]?["id"])?.ToString();
        if (string.IsNullOrEmpty(tenant))
            return Refuse(400, "BadSyntax", "tenantId is needed.");
        if (chats.Member(id.ToString(), tenant) is not { } person)
            return Refuse(403, "ForbiddenOperationException", "The app is not installed for this person.");
        if (body["activity"] is JsonObject first)
            chats.Receive(person, first);
        return RehearsalJson.Answer(
            new { id = TeamsActivities.ConversationOf(person), serviceUrl = address.ServiceUrl.AbsoluteUri }, StatusCodes.Status201Created);
    }

    private static IResult Send(string conversation, JsonObject body, ConnectorChats chats) =>
        In(conversation, chats, person => Unfit(body) ??
            RehearsalJson.Answer(new { id = chats.Receive(person, body) }, StatusCodes.Status201Created));

    private static IResult Update(string conversation, string activity, JsonObject body, ConnectorChats chats) =>
        In(conversation, chats, person => Unfit(body) ??
            (chats.Update(person, activity, body) ? RehearsalJson.Answer(new { id = activity }) : NoSuchMessage()));

    private static IResult Delete(string conversation, string activity, ConnectorChats chats) =>
        In(conversation, chats, person => chats.Delete(person, activity) ? TypedResults.Ok() : NoSuchMessage());

    /// <summary>Why Teams would take no such activity; null when it would.</summary>
    private static IResult? Unfit(JsonObject body) =>
        body.ToJsonString().Length > LargestMessage ? Refuse(413, "MessageSizeTooBig", "The message is too large.")
        : body["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String ? null
        : Refuse(400, "BadSyntax", "type is needed.");

    private static IResult NoSuchMessage() => Refuse(404, "ActivityNotFoundInConversation", "There is no such message.");

    private static IResult In(string conversation, ConnectorChats chats, Func<RehearsalPerson, IResult> answer) =>
        chats.Owner(conversation) is { } person ? answer(person) : Refuse(404, "ConversationNotFound", "There is no such conversation.");

    private static IResult Refuse(int status, string code, string message) =>
        RehearsalJson.Answer(new { error = new { code, message } }, status);

    private static object Member(RehearsalPerson person) => new
    {
        person.Id,
        person.AadObjectId,
        objectId = person.AadObjectId,
        person.Name,
        givenName = person.Name.Split(' ')[0],
        surname = person.Name.Split(' ')[^1],
        person.Email,
        userPrincipalName = person.Email,
        person.TenantId,
        userRole = "user",
    };
}
