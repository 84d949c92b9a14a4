using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Tests.Programmes;
using static PeerBot.Domain.Tests.Scheduling.Sample;

namespace PeerBot.Domain.Tests.Scheduling;

public sealed class The_contact_window
{
    private static readonly ContactTimes Peter = new(Heads.Boundaries, Shropshire, London);

    // 08:30 ├──────────┤ 17:30, Monday to Friday, in term
    [Theory]
    [Trait("Requirement", "S2-40")]
    [InlineData("2026-11-23T08:30", "2026-11-23T08:30", null)] // the opening is inside
    [InlineData("2026-11-23T17:29", "2026-11-23T17:29", null)]
    [InlineData("2026-11-23T17:30", "2026-11-24T08:30", typeof(HeldBecause.OutOfHours))] // the close is not
    [InlineData("2026-11-23T06:00", "2026-11-23T08:30", typeof(HeldBecause.OutOfHours))]
    [InlineData("2026-11-25T19:05", "2026-11-26T08:30", typeof(HeldBecause.OutOfHours))]
    [InlineData("2026-11-27T19:05", "2026-11-30T08:30", typeof(DayKind.OtherWeekday))] // Friday evening, then the weekend
    [InlineData("2026-10-26T10:00", "2026-11-02T08:30", typeof(DayKind.Closed))] // half-term
    [InlineData("2026-10-23T18:00", "2026-11-02T08:30", typeof(DayKind.Closed))] // the Friday before it
    [InlineData("2027-05-03T10:00", "2027-05-04T08:30", typeof(DayKind.BankHoliday))]
    [InlineData("2027-04-30T18:00", "2027-05-04T08:30", typeof(DayKind.BankHoliday))] // the Friday before
    [InlineData("2026-12-18T17:30", "2027-01-04T08:30", typeof(DayKind.OutOfTerm))]
    public void Holds_what_the_bot_starts_to_its_next_opening(string now, string at, Type? why)
    {
        var next = Peter.Next(At(now));

        Assert.Equal(at, next.At.Text());
        Assert.Equal(why, next.Why is HeldBecause.Day day ? day.Kind.GetType() : next.Why?.GetType());
    }

    [Fact]
    [Trait("Requirement", "A-01")]
    [Trait("Requirement", "S2-04")]
    public void A_request_on_Saturday_evening_reaches_the_supporter_on_Monday_at_half_past_eight()
    {
        var next = Peter.Next(SaturdayEvening);

        Assert.Equal("2026-11-23T08:30", next.At.Text());
        Assert.Equal(new HeldBecause.Day(new DayKind.OtherWeekday(IsoDayOfWeek.Saturday)), next.Why);
    }

    [Theory]
    [Trait("Requirement", "U-05")]
    [InlineData("2026-12-24T10:00")]
    [InlineData("2026-12-26T10:00")] // a Saturday; the holidays explain the wait, not the weekend
    [InlineData("2026-12-28T10:00")] // a bank holiday in the holidays
    public void A_request_out_of_term_waits_for_the_first_morning_of_term(string now)
    {
        var next = Peter.Next(At(now));

        Assert.Equal("2027-01-04T08:30", next.At.Text());
        Assert.IsType<DayKind.OutOfTerm>(Assert.IsType<HeldBecause.Day>(next.Why).Kind);
    }

    [Fact]
    [Trait("Requirement", "U-05")]
    public void Each_supporter_waits_by_their_own_calendar()
    {
        var inShetland = new ContactTimes(Heads.Boundaries, Calendars.For(Heads.Boundaries, "shetland"), London);

        Assert.Equal("2027-01-05T08:30", inShetland.Next(At("2026-12-24T10:00")).At.Text());
    }

    // Cancelled on Sunday evening: the window opens at 08:30 on Monday.
    [Theory]
    [InlineData("2026-11-23T09:00", "2026-11-22T20:00")] // half an hour after it: at once
    [InlineData("2026-11-23T09:30", "2026-11-23T08:30")]
    [InlineData("2026-11-25T10:00", "2026-11-23T08:30")]
    public void A_cancelled_meeting_is_told_out_of_hours_only_when_Monday_morning_is_too_late(string meeting, string told) =>
        Assert.Equal(told, Peter.NextAbout(At(meeting), At("2026-11-22T20:00")).At.Text());

    [Fact]
    public void A_pause_holds_until_the_day_back_and_says_so()
    {
        var paused = new ContactTimes(Heads.Boundaries, Shropshire, London, [new DateInterval(Date("2026-11-24"), Date("2027-01-31"))]);

        Assert.Equal(new NextContact(At("2027-02-01T08:30"), new HeldBecause.Away(Date("2027-02-01"))), paused.Next(At("2026-11-24T09:00")));
    }

    [Fact]
    public void A_Scottish_bank_holiday_is_a_day_like_any_other_when_schools_are_open()
    {
        var morag = new ContactTimes(MiddleLeaders.Boundaries, Shetland, London);

        Assert.Null(morag.Next(At("2026-11-30T10:00")).Why); // St Andrew's Day
    }

    [Fact]
    public void Where_terms_do_not_count_a_holiday_does_not_hold_but_a_weekend_does()
    {
        var mentors = new ContactTimes(Definitions.Programme("cld-peer-mentoring").Boundaries, Calendars.For(Heads.Boundaries, "nowhere"), London);

        Assert.Null(mentors.Next(At("2026-12-22T10:00")).Why);
        Assert.Equal("2026-12-21T09:00", mentors.Next(At("2026-12-19T10:00")).At.Text());
    }

    [Fact]
    public void Beyond_the_loaded_calendar_nothing_goes_out_and_nothing_is_lost()
    {
        var first = Peter.Next(At("2027-07-22T10:00")); // the last term that is known ended on 20 July
        var again = Peter.Next(first.At);

        Assert.Equal(("2027-07-23T08:30", new HeldBecause.Day(new DayKind.NotLoaded())), (first.At.Text(), first.Why));
        Assert.Equal("2027-07-26T08:30", again.At.Text());
    }

    // Sydney is eleven hours ahead: Monday 08:30 there is Sunday evening in London.
    [Fact]
    public void The_window_is_in_the_persons_own_zone()
    {
        var sydney = DateTimeZoneProviders.Tzdb["Australia/Sydney"];
        var kim = new ContactTimes(Heads.Boundaries, Shropshire, sydney);

        Assert.Equal(Instant.FromUtc(2026, 11, 22, 21, 30), kim.Next(SaturdayEvening).At);
    }

    // 28 March 2027 01:00 ─▶ 02:00, 31 October 2027 02:00 ─▶ 01:00: half past eight stays half past eight.
    [Theory]
    [Trait("Requirement", "U-14")]
    [InlineData("2027-03-25T18:00", "2027-04-12T07:30:00Z")] // over the change into summer time
    [InlineData("2027-03-24T18:00", "2027-03-25T08:30:00Z")]
    public void Opens_at_the_same_local_time_after_a_clock_change(string now, string utc) =>
        Assert.Equal(NodaTime.Text.InstantPattern.General.Parse(utc).Value, Peter.Next(At(now)).At);

    [Fact]
    public void Five_working_days_from_Monday_end_on_Monday_at_half_past_five()
    {
        var asked = At("2026-11-23T08:30");

        Assert.Equal(new Due(At("2026-11-30T17:30"), Certain: true), Peter.Deadline(asked, 5));
        Assert.Equal(new Due(At("2026-11-25T08:30"), Certain: true), Peter.Morning(asked, 2)); // the reminder
    }

    [Theory]
    [InlineData("2026-10-22", 2, "2026-11-02")] // Friday 23rd, then half-term
    [InlineData("2026-12-17", 2, "2027-01-04")] // Friday 18th, then Christmas
    [InlineData("2027-04-29", 2, "2027-05-04")] // Friday 30th, then a bank holiday
    [InlineData("2026-12-03", -1, "2026-12-02")]
    [InlineData("2026-12-03", -5, "2026-11-26")]
    [InlineData("2027-01-05", -2, "2026-12-18")]
    [InlineData("2027-05-28", -20, "2027-04-29")] // when a review is asked for; 3 May is a bank holiday
    [InlineData("2026-11-23", 0, "2026-11-23")]
    public void Working_days_are_school_days(string from, int days, string date) =>
        Assert.Equal(new CountedDate(Date(date), Certain: true), Peter.WorkingDays.Count(Date(from), days));

    [Fact]
    public void A_count_that_leaves_the_calendar_is_marked_uncertain() =>
        Assert.Equal(new CountedDate(Date("2027-07-22"), Certain: false), Peter.WorkingDays.Count(Date("2027-07-19"), 3));

    [Fact]
    public void Boundaries_without_a_weekday_are_refused() =>
        Assert.Throws<ArgumentException>(() => new WorkingDays(Heads.Boundaries with { Days = new HashSet<IsoDayOfWeek>() }, Shropshire));
}
