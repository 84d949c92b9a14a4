using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

public static class CalendarServices
{
    /// <summary>
    /// Registers the <see cref="ICalendar"/> that <c>Calendar:Provider</c> names. Local needs an <see cref="ILocalCalendarStore"/> and
    /// <see cref="IFeedAddresses"/>, Graph <see cref="IMailboxes"/> and <see cref="IDeclaredTimes"/>; both a <see cref="TimeProvider"/>. Wrong settings stop the start with a sentence that says what to set.
    /// </summary>
    public static IServiceCollection AddCalendar(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(CalendarOptions.Section);
        // Not [OptionsValidator]: its generated code drops the sentence of a [Range].
        services.AddOptions<CalendarOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);

        return string.Equals(section[nameof(CalendarOptions.Provider)], CalendarOptions.Graph, StringComparison.OrdinalIgnoreCase)
            ? services.AddGraphCalendar(configuration.GetSection(GraphOptions.Section))
            : services.AddSingleton<ICalendarSign, OwnCalendarSign>().AddSingleton<ICalendar, LocalCalendar>();
    }

    private static IServiceCollection AddGraphCalendar(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddOptions<GraphOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(s => new GraphConnection(s.GetRequiredService<IOptions<GraphOptions>>().Value));
        services.AddSingleton(s => new GraphSign(s.GetRequiredService<IOptions<GraphOptions>>().Value, s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICalendarSign>(s => s.GetRequiredService<GraphSign>());
        services.AddSingleton<GraphCalls>();
        services.AddHostedService<MailboxScopeCheck>();
        return services.AddSingleton<ICalendar, GraphCalendar>();
    }
}
