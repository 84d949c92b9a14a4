using NodaTime;
using PeerBot.Bot.Sample;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Bot.Tests.Sample;

public sealed class The_sample_diaries(SampleHost host) : IClassFixture<SampleHost>
{
    private static readonly Instant HalfPastThree = SampleHost.London.AtStrictly(new LocalDateTime(2026, 12, 3, 15, 30)).ToInstant();

    public static TheoryData<string> ListedHeads => [.. SampleAuthority.Import().Supporters
        .Where(supporter => supporter.State == SupporterState.Listed && supporter.ProgrammeId == SampleHost.Heads.Id)
        .Select(supporter => SampleHost.Name(supporter.Person))];

    [Fact]
    public async Task Amira_Peter_and_Grace_are_free_after_school_on_the_third_of_December()
    {
        var hour = new Interval(HalfPastThree, HalfPastThree + Duration.FromHours(1));

        var found = await host.Calendar.FreeBusyAsync(
            [SampleHost.Id("Amira Khan"), SampleHost.Id("Peter Lloyd"), SampleHost.Id("Grace Obi")], hour, default);

        Assert.Equal(3, found.Count);
        Assert.All(found.Values, one => Assert.True(one is { Known: true, Busy: [] }));
    }

    [Theory]
    [InlineData("Peter Lloyd")]
    [InlineData("Grace Obi")]
    [Trait("Requirement", "S2-39")]
    public async Task Six_o_clock_that_day_is_too_late_and_half_past_three_is_the_nearest_time(string supporter)
    {
        var booking = host.Booking(SampleHost.Id("Amira Khan"), SampleHost.Id(supporter), out var cycle);

        var check = await booking.CheckAsync(cycle, new LocalDateTime(2026, 12, 3, 18, 0));

        Assert.Equal(HalfPastThree, Assert.IsType<MeetingCheck.Refused>(check).Nearest);
    }

    [Theory]
    [MemberData(nameof(ListedHeads))]
    public async Task Amira_finds_three_times_with_each_supporter_before_the_term_is_over(string supporter)
    {
        var booking = host.Booking(SampleHost.Id("Amira Khan"), SampleHost.Id(supporter), out var cycle);

        var times = Assert.IsType<SlotOffer.Times>(await booking.OfferAsync(cycle, 0)).Starts;

        Assert.Equal(3, times.Count);
        Assert.All(times, time => Assert.True(time.InZone(SampleHost.London).Date <= new LocalDate(2026, 12, 18)));
    }

    [Fact]
    public async Task Heads_have_diaries_that_look_like_diaries()
    {
        var monday = new LocalDate(2026, 11, 23).AtStartOfDayInZone(SampleHost.London).ToInstant();
        var days = new Interval(monday, monday + Duration.FromDays(5));

        var week = await host.Rehearsal.CalendarAsync(SampleHost.Shown("Amira Khan"), days, default);

        Assert.InRange(week.Busy.Count, 5, 15);
        Assert.Equal(week.Busy.OrderBy(taken => taken.Start), week.Busy);
    }
}
