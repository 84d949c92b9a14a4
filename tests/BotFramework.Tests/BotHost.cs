using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace PeerBot.BotFramework.Tests;

/// <summary>A bot behind a real Kestrel on this machine.</summary>
public sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConfigurationBotFrameworkAuthentication _authentication;

    private BotHost(WebApplication app, ConfigurationBotFrameworkAuthentication authentication, CloudAdapter adapter)
    {
        _app = app;
        _authentication = authentication;
        Adapter = adapter;
    }

    public CloudAdapter Adapter { get; }

    public HttpClient Client { get; private set; } = new();

    /// <summary>A bot that checks tokens when <paramref name="appId"/> is given, and otherwise takes anything from this machine.</summary>
    public static async Task<BotHost> StartAsync(IBot bot, LocalCloud? cloud = null, string? appId = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var authentication = Authentication(cloud, appId);
        var adapter = new CloudAdapter(authentication);
        app.Map("/api/messages", context => adapter.ProcessAsync(context.Request, context.Response, bot, CancellationToken.None));
        await app.StartAsync();
        return new BotHost(app, authentication, adapter) { Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) } };
    }

    public static ConfigurationBotFrameworkAuthentication Authentication(
        LocalCloud? cloud, string? appId, TimeProvider? time = null, Func<CancellationToken, Task<ConnectorToken>>? acquire = null)
    {
        var options = new ConnectorOptions
        {
            Development = true,
            AllowUnauthenticated = appId is null,
            AcquireToken = acquire,
            Time = time ?? TimeProvider.System,
        };
        return new ConfigurationBotFrameworkAuthentication(Settings(cloud, appId), options);
    }

    public static IConfiguration Settings(LocalCloud? cloud, string? appId) =>
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppType"] = "SingleTenant",
            ["MicrosoftAppId"] = appId,
            ["MicrosoftAppPassword"] = "a secret & more",
            ["MicrosoftAppTenantId"] = "home-tenant",
            ["ToBotFromChannelOpenIdMetadataUrl"] = cloud?.Metadata,
            ["ToChannelFromBotLoginUrl"] = cloud is null ? null : cloud.Root + "/home-tenant",
        }).Build();

    public async Task<HttpResponseMessage> PostAsync(
        string body, string? token = null, string contentType = "application/json", string? authorization = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if ((token is null ? authorization : "Bearer " + token) is { } header)
            request.Headers.TryAddWithoutValidation("Authorization", header);

        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _authentication.Dispose();
    }
}

/// <summary>A bot that is one function.</summary>
public sealed class FunctionBot(Func<ITurnContext, CancellationToken, Task> turn) : IBot
{
    public static FunctionBot Silent { get; } = new((_, _) => Task.CompletedTask);

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) => turn(turnContext, cancellationToken);
}

/// <summary>A clock that stands where it is put.</summary>
public sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>An adapter that keeps what is sent.</summary>
public sealed class RecordingAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Updated { get; } = [];

    public List<ConversationReference> Deleted { get; } = [];

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        Sent.AddRange(activities);
        return Task.FromResult(activities.Select((_, i) => new ResourceResponse($"id-{Sent.Count - activities.Length + i + 1}")).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Deleted.Add(reference);
        return Task.CompletedTask;
    }

    public Task RunAsync(Activity activity, BotCallbackHandler callback) =>
        RunPipelineAsync(new TurnContext(this, activity), callback, CancellationToken.None);
}
