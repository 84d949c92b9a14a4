using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.AspNetCore.WebUtilities;

namespace PeerBot.Bot;

/// <summary>One RSA key in Azure Key Vault, which never leaves it: other keys are sent there to be locked and unlocked.</summary>
/// <remarks>Source: Key Vault REST, keys wrapKey and unwrapKey, 7.4. Rarely called: at the start, once a day, and when a new key is made.</remarks>
internal sealed class KeyVault(Uri key, Uri? earlier, TokenCredential credential, HttpMessageHandler handler) : IDisposable
{
    public const string Setting = "DataProtection:KeyVaultKey";
    public const string EarlierSetting = "DataProtection:EarlierKeyVaultKey";
    public const string IdentitySetting = "DataProtection:KeyVaultIdentity";

    private const string Host = ".vault.azure.net";
    private const string Algorithm = "RSA-OAEP-256";
    private static readonly TokenRequestContext Scope = new(["https://vault.azure.net/.default"]);

    private readonly HttpClient http = new(handler, disposeHandler: true) { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = 64 * 1024 };

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
        return ((string?)answer["kid"] ?? throw Unusable(), Value(answer));
    }

    /// <param name="lockedWith">As stored, and so believed no more than anything that is stored: no token goes anywhere but to a key of the settings.</param>
    /// <exception cref="CryptographicException">It is another key, or Key Vault does not unlock with it.</exception>
    public async Task<byte[]> UnwrapAsync(string lockedWith, byte[] locked, CancellationToken cancellation = default)
    {
        if (!Uri.TryCreate(lockedWith, UriKind.Absolute, out var version) || !IsKey(version) || !(IsOf(key, version) || (earlier is not null && IsOf(earlier, version))))
        {
            throw new CryptographicException($"They were locked with another key than {Setting}: set {EarlierSetting} to that one.");
        }

        return Value(await AskAsync(version, "unwrapkey", locked, cancellation));
    }

    public void Dispose() => http.Dispose();

    private async Task<JsonNode> AskAsync(Uri at, string operation, byte[] value, CancellationToken cancellation)
    {
        try
        {
            var token = await credential.GetTokenAsync(Scope, cancellation);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{at.AbsoluteUri.TrimEnd('/')}/{operation}?api-version=7.4"));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
            request.Content = JsonContent.Create(new JsonObject { ["alg"] = Algorithm, ["value"] = WebEncoders.Base64UrlEncode(value) });
            using var response = await http.SendAsync(request, cancellation);
            return response.IsSuccessStatusCode
                ? JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellation)) ?? throw Unusable()
                : throw new CryptographicException(
                    $"Key Vault answered {(int)response.StatusCode} to {operation}: PeerBot's identity needs the rights to wrap and unwrap with {Setting}.");
        }
        catch (Exception reason) when (reason is HttpRequestException or OperationCanceledException or System.Text.Json.JsonException or Azure.Identity.AuthenticationFailedException)
        {
            throw new CryptographicException($"Key Vault gave no usable answer to {operation} ({reason.GetType().Name}). See {Setting} and {IdentitySetting}.");
        }
    }

    private static byte[] Value(JsonNode answer)
    {
        try
        {
            return WebEncoders.Base64UrlDecode((string?)answer["value"] ?? throw Unusable());
        }
        catch (Exception odd) when (odd is FormatException or InvalidOperationException)
        {
            throw Unusable();
        }
    }

    private static CryptographicException Unusable() => new("Key Vault gave an answer that cannot be used.");

    private static bool IsKey(Uri uri) =>
        uri is { Scheme: "https", IsDefaultPort: true, UserInfo: "", Query: "", Fragment: "" }
        && uri.Host.EndsWith(Host, StringComparison.OrdinalIgnoreCase)
        && uri.Host.Length > Host.Length
        && uri.Segments is ["/", "keys/", _] or ["/", "keys/", _, _];

    private static bool IsOf(Uri key, Uri version) =>
        key.Host.Equals(version.Host, StringComparison.OrdinalIgnoreCase)
        && key.Segments[2].TrimEnd('/').Equals(version.Segments[2].TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
