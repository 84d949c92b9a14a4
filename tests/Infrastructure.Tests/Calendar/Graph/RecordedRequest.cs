using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using Microsoft.Graph.Users.Item.Events.Item.Cancel;
using Microsoft.Kiota.Abstractions.Serialization;

namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

internal sealed record RecordedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, JsonObject? Body)
{
    private static readonly Lock Gate = new();
    private static readonly string File = NewFile();

    public static async Task<RecordedRequest> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        var recorded = new RecordedRequest(
            request.Method,
            request.GetEncodedPathAndQuery(),
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString()),
            text.Length == 0 ? null : JsonNode.Parse(text)!.AsObject());
        var line = JsonSerializer.Serialize(
            new { method = recorded.Method, path = recorded.Path, headers = recorded.Headers, body = recorded.Body });
        lock (Gate) System.IO.File.AppendAllText(File, line + "\n");
        return recorded;
    }

    /// <summary>
    /// Read into the SDK's own type and written again: a name or a word of an enumeration that Graph does not know would not come back.
    /// </summary>
    public async Task AssertGraphKnowsAllOfItAsync()
    {
        if (Body is null) return;
        var text = Body.ToJsonString();
        IParsable typed = Path.Split('?')[0] switch
        {
            var p when p.EndsWith("/getSchedule", StringComparison.Ordinal) =>
                (await KiotaJsonSerializer.DeserializeAsync(text, GetSchedulePostRequestBody.CreateFromDiscriminatorValue))!,
            var p when p.EndsWith("/cancel", StringComparison.Ordinal) =>
                (await KiotaJsonSerializer.DeserializeAsync(text, CancelPostRequestBody.CreateFromDiscriminatorValue))!,
            _ => (await KiotaJsonSerializer.DeserializeAsync(text, Event.CreateFromDiscriminatorValue))!,
        };
        Assert.Empty(((IAdditionalDataHolder)typed).AdditionalData);
        // The backing store writes only what changed since; a copy of every value counts as changed.
        var again = await KiotaJsonSerializer.SerializeAsStringAsync(typed, serializeOnlyChangedValues: false);
        Assert.True(JsonNode.DeepEquals(Body, JsonNode.Parse(again)), $"{text}\n{again}");
    }

    private static string NewFile()
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(AppContext.BaseDirectory, "artifacts"));
        var file = System.IO.Path.Combine(folder.FullName, "graph-requests.jsonl");
        System.IO.File.Delete(file);
        return file;
    }
}
