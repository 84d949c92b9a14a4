using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.AspNetCore.WebUtilities;

namespace PeerBot.Bot;

/// <summary>One RSA key in Azure Key Vault, which never leaves it: other keys are sent there to be locked and unlocked.</summary>
/// <remarks>
/// Source: Key Vault REST, keys wrapKey and unwrapKey, 7.4; a request without a version goes to the newest. Rarely called: at the start, once a
/// day, and when a new key is made.
/// </remarks>
internal sealed class KeyVault(Uri key, Uri? earlier, TokenCredential credential, HttpMessageHandler handler) : IDisposable
{
    public const string Setting = "DataProtection:KeyVaultKey";
    public const string EarlierSetting = "DataProtection:EarlierKeyVaultKey";
    public const string IdentitySetting = "DataProtection:KeyVaultIdentity";

    private const string Algorithm = "RSA-OAEP-256";

    /// <summary>The public cloud, and those of the US government and of China; tokens are asked for by the same name.</summary>
    private static readonly string[] Clouds = ["vault.azure.net", "vault.usgovcloudapi.net", "vault.azure.cn"];

    /// <summary>Too many requests, or the vault is about to move: Key Vault asks to wait longer each time.</summary>
    private static readonly int[] Passing = [408, 429, 500, 502, 503, 504];

    private readonly HttpClient http = new(handler, disposeHandler: true) { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 64 * 1024 };

    /// <summary>Before each further try.</summary>
    public IReadOnlyList<TimeSpan> Pauses { get; init; } = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    /// <returns>Null where the settings name no key.</returns>
    /// <exception cref="InvalidOperationException">What stands there is no key of Key Vault.</exception>
    public static Uri? KeyIn(IConfiguration configuration, string setting)
    {
        if (configuration[setting] is not { Length: > 0 } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && IsKey(uri)
            ? uri
            : throw new InvalidOperationException($"Set {setting} to the identifier of a key in Azure Key Vault, such as https://peerbot.vault.azure.net/keys/peerbot.");
    }

    /// <summary>Locks with the newest version of the key, unless the settings name one.</summary>
    /// <returns>What was locked, and the version of the key that unlocks it.</returns>
    public async Task<(string Key, byte[] Locked)> WrapAsync(byte[] secret, CancellationToken cancellation = default)
    {
        var answer = await AskAsync(key, "wrapkey", secret, cancellation);

        // Without the version it would be unlocked with whatever is the newest by then.
        return Text(answer, "kid") is { } version && VersionIn(version) is not null ? (version, Value(answer)) : throw Unusable();
    }

    /// <param name="lockedWith">As stored, and so believed no more than anything that is stored: no token goes anywhere but to a key of the settings.</param>
    /// <exception cref="CryptographicException">It is another key, or Key Vault does not unlock with it.</exception>
    public async Task<byte[]> UnwrapAsync(string lockedWith, byte[] locked, CancellationToken cancellation = default)
    {
        if (VersionIn(lockedWith) is not { } version)
        {
            throw new CryptographicException($"They were locked with another key than {Setting}: set {EarlierSetting} to that one.");
        }

        return Value(await AskAsync(version, "unwrapkey", locked, cancellation));
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonNode> AskAsync(Uri at, string operation, byte[] value, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var response = await SendAsync(at, operation, value, cancellation);
                if (response.IsSuccessStatusCode)
                {
                    return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation)) ?? throw Unusable();
                }

                if (!Passing.Contains((int)response.StatusCode) || attempt == Pauses.Count)
                {
                    throw new CryptographicException($"Key Vault answered {(int)response.StatusCode} to {operation}: {MeaningOf((int)response.StatusCode)}");
                }
            }
            catch (HttpRequestException) when (attempt < Pauses.Count)
            {
                // Once more, below.
            }
            catch (Exception reason) when (reason is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException or Azure.Identity.AuthenticationFailedException)
            {
                throw new CryptographicException($"Key Vault gave no usable answer to {operation} ({reason.GetType().Name}). See {Setting} and {IdentitySetting}.");
            }

            await Task.Delay(Pauses[attempt], cancellation);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri at, string operation, byte[] value, CancellationToken cancellation)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext([$"https://{CloudOf(at)}/.default"]), cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{at.AbsoluteUri.TrimEnd('/')}/{operation}?api-version=7.4"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        request.Content = JsonContent.Create(new JsonObject { ["alg"] = Algorithm, ["value"] = WebEncoders.Base64UrlEncode(value) });
        return await http.SendAsync(request, cancellation);
    }

    private static string MeaningOf(int status) => status switch
    {
        400 => $"the key of {Setting} has to be an RSA key that may wrap and unwrap.",
        401 => $"it does not know PeerBot's identity; see {IdentitySetting}.",
        403 => $"PeerBot's identity needs the rights to wrap and unwrap with {Setting}, the vault's firewall has to let it in, and the key's version has to be enabled.",
        404 => $"there is no such key or version; see {Setting} and {EarlierSetting}.",
        _ => "it did not do so for several tries either.",
    };

    private static byte[] Value(JsonNode answer)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(Text(answer, "value") ?? throw Unusable());
        }
        catch (FormatException)
        {
            throw Unusable();
        }
    }

    private static string? Text(JsonNode answer, string name) =>
        answer is JsonObject fields && fields[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <returns>Null for what is no version of a key of the settings.</returns>
    private Uri? VersionIn(string kid) =>
        Uri.TryCreate(kid, UriKind.Absolute, out var version) && IsKey(version) && version.Segments.Length == 4
            && (IsOf(key, version) || (earlier is not null && IsOf(earlier, version)))
            ? version
            : null;

    private static CryptographicException Unusable() => new("Key Vault gave an answer that cannot be used.");

    private static bool IsKey(Uri uri) =>
        uri is { Scheme: "https", IsDefaultPort: true, UserInfo: "", Query: "", Fragment: "" }
        && CloudOf(uri) is not null
        && uri.Segments is ["/", "keys/", _] or ["/", "keys/", _, _];

    private static string? CloudOf(Uri uri) => Array.Find(Clouds, cloud =>
        uri.Host.Length > cloud.Length + 1 && uri.Host.EndsWith($".{cloud}", StringComparison.OrdinalIgnoreCase));

    private static bool IsOf(Uri key, Uri version) =>
        key.Host.Equals(version.Host, StringComparison.OrdinalIgnoreCase)
        && key.Segments[2].TrimEnd('/').Equals(version.Segments[2].TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
