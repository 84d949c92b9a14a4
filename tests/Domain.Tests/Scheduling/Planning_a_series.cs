using NodaTime;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using static PeerBot.Domain.Tests.Scheduling.Sample;

namespace PeerBot.Domain.Tests.Scheduling;

public sealed class Planning_a_series
{
    private static readonly Instant Now = At("2026-11-21T10:00");
    private static readonly CadencePattern LastMonday = new CadencePattern.MonthlyByWeekday(Ordinal.Last, IsoDayOfWeek.Monday, new(15, 30));

    // Shetland 2026-27: … ─ 18 Dec │ 5 Jan ─ 24 Mar │ 7 Apr ─ 2 Jul; bank holidays of Scotland
    //   30 Nov  St Andrew's Day   28 Dec  between terms   25 Jan   22 Feb   29 Mar  between terms   26 Apr   31 May  bank holiday   28 Jun
    [Fact]
    [Trait("Requirement", "A-10")]
    [Trait("Requirement", "S0-08")]
    public void The_last_Monday_of_each_month_shows_every_clash_with_a_move()
    {
        var plan = Planner(MiddleLeaders, Colleagues()).Plan(LastMonday);

        Assert.Equal(
            [
                "2026-11-30 BankHoliday -> 2026-11-23", "2026-12-28 OutOfTerm -> 2026-12-14", "2027-01-25", "2027-02-22",
                "2027-03-29 OutOfTerm -> 2027-03-22", "2027-04-26", "2027-05-31 BankHoliday -> 2027-05-24", "2027-06-28",
            ],
            plan.Dates.Select(Text));
        Assert.Equal(Date("2027-07-02"), Assert.IsType<BrokenRule.CalendarNotLoaded>(plan.Ends).KnownUntil);
    }

    [Fact]
    [Trait("Requirement", "S0-08")]
    public void No_date_of_the_rhythm_is_ever_dropped()
    {
        foreach (var pattern in Rhythms())
        {
            var plan = Planner(MiddleLeaders, Colleagues()).Plan(pattern);
            var until = Date("2027-07-02");

            Assert.Equal(
                pattern.NextDates(Date("2026-11-22"), Shetland).TakeWhile(d => d <= until).Take(SeriesPlanner.MostDates),
                plan.Dates.Select(d => d.Wanted.Date));
        }
    }

    [Fact]
    public void No_move_breaks_a_rule_or_comes_out_of_order()
    {
        foreach (var (programme, calendar) in new[] { (MiddleLeaders, Shetland), (Heads, Shropshire) })
        {
            foreach (var pattern in Rhythms())
            {
                var people = Enumerable.Range(0, 2).Select(i => new Attendee(London, calendar, null, RandomBusy(7 + i))).ToArray();
                var plan = Plan(30, attendees: people);
                var series = new SeriesPlanner(Rules(programme), plan, Now).Plan(pattern);
                var moved = series.Dates.OfType<SeriesDate.Clashes>().Where(c => c.Move is not null).ToList();

                Assert.NotEmpty(moved);
                Assert.All(moved, c => Assert.IsNotType<MeetingCheck.Refused>(Rules(programme).Check(plan, c.Move!.Value, Now)));
                Assert.All(moved, c => Assert.DoesNotContain(
                    people.SelectMany(p => p.Busy), b => b.Start < c.Move!.Value + Duration.FromMinutes(30) && b.End > c.Move!.Value));
                Assert.Equal(series.Proposed.Order(), series.Proposed);
                Assert.Equal(series.Proposed.Distinct(), series.Proposed);
            }
        }
    }

    // March 2027, Mo: 1 8 15 22 29; the whole month but its last two days is taken up
    [Fact]
    [Trait("Requirement", "S0-08")]
    public void Where_no_earlier_Monday_is_free_the_next_working_day_of_the_month_is()
    {
        var busy = Busy("2027-01-26T00:00", "2027-02-23T09:00");
        var plan = Planner(MiddleLeaders, [.. Colleagues(), Head(busy: busy) with { Calendar = Shetland }]).Plan(LastMonday);

        Assert.Equal("2027-02-22 NotFree -> 2027-02-23", Text(plan.Dates.Single(d => d.Wanted.Date == Date("2027-02-22"))));
    }

    [Fact]
    public void Where_the_time_of_day_is_never_free_the_nearest_open_time_is_proposed()
    {
        Interval[] afternoons = [.. Enumerable.Range(0, 28).Select(i => Date("2027-02-01").PlusDays(i)).Select(d => Busy($"{d:uuuu-MM-dd}T13:00", $"{d:uuuu-MM-dd}T18:00"))];
        var plan = Planner(MiddleLeaders, [Head(busy: afternoons) with { Calendar = Shetland }]).Plan(LastMonday);

        var clash = Assert.IsType<SeriesDate.Clashes>(plan.Dates.Single(d => d.Wanted.Date == Date("2027-02-22")));
        Assert.Equal("2027-02-22T12:30", clash.Move?.Text());
    }

    [Fact]
    public void A_month_in_which_nothing_is_left_is_shown_without_a_move()
    {
        var plan = Planner(MiddleLeaders, [Head(busy: Busy("2027-02-01T00:00", "2027-03-01T00:00")) with { Calendar = Shetland }]).Plan(LastMonday);

        var clash = Assert.IsType<SeriesDate.Clashes>(plan.Dates.Single(d => d.Wanted.Date == Date("2027-02-22")));
        Assert.Equal((null, null, null), (clash.Move, clash.Stay, clash.Proposed));
    }

    [Fact]
    [Trait("Requirement", "S0-08")]
    public void A_holiday_that_the_programme_only_advises_on_may_stay_and_one_that_it_blocks_may_not()
    {
        var advised = Planner(MiddleLeaders, Colleagues()).Plan(LastMonday).Dates.OfType<SeriesDate.Clashes>();
        var blocked = Planner(Heads, [Head(), Head()]).Plan(LastMonday).Dates.OfType<SeriesDate.Clashes>().ToList();

        Assert.All(advised, c => Assert.NotNull(c.Stay));
        Assert.NotEmpty(blocked);
        Assert.All(blocked, c => Assert.Null(c.Stay));
    }

    // A pair with one school in Shropshire and one in Shetland: each calendar counts.
    [Fact]
    public void Both_calendars_are_looked_at()
    {
        var plan = Planner(Heads, [Head(), Head() with { Calendar = Shetland }]).Plan(new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Wednesday, new(10, 0)));
        var clashes = plan.Dates.OfType<SeriesDate.Clashes>().ToDictionary(c => c.Wanted.Date, c => c.Rules[0]);

        Assert.IsType<BrokenRule.HalfTerm>(clashes[Date("2027-01-27")]); // Shetland's occasional holiday
        Assert.IsType<BrokenRule.HalfTerm>(clashes[Date("2027-02-17")]); // Shropshire's half-term
        Assert.IsType<BrokenRule.OutOfTerm>(clashes[Date("2027-04-07")]); // Shetland is back, Shropshire is not
    }

    [Fact]
    [Trait("Requirement", "A-08")]
    [Trait("Requirement", "S2-19")]
    public void A_series_ends_with_the_six_months_from_its_first_meeting()
    {
        // first 2 Dec 2026 ─ six months ─ 2 Jun 2027, which is in half-term
        var plan = Planner(Heads, [Head(), Head()]).Plan(new CadencePattern.EveryNWeeks(2, IsoDayOfWeek.Wednesday, new(15, 30)));

        Assert.Equal(Date("2026-11-25"), plan.Dates[0].Wanted.Date);
        Assert.Equal(new BrokenRule.BeyondCycle(Date("2027-05-25"), Date("2027-05-25")), plan.Ends);
        Assert.All(plan.Dates, d => Assert.InRange(d.Wanted.Date, Date("2026-11-25"), Date("2027-05-25")));
    }

    [Theory]
    [Trait("Requirement", "A-07")]
    [Trait("Requirement", "S2-18")]
    [InlineData(0, 6)]
    [InlineData(2, 4)]
    [InlineData(6, 0)]
    public void A_series_in_person_ends_with_the_sixth(int held, int planned)
    {
        var before = Cycle([.. Enumerable.Range(1, held).Select(i => ($"2026-11-{i:00}T10:00", MeetingMode.InPerson))]);
        var plan = new SeriesPlanner(Rules(Heads), Plan(mode: MeetingMode.InPerson, cycle: before), Now)
            .Plan(new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Thursday, new(10, 0)));

        Assert.Equal(planned, plan.Proposed.Count);
        Assert.Equal(new BrokenRule.InPersonLimit(6), plan.Ends);
    }

    [Fact]
    [Trait("Requirement", "S0-06")]
    [Trait("Requirement", "A-10")]
    public void Two_in_one_calendar_month_need_both()
    {
        var plan = Planner(MiddleLeaders, Colleagues()).Plan(new CadencePattern.ChosenDates([Local("2027-01-12T15:30"), Local("2027-01-28T15:30"), Local("2027-03-02T15:30")]));

        Assert.Equal(["2027-01-12", "2027-01-28 needs both", "2027-03-02"], plan.Dates.Select(Text));
        Assert.Equal([new BrokenRule.TooManyInMonth(1, new YearMonth(2027, 1))], Assert.IsType<SeriesDate.NeedsBoth>(plan.Dates[1]).Rules);
    }

    [Theory]
    [Trait("Requirement", "S0-10")]
    [Trait("Requirement", "A-10")]
    [InlineData(19, true)]
    [InlineData(20, false)]
    [InlineData(40, false)]
    [InlineData(41, true)]
    public void A_length_outside_twenty_to_forty_needs_both_and_is_not_asked_twice(int minutes, bool needsBoth)
    {
        var pattern = new CadencePattern.ChosenDates([Local("2027-01-12T15:30")]);
        var plan = Plan(minutes, attendees: Colleagues());

        Assert.Equal(needsBoth, new SeriesPlanner(Rules(MiddleLeaders), plan, Now).Plan(pattern).Dates[0] is SeriesDate.NeedsBoth);
        Assert.IsType<SeriesDate.Fits>(new SeriesPlanner(Rules(MiddleLeaders), plan, Now, _ => true).Plan(pattern).Dates[0]);
    }

    [Fact]
    [Trait("Requirement", "S0-06")]
    public void Terms_that_would_hold_none_are_named_by_the_calendar_that_applies()
    {
        var dates = new CadencePattern.ChosenDates([Local("2026-12-01T15:30"), Local("2027-02-02T15:30")]);

        Assert.Equal(["Term 4"], Planner(MiddleLeaders, Colleagues()).Plan(dates).TermsWithout.Select(t => t.Name));
        Assert.Equal(["Summer"], Planner(MiddleLeaders, [Head()]).Plan(dates).TermsWithout.Select(t => t.Name));
        Assert.Empty(Planner(Heads, [Head()]).Plan(dates).TermsWithout); // that programme has no such rule
    }

    // London: 28 March 2027 clocks forward, 31 October 2027 back. 3.30pm ── 3.30pm ── 3.30pm
    [Fact]
    [Trait("Requirement", "U-14")]
    public void Half_past_three_stays_half_past_three_all_through_a_series()
    {
        var always = new SessionRules(MiddleLeaders.Boundaries with { TermTimeOnly = false }, MiddleLeaders.Cycle with { Frequency = new(null, null, null) }, London);
        var plan = new SeriesPlanner(always, Plan(30, attendees: Colleagues()), At("2027-03-01T10:00"))
            .Plan(new CadencePattern.EveryNWeeks(2, IsoDayOfWeek.Wednesday, new(15, 30)));

        Assert.Equal(SeriesPlanner.MostDates, plan.Dates.Count);
        Assert.All(plan.Dates.OfType<SeriesDate.Fits>(), d => Assert.Equal(new LocalTime(15, 30), d.Start.InZone(London).TimeOfDay));
        Assert.Equal([Duration.FromHours((14 * 24) - 1), Duration.FromDays(14), Duration.FromHours((14 * 24) + 1)], Steps(plan.Proposed).Distinct().Order());
    }

    // 28 March 2027, a Sunday:  00:59 GMT │ 01:00–01:59 never happen │ 02:00 BST
    [Fact]
    [Trait("Requirement", "U-14")]
    public void A_date_whose_time_the_clocks_skip_is_a_clash()
    {
        var plan = Planner(MiddleLeaders, Colleagues()).Plan(new CadencePattern.ChosenDates([Local("2027-03-28T01:30")]));

        Assert.Equal([new BrokenRule.SkippedByClockChange()], Assert.IsType<SeriesDate.Clashes>(plan.Dates[0]).Rules);
    }

    [Fact]
    public void Without_a_time_it_takes_the_one_that_most_dates_have_free()
    {
        var mornings = Enumerable.Range(0, 40).Select(i => Date("2026-11-23").PlusWeeks(i)).Select(d => Busy($"{d:uuuu-MM-dd}T08:30", $"{d:uuuu-MM-dd}T13:10"));
        var pattern = new CadencePattern.MonthlyByWeekday(Ordinal.First, IsoDayOfWeek.Monday);

        Assert.All(Planner(Heads, [Head(), Head()]).Plan(pattern).Dates, d => Assert.Equal(new LocalTime(9, 0), d.Wanted.TimeOfDay)); // not at the edge of the day
        Assert.All(Planner(Heads, [Head(), Head(busy: [.. mornings])]).Plan(pattern).Dates, d => Assert.Equal(new LocalTime(13, 15), d.Wanted.TimeOfDay));
    }

    [Fact]
    public void Dates_that_overlap_each_other_are_a_clash()
    {
        var plan = Planner(Heads, [Head(), Head()]).Plan(new CadencePattern.ChosenDates([Local("2027-01-12T10:00"), Local("2027-01-12T10:15"), Local("2027-01-12T10:30")]));

        Assert.Equal(["Fits", "Clashes", "Fits"], plan.Dates.Select(d => d.GetType().Name));
        Assert.Equal([new BrokenRule.NotFree()], ((SeriesDate.Clashes)plan.Dates[1]).Rules);
    }

    [Fact]
    public void A_day_on_which_the_pair_meets_already_stands_as_it_is()
    {
        var plan = new SeriesPlanner(Rules(Heads), Plan(cycle: Cycle(("2026-12-03T15:30", MeetingMode.Teams))), Now)
            .Plan(new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Thursday, new(10, 0)));

        Assert.IsType<SeriesDate.Standing>(plan.Dates.Single(d => d.Wanted.Date == Date("2026-12-03")));
        Assert.DoesNotContain(plan.Proposed, s => s.InZone(London).Date == Date("2026-12-03"));
    }

    [Theory]
    [InlineData("1970-01-01T10:00")]
    [InlineData("2026-12-05T10:00")] // Saturday
    [InlineData("2027-02-15T10:00")] // half-term
    [InlineData("2099-01-01T10:00")]
    [InlineData("9999-12-31T23:59")]
    [InlineData("0001-01-01T00:00")]
    public void A_chosen_date_that_cannot_be_is_shown_and_may_not_stay(string date)
    {
        var plan = Planner(Heads, [Head(), Head()]).Plan(new CadencePattern.ChosenDates([Local(date)]));

        Assert.Null(Assert.IsType<SeriesDate.Clashes>(plan.Dates.Single()).Stay);
    }

    [Fact]
    public void As_agreed_plans_nothing() => Assert.Empty(Planner(Heads, [Head()]).Plan(new CadencePattern.AsAgreed()).Dates);

    private static IEnumerable<CadencePattern> Rhythms() =>
    [
        LastMonday, new CadencePattern.MonthlyByWeekday(Ordinal.First, IsoDayOfWeek.Monday, new(9, 0)),
        new CadencePattern.EveryNWeeks(1, IsoDayOfWeek.Friday, new(13, 0)), new CadencePattern.EveryNWeeks(3, IsoDayOfWeek.Wednesday, new(10, 0)),
        new CadencePattern.OncePerTerm(IsoDayOfWeek.Monday, new(14, 0)),
    ];

    private static List<Interval> RandomBusy(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 400).Select(_ => At("2026-11-20T00:00") + Duration.FromMinutes(15 * random.Next(230 * 96))).Select(s => new Interval(s, s + Duration.FromMinutes(90)))];
    }

    private static IEnumerable<Duration> Steps(IReadOnlyList<Instant> starts) => starts.Zip(starts.Skip(1), (one, next) => next - one);

    private static SeriesPlanner Planner(Programme programme, IReadOnlyList<Attendee> attendees) =>
        new(Rules(programme), Plan(30, attendees: [.. attendees]), Now);

    private static Attendee[] Colleagues() => [new(London, Shetland, null, []), new(London, Shetland, null, [])];

    private static string Text(SeriesDate date) => date switch
    {
        SeriesDate.Clashes clash => $"{clash.Wanted.Date:uuuu-MM-dd} {clash.Rules[0].GetType().Name} -> {clash.Move?.InZone(London).Date:uuuu-MM-dd}",
        SeriesDate.NeedsBoth both => $"{both.Wanted.Date:uuuu-MM-dd} needs both",
        SeriesDate.Standing standing => $"{standing.Wanted.Date:uuuu-MM-dd} stands",
        var fits => $"{fits.Wanted.Date:uuuu-MM-dd}",
    };
}
