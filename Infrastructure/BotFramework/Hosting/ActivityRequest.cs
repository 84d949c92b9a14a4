using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PeerBot.BotFramework;

/// <summary>Reads an activity from a request, within limits that hold before anything is built from it.</summary>
internal static class ActivityRequest
{
    public const int MostBytes = 256 * 1024;
    public const int MostDepth = 32;

    /// <summary>The status with which a request is refused for its head alone; null when it may be read.</summary>
    public static int? RefusalOf(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
            return StatusCodes.Status405MethodNotAllowed;
        if (!request.HasJsonContentType())
            return StatusCodes.Status415UnsupportedMediaType;
        if (request.ContentLength > MostBytes)
            return StatusCodes.Status413PayloadTooLarge;

        return null;
    }

    /// <summary>True for a loopback connection, and for none at all, as in a test host.</summary>
    public static bool ComesFromThisMachine(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);

    /// <returns>The activity, or null and the status of the refusal.</returns>
    public static async Task<(Activity? Activity, int Status)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        ReadResult read;
        while (true)
        {
            read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.Buffer.Length > MostBytes)
            {
                // A read that is left open is an error in the server's eyes.
                reader.AdvanceTo(read.Buffer.End);
                return (null, StatusCodes.Status413PayloadTooLarge);
            }

            if (read.IsCompleted)
                break;

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        var activity = Parse(read.Buffer);
        reader.AdvanceTo(read.Buffer.End);
        return activity is not null && IsComplete(activity) ? (activity, StatusCodes.Status200OK) : (null, StatusCodes.Status400BadRequest);
    }

    private static Activity? Parse(in ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
            return Parse(body.FirstSpan);

        var length = (int)body.Length;
        var copy = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(copy);
            return Parse(copy.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private static Activity? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            if (!ReadableText.IsIn(json, MostDepth))
                return null;

            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MostDepth });
            var activity = JsonSerializer.Deserialize(ref reader, BotJson.TypeInfo<Activity>());
            return reader.Read() ? null : activity;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Without these an activity cannot be checked or answered.</summary>
    private static bool IsComplete(Activity activity) =>
        !string.IsNullOrEmpty(activity.Type)
        && !string.IsNullOrEmpty(activity.ChannelId)
        && !string.IsNullOrEmpty(activity.ServiceUrl)
        && !string.IsNullOrEmpty(activity.Conversation?.Id);
}
