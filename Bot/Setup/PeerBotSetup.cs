using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using PeerBot.Bot.Calendar;
using PeerBot.Bot.Delivery;
using PeerBot.Bot.MyData;
using PeerBot.Bot.Rehearsal;
using PeerBot.Bot.Sample;
using PeerBot.Bot.Telemetry;
using PeerBot.Bot.Turns;
using PeerBot.Calendar;
using PeerBot.Dialogs;
using PeerBot.Domain.Scheduling;
using PeerBot.Entra;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>Puts the product together. What each part needs stands in its constructor.</summary>
internal static class PeerBotSetup
{
    public static WebApplicationBuilder AddPeerBot(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var development = builder.Environment.IsDevelopment();
        builder.AddDoor();
        builder.AddBotSdk();
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<TimeProvider>().ToClock());
        services.AddSingleton(new BotIdentity(builder.Configuration["MicrosoftAppId"] ?? ""));
        services.AddSingleton(_ => new LoadedReference(ReferenceData.Load(builder.Configuration, rehearsing: development)));
        services.AddSingleton(provider => provider.GetRequiredService<LoadedReference>().AsConfigured with
        {
            Links = provider.GetRequiredService<PersonalLinks>(),
            RetentionDryRun = builder.Configuration.Flag(PlainSettings.RetentionDryRun),
        });
        services.AddSingleton(provider => OpenDatabase(builder, provider));
        var check = new StartCheck();
        services.AddSingleton(check);
        check.Try(builder.AddPrivacyAtRest);
        services.AddTelemetry();

        services.AddSingleton<IMailboxes, DirectoryMailboxes>();
        services.AddSingleton<LocalCalendarStore>();
        services.AddSingleton<ILocalCalendarStore>(provider => provider.GetRequiredService<LocalCalendarStore>());
        services.AddSingleton<IDeclaredTimes>(provider => provider.GetRequiredService<LocalCalendarStore>());
        services.AddCalendar(builder.Configuration);
        services.Configure<CalendarFeedOptions>(builder.Configuration.GetSection(CalendarFeedOptions.Section));
        services.AddSingleton<CalendarFeeds>();
        services.AddSingleton<IFeedAddresses>(provider => provider.GetRequiredService<CalendarFeeds>());

        services.AddDirectory(builder.Configuration);
        services.AddSingleton<NightlyStart>();
        services.AddSingleton<RegisterImport>();

        services.AddSingleton<PersonalLinks>();
        services.AddSingleton<Housekeeping>();
        services.AddSingleton<People>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<TenantGate>();
        services.AddSingleton(_ => new Router(new DialogStack(), Flows.All));
        services.AddSingleton<TurnRunner>();
        services.AddSingleton<IBot, TeamsBot>();

        services.AddSingleton<Dispatch>();
        services.AddSingleton<Unreached>();
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ChannelSender>();
        services.AddSingleton<ChannelRoom>();
        services.AddSingleton<SecondCopies>();
        services.AddSingleton<LostReach>();
        services.AddSingleton<ErrandRunner>();
        services.AddSingleton<DigestRunner>();
        services.AddSingleton<Courier>();
        services.AddHostedService<DeliveryLoop>();
        services.AddHealth();
        check.Try(builder.AddRehearsal<SampleRehearsal>);
        return builder;
    }

    public static async Task<WebApplication> UsePeerBotAsync(this WebApplication app)
    {
        CrashPoint.Arm(app.Environment);

        // Wrong settings stop the start here, all of them at once and before anything is opened.
        var check = app.Services.GetRequiredService<StartCheck>();
        check.Try(() => app.Services.GetRequiredService<CloudAdapter>());
        check.Try(() => app.Services.GetRequiredService<TenantGate>());
        check.Try(() => app.Services.GetRequiredService<PersonLimit>());
        PlainSettings.Check(app.Configuration, app.Environment.IsDevelopment(), check);

        // One value that cannot be read hides what is wrong elsewhere, so each section is read by itself.
        check.Try(() => _ = app.Services.GetRequiredService<IOptions<DeliveryOptions>>().Value);
        check.Try(() => _ = app.Services.GetRequiredService<IOptions<CalendarOptions>>().Value);
        check.Try(() => _ = app.Services.GetRequiredService<IOptions<DirectoryOptions>>().Value);
        check.Try(() => app.Services.GetService<IStartupValidator>()?.Validate());
        check.Try(() => app.Services.GetRequiredService<LoadedReference>());
        check.OrThrow();
        var database = app.Services.GetRequiredService<Database>();
        await database.MigrateAsync();
        await ClockCheck.RunAsync(database, app.Logger);
        await DefinitionCheck.RunAsync(database, app.Services.GetRequiredService<LoadedReference>().AsConfigured.Programmes);

        // Each of several processes on an empty database would make a first key of its own.
        await database.AloneAsync(() => Task.Run(app.Services.OpenKeys));
        app.Services.GetRequiredService<Domain.Reference>();
        if (app.Services.GetService<RehearsalClock>() is { } clock)
        {
            clock.Moved += app.Services.GetRequiredService<Dispatch>().Nudge;
            await SampleStart.EnsureAsync(database);
        }

        await app.Services.GetRequiredService<NightlyStart>().BeginAsync();
        await app.Services.GetRequiredService<Housekeeping>().EnsureAsync();

        app.Map("/api/messages", (HttpContext http, CloudAdapter adapter, IBot bot) => adapter.ProcessAsync(http.Request, http.Response, bot, http.RequestAborted));
        app.MapHealth();
        app.MapMetrics();
        app.MapCalendarFeeds();
        app.MapMyData();
        app.MapReports();
        app.MapRehearsal();
        return app;
    }

    /// <summary>What the files and settings say, before anything is known of keys and the database.</summary>
    private sealed record LoadedReference(Domain.Reference AsConfigured);

    private static Database OpenDatabase(WebApplicationBuilder builder, IServiceProvider services) => Database.Open(
        builder.Configuration.GetConnectionString("PeerBot") ?? $"Data Source={DatabaseFile(builder)}",
        new DatabaseOptions
        {
            PrivateText = new ProtectedText(services.GetRequiredService<IDataProtectionProvider>),
            WhenIdle = StoredConversation.WhenIdle,
            TakesMore = services.GetRequiredService<Dispatch>().TakesMore,
            Lease = Duration.FromTimeSpan(services.GetRequiredService<IOptions<DeliveryOptions>>().Value.Lease),
        });

    /// <summary>A place of ours below the content root, made when missing.</summary>
    private static string DatabaseFile(WebApplicationBuilder builder)
    {
        var folder = Path.Combine(builder.Environment.ContentRootPath, "App_Data");
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, "peerbot.db");
    }
}
