using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using PeerBot.Benchmarks.Slots;
using PeerBot.Domain.Scheduling;
using Interval = NodaTime.Interval;

namespace PeerBot.Domain.Tests.Scheduling;

/// <summary>The slot finder against an oracle that looks at every minute, in weeks where clocks change and in zones where they do so oddly.</summary>
public sealed class Finding_slots_against_brute_force
{
    // Zone and a day close to a change of its clocks, or to nothing at all.
    private static readonly (string Zone, LocalDate Near)[] Places =
    [
        ("Europe/London", new(2027, 3, 28)),
        ("Europe/London", new(2027, 10, 31)),
        ("Europe/London", new(2026, 11, 23)),
        ("Australia/Lord_Howe", new(2027, 4, 4)),
        ("Australia/Lord_Howe", new(2027, 10, 3)),
        ("Africa/Cairo", new(2027, 4, 30)),
        ("America/St_Johns", new(2027, 3, 14)),
        ("America/Havana", new(2026, 11, 1)),
        ("Asia/Kathmandu", new(2026, 11, 23)),
        ("Pacific/Apia", new(2011, 12, 30)), // a day that never was
    ];

    // Two thousand one hundred searches in all.
    [Theory]
    [Trait("Requirement", "U-14")]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Both_find_the_same(ulong seed) =>
        Prop.ForAll(Searches.ToArbitrary(), search => SlotFinder.Find(search).SequenceEqual(Oracle(search)))
            .Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(700).WithReplay(From(seed)));

    // Wherever people live: half a day around the next two changes of every zone that NodaTime knows.
    [Fact]
    [Trait("Requirement", "U-14")]
    public void Both_find_the_same_at_the_changes_of_every_zone()
    {
        var (from, everyDay) = (Instant.FromUtc(2026, 11, 1, 0, 0), Enumerable.Range(1, 7).Select(d => (IsoDayOfWeek)d).ToHashSet());
        var looked = 0;
        foreach (var zone in DateTimeZoneProviders.Tzdb.Ids.Select(id => DateTimeZoneProviders.Tzdb[id]))
        {
            foreach (var change in zone.GetZoneIntervals(from, from + Duration.FromDays(400)).Where(i => i.HasStart && i.Start > from).Take(2).Select(i => i.Start))
            {
                var window = new Interval(change - Duration.FromHours(4), change + Duration.FromHours(4));
                var date = change.InZone(zone).Date;
                var search = new SlotSearch(
                    window, 60, 30, zone, [new SlotPerson(zone, [new WeeklyHours(everyDay, new LocalTime(0, 30), LocalTime.Midnight)], [])],
                    looked % 2 == 0 ? [] : [new DateInterval(date.PlusDays(1), date.PlusDays(1))]);
                Assert.True(SlotFinder.Find(search).SequenceEqual(Oracle(search)), $"{zone.Id} at {change}");
                looked++;
            }
        }

        Assert.InRange(looked, 300, 2000);
    }

    // A thousand more, written down as a case of the benchmark and read again, with busy times that end before they start among the others.
    [Fact]
    [Trait("Requirement", "U-14")]
    public void Both_find_the_same_in_a_case_that_was_written_down() =>
        Prop.ForAll(Written.ToArbitrary(), written =>
        {
            using var json = new MemoryStream(Encoding.UTF8.GetBytes(JsonOf(written.Search, written.Reversed)));
            var read = SlotsCase.Read(json, out var remarks);
            return remarks.Count == written.Reversed.Count && SlotFinder.Find(read).SequenceEqual(Oracle(written.Search));
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(1000).WithReplay(From(4)));

    private static Gen<(SlotSearch Search, List<Interval> Reversed)> Written =>
        from search in Searches
        from reversed in Several(Gen.Choose(1, 3 * 3600), 0, 3)
        select (search, reversed.ConvertAll(seconds => new Interval(search.Window.Start, search.Window.Start + Duration.FromSeconds(seconds))));

    /// <param name="reversed">Written with their ends exchanged, into the diary of the first person.</param>
    private static string JsonOf(SlotSearch search, List<Interval> reversed) => JsonSerializer.Serialize(new
    {
        from = Text(search.Window.Start),
        to = Text(search.Window.End),
        minutes = search.Minutes,
        stepMinutes = search.StepMinutes,
        zone = search.Zone.Id,
        people = search.People.Select((person, i) => new
        {
            zone = person.Zone.Id,
            hours = person.Hours.Select(h => new { days = h.Days.Select(d => (int)d), start = h.Start.ToString("HH:mm", null), end = h.End == LocalTime.Midnight ? "24:00" : h.End.ToString("HH:mm", null) }),
            busy = person.Busy.Select(b => new[] { Text(b.Start), Text(b.End) }).Concat(i > 0 ? [] : reversed.Select(b => new[] { Text(b.End), Text(b.Start) })),
        }),
        closures = search.Closures.Select(c => new[] { c.Start.ToString("uuuu-MM-dd", null), c.End.ToString("uuuu-MM-dd", null) }),
    });

    private static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static FSharpOption<Replay> From(ulong seed) =>
        FSharpOption<Replay>.Some(new Replay(new Rnd(seed, 0x9E3779B97F4A7C15), FSharpOption<int>.None));

    private static Gen<SlotSearch> Searches =>
        from place in Gen.Elements(Places)
        from offset in Gen.Choose(-24 * 60, 24 * 60)
        from length in Gen.Choose(0, 36 * 60)
        from minutes in Gen.Elements(1, 20, 30, 45, 60, 90)
        from step in Gen.Elements(1, 5, 15, 30, 50, 60, 7)
        from people in Gen.Frequency((9, Several(Person(place), 1, 3)), (1, Several(Person(place), 4, 8)))
        from closures in Several(Gen.Choose(-1, 2).Select(d => place.Near.PlusDays(d)).Select(d => new DateInterval(d, d)), 0, 1)
        let zone = DateTimeZoneProviders.Tzdb[place.Zone]
        let start = zone.AtLeniently(place.Near.AtMidnight()).ToInstant() + Duration.FromMinutes(offset)
        select new SlotSearch(new Interval(start, start + Duration.FromMinutes(length)), minutes, step, zone, people, closures);

    private static Gen<SlotPerson> Person((string Zone, LocalDate Near) place) =>
        from ownZone in Gen.Frequency((4, Gen.Constant(place.Zone)), (1, Gen.Elements("Europe/London", "Asia/Kathmandu", "America/New_York")))
        from hours in Gen.Frequency((4, Several(Hours, 1, 3)), (1, Gen.Constant(Night)))
        from busy in Several(Gen.Frequency((7, Busy(place)), (1, AllDay(place))), 0, 8)
        select new SlotPerson(DateTimeZoneProviders.Tzdb[ownZone], hours, busy);

    private static Gen<WeeklyHours> Hours =>
        from days in Gen.Frequency((3, Gen.Constant(Enumerable.Range(1, 7))), (1, Several(Gen.Choose(1, 7), 1, 5).Select(l => l.AsEnumerable())))
        from start in Gen.Choose(0, 95)
        from end in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(0, 95)), (2, Gen.Choose(60, 95)))
        select new WeeklyHours(days.Select(d => (IsoDayOfWeek)d).ToHashSet(), Quarter(start / 2), Quarter(end));

    // ten at night ── midnight ── six in the morning, over the change
    private static List<WeeklyHours> Night =>
    [
        new(Enumerable.Range(1, 7).Select(d => (IsoDayOfWeek)d).ToHashSet(), new LocalTime(22, 0), LocalTime.Midnight),
        new(Enumerable.Range(1, 7).Select(d => (IsoDayOfWeek)d).ToHashSet(), LocalTime.Midnight, new LocalTime(6, 0)),
    ];

    private static Gen<Interval> AllDay((string Zone, LocalDate Near) place) =>
        from day in Gen.Choose(-1, 2)
        let zone = DateTimeZoneProviders.Tzdb[place.Zone]
        let date = place.Near.PlusDays(day)
        select new Interval(zone.AtLeniently(date.AtMidnight()).ToInstant(), zone.AtLeniently(date.PlusDays(1).AtMidnight()).ToInstant());

    private static Gen<Interval> Busy((string Zone, LocalDate Near) place) =>
        from seconds in Gen.Choose(-24 * 3600, 48 * 3600)
        from length in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Constant(24 * 3600)), (5, Gen.Choose(1, 3 * 3600)))
        from toMinute in Gen.Elements(1, 60, 900)
        let start = DateTimeZoneProviders.Tzdb[place.Zone].AtLeniently(place.Near.AtMidnight()).ToInstant() + Duration.FromSeconds(seconds / toMinute * toMinute)
        select new Interval(start, start + Duration.FromSeconds(length));

    private static Gen<List<T>> Several<T>(Gen<T> one, int least, int most) =>
        from count in Gen.Choose(least, most)
        from all in one.ListOf(count)
        select all.ToList();

    private static LocalTime Quarter(int quarters) => LocalTime.Midnight.PlusMinutes(quarters * 15);

    private static List<Instant> Oracle(SlotSearch search)
    {
        List<Instant> slots = [];
        var length = Duration.FromMinutes(search.Minutes);
        var first = Instant.FromUnixTimeSeconds(search.Window.Start.ToUnixTimeSeconds() / 60 * 60);
        for (var start = first; start < search.Window.End; start += Duration.FromMinutes(1))
        {
            var local = start.InZone(search.Zone).LocalDateTime;
            var sinceMidnight = (local.Hour * 60) + local.Minute;
            if (sinceMidnight % search.StepMinutes != 0 || local.Second != 0 || search.Zone.MapLocal(local).First().ToInstant() != start) continue;

            var end = start + length;
            if (start < search.Window.Start || end > search.Window.End) continue;
            if (search.People.Any(p => p.Busy.Any(b => b.Start < b.End && b.Start < end && b.End > start))) continue;
            if (Minutes(start, end).Any(m => search.Closures.Any(c => c.Contains(m.InZone(search.Zone).Date)))) continue;
            if (Minutes(start, end).All(m => search.People.All(p => p.Hours.Any(h => AtWork(p, h, m))))) slots.Add(start);
        }

        return slots;
    }

    private static IEnumerable<Instant> Minutes(Instant start, Instant end)
    {
        for (var minute = start; minute < end; minute += Duration.FromMinutes(1)) yield return minute;
    }

    private static bool AtWork(SlotPerson person, WeeklyHours hours, Instant minute)
    {
        var today = minute.InZone(person.Zone).Date;
        return Enumerable.Range(-2, 5).Select(today.PlusDays).Any(date =>
        {
            if (!hours.Days.Contains(date.DayOfWeek)) return false;
            var nextMidnight = hours.End == LocalTime.Midnight;
            if (!nextMidnight && hours.End <= hours.Start) return false;
            var start = person.Zone.AtLeniently(date + hours.Start).ToInstant();
            var end = person.Zone.AtLeniently((nextMidnight ? date.PlusDays(1) : date) + hours.End).ToInstant();
            return start <= minute && minute < end;
        });
    }
}
