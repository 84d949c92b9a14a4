using System.Text;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using PeerBot.Benchmarks.Slots;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Tests.Scheduling;

/// <summary>Policy: a skipped local time is no slot; of a repeated one the first is; hours run from the instant of their start to that of their end.</summary>
public sealed class Finding_slots
{
    private static readonly IReadOnlySet<IsoDayOfWeek> EveryDay = Enumerable.Range(1, 7).Select(d => (IsoDayOfWeek)d).ToHashSet();

    // London, Sunday 28 March 2027
    //   GMT 00:00 ── 00:59 │ 01:00–01:59 never happen │ BST 02:00 ── …        instants 00:00Z ── 00:59Z │ 01:00Z ── …
    [Theory]
    [Trait("Requirement", "U-14")]
    [InlineData("00:00", "03:00", 30, 30, "00:00Z 00:30Z 01:00Z 01:30Z")] // 00:00, 00:30 GMT, then 02:00, 02:30 BST
    [InlineData("00:00", "03:00", 60, 30, "00:00Z 00:30Z 01:00Z")] // 00:30 GMT runs on into 02:30 BST: an hour has passed
    [InlineData("01:00", "03:00", 30, 30, "01:00Z 01:30Z")] // hours that begin where the clocks jump
    [InlineData("01:30", "03:00", 30, 30, "01:30Z")] // inside the gap: as late as the clocks jump, 02:30
    [InlineData("00:00", "01:30", 30, 30, "00:00Z 00:30Z 01:00Z")] // and so ends 02:30 BST
    [InlineData("01:00", "02:00", 30, 30, "")] // nothing is left of an hour that is skipped
    public void When_the_clocks_go_forward(string start, string end, int minutes, int step, string expected) =>
        Assert.Equal(expected, On("Europe/London", "2027-03-28", start, end, minutes, step));

    // London, Sunday 31 October 2027
    //   BST 00:00 ── 01:00 ── 01:59 │ GMT 01:00 ── 01:59 again │ 02:00 ── …     instants 23:00Z ── 00:00Z ── 01:00Z ── 02:00Z
    [Theory]
    [Trait("Requirement", "U-14")]
    [InlineData("00:30", "02:30", 30, 30, "23:30Z 00:00Z 00:30Z 02:00Z")] // the second 01:00 and 01:30 are none
    [InlineData("00:30", "01:30", 30, 30, "23:30Z 00:00Z")] // ends at the first half past one
    [InlineData("01:00", "02:00", 60, 60, "00:00Z")] // two hours long, one slot
    [InlineData("01:30", "02:30", 60, 30, "00:30Z")] // from the first 01:30 on; 02:00 GMT would end at 03:00
    public void When_the_clocks_go_back(string start, string end, int minutes, int step, string expected) =>
        Assert.Equal(expected, On("Europe/London", "2027-10-31", start, end, minutes, step));

    // Lord Howe moves by half an hour: 4 April 2027 02:00 ─▶ 01:30 (+11 to +10:30), 3 October 2027 02:00 ─▶ 02:30
    [Theory]
    [Trait("Requirement", "U-14")]
    [InlineData("2027-04-04", "01:00", "03:00", "14:00Z 14:30Z 15:30Z 16:00Z")]
    [InlineData("2027-10-03", "01:00", "03:30", "14:30Z 15:00Z 15:30Z 16:00Z")] // 01:00, 01:30, (02:00 skipped) 02:30, 03:00
    public void Where_the_clocks_move_by_half_an_hour(string date, string start, string end, string expected) =>
        Assert.Equal(expected, On("Australia/Lord_Howe", date, start, end, 30, 30));

    // Cairo skips midnight: 29 April 2027 23:59 ─▶ 30 April 01:00
    [Theory]
    [InlineData("2027-04-29", "22:00", "00:00", "20:00Z 20:30Z 21:00Z 21:30Z")] // "24:00" is the jump itself
    [InlineData("2027-04-30", "00:00", "02:00", "22:00Z 22:30Z")] // the day begins at 01:00
    public void Where_midnight_is_skipped(string date, string start, string end, string expected) =>
        Assert.Equal(expected, On("Africa/Cairo", date, start, end, 30, 30));

    [Theory]
    [InlineData("Asia/Kolkata", "2026-11-23", "09:00", "10:00", "03:30Z 03:45Z 04:00Z 04:15Z")] // +5:30
    [InlineData("Asia/Kathmandu", "2026-11-23", "09:00", "10:00", "03:15Z 03:30Z 03:45Z 04:00Z")] // +5:45
    public void Steps_are_counted_on_the_local_clock(string zone, string date, string start, string end, string expected) =>
        Assert.Equal(expected, On(zone, date, start, end, 15, 15));

    [Fact]
    public void A_step_that_does_not_divide_the_day_starts_anew_at_midnight()
    {
        var slots = SlotFinder.Find(Search("2026-11-23T22:00Z", "2026-11-24T02:00Z", 10, 50, Person("Etc/UTC")));

        // 1350 minutes are 22:30, 1400 are 23:20; 1450 would be 00:10 of the next day
        Assert.Equal(["22:30", "23:20", "00:00", "00:50", "01:40"], slots.Select(s => s.InUtc().TimeOfDay.ToString("HH:mm", null)));
    }

    [Theory]
    [InlineData("2026-11-23T09:00Z", "2026-11-23T10:00Z", "09:00Z 09:30Z")]
    [InlineData("2026-11-23T09:01Z", "2026-11-23T10:00Z", "09:30Z")] // the window holds the whole slot
    [InlineData("2026-11-23T09:00Z", "2026-11-23T09:59Z", "09:00Z")]
    [InlineData("2026-11-23T09:00Z", "2026-11-23T09:00Z", "")]
    public void Slots_lie_wholly_in_the_window(string from, string to, string expected) =>
        Assert.Equal(expected, Text(SlotFinder.Find(Search(from, to, 30, 30, Person("Etc/UTC")))));

    // 09:00 ├──┼──┼──┼──┼──┼──┤ 12:00, half hours
    [Theory]
    [InlineData("10:00/10:30", "09:00Z 09:30Z 10:30Z 11:00Z 11:30Z")] // half-open: touching is free
    [InlineData("09:59:59/10:00:01", "09:00Z 10:30Z 11:00Z 11:30Z")] // seconds count
    [InlineData("10:10/10:10", "09:00Z 09:30Z 10:00Z 10:30Z 11:00Z 11:30Z")] // no length, no time
    [InlineData("11:00/11:30 09:00/10:00 09:30/10:30", "10:30Z 11:30Z")] // unordered and overlapping
    [InlineData("09:00/12:00 09:30/10:00 09:00/12:00", "")] // one inside another, one twice
    [InlineData("00:00/09:10 11:50/23:00", "09:30Z 10:00Z 10:30Z 11:00Z")] // beyond the window on both sides
    public void Busy_times_may_come_in_any_shape(string busy, string expected)
    {
        var intervals = busy.Split(' ').Select(b => b.Split('/')).Select(b => new Interval(Utc($"2026-11-23T{b[0]}Z"), Utc($"2026-11-23T{b[1]}Z"))).ToArray();

        Assert.Equal(expected, Text(SlotFinder.Find(Search("2026-11-23T09:00Z", "2026-11-23T12:00Z", 30, 30, Person("Etc/UTC", intervals)))));
    }

    [Fact]
    public void A_busy_time_without_an_end_takes_the_rest()
    {
        var slots = SlotFinder.Find(Search(
            "2026-11-23T09:00Z", "2026-11-23T12:00Z", 30, 30,
            Person("Etc/UTC", new Interval(Utc("2026-11-23T11:00Z"), null)), Person("Etc/UTC", new Interval(null, Utc("2026-11-23T10:00Z")))));

        Assert.Equal("10:00Z 10:30Z", Text(slots));
    }

    [Fact]
    public void Closures_are_whole_local_dates()
    {
        var search = Search("2026-11-22T12:00Z", "2026-11-25T12:00Z", 12 * 60, 6 * 60, Person("Etc/UTC")) with
        {
            Zone = DateTimeZoneProviders.Tzdb["Australia/Sydney"], // 24 November there is 13:00Z on the 23rd to 13:00Z on the 24th
            Closures = [new DateInterval(new(2026, 11, 24), new(2026, 11, 24))],
        };

        Assert.Equal("13:00Z 19:00Z 01:00Z 13:00Z 19:00Z", Text(SlotFinder.Find(search)));
    }

    // Leeds 09:00 ├────────────┤ 17:00 = 09:00Z–17:00Z      New York 09:00 ├────┤ 12:00 = 14:00Z–17:00Z
    [Fact]
    public void Hours_are_on_each_persons_own_clock()
    {
        var leeds = Person("Europe/London", start: "09:00", end: "17:00");
        var newYork = Person("America/New_York", start: "09:00", end: "12:00");

        Assert.Equal("14:00Z 15:00Z 16:00Z", Text(SlotFinder.Find(Search("2026-11-23T00:00Z", "2026-11-24T00:00Z", 60, 60, leeds, newYork))));
    }

    [Fact]
    public void Hours_that_touch_at_midnight_are_one_stretch() =>
        Assert.Equal("22:00Z 23:00Z 00:00Z", Text(SlotFinder.Find(Search("2026-11-23T22:00Z", "2026-11-24T02:00Z", 120, 60, Person("Etc/UTC")))));

    [Fact]
    public void Hours_that_end_before_they_start_take_no_time() =>
        Assert.Empty(SlotFinder.Find(Search("2026-11-23T00:00Z", "2026-11-25T00:00Z", 30, 30, Person("Etc/UTC", start: "22:00", end: "06:00"))));

    // Everybody is always busy, so that nothing is found: whatever is allocated would be for the candidates.
    [Fact]
    public void Nothing_is_allocated_for_a_candidate_or_a_busy_time()
    {
        var times = Enumerable.Range(0, 2000).Select(i => Utc("2026-09-01T00:00Z") + Duration.FromHours(2 * i)).Select(s => new Interval(s, s + Duration.FromHours(3))).ToArray();
        long Allocated(int step, int busy)
        {
            var search = Search("2026-09-01T00:00Z", "2027-02-01T00:00Z", 30, step, Person("Etc/UTC", new Interval(null, null)), Person("Etc/UTC", times[..busy]));
            Assert.Empty(SlotFinder.Find(search));
            var before = GC.GetAllocatedBytesForCurrentThread();
            SlotFinder.Find(search);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var few = Allocated(step: 60, busy: 0);
        Assert.Equal(few, Allocated(step: 5, busy: 0));
        Assert.Equal(few, Allocated(step: 60, busy: 2000));
    }

    [Theory]
    [InlineData("zone", "\"Europe/Atlantis\"", "zone: there is no time zone 'Europe/Atlantis'.")]
    [InlineData("people.zone", "\"Mars/Olympus\"", "people[0].zone: there is no time zone 'Mars/Olympus'.")]
    [InlineData("from", "\"2026-02-30T00:00:00Z\"", "from: an instant such as 2026-11-23T08:30:00Z, found '2026-02-30T00:00:00Z'.")]
    [InlineData("to", "\"2026-11-01T00:00:00Z\"", "to: 2026-11-01T00:00:00Z is before from, 2026-11-23T00:00:00Z.")]
    [InlineData("closures", """[["2026-12-03","2026-12-01"]]""", "closures[0]: its last date 2026-12-01 is before its first, 2026-12-03.")]
    [InlineData("closures", """[["2026-12-03"]]""", "closures[0]: two values, found 1.")]
    [InlineData("closures", """[["2026-12-32","2027-01-01"]]""", "closures[0][0]: a date such as 2026-11-23, found '2026-12-32'.")]
    [InlineData("people.hours", """[{"days":[8],"start":"08:30","end":"16:30"}]""", "people[0].hours[0].days: 1 for Monday to 7, found 8.")]
    [InlineData("people.hours", """[{"days":[1],"start":"8.30","end":"16:30"}]""", "people[0].hours[0].start: a time such as 08:30, found '8.30'.")]
    [InlineData("people.busy", """[["2026-11-23T09:00:00Z","soon"]]""", "people[0].busy[0][1]: an instant such as 2026-11-23T08:30:00Z, found 'soon'.")]
    [InlineData("minutes", "0", "minutes: 1 or more, found 0.")]
    [InlineData("stepMinutes", "-5", "stepMinutes: 1 or more, found -5.")]
    public void A_case_that_is_wrong_is_refused_with_the_place(string field, string value, string message)
    {
        var json = JsonNode.Parse("""{"from":"2026-11-23T00:00:00Z","to":"2026-11-24T00:00:00Z","minutes":30,"stepMinutes":30,"zone":"Europe/London","people":[{"zone":"Europe/London","hours":[{"days":[1],"start":"08:30","end":"16:30"}],"busy":[]}],"closures":[]}""")!;
        var holder = field.StartsWith("people.", StringComparison.Ordinal) ? json["people"]![0]! : json;
        holder[field.Replace("people.", "", StringComparison.Ordinal)] = JsonNode.Parse(value);

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json.ToJsonString()));
        Assert.Equal(message, Assert.Throws<FormatException>(() => SlotsCase.Read(stream, out _)).Message);
    }

    [Fact]
    public void A_meeting_without_length_is_a_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SlotFinder.Find(Search("2026-11-23T00:00Z", "2026-11-25T00:00Z", 0, 30, Person("Etc/UTC"))));

    private static string On(string zone, string date, string start, string end, int minutes, int step)
    {
        var day = LocalDatePattern.Iso.Parse(date).Value;
        var days = new HashSet<IsoDayOfWeek> { day.DayOfWeek };
        var person = Person(zone, start: start, end: end);
        person = person with { Hours = [person.Hours[0] with { Days = days }] };
        var window = new Interval(day.PlusDays(-2).AtStartOfDayInZone(person.Zone).ToInstant(), day.PlusDays(3).AtStartOfDayInZone(person.Zone).ToInstant());
        return Text(SlotFinder.Find(new SlotSearch(window, minutes, step, person.Zone, [person], [])));
    }

    private static SlotSearch Search(string from, string to, int minutes, int step, params SlotPerson[] people) =>
        new(new Interval(Utc(from), Utc(to)), minutes, step, DateTimeZone.Utc, people, []);

    private static SlotPerson Person(string zone, params Interval[] busy) => Person(zone, "00:00", "00:00", busy);

    private static SlotPerson Person(string zone, string start, string end, params Interval[] busy) =>
        new(DateTimeZoneProviders.Tzdb[zone], [new WeeklyHours(EveryDay, Time(start), Time(end))], busy);

    private static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    private static Instant Utc(string text) => Instant.FromDateTimeOffset(DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    private static string Text(IEnumerable<Instant> slots) => string.Join(' ', slots.Select(s => InstantPattern.CreateWithInvariantCulture("HH:mm'Z'").Format(s)));
}
