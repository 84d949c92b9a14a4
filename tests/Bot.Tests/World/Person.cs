using System.Text.Json.Nodes;
using PeerBot.Domain.People;

namespace PeerBot.Bot.Tests.World;

/// <summary>Somebody in Teams with a personal chat with the bot.</summary>
internal sealed class Person(
    Teams teams, string name, string id, string objectId, string tenant, string email, string organisation, string chat)
{
    private readonly HashSet<int> heard = [];

    public string Name => name;

    public string Email => email;

    public string Organisation => organisation;

    /// <summary>As the product knows them.</summary>
    public PersonId Key => PersonId.Of(tenant, objectId);

    public string Chat => chat;

    /// <summary>What has arrived in this chat or was changed in it, refused calls left out.</summary>
    public IReadOnlyList<Call> Received => [.. teams.Connector.Calls.Where(call => call.Conversation == chat && call.IsTaken)];

    /// <summary>All that the bot has shown in this chat, as one text.</summary>
    public string Read => string.Join('\n', Received.Select(call => call.Words));

    public Person In(Teams others) => new(others, name, id, objectId, tenant, email, organisation, chat);

    /// <summary>Gets the app, as an administrator gives it.</summary>
    public async Task GetsTheApp()
    {
        var installed = Activity("installationUpdate");
        installed["action"] = "add";
        Assert.Equal(200, (await teams.Bot.PostAsync(installed)).Status);
    }

    /// <summary>Takes the app away again, or has it taken away.</summary>
    public async Task LosesTheApp()
    {
        var removed = Activity("installationUpdate");
        removed["action"] = "remove";
        Assert.Equal(200, (await teams.Bot.PostAsync(removed)).Status);
    }

    public async Task Says(string text) => Assert.Equal(200, (await Sends(Message(text))).Status);

    public async Task<Answer> Presses(Card card, string button, params (string Input, string Value)[] filled)
    {
        var answer = await Sends(Press(card, button, filled)) with { Pressed = card };
        Assert.Equal(200, answer.Status);
        return answer;
    }

    /// <summary>The next message with these words that was not heard before, or the next change of one.</summary>
    public Task<Call> Hears(string words, string method = "POST") => teams.Connector.UntilAsync(
        () =>
        {
            var found = Received.FirstOrDefault(call => call.Method == method && !heard.Contains(call.Number) && call.Words.Contains(words, StringComparison.Ordinal));
            return found is not null && heard.Add(found.Number) ? found : null;
        },
        () => $"{name} did not hear “{words}” but:\n{string.Join("\n---\n", Received.Select(call => $"{call.Method} {call.Words}"))}\nLog:\n{string.Join('\n', teams.Bot.Errors)}");

    /// <summary>The card with these words, of the next message that has one.</summary>
    public async Task<Card> HearsCard(string words) =>
        (await Hears(words)).Cards.FirstOrDefault(card => card.Says(words))
        ?? throw new Xunit.Sdk.XunitException($"{name} heard “{words}”, and not on a card.");

    public Task<Answer> Sends(JsonNode activity) => teams.Bot.PostAsync(activity);

    public JsonObject Message(string? text)
    {
        var activity = Activity("message");
        activity["text"] = text;
        activity["textFormat"] = "plain";
        return activity;
    }

    /// <summary>A press as Teams carries it; its answer comes in the response.</summary>
    public JsonObject Press(Card card, string button, params IEnumerable<(string Input, string Value)> filled) =>
        Invoke(card.Press(button, filled), card.Message);

    public JsonObject Invoke(JsonNode? action, string? message = null)
    {
        var activity = Activity("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = message;
        activity["value"] = new JsonObject { ["action"] = action, ["trigger"] = "manual" };
        return activity;
    }

    /// <summary>A press as an old client carries it: a message with a value and no text.</summary>
    public JsonObject Submit(Card card, string button, params IEnumerable<(string Input, string Value)> filled)
    {
        var activity = Activity("message");
        activity["value"] = card.Press(button, filled)["data"]!.DeepClone();
        activity["replyToId"] = card.Message;
        return activity;
    }

    public JsonObject Activity(string type) => new()
    {
        ["type"] = type,
        ["id"] = $"f:{Guid.NewGuid()}",
        ["timestamp"] = "2026-11-21T19:05:00.0000000Z",
        ["localTimestamp"] = "2026-11-21T19:05:00.0000000+00:00",
        ["localTimezone"] = "Europe/London",
        ["channelId"] = "msteams",
        ["serviceUrl"] = teams.Connector.ServiceUrl,
        ["from"] = new JsonObject { ["id"] = id, ["name"] = name, ["aadObjectId"] = objectId },
        ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = tenant, ["id"] = chat },
        ["recipient"] = new JsonObject { ["id"] = "28:00000000-0000-4000-8000-000000003978", ["name"] = "PeerBot" },
        ["entities"] = new JsonArray(new JsonObject
        {
            ["locale"] = "en-GB",
            ["country"] = "GB",
            ["platform"] = "Web",
            ["timezone"] = "Europe/London",
            ["type"] = "clientInfo",
        }),
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
        ["locale"] = "en-GB",
    };
}
