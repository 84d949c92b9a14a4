using PeerBot.Bot.Turns;
using PeerBot.Cards;
#if BOTSDK_MICROSOFT
using System.Text;
using Newtonsoft.Json.Linq;
#endif

namespace PeerBot.Bot;

/// <summary>
/// With <see cref="BotCredential"/> the only place where it matters which Bot Framework this is built on: cards cross here as JSON text, because the official SDK carries
/// Newtonsoft objects and ours System.Text.Json.
/// </summary>
internal static class BotSdk
{
    public static AdaptiveCardInvokeResponse Card(CardText card) =>
        new() { StatusCode = 200, Type = AdaptiveCard.ContentType, Value = Content(card) };

    public static AdaptiveCardInvokeResponse Message(string text) =>
        new() { StatusCode = 200, Type = CardAnswer.MessageType, Value = text };

    /// <returns>Null where the channel's data names no tenant; empty where it cannot be read.</returns>
    public static string? TenantOf(IActivity activity)
    {
        try
        {
            return activity.GetChannelData<TeamsChannelData>()?.Tenant?.Id;
        }
#if BOTSDK_MICROSOFT
        catch (Exception odd) when (odd is Newtonsoft.Json.JsonException or InvalidCastException or ArgumentException or FormatException)
#else
        catch (System.Text.Json.JsonException)
#endif
        {
            return "";
        }
    }

    public static Activity ToActivity(Outgoing message)
    {
        var activity = (Activity)Activity.CreateMessageActivity();
        activity.Text = message.Text;
        activity.Summary = message.Summary;
        if (message.Text is not null)
        {
            activity.TextFormat = message.Plain ? TextFormatTypes.Plain : TextFormatTypes.Markdown;
        }

        if (message.Cards is { } cards)
        {
            activity.Attachments = [.. cards.Select(card => new Attachment { ContentType = AdaptiveCard.ContentType, Content = Content(card) })];
            activity.AttachmentLayout = cards.Count > 1 ? AttachmentLayoutTypes.Carousel : null;
        }

        return activity;
    }

    public static void AddBotSdk(this WebApplicationBuilder builder)
    {
#if BOTSDK_MICROSOFT
        builder.Services.AddSingleton<BotFrameworkAuthentication>(services =>
            new ConfigurationBotFrameworkAuthentication(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(services => new CloudAdapter(services.GetRequiredService<BotFrameworkAuthentication>()));
#else
        var development = builder.Environment.IsDevelopment();
        builder.Services.AddSingleton<BotFrameworkAuthentication>(services => new ConfigurationBotFrameworkAuthentication(
            services.GetRequiredService<IConfiguration>(),
            new ConnectorOptions { Development = development, AllowUnauthenticated = development, AcquireToken = BotCredential.From(builder.Configuration) }));
        builder.Services.AddSingleton(services => new CloudAdapter(
            services.GetRequiredService<BotFrameworkAuthentication>(), services.GetRequiredService<ILogger<CloudAdapter>>()));
#endif
    }

    /// <summary>Nothing was sent, because the address is none of the channel's. The official SDK sends anywhere.</summary>
    public static bool IsRefusedHost(InvalidOperationException exception) =>
#if BOTSDK_MICROSOFT
        false;
#else
        exception is ServiceUrlRefusedException;
#endif

#if BOTSDK_MICROSOFT
    private static object Content(CardText card) => JObject.Parse(Encoding.UTF8.GetString(card.Utf8.Span));
#else
    private static object Content(CardText card) => new RawJson(card.Utf8);
#endif
}
