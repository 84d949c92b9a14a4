using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Support;

public sealed class Booking_for_a_pair
{
    private const string Now = "2026-11-24T10:00";

    [Theory, Trait("Requirement", "A-05"), Trait("Requirement", "A-06"), Trait("Requirement", "S2-39")]
    [InlineData("2026-12-03T15:30", null, null)]
    [InlineData("2026-12-03T16:00", null, null)]
    [InlineData("2026-12-03T16:01", "AfterHours", "2026-12-03T16:00")]
    [InlineData("2026-12-03T18:00", "AfterHours", "2026-12-03T16:00")]
    [InlineData("2026-12-03T08:29", "BeforeHours", "2026-12-03T08:30")]
    [InlineData("2026-12-05T10:00", "Weekend", "2026-12-04T16:00")]
    [InlineData("2027-02-15T10:00", "HalfTerm", "2027-02-12T16:00")]
    [InlineData("2027-03-29T10:00", "OutOfTerm", "2027-03-25T16:00")]
    [InlineData("2027-05-03T10:00", "BankHoliday", "2027-05-04T08:30")]
    [InlineData("2026-11-24T09:59", "InThePast", "2026-11-24T10:00")]
    [InlineData("2027-09-15T10:00", "CalendarNotLoaded", "2027-07-20T16:00")]
    [InlineData("2099-01-01T10:00", "CalendarNotLoaded", null)]
    [InlineData("1970-01-01T10:00", "InThePast", null)]
    public async Task A_time_is_booked_or_refused_with_the_rule_and_the_nearest_time(string start, string? rule, string? nearest)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var office = new Office(Now, cycle);
        var booking = await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At(start), null));

        if (rule is null)
        {
            Assert.Equal(SchoolTime.At(start), Assert.IsType<Booking.Booked>(booking).Meeting.Start);
            return;
        }

        var refused = Assert.IsType<Booking.Refused>(booking);
        Assert.Equal(rule, refused.Rules[0].GetType().Name);
        Assert.Equal(nearest, refused.Nearest is { } at ? SchoolTime.Written(at) : null);
        Assert.Empty(office.Store.All<Meeting>());
        Assert.Empty(office.Store.Errands);
    }

    [Theory, Trait("Requirement", "S2-18")]
    [InlineData(5, MeetingMode.InPerson, true)]
    [InlineData(6, MeetingMode.InPerson, false)]
    [InlineData(6, MeetingMode.Teams, true)]
    [InlineData(12, MeetingMode.Teams, true)]
    public async Task Six_meetings_in_person_and_no_seventh(int held, MeetingMode mode, bool booked)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, mode);
        var office = new Office("2027-03-01T10:00", [cycle, .. Given.Held(cycle, MeetingMode.InPerson, "2026-12-03T10:00", held)]);
        var booking = await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Supporter, cycle.Id, SchoolTime.At("2027-03-04T10:00"), null));

        Assert.Equal(booked, booking is Booking.Booked);
        if (booking is Booking.Refused refused)
        {
            Assert.Equal(new BrokenRule.InPersonLimit(6), Assert.Single(refused.Rules));
            Assert.Null(refused.Nearest);
        }
    }

    [Fact, Trait("Requirement", "S2-18")]
    public async Task Two_at_once_for_the_sixth_place_leave_six()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson);
        var office = new Office("2027-01-18T10:00", [cycle, .. Given.Held(cycle, MeetingMode.InPerson, "2026-12-03T10:00", 5)]);
        var (one, first) = office.Open();
        var (other, second) = office.Open();
        await new BookMeeting(one).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2027-01-20T10:00"), null);
        await new BookMeeting(other).BookAsync(cycle.Supporter, cycle.Id, SchoolTime.At("2027-01-21T10:00"), null);

        Assert.True(first.Commit());
        Assert.False(second.Commit());
        Assert.IsType<Booking.Refused>(
            await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Supporter, cycle.Id, SchoolTime.At("2027-01-21T10:00"), null)));
        Assert.Equal(6, office.Store.All<Meeting>().Count());
    }

    [Theory, Trait("Requirement", "S2-19"), Trait("Requirement", "A-08")]
    [InlineData("2026-12-03", "2027-05-28", true)]
    [InlineData("2026-12-03", "2027-06-07", false)]
    [InlineData("2027-01-12", "2027-07-12", true)]
    [InlineData("2027-01-12", "2027-07-13", false)]
    public async Task No_meeting_is_later_than_six_months_after_the_first(string first, string date, bool booked)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var office = new Office("2027-05-20T10:00", cycle, Given.Meeting(cycle, first + "T10:00", MeetingState.Held, initial: true));
        var booking = await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At(date + "T10:00"), null));

        Assert.Equal(booked, booking is Booking.Booked);
        Assert.True(booked || booking is Booking.Refused { Rules: [BrokenRule.BeyondCycle, ..] });
    }

    [Fact, Trait("Requirement", "S2-20")]
    public async Task The_last_date_is_one_on_which_the_pair_can_meet()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var office = new Office(Now, cycle, Given.Meeting(cycle, "2026-12-03T15:30", initial: true));
        office.Calendar.Unavailable = true; // whole days need no calendar

        Assert.Equal(SchoolTime.Date("2027-05-28"), await office.Does(turn => new BookMeeting(turn).LastBookableAsync(cycle)));
        Assert.Equal(0, office.Calendar.Failures);
    }

    [Theory]
    [InlineData("2026-12-03T15:30", false)]
    [InlineData("2026-12-03T14:31", false)]
    [InlineData("2026-12-03T14:30", true)]
    public async Task Two_meetings_of_a_pair_never_overlap_though_the_calendar_has_not_heard(string start, bool booked)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var office = new Office(Now, cycle, Given.Meeting(cycle, "2026-12-03T15:30", initial: true) with { Calendar = CalendarState.Pending, EventId = null });
        office.Calendar.Unavailable = true;

        var booking = await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At(start), null));
        Assert.Equal(booked, booking is Booking.Booked);
    }

    [Fact]
    public async Task What_a_supporter_has_with_another_head_is_taken_time_too()
    {
        var (cycle, other) = (Given.Cycle(Authority.Amira, Authority.Grace), Given.Cycle(Authority.Hannah, Authority.Grace));
        var office = new Office(Now, cycle, other, Given.Meeting(other, "2026-12-03T15:30", initial: true) with { Calendar = CalendarState.Pending, EventId = null });

        Assert.IsType<Booking.Refused>(
            await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2026-12-03T15:30"), null)));
    }

    [Fact]
    public async Task A_move_is_not_hindered_by_the_meetings_own_time()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var meeting = Given.Meeting(cycle, "2026-12-03T15:00", initial: true);
        var office = new Office(Now, cycle, meeting);
        office.Calendar.Block(cycle.Requester, meeting.Start, meeting.End);

        var moved = Assert.IsType<Booking.Moved>(
            await office.Does(turn => new BookMeeting(turn).MoveAsync(cycle.Supporter, meeting.Id, 0, SchoolTime.At("2026-12-03T15:30"), null)));
        Assert.Equal((meeting.Id, 1, CalendarState.Pending), (moved.Meeting.Id, moved.Meeting.Sequence, moved.Meeting.Calendar));
    }

    [Theory]
    [InlineData(1, "2026-12-08T10:00")] // an older or newer card
    [InlineData(0, "2026-12-05T10:00")] // a Saturday
    public async Task A_move_that_cannot_be_leaves_the_meeting(long sequence, string start)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var meeting = Given.Meeting(cycle, "2026-12-03T15:30", initial: true);
        var office = new Office(Now, cycle, meeting);
        var answer = await office.Does(turn => new BookMeeting(turn).MoveAsync(cycle.Requester, meeting.Id, sequence, SchoolTime.At(start), null));

        Assert.True(answer is Booking.OutOfDate or Booking.Refused);
        Assert.Equal(meeting with { Version = 1 }, office.Only<Meeting>());
        Assert.Empty(office.Store.Errands);
    }

    [Fact]
    public async Task A_booking_sends_its_reminders_the_question_after_and_the_end_of_the_cycle()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var office = new Office(Now, cycle);
        await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2026-12-03T15:30"), "card"));

        foreach (var person in new[] { cycle.Requester, cycle.Supporter })
        {
            Assert.Equal(["2026-11-26T08:30", "2026-12-02T08:30"], office.Due<Errand.RemindMeeting>(remind => remind.To == person));
            Assert.Equal(["2026-12-03T16:30"], office.Due<Errand.AskDidYouMeet>(ask => ask.To == person));
        }

        Assert.Equal(["2027-06-04T00:00"], office.Due<Errand.CloseCycle>());
        Assert.Equal([Now], office.Due<Errand.OfferSelfEvaluation>(offer => offer.To == cycle.Requester));
        Assert.Equal([Now], office.Due<Errand.WriteCalendar>(write => write is { Card: "card" } && write.Actor == cycle.Requester));
    }

    [Theory, Trait("Requirement", "S2-16")]
    [InlineData(60, false, true)]
    [InlineData(75, false, false)]
    [InlineData(75, true, true)]
    public async Task More_than_an_hour_at_first_only_where_both_agreed_to_it(int minutes, bool agreed, bool booked)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, minutes: minutes);
        cycle = cycle with { Cadence = cycle.Cadence! with { Overrides = agreed ? ["S2-16"] : [] } };
        var office = new Office(Now, cycle);

        var booking = await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2026-12-03T15:30"), null));
        Assert.Equal(booked, booking is Booking.Booked);
    }

    [Fact]
    public async Task Nothing_is_booked_before_both_agreed_a_rhythm_or_after_the_cycle()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        foreach (var not in new[]
        {
            cycle with { Cadence = null },
            cycle with { Cadence = cycle.Cadence! with { AgreedBy = [cycle.Requester] } },
            cycle with { State = CycleState.Closed },
        })
        {
            var office = new Office(Now, not);
            Assert.IsType<Booking.NotYet>(await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2026-12-03T15:30"), null)));
        }
    }

    [Fact]
    public async Task A_calendar_that_does_not_answer_hinders_nobody()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var office = new Office(Now, cycle);
        office.Calendar.Unavailable = true;

        Assert.IsType<SlotOffer.Times>(await office.Does(turn => new BookMeeting(turn).OfferAsync(cycle, 0)));
        Assert.IsType<Booking.Booked>(
            await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2026-12-03T15:30"), null)));
    }

    [Fact, Trait("Requirement", "A-06")]
    public async Task The_later_end_of_two_school_days_counts()
    {
        var late = Authority.BrookLane with { SchoolDayStart = new LocalTime(8, 45), SchoolDayEnd = new LocalTime(16, 0) };
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, minutes: 45);
        var office = new Office(Now, cycle, late);

        Assert.IsType<Booking.Booked>(
            await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2026-12-03T16:30"), null)));
        var refused = await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2026-12-08T08:30"), null));
        Assert.Equal(new BrokenRule.BeforeHours(new LocalTime(8, 45)), Assert.IsType<Booking.Refused>(refused).Rules[0]);
    }
}
