using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PeerBot.Bot.Rehearsal;

/// <summary>Adds the rehearsal to the product: in Development, on loopback, and nowhere else.</summary>
internal static partial class RehearsalSetup
{
    /// <summary>Registers the rehearsal, with its clock as the product's <see cref="TimeProvider"/>; in Development only.</summary>
    /// <exception cref="InvalidOperationException">The configuration asks for a rehearsal outside Development.</exception>
    public static void AddRehearsal<TSource>(this WebApplicationBuilder builder)
        where TSource : class, IRehearsalSource
    {
        var section = builder.Configuration.GetSection(RehearsalOptions.Section);
        var enabled = section.GetValue<bool?>(nameof(RehearsalOptions.Enabled));
        if (!builder.Environment.IsDevelopment())
        {
            if (enabled is true)
                throw new InvalidOperationException("Rehearsal:Enabled is set, and the rehearsal runs in Development only.");
            return;
        }

        if (enabled is false)
            return;

        builder.Services.Configure<RehearsalOptions>(section);
        builder.Services.AddSingleton<IRehearsalSource, TSource>();
        builder.Services.AddSingleton<RehearsalAddress>();
        builder.Services.AddSingleton<RehearsalEvents>();
        builder.Services.AddSingleton<MessageIds>();
        builder.Services.AddSingleton<TeamsActivities>();
        builder.Services.AddSingleton<BotDoor>();
        builder.Services.AddSingleton<RehearsalChannel>();
        builder.Services.AddSingleton<ConnectorChats>();
        builder.Services.AddSingleton<RehearsalTime>();
        builder.Services.AddSingleton<RehearsalChats>();
        builder.Services.AddSingleton(KeptClock);
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(services => services.GetRequiredService<RehearsalClock>()));
        builder.Services.AddHostedService<RehearsalStateFile>();
    }

    /// <summary>Maps the page at <c>/</c> and everything under <c>/rehearsal</c>, where the rehearsal was added.</summary>
    public static void MapRehearsal(this WebApplication app)
    {
        if (app.Services.GetService<RehearsalChats>() is not { } chats)
            return;
        if (Kept(app.Services) is { } state)
            chats.Restore(state.Chats);

        app.Lifetime.ApplicationStarted.Register(() => SayWhere(app));
        var root = app.MapGroup("").AddEndpointFilter<LoopbackOnly>();
        PageEndpoints.Map(root, app.Environment);
        var rehearsal = root.MapGroup("/rehearsal");
        ClockEndpoints.Map(rehearsal);
        PersonEndpoints.Map(rehearsal);
        ConnectorEndpoints.Map(rehearsal.MapGroup("/connector/v3/conversations"));
    }

    private static void SayWhere(WebApplication app)
    {
        var address = app.Services.GetRequiredService<RehearsalAddress>();
        if (address.IsLoopbackOnly)
            Log.Open(app.Logger, address.Page);
        else
            Log.Shut(app.Logger);
    }

    private static RehearsalClock KeptClock(IServiceProvider services)
    {
        var clock = new RehearsalClock(TimeProvider.System);
        if (Kept(services) is { } state)
            clock.Restore(state.ClockOffset);
        else
            clock.StartAt(services.GetRequiredService<IOptions<RehearsalOptions>>().Value.StartInstant());
        return clock;
    }

    private static RehearsalState? Kept(IServiceProvider services) => RehearsalStateFile.Read(Path.Combine(
        services.GetRequiredService<IHostEnvironment>().ContentRootPath,
        services.GetRequiredService<IOptions<RehearsalOptions>>().Value.StateFile));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The rehearsal is open at {Page}")]
        public static partial void Open(ILogger logger, Uri page);

        [LoggerMessage(2, LogLevel.Warning, "The rehearsal stays shut: it opens only while PeerBot listens on loopback and nowhere else.")]
        public static partial void Shut(ILogger logger);
    }
}
