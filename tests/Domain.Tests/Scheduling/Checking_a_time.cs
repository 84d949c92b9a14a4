using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Tests.Programmes;
using static PeerBot.Domain.Tests.Scheduling.Sample;

namespace PeerBot.Domain.Tests.Scheduling;

public sealed class Checking_a_time
{
    private static readonly Instant Now = At("2026-11-26T16:00");

    // school day 08:30 ├─────────┤ 15:30 ┄┄ 16:00 latest start; everything over by 17:30
    [Theory]
    [Trait("Requirement", "A-06")]
    [Trait("Requirement", "S2-39")]
    [InlineData("15:30", 60, true)]
    [InlineData("16:00", 60, true)]
    [InlineData("16:01", 60, false)]
    [InlineData("08:30", 60, true)]
    [InlineData("08:29", 60, false)]
    [InlineData("08:00", 60, false)]
    [InlineData("15:45", 120, false)] // would end at 17:45
    [InlineData("15:30", 120, true)]
    [InlineData("12:00", 60, true)]
    public void A_meeting_is_in_the_school_day_or_right_after_it(string time, int minutes, bool allowed)
    {
        var check = Rules(Heads).Check(Plan(minutes), Local($"2026-12-03T{time}"), Now);

        Assert.Equal(allowed, check is not MeetingCheck.Refused);
    }

    [Theory]
    [Trait("Requirement", "A-05")]
    [Trait("Requirement", "S2-39")]
    [MemberData(nameof(Refusals))]
    public void A_time_outside_is_refused_by_name_with_the_nearest_one(string start, BrokenRule rule, string nearest)
    {
        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(), Local(start), Now));

        Assert.Equal(rule, refused.Rule);
        Assert.Equal(nearest, refused.Nearest?.Text());
    }

    public static TheoryData<string, BrokenRule, string> Refusals => new()
    {
        { "2026-12-03T18:00", new BrokenRule.AfterHours(new(16, 0)), "2026-12-03T16:00" },
        { "2026-12-03T07:00", new BrokenRule.BeforeHours(new(8, 30)), "2026-12-03T08:30" },
        { "2026-12-05T10:00", new BrokenRule.Weekend(IsoDayOfWeek.Saturday), "2026-12-04T16:00" },
        { "2027-02-15T10:00", new BrokenRule.HalfTerm("Spring half-term", Date("2027-02-22")), "2027-02-12T16:00" },
        { "2027-03-29T10:00", new BrokenRule.OutOfTerm("Spring", "Summer", Date("2027-04-12")), "2027-03-25T16:00" },
        { "2027-05-03T10:00", new BrokenRule.BankHoliday("Early May bank holiday"), "2027-05-04T08:30" },
        { "2026-11-24T10:00", new BrokenRule.InThePast(), "2026-11-26T16:00" },
        { "2028-09-01T10:00", new BrokenRule.CalendarNotLoaded(Date("2027-07-20")), "2027-07-20T16:00" },
    };

    [Fact]
    [Trait("Requirement", "A-05")]
    public void Easter_Monday_is_named_beside_the_holidays_that_it_lies_in()
    {
        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(), Local("2027-03-29T10:00"), Now));

        Assert.Equal([new BrokenRule.OutOfTerm("Spring", "Summer", Date("2027-04-12")), new BrokenRule.BankHoliday("Easter Monday")], refused.Rules);
    }

    [Fact]
    public void All_broken_rules_are_named_at_once_the_day_before_the_hour()
    {
        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(), Local("2026-12-05T18:00"), Now));

        Assert.Equal(
            [new BrokenRule.Weekend(IsoDayOfWeek.Saturday), new BrokenRule.AfterHours(new(16, 0)), new BrokenRule.EndsTooLate(new(17, 30))],
            refused.Rules);
    }

    [Fact]
    [Trait("Requirement", "S2-39")]
    public void The_nearest_time_is_one_at_which_both_are_free()
    {
        // As in the script: Amira has a meeting from 4.30pm, so that an hour can start at half past three at the latest.
        var amira = Head(busy: Busy("2026-12-03T16:30", "2026-12-03T17:30"));
        var grace = Head(busy: Busy("2026-12-03T09:00", "2026-12-03T12:00"));

        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(attendees: [amira, grace]), Local("2026-12-03T18:00"), Now));

        Assert.Equal("2026-12-03T15:30", refused.Nearest?.Text());
    }

    [Fact]
    public void Of_two_times_as_near_the_earlier_one_is_named()
    {
        var taken = Head(busy: Busy("2026-12-03T12:00", "2026-12-03T13:00"));

        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(attendees: [taken, Head()]), Local("2026-12-03T12:00"), Now));

        Assert.Equal(new BrokenRule.NotFree(), refused.Rule);
        Assert.Equal("2026-12-03T11:00", refused.Nearest?.Text()); // 13:00 is as near
    }

    [Fact]
    public void The_nearest_time_is_never_in_the_past()
    {
        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(), Local("2026-11-23T18:00"), Now + Duration.FromMinutes(5)));

        Assert.Equal("2026-11-27T08:30", refused.Nearest?.Text()); // it is 16:05, so today is over
    }

    // Oakfield 08:30 ├───────┤ 15:00      Hillside   09:00 ├───────────┤ 15:45 ┄ 16:15
    [Theory]
    [Trait("Requirement", "S2-39")]
    [InlineData("08:45", false)] // Hillside has not opened
    [InlineData("09:00", true)]
    [InlineData("15:15", true)]
    [InlineData("16:15", true)] // half an hour after the later end
    [InlineData("16:16", false)]
    public void Two_schools_meet_where_their_days_overlap_and_after_the_later_end(string time, bool allowed)
    {
        var plan = Plan(attendees: [Head(new(new(8, 30), new(15, 0))), Head(new(new(9, 0), new(15, 45)))]);

        Assert.Equal(allowed, Rules(Heads).Check(plan, Local($"2026-12-03T{time}"), Now) is MeetingCheck.Allowed);
    }

    [Fact]
    public void Days_that_never_overlap_are_named_as_such()
    {
        var plan = Plan(attendees: [Head(new(new(8, 30), new(15, 0))), Head(new(new(17, 0), new(20, 0)))]);

        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(plan, Local("2026-12-03T10:00"), Now));

        Assert.Equal((new BrokenRule.NoCommonHours(), null), (refused.Rule, refused.Nearest));
    }

    [Fact]
    public void Both_calendars_count()
    {
        var inShetland = Head() with { Calendar = Calendars.For(Heads.Boundaries, "shetland") };

        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(attendees: [Head(), inShetland]), Local("2027-01-04T10:00"), Now));

        Assert.Equal(new BrokenRule.OutOfTerm("Term 2", "Term 3", Date("2027-01-05")), refused.Rule);
    }

    [Theory]
    [InlineData(InsetDays.Allow, typeof(MeetingCheck.Allowed), 0)]
    [InlineData(InsetDays.Warn, typeof(MeetingCheck.Allowed), 1)]
    [InlineData(InsetDays.Block, typeof(MeetingCheck.Refused), 1)]
    public void An_in_service_day_is_as_the_programme_says(InsetDays inset, Type outcome, int remarks)
    {
        var rules = new SessionRules(Heads.Boundaries with { InsetDays = inset }, Heads.Cycle, London);
        var plan = Plan(attendees: [Head() with { Calendar = Calendars.For(Heads.Boundaries, "shetland") }]);

        var check = rules.Check(plan, Local("2027-02-16T10:00"), Now);

        Assert.IsType(outcome, check);
        Assert.Equal(remarks, check is MeetingCheck.Allowed allowed ? allowed.Advice.Count : ((MeetingCheck.Refused)check).Rules.Count);
    }

    [Theory]
    [InlineData(LimitStrength.Block, typeof(MeetingCheck.Refused))]
    [InlineData(LimitStrength.Confirm, typeof(MeetingCheck.NeedsConfirmation))]
    [InlineData(LimitStrength.Advise, typeof(MeetingCheck.Allowed))]
    public void Hours_have_the_force_that_the_boundaries_have(LimitStrength strength, Type outcome)
    {
        var rules = new SessionRules(Heads.Boundaries with { Strength = strength }, Heads.Cycle, London);

        Assert.IsType(outcome, rules.Check(Plan(), Local("2026-12-03T18:00"), Now));
    }

    [Fact]
    public void What_both_may_overrule_comes_with_a_time_that_needs_no_yes()
    {
        var rules = new SessionRules(Heads.Boundaries with { Strength = LimitStrength.Confirm }, Heads.Cycle, London);

        var check = Assert.IsType<MeetingCheck.NeedsConfirmation>(rules.Check(Plan(), Local("2026-12-03T18:00"), Now));

        Assert.Equal([new BrokenRule.AfterHours(new(16, 0)), new BrokenRule.EndsTooLate(new(17, 30))], check.Rules);
        Assert.Equal("2026-12-03T16:00", check.Nearest?.Text());
    }

    [Theory]
    [InlineData("peer-coaching")]
    [InlineData("aspiring-middle-leaders")]
    public void A_date_that_nobody_knows_is_refused_even_where_boundaries_only_advise(string programme)
    {
        var definition = Definitions.Programme(programme);
        var plan = Plan(30, attendees: [new(definition.Zone, Calendars.For(definition.Boundaries), null, [])]);

        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(definition).Check(plan, Local("2027-11-23T10:00"), Now));

        Assert.IsType<BrokenRule.CalendarNotLoaded>(refused.Rule);
    }

    [Fact]
    public void Own_working_hours_are_the_persons_and_else_the_contact_window()
    {
        var partTime = new Attendee(London, Shetland, new(new(9, 0), new(13, 0)), []);
        var rules = new SessionRules(MiddleLeaders.Boundaries with { Strength = LimitStrength.Block }, MiddleLeaders.Cycle, London);

        MeetingCheck At(string time) => rules.Check(Plan(30, attendees: [partTime, partTime with { Hours = null }]), Local($"2026-12-03T{time}"), Now);

        Assert.IsType<MeetingCheck.Allowed>(At("12:30"));
        Assert.Equal(new BrokenRule.EndsTooLate(new(13, 0)), Assert.IsType<MeetingCheck.Refused>(At("12:45")).Rule);
        Assert.Equal(new BrokenRule.BeforeHours(new(9, 0)), Assert.IsType<MeetingCheck.Refused>(At("08:45")).Rule);
    }

    [Fact]
    public void Fixed_hours_are_the_programmes_alone()
    {
        var lunch = Heads.Boundaries with { SessionWindow = new(SessionBasis.Fixed, new(12, 0), new(13, 30)) };
        var rules = new SessionRules(lunch, Heads.Cycle, London);
        var plan = Plan(45, attendees: [Head(new(new(8, 0), new(12, 15)))]);

        Assert.IsType<MeetingCheck.Allowed>(rules.Check(plan, Local("2026-12-03T12:45"), Now));
        Assert.IsType<MeetingCheck.Refused>(rules.Check(plan, Local("2026-12-03T12:46"), Now));
    }

    // London 28 March 2027:  00:59 GMT │ 01:00–01:59 never happen │ 02:00 BST
    [Fact]
    [Trait("Requirement", "U-14")]
    public void A_local_time_that_the_clocks_skip_is_refused_as_such()
    {
        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(), Local("2027-03-28T01:30"), Now));

        Assert.Equal(new BrokenRule.SkippedByClockChange(), refused.Rule);
        Assert.Equal("2027-03-25T16:00", refused.Nearest?.Text());
    }

    // 3.30pm stays 3.30pm on both sides of 28 March and 31 October 2027, though the instant moves by an hour.
    [Theory]
    [Trait("Requirement", "U-14")]
    [InlineData("2027-03-25", "2027-03-25T15:30:00Z")]
    [InlineData("2027-04-12", "2027-04-12T14:30:00Z")]
    [InlineData("2027-10-29", "2027-10-29T14:30:00Z")]
    [InlineData("2027-11-01", "2027-11-01T15:30:00Z")]
    public void Half_past_three_stays_half_past_three_over_a_clock_change(string date, string utc)
    {
        var always = new SessionRules(Heads.Boundaries with { TermTimeOnly = false }, Heads.Cycle, London);
        var start = NodaTime.Text.InstantPattern.General.Parse(utc).Value;

        Assert.IsType<MeetingCheck.Allowed>(always.Check(Plan(), start, Now));
        Assert.Equal($"{date}T15:30", start.Text());
        Assert.IsType<MeetingCheck.Refused>(always.Check(Plan(), start + Duration.FromMinutes(31), Now));
    }

    [Fact]
    public void A_busy_interval_of_no_length_takes_no_time()
    {
        var plan = Plan(attendees: Head(busy: [Busy("2026-12-03T10:30", "2026-12-03T10:30"), Busy("2026-12-03T11:00", "2026-12-03T12:00")]));

        Assert.IsType<MeetingCheck.Allowed>(Rules(Heads).Check(plan, Local("2026-12-03T10:00"), Now));
    }
}
