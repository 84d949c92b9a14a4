using System.Globalization;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using NodaTime;

namespace PeerBot.Calendar;

/// <summary>What Graph's errors say, as far as it may be logged: status, code, request id, how long to wait.</summary>
internal static class GraphErrors
{
    public const string DuplicateTransaction = "ErrorDuplicateTransactionId";

    /// <summary>Graph's own error code, such as <c>ErrorItemNotFound</c>; null when the answer had no body of Graph's.</summary>
    public static string? Code(this ApiException e) => (e as ODataError)?.Error?.Code;

    public static string? RequestId(this ApiException e) =>
        Header(e, "request-id") ?? (e as ODataError)?.Error?.InnerError?.RequestId;

    /// <summary>The event is gone; not so when it is the whole mailbox that Graph does not find.</summary>
    public static bool IsGone(this ApiException e) => e.ResponseStatusCode == 404 && !NamesMailbox(e);

    /// <summary>The mailbox does not exist, is not in the cloud, or is outside the app's scope.</summary>
    public static bool IsMailboxRefused(this ApiException e) => e.ResponseStatusCode is 403 or 404 || NamesMailbox(e);

    private static bool NamesMailbox(ApiException e) =>
        e.Code() is "MailboxNotEnabledForRESTAPI" or "ErrorInvalidUser" or "ResourceNotFound" or "Request_ResourceNotFound";

    /// <summary>The first attempt's event exists: seen as 400 and as 409.</summary>
    public static bool IsDuplicate(this ApiException e) => e.ResponseStatusCode is 400 or 409 && e.Code() == DuplicateTransaction;

    public static string? ExistingEventId(this ApiException e) =>
        (e as ODataError)?.Error?.AdditionalData.TryGetValue("@event.existingEventId", out var id) == true ? id as string : null;

    /// <summary>Retry-After in seconds or as an HTTP date; null when absent or not understood.</summary>
    public static Duration? RetryAfter(this ApiException e, DateTimeOffset now)
    {
        if (Header(e, "Retry-After") is not { } value) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return Duration.FromSeconds(seconds);
        if (!DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return null;
        return at > now ? Duration.FromTimeSpan(at - now) : Duration.Zero;
    }

    private static string? Header(ApiException e, string name) => e.ResponseHeaders
        .FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
}
