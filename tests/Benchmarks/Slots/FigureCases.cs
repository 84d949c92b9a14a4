using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Benchmarks.Slots;

/// <summary>What the promised figures are measured on: always the same, from a fixed seed.</summary>
internal static class FigureCases
{
    public const int Occurrences = 12;

    private const int Seed = 20261123;
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly Instant September = Instant.FromUtc(2026, 9, 1, 0, 0);
    private static readonly HashSet<IsoDayOfWeek> Weekdays = [.. Enumerable.Range(1, 5).Select(day => (IsoDayOfWeek)day)];

    public static SlotSearch Two()
    {
        var random = new Random(Seed);
        return Search(182, [Busy(random, 182, 1000), Busy(random, 182, 1000)]);
    }

    /// <summary>Eight diaries of 5,000 times that share all but one in fifty.</summary>
    public static SlotSearch Eight()
    {
        var random = new Random(Seed);
        var shared = Busy(random, 365, 5000);
        return Search(365, [.. Enumerable.Range(0, 8).Select(_ => shared.Select((time, i) => random.Next(50) == 0 ? Time(random, 365) : time).ToList())]);
    }

    /// <summary>Two heads who meet every fortnight, each with a full diary.</summary>
    public static (SeriesPlanner Planner, CadencePattern Pattern) Series()
    {
        var random = new Random(Seed);
        var library = ReflectionLibrary.Load(ReflectionLibrary.ShippedFolder).OrThrow();
        var programme = ProgrammeCatalogue.Load(ProgrammeCatalogue.ShippedFolder, library).OrThrow().Current("headteacher-peer-support")!;
        var calendar = CalendarCatalogue.Load(CalendarCatalogue.ShippedFolder).OrThrow().For(programme.Boundaries);
        var attendees = Enumerable.Range(0, 2).Select(_ => new Attendee(London, calendar, null, Busy(random, 365, 1000))).ToList();
        var plan = new MeetingPlan(60, MeetingMode.Teams, attendees, CycleSoFar.Fresh);
        return (new SeriesPlanner(SessionRules.Of(programme), plan, September), new CadencePattern.EveryNWeeks(2, IsoDayOfWeek.Tuesday, new LocalTime(15, 30)));
    }

    private static SlotSearch Search(int days, IReadOnlyList<IReadOnlyList<Interval>> busy) => new(
        new Interval(September, September + Duration.FromDays(days)), Minutes: 30, StepMinutes: 15, London,
        [.. busy.Select(times => new SlotPerson(London, [new WeeklyHours(Weekdays, new LocalTime(8, 30), new LocalTime(16, 30))], times))],
        [new DateInterval(new LocalDate(2026, 10, 26), new LocalDate(2026, 10, 30)), new DateInterval(new LocalDate(2026, 12, 19), new LocalDate(2027, 1, 3))]);

    private static List<Interval> Busy(Random random, int days, int count) => [.. Enumerable.Range(0, count).Select(_ => Time(random, days))];

    private static Interval Time(Random random, int days)
    {
        var start = September + Duration.FromMinutes(random.Next(days * 24 * 60));
        return new Interval(start, start + Duration.FromMinutes(15 * random.Next(1, 7)));
    }
}
