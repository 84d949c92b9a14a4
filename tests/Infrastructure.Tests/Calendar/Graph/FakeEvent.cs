using System.Globalization;
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
    Never,
}

internal sealed class FakeEvent(string mailbox, string id, JsonObject sent)
{
    private int shown;

    public string Mailbox { get; } = mailbox;

    public string Id { get; } = id;

    public JsonObject Body { get; } = (JsonObject)sent.DeepClone();

    public Links Links { get; init; }

    public bool Deleted { get; set; }

    public bool Cancelled { get; set; }

    public string? TransactionId => (string?)Body["transactionId"];

    public (string Id, string Value)? Tag => Body["singleValueExtendedProperties"]?[0] is { } tag ? ((string)tag["id"]!, (string)tag["value"]!) : null;

    public Instant Start => Time(Body["start"]);

    public Instant End => Time(Body["end"]);

    public List<string> Attendees => [.. Body["attendees"]?.AsArray().Select(a => (string)a!["emailAddress"]!["address"]!) ?? []];

    public bool Concerns(string address) => Mailbox == address || Attendees.Contains(address);

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
        var linked = online && (Links == Links.AtOnce || shown > 1);
        return new JsonObject
        {
            ["@odata.etag"] = "W/\"1\"",
            ["id"] = Id,
            ["subject"] = Body["subject"]?.DeepClone(),
            ["start"] = Utc(Start),
            ["end"] = Utc(End),
            ["isCancelled"] = Cancelled,
            ["isOnlineMeeting"] = linked,
            ["onlineMeetingProvider"] = linked ? "teamsForBusiness" : "unknown",
            ["onlineMeeting"] = linked ? new JsonObject { ["joinUrl"] = $"https://teams.example/l/{Id.Length}" } : null,
            ["aFieldOfNextYear"] = "x",
        };
    }

    private static JsonObject Utc(Instant instant) => new()
    {
        ["dateTime"] = InstantPattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm:ss.fffffff").Format(instant),
        ["timeZone"] = "UTC",
    };
}
