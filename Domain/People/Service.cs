using NodaTime;

namespace PeerBot.Domain.People;

/// <summary>A time in a role: from (included) to until (excluded); null: it still runs.</summary>
public sealed record ServicePeriod(LocalDate From, LocalDate? Until = null);

/// <summary>Years of experience over one or more times in a role, to the day.</summary>
public static class Service
{
    /// <summary>
    /// The day on which the years are full, breaks left out; null when they were not full before the last time ended, or there is none.
    /// </summary>
    /// <remarks>
    /// Counted by the calendar: from 1 September 2021, five years are full on 1 September 2026. What was served before a break moves the
    /// start of the next time back by as many years, months and days. Times that overlap count once.
    /// </remarks>
    public static LocalDate? FullOn(IEnumerable<ServicePeriod> periods, int years)
    {
        var carried = Period.Zero;
        foreach (var period in Joined(periods))
        {
            var full = period.From.Minus(carried).PlusYears(years);
            if (period.Until is not { } until || full <= until)
                return LocalDate.Max(full, period.From);
            carried += Period.Between(period.From, until);
        }

        return null;
    }

    private static List<ServicePeriod> Joined(IEnumerable<ServicePeriod> periods)
    {
        var joined = new List<ServicePeriod>();
        foreach (var period in periods.Where(period => !(period.Until <= period.From)).OrderBy(period => period.From))
        {
            if (joined is [.., var last] && !(last.Until < period.From))
                joined[^1] = last with { Until = Later(last.Until, period.Until) };
            else
                joined.Add(period);
        }

        return joined;
    }

    private static LocalDate? Later(LocalDate? one, LocalDate? other) =>
        one is { } first && other is { } second ? LocalDate.Max(first, second) : null;
}
