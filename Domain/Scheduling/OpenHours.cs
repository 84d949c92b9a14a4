using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>The stretches in which everybody's hours overlap, busy times apart.</summary>
internal static class OpenHours
{
    public static List<Stretch> Of(SlotSearch search)
    {
        var window = new Stretch(search.Window.Start.ToUnixTimeTicks(), search.Window.End.ToUnixTimeTicks());
        List<Stretch> open = window.Start < window.End ? [window] : [];
        foreach (var person in search.People) open = Stretch.Intersect(open, HoursOf(person, search.Window));
        return Stretch.Subtract(open, search.Closures.Select(c => Closed(c, search.Zone)));
    }

    private static List<Stretch> HoursOf(SlotPerson person, Interval window)
    {
        var hours = person.Hours.Where(h => h.End == LocalTime.Midnight || h.Start < h.End).ToArray();
        var date = window.Start.InZone(person.Zone).Date.PlusDays(-1);
        var last = window.End.InZone(person.Zone).Date;
        var clock = new LocalClock(person.Zone);
        List<Stretch> stretches = [];
        for (; date <= last; date = date.PlusDays(1))
        {
            foreach (var h in hours)
            {
                if (h.Days.Contains(date.DayOfWeek))
                    stretches.Add(new Stretch(clock.ToInstant(date, h.Start), clock.EndToInstant(date, h.End)));
            }
        }

        return Stretch.Merge(stretches);
    }

    private static Stretch Closed(DateInterval dates, DateTimeZone zone) => new(
        zone.StartOf(dates.Start).ToUnixTimeTicks(),
        zone.StartOf(dates.End.PlusDays(1)).ToUnixTimeTicks());
}
