using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

internal enum Duplicates
{
    AnswerTheEvent,
    BadRequestWithId,
    BadRequest,
    Conflict,
}

internal enum Links
{
    AtOnce,
    OnSecondLook,

    /// <summary>Only when Teams is asked for a second time.</summary>
    OnPatch,
    Never,
}

internal sealed class FakeEvent(string mailbox, string id, JsonObject sent)
{
    private int shown;

    public bool Patched { get; set; }

    public string Mailbox { get; } = mailbox;

    public string Id { get; } = id;

    public JsonObject Body { get; } = (JsonObject)sent.DeepClone();

    public Links Links { get; init; }

    public bool Deleted { get; set; }

    /// <summary>In the deleted items: no calendar shows it, and it still answers by its id.</summary>
    public bool Binned { get; set; }

    /// <summary>What attendees have answered, by address.</summary>
    public Dictionary<string, string> Responses { get; } = [];

    /// <summary>Entity tags come with every answer, and another one after each change.</summary>
    public string Mark => $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        Body.ToJsonString() + Cancelled + string.Join(';', Responses.OrderBy(r => r.Key)))))[..12]}\"";

    public bool InCalendar => !Deleted && !Binned;

    public bool Cancelled { get; set; }

    public string? TransactionId => (string?)Body["transactionId"];

    public (string Id, string Value)? Tag => Body["singleValueExtendedProperties"]?[0] is { } tag ? ((string)tag["id"]!, (string)tag["value"]!) : null;

    public Instant Start => Time(Body["start"]);

    public Instant End => Time(Body["end"]);

    public List<string> Attendees => [.. Body["attendees"]?.AsArray().Select(a => (string)a!["emailAddress"]!["address"]!) ?? []];

    public bool Concerns(string address) => Mailbox == address || Attendees.Contains(address, StringComparer.OrdinalIgnoreCase);

    public static Instant Time(JsonNode? time)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById((string)time!["timeZone"]!);
        var local = DateTime.Parse((string)time["dateTime"]!, CultureInfo.InvariantCulture, DateTimeStyles.None);
        return Instant.FromDateTimeUtc(TimeZoneInfo.ConvertTimeToUtc(local, zone));
    }

    public JsonNode Show()
    {
        shown++;
        var online = (bool?)Body["isOnlineMeeting"] == true && Links != Links.Never;
        var linked = online && Links switch
        {
            Links.AtOnce => true,
            Links.OnSecondLook => shown > 1,
            _ => Patched,
        };
        return new JsonObject
        {
            ["@odata.etag"] = Mark,
            ["id"] = Id,
            ["subject"] = Body["subject"]?.DeepClone(),
            ["start"] = Utc(Start),
            ["end"] = Utc(End),
            ["isCancelled"] = Cancelled,
            ["isOnlineMeeting"] = linked,
            ["onlineMeetingProvider"] = linked ? "teamsForBusiness" : "unknown",
            ["onlineMeeting"] = linked ? new JsonObject { ["joinUrl"] = $"https://teams.example/l/{Id.Length}" } : null,
            ["attendees"] = new JsonArray([.. Attendees.Select(address => new JsonObject
            {
                ["type"] = "required",
                ["status"] = new JsonObject { ["response"] = Responses.GetValueOrDefault(address, "none"), ["time"] = "0001-01-01T00:00:00Z" },
                ["emailAddress"] = new JsonObject { ["name"] = "Somebody", ["address"] = address.ToUpperInvariant() },
            })]),
            ["aFieldOfNextYear"] = "x",
        };
    }

    public JsonNode ShowInView() => new JsonObject { ["@odata.etag"] = Mark, ["id"] = Id, ["isCancelled"] = Cancelled };

    private static JsonObject Utc(Instant instant) => new()
    {
        ["dateTime"] = InstantPattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm:ss.fffffff").Format(instant),
        ["timeZone"] = "UTC",
    };
}
