using System.Collections.Frozen;

namespace PeerBot.BotFramework;

/// <summary>The URLs the bot answers to and sends its token to. A forged one would be handed the token.</summary>
internal sealed class ServiceUrls
{
    private readonly FrozenSet<string> _hosts;
    private readonly bool _allowLoopback;

    public ServiceUrls(IEnumerable<string> hosts, bool allowLoopback)
    {
        _hosts = hosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _allowLoopback = allowLoopback;
    }

    /// <summary>The URL when it is allowed; null when it is not.</summary>
    public Uri? Allowed(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)
            || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return null;
        }

        if (_allowLoopback && IsLoopback(uri))
            return uri;

        return uri.Scheme == Uri.UriSchemeHttps && _hosts.Contains(uri.IdnHost) && HasNoPort(serviceUrl!, uri) ? uri : null;
    }

    public static bool IsLoopback(Uri uri) => uri.IsLoopback && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static bool HasNoPort(string written, Uri uri)
    {
        // Uri forgets a port that is the scheme's own, and a port that is written is a sign that somebody tries something.
        var rest = written.AsSpan("https://".Length);
        return rest.StartsWith(uri.Host, StringComparison.OrdinalIgnoreCase)
            && (rest.Length == uri.Host.Length || rest[uri.Host.Length] == '/');
    }
}
