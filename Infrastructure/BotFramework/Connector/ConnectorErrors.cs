using System.Globalization;
using System.Text.Json;

namespace PeerBot.BotFramework;

/// <summary>Reads the channel's refusals. There are two shapes of body, and the second has its details as text inside text.</summary>
internal static class ConnectorErrors
{
    public static async Task<ErrorResponseException> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var body = Parse(content);
        var status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        var exception = new ErrorResponseException(
            body?.Error?.Code is { } code ? $"The channel answered {status} ({code})." : $"The channel answered {status}.")
        {
            Request = new HttpRequestMessageWrapper
            {
                Method = response.RequestMessage?.Method,
                RequestUri = response.RequestMessage?.RequestUri,
            },
            Response = new HttpResponseMessageWrapper
            {
                StatusCode = response.StatusCode,
                ReasonPhrase = response.ReasonPhrase,
                Content = content,
            },
            Body = body,
        };
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            exception.Response.Headers[name] = values;

        return exception;
    }

    internal static ErrorResponse? Parse(string content)
    {
        if (AsObject(content) is not { } root)
            return null;

        if (root.TryGetProperty("error", out var error))
        {
            return error.ValueKind switch
            {
                JsonValueKind.Object => new ErrorResponse(new Error(Text(error, "code"), Text(error, "message"), InnerOf(error))),
                JsonValueKind.String => new ErrorResponse(new Error(error.GetString(), Text(root, "error_description"))),
                _ => null,
            };
        }

        if (!root.TryGetProperty("errorCode", out _))
            return Text(root, "code") is { } code ? new ErrorResponse(new Error(code, Text(root, "message"))) : null;

        var message = Text(root, "message");
        return message is not null && AsObject(message) is { } details
            ? new ErrorResponse(new Error(
                Text(details, "subCode") ?? Text(details, "errorSubCode") ?? Text(root, "errorCode"), Text(details, "details") ?? message))
            : new ErrorResponse(new Error(Text(root, "errorCode"), message));
    }

    private static InnerHttpError? InnerOf(JsonElement error) =>
        error.TryGetProperty("innerHttpError", out var inner) && inner.ValueKind == JsonValueKind.Object
            ? new InnerHttpError
            {
                StatusCode = inner.TryGetProperty("statusCode", out var status) && status.TryGetInt32(out var number) ? number : null,
                Body = inner.TryGetProperty("body", out var body) ? body : null,
            }
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => value.GetString(),
                JsonValueKind.Number => value.GetRawText(),
                _ => null,
            }
            : null;

    private static JsonElement? AsObject(string content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
