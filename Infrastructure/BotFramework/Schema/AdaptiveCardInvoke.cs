using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerBot.BotFramework;

/// <summary>The value of an <c>adaptiveCard/action</c> invoke. <c>trigger</c> has no name here: read it from the activity's value.</summary>
public class AdaptiveCardInvokeValue
{
    public AdaptiveCardInvokeAction? Action { get; set; }

    public AdaptiveCardAuthentication? Authentication { get; set; }

    public string? State { get; set; }

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }
}

public class AdaptiveCardInvokeAction
{
    public string? Type { get; set; }

    public string? Id { get; set; }

    public string? Verb { get; set; }

    public object? Data { get; set; }

    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>The answer to an <c>adaptiveCard/action</c> invoke; it travels in the body of an HTTP 200.</summary>
public class AdaptiveCardInvokeResponse
{
    public int StatusCode { get; set; }

    public string? Type { get; set; }

    public object? Value { get; set; }
}

public class TokenExchangeInvokeRequest
{
    public string? Id { get; set; }

    public string? ConnectionName { get; set; }

    public string? Token { get; set; }

    [JsonExtensionData]
    public JsonProperties Properties { get; set; } = [];
}

public class AdaptiveCardAuthentication : TokenExchangeInvokeRequest;
