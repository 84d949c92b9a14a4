using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Privacy;

/// <summary>The keys of private words in the database, locked by a key that never leaves Azure Key Vault. The vault of these tests is in this process.</summary>
public sealed class Keys_locked_by_Key_Vault : IDisposable
{
    private const string Key = "https://peerbot.vault.azure.net/keys/peerbot";

    private readonly Folder folder = new();
    private readonly Vault vault = new();

    public void Dispose()
    {
        folder.IsKept = false;
        folder.Dispose();
    }

    [Fact]
    public async Task Are_locked_there_and_opened_there_at_the_next_start()
    {
        string note;
        await using (var bot = await StartAsync(Key))
        {
            Assert.All(await bot.Database.KeysAsync(), key =>
            {
                Assert.Contains($"<kid>{Key}/1</kid>", key, StringComparison.Ordinal);
                Assert.DoesNotContain("masterKey", key, StringComparison.Ordinal);
            });
            note = Protector(bot).Protect("Quillfeather");
        }

        vault.Version = 2;
        await using (var bot = await StartAsync(Key))
        {
            Assert.Equal("Quillfeather", Protector(bot).Unprotect(note));
        }

        Assert.Contains($"{Key}/wrapkey?api-version=7.4", vault.Asked);
        Assert.Contains($"{Key}/1/unwrapkey?api-version=7.4", vault.Asked);
        Assert.All(vault.Tokens, token => Assert.Equal("Bearer of the identity", token));
    }

    [Fact]
    public async Task Are_not_opened_without_it_and_the_start_says_what_to_set()
    {
        await using (await StartAsync(Key))
        {
        }

        Assert.Contains(KeyVault.Setting, await RefusalAsync(null), StringComparison.Ordinal);
        Assert.Contains($"set {KeyVault.EarlierSetting}", await RefusalAsync("https://other.vault.azure.net/keys/peerbot"), StringComparison.Ordinal);
        vault.Answers = HttpStatusCode.Forbidden;
        Assert.Contains("Key Vault answered 403 to unwrapkey", await RefusalAsync(Key), StringComparison.Ordinal);
        vault.Answers = HttpStatusCode.OK;
        vault.IsAway = true;
        Assert.Contains("no usable answer", await RefusalAsync(Key), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_read_from_the_earlier_vault_while_it_is_named()
    {
        await using (await StartAsync(Key))
        {
        }

        await using var bot = await StartAsync("https://fresh.vault.azure.net/keys/peerbot", (KeyVault.EarlierSetting, Key));
        Assert.Contains($"{Key}/1/unwrapkey?api-version=7.4", vault.Asked);
    }

    [Fact]
    public async Task Are_locked_again_with_the_newest_version_and_each_is_opened_with_its_own()
    {
        using var keys = Opened(Key);
        var first = await keys.WrapAsync([1, 2, 3]);
        vault.Version = 2;
        var second = await keys.WrapAsync([4, 5, 6]);

        Assert.Equal(($"{Key}/1", $"{Key}/2"), (first.Key, second.Key));
        Assert.Equal([1, 2, 3], await keys.UnwrapAsync(first.Key, first.Locked));
        Assert.Equal([4, 5, 6], await keys.UnwrapAsync(second.Key, second.Locked));
        Assert.Equal(
            [$"{Key}/wrapkey?api-version=7.4", $"{Key}/wrapkey?api-version=7.4", $"{Key}/1/unwrapkey?api-version=7.4", $"{Key}/2/unwrapkey?api-version=7.4"],
            vault.Asked);
    }

    [Fact]
    public async Task Are_locked_with_the_version_that_the_settings_name_and_opened_with_any()
    {
        vault.Version = 2;
        using (var keys = Opened(Key))
        {
            var (lockedWith, locked) = await keys.WrapAsync([1, 2, 3]);
            using var pinned = Opened($"{Key}/1");
            Assert.Equal([1, 2, 3], await pinned.UnwrapAsync(lockedWith, locked));
            await pinned.WrapAsync([1, 2, 3]);
        }

        Assert.Equal($"{Key}/1/wrapkey?api-version=7.4", vault.Asked[^1]);
    }

    [Theory]
    [InlineData("https://peerbot.vault.usgovcloudapi.net/keys/peerbot", "https://vault.usgovcloudapi.net/.default")]
    [InlineData("https://peerbot.vault.azure.cn/keys/peerbot", "https://vault.azure.cn/.default")]
    [InlineData("https://peerbot.vault.azure.net/keys/peerbot", "https://vault.azure.net/.default")]
    public async Task May_lie_in_a_national_cloud_with_tokens_for_it(string key, string scope)
    {
        using var keys = new KeyVault(new Uri(key), earlier: null, new Identity(scope), vault);
        var (lockedWith, locked) = await keys.WrapAsync([1, 2, 3]);
        Assert.Equal([1, 2, 3], await keys.UnwrapAsync(lockedWith, locked));
        Assert.StartsWith(key, lockedWith, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Are_asked_for_again_where_the_vault_is_busy(int status)
    {
        using var keys = Opened(Key);
        (vault.Answers, vault.Times) = ((HttpStatusCode)status, 3);
        Assert.Equal($"{Key}/1", (await keys.WrapAsync([1, 2, 3])).Key);
        Assert.Equal(4, vault.Asked.Count);

        vault.Times = 4;
        Assert.Contains($"{status}", (await Assert.ThrowsAsync<CryptographicException>(() => keys.WrapAsync([1, 2, 3]))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "RSA key")]
    [InlineData(401, "KeyVaultIdentity")]
    [InlineData(403, "rights")]
    [InlineData(404, "no such key")]
    public async Task Are_refused_with_what_to_look_at_and_not_asked_for_again(int status, string hint)
    {
        using var keys = Opened(Key);
        vault.Answers = (HttpStatusCode)status;
        Assert.Contains(hint, (await Assert.ThrowsAsync<CryptographicException>(() => keys.WrapAsync([1, 2, 3]))).Message, StringComparison.Ordinal);
        Assert.Single(vault.Asked);
    }

    [Theory]
    [InlineData($"{Key}")]
    [InlineData("https://other.vault.azure.net/keys/peerbot/1")]
    [InlineData(null)]
    public async Task Are_not_stored_under_what_would_not_open_them_again(string? kid)
    {
        using var keys = Opened(Key);
        vault.Kid = _ => kid;
        await Assert.ThrowsAsync<CryptographicException>(() => keys.WrapAsync([1, 2, 3]));
    }

    [Theory]
    [InlineData(Key)]
    [InlineData("https://attacker.example/keys/peerbot/1")]
    [InlineData("https://peerbot.vault.azure.cn/keys/peerbot/1")]
    [InlineData("https://attacker.vault.azure.net/keys/peerbot/1")]
    [InlineData("https://peerbot.vault.azure.net/keys/another/1")]
    [InlineData("https://peerbot.vault.azure.net:8443/keys/peerbot/1")]
    [InlineData("https://peerbot.vault.azure.net@attacker.example/keys/peerbot/1")]
    [InlineData("http://peerbot.vault.azure.net/keys/peerbot/1")]
    [InlineData("nowhere")]
    public async Task Get_no_token_sent_to_an_address_that_was_written_into_the_database(string forged)
    {
        using var keys = new KeyVault(new Uri(Key), earlier: null, new Identity(), vault);

        await Assert.ThrowsAsync<CryptographicException>(() => keys.UnwrapAsync(forged, [1, 2, 3]));

        Assert.Empty(vault.Asked);
    }

    [Theory]
    [InlineData("http://peerbot.vault.azure.net/keys/peerbot")]
    [InlineData("https://peerbot.vault.azure.net/secrets/peerbot")]
    [InlineData("https://vault.azure.net/keys/peerbot")]
    [InlineData("https://peerbot.vault.azure.net.attacker.example/keys/peerbot")]
    [InlineData("peerbot")]
    public async Task Are_not_sent_to_what_is_no_key_of_a_vault(string setting) =>
        Assert.Contains($"Set {KeyVault.Setting} to the identifier of a key", await RefusalAsync(setting), StringComparison.Ordinal);

    private KeyVault Opened(string key) =>
        new(new Uri(key), earlier: null, new Identity(), vault) { Pauses = [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero] };

    private static IDataProtector Protector(RunningBot bot) => bot.Service<IDataProtectionProvider>().CreateProtector("test");

    private async Task<string> RefusalAsync(string? key) => (await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(key))).Message;

    private async Task<RunningBot> StartAsync(string? key, params (string, string?)[] settings)
    {
        folder.IsKept = true;
        return await RunningBot.StartAsync(
            folder,
            replace: services =>
            {
                if (key is not null)
                    services.AddSingleton(_ => new KeyVault(new Uri(key), settings.Length > 0 ? new Uri(settings[0].Item2!) : null, new Identity(), vault) { Pauses = [] });
            },
            settings: [(KeyVault.Setting, key), .. settings]);
    }

    private sealed class Identity(string scope = "https://vault.azure.net/.default") : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new("of the identity", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal(scope, Assert.Single(requestContext.Scopes));
            return new(GetToken(requestContext, cancellationToken));
        }
    }

    /// <summary>Wraps and unwraps as Key Vault is documented.</summary>
    private sealed class Vault : HttpMessageHandler
    {
        private readonly RSA rsa = RSA.Create(2048);

        public int Version { get; set; } = 1;

        public HttpStatusCode Answers { get; set; } = HttpStatusCode.OK;

        /// <summary>How many requests <see cref="Answers"/> goes for; all of them unless said otherwise.</summary>
        public int Times { get; set; } = int.MaxValue;

        public Func<string, string?> Kid { get; set; } = kid => kid;

        public bool IsAway { get; set; }

        public List<string> Asked { get; } = [];

        public List<string?> Tokens { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!.AbsoluteUri);
            Tokens.Add(request.Headers.Authorization?.ToString());
            if (IsAway)
                throw new HttpRequestException("away");
            if (Answers != HttpStatusCode.OK && Times-- > 0)
                return new HttpResponseMessage(Answers);
            var body = (await request.Content!.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
            Assert.Equal("RSA-OAEP-256", (string?)body["alg"]);
            var value = WebEncoders.Base64UrlDecode((string)body["value"]!);
            var wraps = request.RequestUri.AbsolutePath.EndsWith("/wrapkey", StringComparison.Ordinal);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = JsonContent.Create(new JsonObject
                {
                    ["kid"] = Kid($"https://{request.RequestUri.Host}/keys/peerbot/{(request.RequestUri.Segments.Length == 5 ? request.RequestUri.Segments[3].TrimEnd('/') : Version)}"),
                    ["value"] = WebEncoders.Base64UrlEncode(
                        wraps ? rsa.Encrypt(value, RSAEncryptionPadding.OaepSHA256) : rsa.Decrypt(value, RSAEncryptionPadding.OaepSHA256)),
                }),
            };
        }
    }
}
