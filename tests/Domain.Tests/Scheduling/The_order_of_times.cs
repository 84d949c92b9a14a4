using NodaTime;
using PeerBot.Domain.Scheduling;
using static PeerBot.Domain.Tests.Scheduling.Sample;

namespace PeerBot.Domain.Tests.Scheduling;

/// <summary>Soonest first by weeks; within a week the rhythm; within that the sooner day; within a day away from its edge; then travel-free modes first.</summary>
public sealed class The_order_of_times
{
    private static readonly CadencePattern Tuesdays = new CadencePattern.EveryNWeeks(2, IsoDayOfWeek.Tuesday, new(15, 30));

    //   week of 23 Nov: Fr 27                │ week of 30 Nov: Mo 30   Tu 1 (the rhythm's day)   We 2
    [Theory]
    [InlineData("2026-11-27T10:00", "2026-12-01T15:30")] // the earlier week before the rhythm of a later one
    [InlineData("2026-12-01T15:30", "2026-12-01T10:00")] // day and time of the rhythm before its day
    [InlineData("2026-12-01T08:30", "2026-11-30T10:00")] // its day, even at the edge, before a sooner other day
    [InlineData("2026-11-30T10:00", "2026-12-02T10:00")] // then the sooner day
    [InlineData("2026-11-30T15:00", "2026-11-30T08:30")] // within a day away from the edge
    [InlineData("2026-11-30T10:00", "2026-11-30T15:00")] // and then the sooner
    [InlineData("2026-11-30T08:30", "2026-11-30T16:00")] // of two at an edge too
    public void One_goes_before_the_other(string first, string second)
    {
        var ranked = Rank(Tuesdays, second, first);

        Assert.Equal([first, second], ranked.Select(s => s.Start.Text()));
    }

    [Fact]
    public void Without_a_rhythm_the_sooner_day_is_first() =>
        Assert.Equal(["2026-11-30T10:00", "2026-12-01T15:30"], Rank(null, "2026-12-01T15:30", "2026-11-30T10:00").Select(s => s.Start.Text()));

    [Theory]
    [InlineData(MeetingMode.Teams, MeetingMode.InPerson)] // without travel first where the definition says so
    [InlineData(MeetingMode.InPerson, MeetingMode.Teams)] // and not where it does not
    public void Of_one_time_the_mode_that_the_definition_lists_first_is_first(params MeetingMode[] modes) =>
        Assert.Equal(modes, new SlotRanking(London, null, modes).Rank([At("2026-11-30T10:00")], _ => false).Select(s => s.Mode));

    [Fact]
    public void The_order_does_not_hang_on_the_order_they_come_in()
    {
        Instant[] starts = [.. Enumerable.Range(0, 400).Select(i => At("2026-11-27T08:30") + Duration.FromMinutes(75 * i))];
        var expected = Ranking(Tuesdays).Rank(starts, AtEdge).Select(s => (s.Start, s.Mode));
        var random = new Random(20261127);
        for (var i = 0; i < 20; i++)
        {
            random.Shuffle(starts);
            Assert.Equal(expected, Ranking(Tuesdays).Rank(starts, AtEdge).Select(s => (s.Start, s.Mode)));
        }
    }

    [Theory]
    [InlineData("2026-12-01T15:30", SlotReason.EverybodyFree, SlotReason.DayAndTimeOfRhythm, SlotReason.AwayFromTheEdge, SlotReason.NoTravel)]
    [InlineData("2026-12-01T16:00", SlotReason.EverybodyFree, SlotReason.DayOfRhythm, SlotReason.NoTravel)]
    [InlineData("2026-12-02T10:00", SlotReason.EverybodyFree, SlotReason.AwayFromTheEdge, SlotReason.NoTravel)]
    public void Each_says_why_it_is_offered(string start, params SlotReason[] why) => Assert.Equal(why, Rank(Tuesdays, start).Single().Why);

    [Fact]
    public void The_day_of_the_rhythm_is_offered_first_with_its_reason()
    {
        var offer = Assert.IsType<SlotOffer.Times>(MeetingSlots.Offer(
            Rules(Heads), Plan(30), At("2026-11-29T10:00"), rhythm: Tuesdays));

        var tuesday = offer.Slots.Single(s => s.Start.InZone(London).DayOfWeek == IsoDayOfWeek.Tuesday);
        Assert.Equal("2026-12-01T15:30", tuesday.Start.Text());
        Assert.Contains(SlotReason.DayAndTimeOfRhythm, tuesday.Why);
    }

    private static bool AtEdge(Instant start) => start.InZone(London).TimeOfDay is var time && (time < new LocalTime(9, 0) || time > new LocalTime(15, 30));

    private static SlotRanking Ranking(CadencePattern? rhythm) => new(London, rhythm, [MeetingMode.Teams]);

    private static IEnumerable<OfferedSlot> Rank(CadencePattern? rhythm, params IEnumerable<string> starts) =>
        Ranking(rhythm).Rank(starts.Select(start => At(start)), AtEdge);
}
