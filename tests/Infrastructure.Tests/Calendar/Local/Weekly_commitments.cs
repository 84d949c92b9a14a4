using NodaTime;
using NodaTime.Text;
using PeerBot.Calendar;
using static PeerBot.Infrastructure.Tests.Calendar.People;

namespace PeerBot.Infrastructure.Tests.Calendar.Local;

public sealed class Weekly_commitments
{
    private static readonly IsoDayOfWeek[] Sunday = [IsoDayOfWeek.Sunday];

    // London, 28 March 2027:  00:59 ─▶ 02:00, so 01:xx never happens
    // London, 31 October 2027: 01:xx happens twice; a commitment takes the longer reading
    [Theory]
    [InlineData("2027-03-21", "01:15", "01:45", "2027-03-21T01:15:00Z/2027-03-21T01:45:00Z")]
    [InlineData("2027-03-28", "01:15", "01:45", "")]
    [InlineData("2027-03-28", "00:30", "01:30", "2027-03-28T00:30:00Z/2027-03-28T01:00:00Z")]
    [InlineData("2027-03-28", "01:30", "03:00", "2027-03-28T01:00:00Z/2027-03-28T02:00:00Z")]
    [InlineData("2027-10-31", "01:15", "01:45", "2027-10-31T00:15:00Z/2027-10-31T01:45:00Z")]
    [InlineData("2027-10-31", "00:30", "03:00", "2027-10-30T23:30:00Z/2027-10-31T03:00:00Z")]
    public void They_keep_to_the_clock_on_the_wall(string date, string start, string end, string expected)
    {
        var weekly = new WeeklyCommitment(Sunday, Time(start), Time(end), London);
        var day = LocalDatePattern.Iso.Parse(date).Value;
        var window = new Interval(London.AtStartOfDay(day).ToInstant(), London.AtStartOfDay(day.PlusDays(1)).ToInstant());

        Assert.Equal(expected, string.Join(' ', new BusyTimes([], [weekly]).Within(window)));
    }

    [Fact]
    public void A_window_cuts_them_and_takes_those_that_began_before_it()
    {
        var weekly = new WeeklyCommitment([IsoDayOfWeek.Thursday], new(9, 0), new(17, 0), London);

        Assert.Equal([Hour(Thursday)], new BusyTimes([], [weekly]).Within(Hour(Thursday)));
    }

    [Fact]
    public void One_that_ends_before_it_starts_is_refused() =>
        Assert.Throws<ArgumentException>(() => new WeeklyCommitment(Sunday, new(15, 0), new(15, 0), London));

    [Fact]
    public void Sample_weeks_differ_and_each_leaves_the_hour_after_school_on_tuesday_and_thursday()
    {
        var week = new Interval(Instant.FromUtc(2026, 11, 30, 0, 0), Instant.FromUtc(2026, 12, 5, 0, 0));
        var weeks = Enumerable.Range(0, SchoolWeek.Count).Select(n => SchoolWeek.Of(n, London).Within(week).ToList()).ToList();

        Assert.Equal(weeks.Count, weeks.Select(w => string.Join(' ', w)).Distinct().Count());
        Assert.All(weeks, taken =>
        {
            Assert.InRange(taken.Count, 5, 20);
            foreach (var afterSchool in new[] { Hour(Thursday - Duration.FromDays(2)), Hour(Thursday) })
                Assert.DoesNotContain(taken, t => t.Start < afterSchool.End && t.End > afterSchool.Start);
        });
        Assert.Equal(SchoolWeek.Of(1, London).Within(week), SchoolWeek.Of(1 + SchoolWeek.Count, London).Within(week));
    }

    private static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}
