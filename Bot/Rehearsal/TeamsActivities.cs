using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using NodaTime;

namespace PeerBot.Bot.Rehearsal;

/// <summary>Activities as Teams writes them for what a person does in a personal chat.</summary>
/// <remarks>Source: Bot Connector activity schema and what Teams adds to it.</remarks>
internal sealed class TeamsActivities(
    RehearsalClock clock, RehearsalAddress address, IConfiguration configuration, IOptions<RehearsalOptions> options)
{
    private const string NoAppId = "00000000-0000-4000-8000-000000003978";

    private readonly DateTimeZone zone = options.Value.TimeZone();

    /// <summary>The bot as Teams names it: <c>28:{app id}</c>.</summary>
    public string BotId { get; } = "28:" + (configuration["MicrosoftAppId"] is { Length: > 0 } id ? id : NoAppId);

    /// <summary>One chat a person, with the same id for ever, as in Teams.</summary>
    public static string ConversationOf(RehearsalPerson person) =>
        "a:" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(person.Id))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public JsonObject Message(RehearsalPerson person, string id, string text)
    {
        var activity = Activity(person, "message", id);
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    /// <summary>A press on a button that is an Action.Submit: no text, but a value and the card it belongs to.</summary>
    public JsonObject Submit(RehearsalPerson person, string id, string card, JsonNode value)
    {
        var activity = Activity(person, "message", id);
        activity["value"] = value;
        activity["replyToId"] = card;
        return activity;
    }

    /// <summary>A press on a button that is an Action.Execute; its answer comes in the body of the HTTP response.</summary>
    public JsonObject Invoke(RehearsalPerson person, string card, JsonObject action, string trigger)
    {
        var activity = Activity(person, "invoke", "f:" + Guid.NewGuid());
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = card;
        activity["value"] = new JsonObject { ["action"] = action, ["trigger"] = trigger };
        return activity;
    }

    public JsonObject Installed(RehearsalPerson person)
    {
        var activity = Activity(person, "installationUpdate", "f:" + Guid.NewGuid());
        activity["action"] = "add";
        return activity;
    }

    public JsonObject BotAdded(RehearsalPerson person)
    {
        var activity = Activity(person, "conversationUpdate", "f:" + Guid.NewGuid());
        activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = BotId });
        return activity;
    }

    private JsonObject Activity(RehearsalPerson person, string type, string id)
    {
        var now = clock.Now.InZone(zone).ToDateTimeOffset();
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture),
            ["localTimestamp"] = now.ToString("yyyy-MM-ddTHH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture),
            ["localTimezone"] = zone.Id,
            ["channelId"] = "msteams",
            ["serviceUrl"] = address.ServiceUrl.AbsoluteUri,
            ["from"] = new JsonObject { ["id"] = person.Id, ["name"] = person.Name, ["aadObjectId"] = person.AadObjectId },
            ["conversation"] = new JsonObject
            {
                ["conversationType"] = "personal",
                ["tenantId"] = person.TenantId,
                ["id"] = ConversationOf(person),
            },
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = "PeerBot" },
            ["entities"] = new JsonArray(new JsonObject
            {
                ["locale"] = person.Locale,
                ["country"] = person.Locale[^2..],
                ["platform"] = "Web",
                ["timezone"] = zone.Id,
                ["type"] = "clientInfo",
            }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = person.TenantId } },
            ["locale"] = person.Locale,
        };
    }
}
