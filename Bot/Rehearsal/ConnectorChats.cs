using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeerBot.Bot.Rehearsal;

/// <summary>Puts what the bot sends into the chat it belongs to.</summary>
internal sealed class ConnectorChats(
    IRehearsalSource source, RehearsalChats chats, RehearsalEvents events, RehearsalClock clock, MessageIds ids)
{
    /// <summary>Whose conversation this is; null when it is nobody's.</summary>
    public RehearsalPerson? Owner(string conversation) =>
        source.People().FirstOrDefault(person => TeamsActivities.ConversationOf(person) == conversation);

    public RehearsalPerson? Member(string id, string tenant) =>
        source.People().FirstOrDefault(person => person.Id == id && person.TenantId.Equals(tenant, StringComparison.OrdinalIgnoreCase));

    /// <summary>The id of the message; null when Teams would give none, because it split text and card into two.</summary>
    public string? Receive(RehearsalPerson person, JsonObject activity)
    {
        if ((string?)activity["type"] == "typing")
        {
            events.Publish("typing", new { person = person.Id });
            return ids.Next();
        }

        var message = Message(activity) with { Id = ids.Next(), At = clock.Now };
        if (message.Text is null || message.Attachments.Count == 0)
        {
            chats.Add(person.Id, message);
            return message.Id;
        }

        chats.Add(person.Id, message with { Attachments = [], SuggestedActions = null });
        chats.Add(person.Id, message with { Id = ids.Next(), Text = null });
        return null;
    }

    public bool Update(RehearsalPerson person, string id, JsonObject activity) =>
        chats.Change(person.Id, id, before => Message(activity) with { Id = before.Id, At = before.At, Edited = true }) is not null;

    public bool Delete(RehearsalPerson person, string id) =>
        chats.Change(person.Id, id, before =>
            before with { Deleted = true, Text = null, Attachments = [], SuggestedActions = null, Note = null }) is not null;

    private RehearsalMessage Message(JsonObject activity) => new()
    {
        Id = "",
        At = clock.Now,
        From = RehearsalSender.Bot,
        Text = Words(activity["text"]) is { Length: > 0 } text ? text : null,
        TextFormat = Words(activity["textFormat"]) ?? "markdown",
        Layout = Words(activity["attachmentLayout"]),
        SuggestedActions = activity["suggestedActions"]?["actions"] is JsonArray actions ? Element(actions) : null,
        Attachments = activity["attachments"] is JsonArray attachments ? [.. attachments.OfType<JsonObject>().Select(Attachment)] : [],
    };

    private static RehearsalAttachment Attachment(JsonObject attachment) => new(
        Words(attachment["contentType"]) ?? "",
        attachment["content"] is { } content ? Element(content) : null,
        Words(attachment["contentUrl"]),
        Words(attachment["name"]));

    private static string? Words(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonElement Element(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
