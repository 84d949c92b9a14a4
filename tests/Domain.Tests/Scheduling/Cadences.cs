using NodaTime;
using PeerBot.Domain.Scheduling;
using static PeerBot.Domain.Tests.Scheduling.Sample;

namespace PeerBot.Domain.Tests.Scheduling;

public sealed class Cadences
{
    [Fact]
    [Trait("Requirement", "S0-08")]
    public void The_last_Monday_of_each_month_includes_those_that_are_holidays()
    {
        var dates = new CadencePattern.MonthlyByWeekday(Ordinal.Last, IsoDayOfWeek.Monday).NextDates(Date("2026-11-21")).Take(8);

        Assert.Equal(
            ["2026-11-30", "2026-12-28", "2027-01-25", "2027-02-22", "2027-03-29", "2027-04-26", "2027-05-31", "2027-06-28"],
            dates.Select(d => d.ToString("uuuu-MM-dd", null)));
    }

    [Theory]
    [InlineData(Ordinal.First, IsoDayOfWeek.Monday, "2027-03-01")] // the month starts on it
    [InlineData(Ordinal.First, IsoDayOfWeek.Sunday, "2027-03-07")]
    [InlineData(Ordinal.Second, IsoDayOfWeek.Tuesday, "2027-03-09")]
    [InlineData(Ordinal.Third, IsoDayOfWeek.Friday, "2027-03-19")]
    [InlineData(Ordinal.Fourth, IsoDayOfWeek.Wednesday, "2027-03-24")]
    [InlineData(Ordinal.Last, IsoDayOfWeek.Wednesday, "2027-03-31")] // the fifth, and the last day
    [InlineData(Ordinal.Last, IsoDayOfWeek.Thursday, "2027-03-25")]
    public void Monthly_by_weekday(Ordinal ordinal, IsoDayOfWeek day, string date) =>
        Assert.Equal(Date(date), new CadencePattern.MonthlyByWeekday(ordinal, day).NextDates(Date("2027-03-01")).First());

    [Fact]
    public void A_monthly_day_that_has_passed_comes_next_month() =>
        Assert.Equal(Date("2027-04-06"), new CadencePattern.MonthlyByWeekday(Ordinal.First, IsoDayOfWeek.Tuesday).NextDates(Date("2027-03-03")).First());

    [Theory]
    [InlineData(1, "2026-12-01", "2026-12-08", "2026-12-15")]
    [InlineData(2, "2026-12-01", "2026-12-15", "2026-12-29")]
    public void Every_so_many_weeks_from_the_first_such_day(int weeks, params string[] dates)
    {
        var pattern = new CadencePattern.EveryNWeeks(weeks, IsoDayOfWeek.Tuesday);

        Assert.Equal(dates.Select(Date), pattern.NextDates(Date("2026-11-27")).Take(3));
        Assert.Equal(dates.Select(Date), pattern.NextDates(Date("2026-12-01")).Take(3)); // the day itself is in
    }

    [Fact]
    public void No_weeks_at_all_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new CadencePattern.EveryNWeeks(0, IsoDayOfWeek.Monday));

    [Fact]
    public void Chosen_dates_come_in_order_once_each_from_the_day_on()
    {
        var chosen = new CadencePattern.ChosenDates([Local("2027-01-12T15:30"), Local("2026-12-03T15:30"), Local("2026-11-01T09:00"), Local("2026-12-03T09:00")]);

        Assert.Equal([Date("2026-12-03"), Date("2027-01-12")], chosen.NextDates(Date("2026-11-21")));
    }

    // Shetland, four terms: 19 Aug ─ 9 Oct │ 28 Oct ─ 18 Dec │ 5 Jan ─ 24 Mar │ 7 Apr ─ 2 Jul. Each date lies on or after the middle of its term.
    [Theory]
    [InlineData("shetland", "2026-08-01", "2026-09-14", "2026-11-23", "2027-02-15", "2027-05-24")]
    [InlineData("shetland", "2026-11-26", "2026-11-30", "2027-02-15", "2027-05-24")] // what is left of a term
    [InlineData("shetland", "2026-12-16", "2027-02-15", "2027-05-24")] // no Monday is left of it
    [InlineData("shropshire", "2026-08-01", "2026-10-26", "2027-02-15", "2027-05-31")] // three terms, half-terms and all
    [InlineData("buxton-junior", "2026-08-01", "2026-10-05", "2026-11-30", "2027-01-25", "2027-03-15", "2027-05-10", "2027-07-05")] // six
    [InlineData("victoria", "2026-01-01", "2026-03-02", "2026-05-25", "2026-08-17", "2026-11-16")]
    [InlineData("nsw", "2026-01-01", "2026-03-02", "2026-06-01", "2026-08-24", "2026-11-16")]
    [Trait("Requirement", "S0-06")]
    public void Once_a_term_counts_by_the_calendar_that_applies(string calendar, string from, params string[] dates)
    {
        var terms = Calendars.For(Heads.Boundaries, calendar);

        Assert.Equal(
            dates.Select(Date), new CadencePattern.OncePerTerm(IsoDayOfWeek.Monday).NextDates(Date(from), terms).TakeWhile(d => d < Date("2027-07-21")).Where(d => d >= Date(from)));
    }

    [Fact]
    public void Once_a_term_without_a_weekday_is_a_weekday_all_the_same() => Assert.All(
        new CadencePattern.OncePerTerm().NextDates(Date("2026-08-01"), Shetland), d => Assert.InRange(d.DayOfWeek, IsoDayOfWeek.Monday, IsoDayOfWeek.Friday));

    [Fact]
    public void Without_a_calendar_there_is_no_term_to_count_by() => Assert.Empty(new CadencePattern.OncePerTerm().NextDates(Date("2026-08-01")));

    [Fact]
    public void As_agreed_has_no_dates() => Assert.Empty(new CadencePattern.AsAgreed().NextDates(Date("2026-11-21")));
}
