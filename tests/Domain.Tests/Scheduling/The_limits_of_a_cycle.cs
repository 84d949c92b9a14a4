using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using static PeerBot.Domain.Tests.Scheduling.Sample;

namespace PeerBot.Domain.Tests.Scheduling;

public sealed class The_limits_of_a_cycle
{
    private static readonly Instant Now = At("2026-11-26T16:00");

    private static CycleSoFar FirstMet => Cycle(("2026-12-03T15:30", MeetingMode.Teams));

    [Theory]
    [Trait("Requirement", "A-08")]
    [Trait("Requirement", "S2-19")]
    [MemberData(nameof(Ends))]
    public void Six_months_run_from_the_first_meeting(string date, BrokenRule? rule)
    {
        var check = Rules(Heads).Check(Plan(cycle: FirstMet), Local($"{date}T15:30"), Now);

        Assert.Equal(rule, (check as MeetingCheck.Refused)?.Rule);
    }

    // first meeting 3 December 2026 ──────── 28 May │ half-term 31 May–4 June │ 7 June
    //                                                       3 June: six months
    public static TheoryData<string, BrokenRule?> Ends => new()
    {
        { "2027-05-28", null },
        { "2027-06-03", new BrokenRule.HalfTerm("Summer half-term", Date("2027-06-07")) },
        { "2027-06-07", new BrokenRule.BeyondCycle(Date("2027-06-03"), Date("2027-05-28")) },
    };

    [Fact]
    [Trait("Requirement", "A-08")]
    public void A_time_beyond_the_cycle_is_nearest_to_its_last_bookable_day()
    {
        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(cycle: FirstMet), Local("2027-06-07T10:00"), Now));

        Assert.Equal("2027-05-28T16:00", refused.Nearest?.Text());
    }

    [Theory]
    [Trait("Requirement", "S2-19")]
    [InlineData("2027-07-12", false)]
    [InlineData("2027-07-13", true)]
    public void The_last_day_itself_is_still_in(string date, bool beyond)
    {
        var cycle = Cycle(("2027-01-12T10:00", MeetingMode.Teams));

        Assert.Equal(beyond, Rules(Heads).Check(Plan(cycle: cycle), Local($"{date}T10:00"), Now) is MeetingCheck.Refused { Rule: BrokenRule.BeyondCycle });
    }

    [Theory]
    [Trait("Requirement", "S2-20")]
    [InlineData("2026-12-03T15:30", "2027-06-03")]
    [InlineData("2026-08-31T10:00", "2027-02-28")] // cut to the end of the month
    [InlineData("2027-08-31T10:00", "2028-02-29")] // of a leap year
    [InlineData("2027-01-12T10:00", "2027-07-12")]
    public void Its_last_date_is_six_calendar_months_on(string first, string last) =>
        Assert.Equal(Date(last), CycleClock.LastDate(Heads.Cycle, Cycle((first, MeetingMode.Teams)), London));

    [Fact]
    [Trait("Requirement", "S2-20")]
    public void Its_last_bookable_date_is_the_last_school_day_before()
    {
        Assert.Equal(Date("2027-05-28"), CycleClock.LastBookableDate(Rules(Heads), Plan(cycle: FirstMet), Now));
        Assert.Null(CycleClock.LastBookableDate(Rules(Heads), Plan(), Now)); // the clock has not started
    }

    [Fact]
    public void Its_clock_starts_with_the_earliest_meeting_and_moves_with_it()
    {
        var first = Meeting("2026-12-03T15:30");
        var second = Meeting("2026-12-10T15:30");
        var cycle = new CycleSoFar(null, [second, first]);

        Assert.Equal(Date("2027-06-03"), Rules(Heads).LastDate(Plan(cycle: cycle)));
        Assert.Equal(Date("2027-06-10"), Rules(Heads).LastDate(Plan(cycle: cycle) with { Moving = first.Id }));
    }

    [Fact]
    public void An_agreed_extension_has_its_own_end()
    {
        var cycle = FirstMet with { Extension = new CycleExtension(Date("2027-07-09"), 3) };

        Assert.IsType<MeetingCheck.Allowed>(Rules(Heads).Check(Plan(cycle: cycle), Local("2027-07-09T10:00"), Now));
        Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(cycle: cycle), Local("2027-07-12T10:00"), Now));
    }

    [Fact]
    [Trait("Requirement", "S2-18")]
    public void A_seventh_meeting_in_person_is_refused_and_one_on_Teams_is_not()
    {
        var six = Cycle([.. Enumerable.Range(1, 6).Select(i => ($"2026-12-{i:00}T10:00", MeetingMode.InPerson)), ("2026-12-08T10:00", MeetingMode.Teams)]);

        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(mode: MeetingMode.InPerson, cycle: six), Local("2026-12-14T10:00"), Now));

        Assert.Equal([new BrokenRule.InPersonLimit(6)], refused.Rules);
        Assert.Null(refused.Nearest); // no time would mend it
        Assert.IsType<MeetingCheck.Allowed>(Rules(Heads).Check(Plan(cycle: six), Local("2026-12-14T10:00"), Now));
    }

    [Fact]
    [Trait("Requirement", "S2-18")]
    public void Moving_the_sixth_is_not_a_seventh()
    {
        var meetings = Enumerable.Range(1, 6).Select(i => Meeting($"2026-12-{i:00}T10:00", MeetingMode.InPerson)).ToList();
        var plan = Plan(mode: MeetingMode.InPerson, cycle: new CycleSoFar(null, meetings)) with { Moving = meetings[5].Id };

        Assert.IsType<MeetingCheck.Allowed>(Rules(Heads).Check(plan, Local("2026-12-14T10:00"), Now));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Whether_a_first_meeting_in_person_counts_is_the_programmes_to_say(bool counts, bool allowed)
    {
        var cycle = Heads.Cycle with { Limits = Heads.Cycle.Limits with { InitialCountsIfInPerson = counts } };
        var six = Cycle([.. Enumerable.Range(1, 6).Select(i => ($"2026-12-{i:00}T10:00", MeetingMode.InPerson))]);

        var check = new SessionRules(Heads.Boundaries, cycle, London).Check(Plan(mode: MeetingMode.InPerson, cycle: six), Local("2026-12-14T10:00"), Now);

        Assert.Equal(allowed, check is MeetingCheck.Allowed);
    }

    [Fact]
    public void A_limit_of_all_meetings_counts_every_mode()
    {
        var cycle = Heads.Cycle with { Limits = Heads.Cycle.Limits with { TotalMeetings = new(2, LimitStrength.Block, "test") } };
        var two = Cycle(("2026-12-01T10:00", MeetingMode.Teams), ("2026-12-02T10:00", MeetingMode.InPerson));

        var refused = Assert.IsType<MeetingCheck.Refused>(
            new SessionRules(Heads.Boundaries, cycle, London).Check(Plan(cycle: two), Local("2026-12-14T10:00"), Now));

        Assert.Equal(new BrokenRule.TotalLimit(2), refused.Rule);
    }

    [Fact]
    public void A_mode_that_the_programme_does_not_offer_is_refused()
    {
        var refused = Assert.IsType<MeetingCheck.Refused>(Rules(Heads).Check(Plan(mode: MeetingMode.PhoneWork), Local("2026-12-03T10:00"), Now));

        Assert.Equal(new BrokenRule.ModeNotOffered(MeetingMode.PhoneWork), refused.Rule);
    }

    [Theory]
    [Trait("Requirement", "S2-16")]
    [InlineData(60, typeof(MeetingCheck.Allowed))]
    [InlineData(75, typeof(MeetingCheck.NeedsConfirmation))]
    public void A_first_meeting_over_an_hour_needs_both(int minutes, Type outcome)
    {
        var check = Rules(Heads).Check(Plan(minutes), Local("2026-12-03T10:00"), Now);

        Assert.IsType(outcome, check);
        if (check is MeetingCheck.NeedsConfirmation confirm) Assert.Equal([new BrokenRule.TooLong(60, FirstMeeting: true)], confirm.Rules);
    }

    [Fact]
    [Trait("Requirement", "S2-16")]
    public void A_later_meeting_over_an_hour_is_only_remarked_on()
    {
        var allowed = Assert.IsType<MeetingCheck.Allowed>(Rules(Heads).Check(Plan(75, cycle: FirstMet), Local("2026-12-10T10:00"), Now));

        Assert.Equal([new BrokenRule.TooLong(60, FirstMeeting: false)], allowed.Advice);
    }

    [Theory]
    [Trait("Requirement", "S0-10")]
    [InlineData(19, typeof(MeetingCheck.NeedsConfirmation))]
    [InlineData(20, typeof(MeetingCheck.Allowed))]
    [InlineData(30, typeof(MeetingCheck.Allowed))]
    [InlineData(40, typeof(MeetingCheck.Allowed))]
    [InlineData(41, typeof(MeetingCheck.NeedsConfirmation))]
    public void Twenty_to_forty_minutes_need_no_second_yes(int minutes, Type outcome) =>
        Assert.IsType(outcome, Rules(MiddleLeaders).Check(Colleagues(minutes), Local("2026-12-03T10:00"), Now));

    [Fact]
    [Trait("Requirement", "S0-06")]
    public void A_second_meeting_in_a_calendar_month_needs_both()
    {
        var check = Assert.IsType<MeetingCheck.NeedsConfirmation>(
            Rules(MiddleLeaders).Check(Colleagues(30, "2026-12-01T10:00"), Local("2026-12-17T10:00"), Now));

        Assert.Equal([new BrokenRule.TooManyInMonth(1, new YearMonth(2026, 12))], check.Rules);
        Assert.Equal([new BrokenRule.TooSoon(28, Date("2026-12-01"))], check.Advice);
        Assert.Equal("2027-01-05T08:30", check.Nearest?.Text()); // next month, four weeks on, in term
    }

    [Theory]
    [Trait("Requirement", "S0-06")]
    [InlineData("2027-01-25", "2027-02-22", 0)] // 28 days: the source's own example
    [InlineData("2027-01-25", "2027-02-18", 1)] // another month, but sooner
    public void A_gap_under_four_weeks_is_only_remarked_on(string first, string second, int remarks)
    {
        var allowed = Assert.IsType<MeetingCheck.Allowed>(
            Rules(MiddleLeaders).Check(Colleagues(30, $"{first}T10:00"), Local($"{second}T10:00"), Now));

        Assert.Equal(remarks, allowed.Advice.Count);
    }

    [Fact]
    [Trait("Requirement", "S0-06")]
    public void A_term_without_a_meeting_is_found_by_the_calendar_that_applies()
    {
        var cycle = new DateInterval(Date("2026-11-01"), Date("2027-06-30"));

        Assert.Equal(["Term 3"], TermCoverage.TermsBelow(1, Shetland, cycle, [Date("2026-11-30"), Date("2027-04-26")]).Select(t => t.Name));
        Assert.Equal(["Spring"], TermCoverage.TermsBelow(1, Shropshire, cycle, [Date("2026-11-30"), Date("2027-04-26")]).Select(t => t.Name));
    }

    private static MeetingPlan Colleagues(int minutes, params string[] before) =>
        Plan(minutes, cycle: Cycle([.. before.Select(b => (b, MeetingMode.Teams))]), attendees: [new Attendee(London, Shetland, null, [])]);
}
