using System.Net;
using Microsoft.IdentityModel.Tokens;

namespace PeerBot.BotFramework.Tests;

/// <summary>The checks on what comes in, each with a token that is right but for one thing.</summary>
public sealed class Token_of_the_channel : IAsyncLifetime
{
    private LocalCloud _cloud = null!;
    private BotHost _bot = null!;
    private int _turns;

    public async Task InitializeAsync()
    {
        _cloud = await LocalCloud.StartAsync();
        _bot = await BotHost.StartAsync(new FunctionBot(Count), _cloud, LocalCloud.AppId);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    [Fact]
    public async Task Lets_the_channel_in()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusOf(_cloud.Token()));
        Assert.Equal(1, _turns);
    }

    [Fact]
    public async Task Is_refused_when_it_is_missing_or_in_another_form()
    {
        var token = _cloud.Token();
        string?[] headers =
        [
            null, "", "Bearer", "Bearer ", "bearer " + token, "Basic " + token, token, "Bearer  " + token, "Bearer " + token + " x",
            "Bearer " + token + ", Bearer " + token, "Bearer a.b.c", "Bearer a.b", "Bearer " + token[..^20], "Bearer ....",
        ];
        foreach (var header in headers)
        {
            using var response = await _bot.PostAsync(Samples.Message(_cloud.ServiceUrl), authorization: header);
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, header);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }

        Assert.Equal(0, _turns);
    }

    [Theory]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0")]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("")]
    public async Task Is_refused_with_another_issuer(string issuer) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(issuer: issuer)));

    [Theory]
    [InlineData("11111111-5c9d-4f0e-9a53-3d9a4f1b7c11")]
    [InlineData("https://api.botframework.com")]
    [InlineData("api://0f2b6a5e-5c9d-4f0e-9a53-3d9a4f1b7c11")]
    [InlineData("")]
    public async Task Is_refused_for_another_bot(string audience) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(audience: audience)));

    [Fact]
    public async Task Is_good_for_five_minutes_before_and_after_its_time()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusOf(_cloud.Token(notBefore: TimeSpan.FromHours(-2), expires: TimeSpan.FromMinutes(-4))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(notBefore: TimeSpan.FromHours(-2), expires: TimeSpan.FromMinutes(-6))));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(_cloud.Token(notBefore: TimeSpan.FromMinutes(4))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(notBefore: TimeSpan.FromMinutes(6))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(withExpires: false)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(withNotBefore: false)));
    }

    [Fact]
    public async Task Is_refused_unless_a_published_RSA_key_signed_it()
    {
        var publicKey = _cloud.Keys["key-1"].Key.ExportSubjectPublicKeyInfo();
        using var stranger = System.Security.Cryptography.RSA.Create(2048);
        var parts = _cloud.Token().Split('.');
        var unsigned = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"key-1"}""");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(
            key: new SymmetricSecurityKey(publicKey) { KeyId = "key-1" }, algorithm: SecurityAlgorithms.HmacSha256)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(key: new RsaSecurityKey(stranger) { KeyId = "key-1" })));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(key: new RsaSecurityKey(_cloud.Keys["key-1"].Key))));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(algorithm: SecurityAlgorithms.RsaSsaPssSha256)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf($"{unsigned}.{parts[1]}."));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf($"{unsigned}.{parts[1]}.{parts[2]}"));
        Assert.Equal(0, _turns);
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task May_use_the_longer_RSA_algorithms(string algorithm) =>
        Assert.Equal(HttpStatusCode.OK, await StatusOf(_cloud.Token(algorithm: algorithm)));

    [Fact]
    public async Task Is_forbidden_when_its_key_may_not_speak_for_Teams()
    {
        _cloud.AddKey("key-other", "webchat", "directline");
        _cloud.AddKey("key-bare");

        Assert.Equal(HttpStatusCode.Forbidden, await StatusOf(_cloud.Token("key-other")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOf(_cloud.Token("key-bare")));
        Assert.Equal(0, _turns);
    }

    [Fact]
    public async Task Is_forbidden_for_another_service_URL_than_its_own()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOf(_cloud.Token(serviceUrl: null)));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOf(_cloud.Token(serviceUrl: "https://smba.trafficmanager.net/uk/")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusOf(_cloud.Token(serviceUrl: _cloud.ServiceUrl + "x")));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(_cloud.Token(serviceUrl: _cloud.ServiceUrl.Replace("/teams", "/TEAMS", StringComparison.Ordinal))));
        Assert.Equal(1, _turns);
    }

    [Fact]
    public async Task Is_forbidden_for_a_host_that_is_not_Teams_though_the_token_names_it()
    {
        const string forged = "https://evil.trafficmanager.net/uk/";
        using var response = await _bot.PostAsync(Samples.Message(forged), _cloud.Token(serviceUrl: forged));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("emulator")]
    [InlineData("AseChannel")]
    [InlineData("webchat")]
    [InlineData("MSTEAMS")]
    public async Task Is_forbidden_for_another_channel(string channel)
    {
        using var response = await _bot.PostAsync(Samples.OfType("message", _cloud.ServiceUrl, channel), _cloud.Token());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Of_the_emulator_of_a_skill_or_of_the_bot_itself_is_refused()
    {
        // Families of tokens that the official SDK takes: signed with a good key even, they are not the channel's.
        foreach (var issuer in new[]
        {
            "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "https://login.microsoftonline.com/home-tenant/v2.0",
            "https://sts.windows.net/home-tenant/",
        })
        {
            foreach (var audience in new[] { LocalCloud.AppId, "https://api.botframework.com", $"api://botid-{LocalCloud.AppId}" })
                Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(issuer: issuer, audience: audience)));
        }

        Assert.Equal(0, _turns);
    }

    [Fact]
    public async Task Is_checked_before_the_body_is_read()
    {
        using var stranger = await _bot.PostAsync("{ not json", authorization: "Bearer a.b.c");
        using var channel = await _bot.PostAsync("{ not json", _cloud.Token());

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, channel.StatusCode);
    }

    [Fact]
    public async Task Of_a_new_key_makes_the_keys_be_fetched_once_more_and_no_oftener()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusOf(_cloud.Token()));
        _cloud.AddKey("key-2", "msteams");
        Assert.Equal(HttpStatusCode.OK, await StatusOf(_cloud.Token("key-2")));
        Assert.Equal(2, _cloud.KeyFetches);

        using var unknown = System.Security.Cryptography.RSA.Create(2048);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(key: new RsaSecurityKey(unknown) { KeyId = "made-up" })));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOf(_cloud.Token(key: new RsaSecurityKey(unknown) { KeyId = "made-up-2" })));
        Assert.Equal(2, _cloud.KeyFetches);
    }

    [Fact]
    public async Task That_is_guessed_again_and_again_is_not_even_looked_at_and_the_channel_goes_on()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusOf(_cloud.Token()));
        var known = _cloud.Token();
        Assert.Equal(HttpStatusCode.OK, await StatusOf(known));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4 * RefusedCallers.AtOnce).Select(_ => StatusOf("a.b.c")));

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.All(answers, answer => Assert.True(answer is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests, $"{answer}"));
        Assert.Equal(HttpStatusCode.OK, await StatusOf(known));
    }

    [Fact]
    public async Task Cannot_be_checked_while_there_are_no_keys()
    {
        _cloud.KeysAreDown = true;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusOf(_cloud.Token()));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusOf(_cloud.Token()));
        Assert.Equal(1, _cloud.KeyRequests);
    }

    [Fact]
    public async Task Is_checked_again_after_its_time_and_after_a_change_of_keys()
    {
        var clock = new StandingClock(TimeProvider.System.GetUtcNow());
        using var authentication = BotHost.Authentication(_cloud, LocalCloud.AppId, clock);
        var header = "Bearer " + _cloud.Token();
        var activity = Samples.Parsed(Samples.Message(_cloud.ServiceUrl));
        await authentication.AuthenticateRequestAsync(activity, header, CancellationToken.None);

        clock.Now += TimeSpan.FromMinutes(66);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => authentication.AuthenticateRequestAsync(activity, header, CancellationToken.None));

        clock.Now -= TimeSpan.FromMinutes(66);
        _cloud.Keys.Clear();
        _cloud.AddKey("key-9", "msteams");
        await authentication.AuthenticateRequestAsync(activity, header, CancellationToken.None);
        await authentication.AuthenticateRequestAsync(activity, "Bearer " + _cloud.Token("key-9"), CancellationToken.None);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => authentication.AuthenticateRequestAsync(activity, header, CancellationToken.None));
    }

    [Fact]
    public async Task Is_checked_with_the_last_good_keys_while_new_ones_cannot_be_had()
    {
        var clock = new StandingClock(TimeProvider.System.GetUtcNow());
        using var authentication = BotHost.Authentication(_cloud, LocalCloud.AppId, clock);
        var activity = Samples.Parsed(Samples.Message(_cloud.ServiceUrl));
        var late = "Bearer " + _cloud.Token(expires: TimeSpan.FromHours(30));
        await authentication.AuthenticateRequestAsync(activity, late, CancellationToken.None);

        clock.Now += TimeSpan.FromHours(13);
        _cloud.KeysAreDown = true;
        await authentication.AuthenticateRequestAsync(activity, late, CancellationToken.None);
        Assert.Equal(1, _cloud.KeyFetches);

        clock.Now += TimeSpan.FromMinutes(1);
        _cloud.KeysAreDown = false;
        await authentication.AuthenticateRequestAsync(activity, late, CancellationToken.None);
        Assert.Equal(2, _cloud.KeyFetches);
    }

    [Fact]
    public async Task Is_checked_with_the_last_good_keys_while_the_key_server_hangs()
    {
        var clock = new StandingClock(TimeProvider.System.GetUtcNow());
        using var authentication = BotHost.Authentication(_cloud, LocalCloud.AppId, clock);
        var activity = Samples.Parsed(Samples.Message(_cloud.ServiceUrl));
        var late = "Bearer " + _cloud.Token(expires: TimeSpan.FromHours(30));
        await authentication.AuthenticateRequestAsync(activity, late, CancellationToken.None);

        clock.Now += TimeSpan.FromHours(13);
        _cloud.KeysHang = new TaskCompletionSource();
        using var aborted = new CancellationTokenSource();
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => authentication.AuthenticateRequestAsync(activity, late, aborted.Token)))
            .WaitAsync(TimeSpan.FromSeconds(20)); // a bound for a shut door, never reached otherwise
        Assert.Equal(2, _cloud.KeyRequests);

        // Whoever asked first is gone; what they began goes on, and its failure counts from its end.
        await aborted.CancelAsync();
        clock.Now += TimeSpan.FromSeconds(30);
        (_cloud.KeysAreDown, _) = (true, _cloud.KeysHang.TrySetResult());
        await authentication.AuthenticateRequestAsync(activity, late, CancellationToken.None);
        await authentication.AuthenticateRequestAsync(activity, late, CancellationToken.None);
        Assert.Equal(2, _cloud.KeyRequests);

        clock.Now += TimeSpan.FromSeconds(11);
        _cloud.KeysAreDown = false;
        await authentication.AuthenticateRequestAsync(activity, late, CancellationToken.None);
        Assert.Equal(2, _cloud.KeyFetches);
    }

    private async Task<HttpStatusCode> StatusOf(string token)
    {
        using var response = await _bot.PostAsync(Samples.Message(_cloud.ServiceUrl), token);
        return response.StatusCode;
    }

    private Task Count(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        _turns++;
        return Task.CompletedTask;
    }
}
