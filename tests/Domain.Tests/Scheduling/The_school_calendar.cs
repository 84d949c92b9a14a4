using System.Text.Json;
using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Tests.Programmes;
using static PeerBot.Domain.Tests.Scheduling.Sample;

namespace PeerBot.Domain.Tests.Scheduling;

public sealed class The_school_calendar
{
    // Shropshire's sample year: 1 Sep ── 18 Dec │ 4 Jan ── 25 Mar │ 12 Apr ── 20 Jul, half-terms 26–30 Oct, 15–19 Feb, 31 May–4 Jun
    [Theory]
    [InlineData("2026-11-23", typeof(DayKind.SchoolDay))]
    [InlineData("2026-12-18", typeof(DayKind.SchoolDay))] // last day of term is in
    [InlineData("2026-12-19", typeof(DayKind.OutOfTerm))]
    [InlineData("2027-01-03", typeof(DayKind.OutOfTerm))]
    [InlineData("2027-01-04", typeof(DayKind.SchoolDay))] // first day of term is in
    [InlineData("2027-02-14", typeof(DayKind.SchoolDay))] // a Sunday: weekdays are the programme's to say
    [InlineData("2027-02-15", typeof(DayKind.Closed))]
    [InlineData("2027-02-19", typeof(DayKind.Closed))]
    [InlineData("2027-03-29", typeof(DayKind.OutOfTerm))] // Easter Monday lies between terms
    [InlineData("2027-05-03", typeof(DayKind.BankHoliday))]
    [InlineData("2027-05-31", typeof(DayKind.Closed))] // a bank holiday in half-term
    [InlineData("2026-08-15", typeof(DayKind.OutOfTerm))] // the summer between two school years
    [InlineData("2027-07-20", typeof(DayKind.SchoolDay))]
    [InlineData("2027-07-21", typeof(DayKind.NotLoaded))] // nobody has published what follows
    [InlineData("2025-09-01", typeof(DayKind.NotLoaded))]
    public void Says_what_kind_of_day_it_is(string date, Type kind) => Assert.IsType(kind, Shropshire.On(Date(date)));

    [Fact]
    public void Names_the_terms_on_either_side_of_a_holiday()
    {
        var day = Assert.IsType<DayKind.OutOfTerm>(Shropshire.On(Date("2027-03-29")));

        Assert.Equal(("Spring", "Summer", Date("2027-04-12")), (day.Last.Name, day.Next.Name, day.Next.Dates.Start));
    }

    [Fact]
    public void An_in_service_day_counts_even_just_before_a_term()
    {
        Assert.IsType<DayKind.InService>(Shetland.On(Date("2026-08-18"))); // term starts on the 19th
        Assert.IsType<DayKind.InService>(Shetland.On(Date("2026-10-27"))); // between two terms
        Assert.IsType<DayKind.OutOfTerm>(Shetland.On(Date("2026-10-23")));
    }

    [Fact]
    public void A_one_off_holiday_or_closure_can_be_added_without_a_release()
    {
        var date = Date("2027-06-14");

        Assert.Equal(new DayKind.BankHoliday("Proclaimed"), Shropshire.WithHoliday(date, "Proclaimed").On(date));
        Assert.IsType<DayKind.Closed>(Shropshire.With(new Closure("Snow", new DateInterval(date, date))).On(date));
        Assert.IsType<DayKind.SchoolDay>(Shropshire.On(date));
    }

    [Fact]
    public void The_one_off_Scottish_holiday_of_June_2026_is_in_the_data()
    {
        Assert.StartsWith("World Cup", Shetland.Holidays.TitleOn(Date("2026-06-15")), StringComparison.Ordinal);
        Assert.Null(Shropshire.Holidays.TitleOn(Date("2026-06-15")));
    }

    [Fact]
    public void An_organisations_own_calendar_goes_before_the_programmes()
    {
        Assert.Equal("argyll-and-bute", Calendars.For(Heads.Boundaries, "argyll-and-bute").Id);
        Assert.Equal("shropshire", Calendars.For(Heads.Boundaries).Id);
    }

    [Fact]
    public void A_calendar_that_nobody_has_loaded_knows_no_date()
    {
        var unknown = Calendars.For(Definitions.Programme("peer-coaching").Boundaries, "nowhere");

        Assert.False(Calendars.Knows("nowhere"));
        Assert.IsType<DayKind.NotLoaded>(unknown.On(Date("2026-11-23")));
        Assert.Null(unknown.KnownUntil);
    }

    [Fact]
    public void A_calendar_without_a_division_has_the_programmes_bank_holidays()
    {
        var victoria = Calendars.For(Heads.Boundaries, "victoria");

        Assert.Equal("Christmas Day", victoria.Holidays.TitleOn(Date("2026-12-25")));
        Assert.False(victoria.Holidays.Covers(Date("2029-01-01")));
        Assert.True(Calendars.For(Definitions.Programme("peer-coaching").Boundaries, "victoria").Holidays.Covers(Date("2029-01-01")));
    }

    [Theory]
    [InlineData("shropshire", "2026-09-01", 3)]
    [InlineData("buxton-junior", "2026-09-01", 6)] // an English school that numbers six
    [InlineData("shetland", "2026-08-01", 4)]
    [InlineData("argyll-and-bute", "2026-08-01", 4)]
    [InlineData("victoria", "2026-01-01", 4)]
    [InlineData("nsw", "2026-01-01", 4)]
    [Trait("Requirement", "S0-06")]
    public void A_year_has_as_many_terms_as_its_calendar_says(string name, string from, int terms) =>
        Assert.Equal(terms, Calendars.For(Heads.Boundaries, name).Terms.Count(t => t.Dates.Start >= Date(from)));

    [Fact]
    public void The_shipped_years_have_as_many_open_weekdays_as_their_publishers_count()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(CalendarCatalogue.ShippedFolder, "term-calendars.json")));
        var counted = 0;
        foreach (var year in file.RootElement.GetProperty("calendars").EnumerateArray())
        {
            if (!year.TryGetProperty("weekdaysOpen", out var open)) continue;
            counted++;
            var (id, schoolYear) = (year.GetProperty("id").GetString()!, year.GetProperty("schoolYear").GetString()!);
            var calendar = Calendars.For(Heads.Boundaries, id[..^(schoolYear.Length + 1)]);
            var terms = year.GetProperty("terms").EnumerateArray().ToList();
            var dates = new DateInterval(Date(terms[0].GetProperty("first").GetString()!), Date(terms[^1].GetProperty("last").GetString()!));

            // English schools close on bank holidays; in Scotland the council's list of closures is all that counts, and Victoria's has none.
            var closedOnHolidays = year.GetProperty("jurisdiction").GetString() == "england";
            var weekdays = dates.Where(d => d.DayOfWeek < IsoDayOfWeek.Saturday).Select(calendar.On);
            var days = weekdays.Count(k => k is DayKind.SchoolDay || (!closedOnHolidays && k is DayKind.BankHoliday));

            Assert.Equal((id, open.GetInt32()), (id, days));
        }

        Assert.Equal(6, counted);
    }

    [Fact]
    public void Terms_that_overlap_are_refused_at_construction_too()
    {
        var terms = new[] { Term("A", "2026-01-01", "2026-03-01"), Term("B", "2026-03-01", "2026-04-01") };

        Assert.Throws<ArgumentException>(() => new SchoolCalendar("x", terms, [], new HashSet<LocalDate>(), BankHolidays.None));
    }

    private static Term Term(string name, string first, string last) => new(name, new DateInterval(Date(first), Date(last)));
}
