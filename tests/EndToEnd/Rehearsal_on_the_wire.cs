using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PeerBot.EndToEnd.Setup;

namespace PeerBot.EndToEnd;

/// <summary>The rehearsal without its page: who may come in, the clock, and the side that the bot calls.</summary>
public sealed class Rehearsal_on_the_wire(ProductSession session) : IClassFixture<ProductSession>, IAsyncLifetime
{
    private const string Connector = "/rehearsal/connector/v3/conversations";

    private readonly HttpClient http = session.Http;

    public Task InitializeAsync() => Post("/rehearsal/reset", new { });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Only_this_machine_under_its_own_name_and_from_its_own_page_gets_in()
    {
        Assert.Equal(HttpStatusCode.OK, await Ask("/rehearsal/people"));
        Assert.Equal(HttpStatusCode.Forbidden, await Ask("/rehearsal/people", host: "rebound.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await Ask("/rehearsal/people", origin: "http://elsewhere.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await Ask("/rehearsal/people", origin: "null"));
        Assert.Equal(HttpStatusCode.Forbidden, await Ask("/", host: "rebound.example"));
    }

    [Fact]
    public async Task The_clock_starts_anywhere_and_then_goes_forward_only()
    {
        Assert.Equal(HttpStatusCode.OK, await Move("2026-09-07T08:00:00Z"));
        Assert.Equal(HttpStatusCode.OK, await Move("2026-11-23T08:30:00Z"));
        var clock = await http.GetFromJsonAsync<JsonObject>("/rehearsal/clock");
        Assert.StartsWith("2026-11-23T08:30:", (string)clock!["now"]!, StringComparison.Ordinal);

        await Post($"/rehearsal/people/{await Amira()}/messages", new { text = "hi" });
        Assert.Equal(HttpStatusCode.Conflict, await Move("2026-11-20T08:30:00Z"));
        Assert.Equal(HttpStatusCode.BadRequest, await Move("yesterday"));

        Assert.Equal(HttpStatusCode.OK, (await Post("/rehearsal/reset", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await Move("2026-11-22T08:30:00Z"));
    }

    [Fact]
    public async Task A_bot_can_open_a_chat_and_send_change_and_delete_a_message_in_it()
    {
        var person = (JsonObject)(await People())[0]!;
        var opened = await Post(Connector, new { members = Members((string)person["id"]!), tenantId = (string)person["tenantId"]! });
        Assert.Equal(HttpStatusCode.Created, opened.StatusCode);
        var activities = $"{Connector}/{Uri.EscapeDataString(await Id(opened))}/activities";

        var sent = await Post(activities, new { type = "message", text = "first" });
        Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
        var message = $"{activities}/{await Id(sent)}";
        Assert.Equal(HttpStatusCode.OK, (await http.PutAsJsonAsync(message, new { type = "message", text = "second" })).StatusCode);
        Assert.Equal("second", (string?)(await Chat(person)).Last()!["text"]);
        Assert.Equal(HttpStatusCode.OK, (await http.DeleteAsync(message)).StatusCode);
        Assert.True((bool)(await Chat(person)).Last()!["deleted"]!);
    }

    [Fact]
    public async Task What_Teams_refuses_a_bot_is_refused_with_the_same_codes()
    {
        var tenant = (string)(await People())[0]!["tenantId"]!;
        var stranger = Members("29:stranger");
        await Refused(400, "BadSyntax", Post(Connector, new { isGroup = true, members = stranger, tenantId = tenant }));
        await Refused(400, "BadSyntax", Post(Connector, new { members = stranger }));
        await Refused(403, "ForbiddenOperationException", Post(Connector, new { members = stranger, tenantId = tenant }));
        await Refused(404, "ConversationNotFound", Post($"{Connector}/a:nobody/activities", new { type = "message", text = "x" }));
    }

    private async Task<HttpStatusCode> Ask(string path, string? host = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        return (await http.SendAsync(request)).StatusCode;
    }

    private static object[] Members(string id) => [new { id }];

    private static async Task Refused(int status, string code, Task<HttpResponseMessage> answer)
    {
        Assert.Equal(status, (int)(await answer).StatusCode);
        Assert.Equal(code, (string?)(await (await answer).Content.ReadFromJsonAsync<JsonObject>())!["error"]!["code"]);
    }

    private Task<HttpResponseMessage> Post(string path, object body) => http.PostAsJsonAsync(path, body);

    private async Task<HttpStatusCode> Move(string now) => (await Post("/rehearsal/clock", new { now })).StatusCode;

    private static async Task<string> Id(HttpResponseMessage answer) =>
        (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;

    private async Task<JsonArray> People() => (await http.GetFromJsonAsync<JsonArray>("/rehearsal/people"))!;

    private async Task<string> Amira() =>
        Uri.EscapeDataString((string)(await People()).Single(person => (string)person!["name"]! == "Amira Khan")!["id"]!);

    private async Task<JsonArray> Chat(JsonObject person) =>
        (await http.GetFromJsonAsync<JsonArray>($"/rehearsal/people/{Uri.EscapeDataString((string)person["id"]!)}/chat"))!;
}
