using PeerBot.Domain.Groups;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Groups;

public sealed class Rates_of_a_group
{
    [Fact]
    [Trait("Requirement", "S4-09")]
    public void Confirmed_attendances_are_divided_by_members_times_sessions_held_term_by_term()
    {
        var (_, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        Meeting[] meetings =
        [
            Learning.Session(cycle, "2026-11-03T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev),
            Learning.Session(cycle, "2026-11-10T13:00", MeetingState.Held, Learning.Ada),
            Learning.Session(cycle, "2026-11-17T13:00", MeetingState.NotHeld, Learning.Ada, Learning.Cleo),
            Learning.Session(cycle, "2026-11-24T13:00", MeetingState.Booked, Learning.Ada, Learning.Cleo),
            Learning.Session(cycle, "2027-01-12T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo),
        ];
        var rates = GroupRates.ByTerm(meetings, Learning.Reference.Calendars.For(Learning.Programme.Boundaries), Learning.Programme.Zone);
        Assert.Equal([(2, 6, 4), (1, 3, 2)], rates.Select(rate => (rate.Sessions, rate.Places, rate.Attended)));
        Assert.Equal([67, null], rates.Select(rate => rate.Percent(least: 5)));
    }

    [Fact]
    [Trait("Requirement", "S4-09")]
    public void A_session_in_a_break_counts_in_the_term_before_as_in_every_report()
    {
        var (_, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        Meeting[] meetings =
        [
            Learning.Session(cycle, "2026-12-15T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev),
            Learning.Session(cycle, "2026-12-21T13:00", MeetingState.Held, Learning.Ada),
        ];
        var rate = Assert.Single(GroupRates.ByTerm(meetings, Learning.Reference.Calendars.For(Learning.Programme.Boundaries), Learning.Programme.Zone));
        Assert.Equal((2, 6, 4), (rate.Sessions, rate.Places, rate.Attended));
    }

    [Fact]
    [Trait("Requirement", "S4-13")]
    public void The_balance_counts_marks_of_the_group_and_knows_no_names()
    {
        var (_, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var session = Learning.Session(cycle, "2026-11-03T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev) with
        {
            Parts = new Dictionary<string, SessionPart> { ["one"] = SessionPart.Shared, ["two"] = SessionPart.Shared, ["three"] = SessionPart.Both },
        };
        Assert.Equal(new SharingBalance(2, 0, 1), GroupRates.Balance([session, session with { State = MeetingState.NotHeld }]));
        Assert.DoesNotContain(typeof(SharingBalance).GetProperties(), property => property.PropertyType != typeof(int));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("+", 0)]
    [InlineData("-", 1)]
    [InlineData("+--", 2)]
    [InlineData("--+", 0)]
    [InlineData("+-+--", 2)]
    [Trait("Requirement", "S4-10")]
    public void Sessions_missed_are_counted_in_a_row_to_the_last(string came, int missed)
    {
        var (_, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var sessions = came.Select((there, at) => Learning.Session(
            cycle, SchoolTime.Written(SchoolTime.At("2026-11-03T13:00") + NodaTime.Duration.FromDays(7 * at)), MeetingState.Held,
            there == '+' ? [Learning.Dev, Learning.Ada] : [Learning.Ada]));
        Assert.Equal(missed, LogSession.MissedLast(sessions, Learning.Dev.Id));
    }

    [Theory]
    [InlineData("Phonics, SEN and maths", "Phonics|SEN|maths")]
    [InlineData("ICT; ict, drama & art", "ICT|drama|art")]
    [InlineData("  ", "")]
    public void Skills_are_read_out_of_what_people_write(string words, string skills) =>
        Assert.Equal(skills, string.Join('|', GroupPool.SkillsIn(words)));
}
