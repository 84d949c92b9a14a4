using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Domain.Tests.Support;

public sealed class Agreeing_dates_together
{
    private const string Now = "2026-11-24T10:00";
    private static readonly CadencePattern Fortnightly = new CadencePattern.EveryNWeeks(2, IsoDayOfWeek.Thursday, new(15, 30));
    private static readonly CadencePattern LastMonday = new CadencePattern.MonthlyByWeekday(Ordinal.Last, IsoDayOfWeek.Monday, new(15, 30));

    [Fact, Trait("Requirement", "S0-05"), Trait("Requirement", "S0-11")]
    public async Task Nothing_is_booked_while_one_alone_has_proposed()
    {
        var cycle = Colleagues(LastMonday);
        var office = new Office(Now, cycle);

        // A rhythm that one proposed makes no series, ...
        var alone = cycle with { Cadence = cycle.Cadence! with { AgreedBy = [cycle.Requester] } };
        Assert.IsType<SeriesAnswer.NotYet>(await new Office(Now, alone).Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, Starts("2027-01-25T15:30"))));

        // ... nor do dates that one proposed; the proposer's own yes is not the other's.
        Assert.IsType<SeriesAnswer.Proposed>(await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, Starts("2027-01-25T15:30", "2027-02-22T15:30"))));
        Assert.IsType<SeriesAnswer.OutOfDate>(await office.Does(turn => new PlanSeries(turn).AcceptAsync(cycle.Requester, cycle.Id, 1)));
        Assert.Empty(office.Store.All<Meeting>());
        Assert.Equal([Now], office.Due<Errand.ShowDates>(show => show.To == cycle.Supporter));
        Assert.Empty(office.Due<Errand.WriteCalendar>());
    }

    [Fact, Trait("Requirement", "S0-08"), Trait("Requirement", "S0-18")]
    public async Task When_both_agree_every_date_is_booked_with_an_event_and_the_question_afterwards()
    {
        var cycle = Colleagues(LastMonday);
        var office = new Office(Now, cycle);
        var plan = await office.Does(turn => new PlanSeries(turn).PlanAsync(cycle));
        await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, plan.Proposed));
        var booked = Assert.IsType<SeriesAnswer.Booked>(await office.Does(turn => new PlanSeries(turn).AcceptAsync(cycle.Supporter, cycle.Id, 1)));

        Assert.Equal(plan.Proposed, office.Store.All<Meeting>().Select(meeting => meeting.Start).Order());
        Assert.Equal(booked.Meetings.Select(meeting => meeting.Id).ToHashSet(), office.Store.Errands.Select(errand => errand.Errand).OfType<Errand.WriteCalendar>().Select(write => write.Meeting).ToHashSet());
        Assert.Equal(booked.Meetings.Count, office.Due<Errand.AskDidYouMeet>(ask => ask.To == cycle.Requester).Count);
        Assert.Equal(booked.Meetings.Count, office.Due<Errand.AskDidYouMeet>(ask => ask.To == cycle.Supporter).Count);
        Assert.Equal([true], office.Store.All<Meeting>().Where(meeting => meeting.Initial).Select(meeting => meeting.Start == plan.Proposed[0]));
        Assert.True(office.Only<Cycle>().Dates!.Agreed);
    }

    [Fact]
    public async Task Dates_that_both_agree_end_a_pause_and_a_standstill_and_bring_the_review_that_was_put_off()
    {
        var cycle = Colleagues(LastMonday) with { Stalled = true };
        var task = new CoordinatorTask(Guid.NewGuid(), cycle.Programme.Id, TaskKind.Stalled, SchoolTime.At(Now), cycle.Requester, cycle.Id.ToString());
        var office = new Office(Now, cycle, task);
        await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, Starts("2027-01-25T15:30")));
        office.Store.Put(office.Only<Cycle>() with { Paused = true, Review = new CycleReview(SchoolTime.At(Now), new Dictionary<string, ReviewWish>()) });
        await office.Does(turn => new PlanSeries(turn).AcceptAsync(cycle.Supporter, cycle.Id, 1));

        Assert.Equal((false, false), (office.Only<Cycle>().Stalled, office.Only<Cycle>().Paused));
        Assert.False(office.Only<CoordinatorTask>().IsOpen);
        Assert.Equal(2, office.Due<Errand.AskReview>().Count);
    }

    [Fact]
    public async Task Dates_proposed_in_a_pause_end_it_so_that_the_other_one_hears_of_them()
    {
        var cycle = Colleagues(LastMonday) with { Paused = true };
        var office = new Office(Now, cycle);
        await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, Starts("2027-01-25T15:30")));
        Assert.False(office.Only<Cycle>().Paused);
    }

    [Fact]
    public async Task A_date_that_was_taken_meanwhile_leaves_nothing_booked()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace) is var given ? given with { Cadence = given.Cadence! with { Pattern = Fortnightly } } : throw new InvalidOperationException();
        var office = new Office(Now, cycle);
        await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, Starts("2026-12-03T15:30", "2026-12-17T15:30")));
        office.Calendar.Block(cycle.Supporter, SchoolTime.At("2026-12-17T15:00"), SchoolTime.At("2026-12-17T16:00"));

        var clashing = Assert.IsType<SeriesAnswer.Clashing>(await office.Does(turn => new PlanSeries(turn).AcceptAsync(cycle.Supporter, cycle.Id, 1)));
        Assert.Equal([new BrokenRule.NotFree()], Assert.Single(clashing.Plan.Dates.OfType<SeriesDate.Clashes>()).Rules);
        Assert.Empty(office.Store.All<Meeting>());
        Assert.Empty(office.Due<Errand.WriteCalendar>());
    }

    [Theory]
    [InlineData("2026-12-03T15:30")]
    [InlineData("2026-12-03T16:00")] // into the meeting that stands
    public async Task A_time_into_a_meeting_that_stands_is_not_proposed(string start)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var office = new Office(Now, cycle, Given.Meeting(cycle, "2026-12-03T15:30", initial: true));
        office.Calendar.Unavailable = true;

        Assert.IsType<SeriesAnswer.Clashing>(await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, Starts(start))));
    }

    // A rival checks only the first dates of a series; here the last is seven months off.
    [Fact, Trait("Requirement", "S0-08")]
    public async Task The_last_date_is_checked_against_both_calendars_like_the_first()
    {
        var cycle = Colleagues(LastMonday);
        var office = new Office(Now, cycle);
        office.Calendar.Block(cycle.Supporter, SchoolTime.At("2027-06-28T15:00"), SchoolTime.At("2027-06-28T16:00"));

        var plan = await office.Does(turn => new PlanSeries(turn).PlanAsync(cycle));
        Assert.Equal([new BrokenRule.NotFree()], Assert.IsType<SeriesDate.Clashes>(plan.Dates[^1]).Rules);
        Assert.Equal(SchoolTime.Date("2027-06-28"), plan.Dates[^1].Wanted.Date);
    }

    [Theory]
    [InlineData("2026-12-03T15:30", "2026-12-05T15:30")] // a Saturday
    [InlineData("2026-12-03T15:30", "2026-12-03T16:00")] // into each other
    [InlineData("2027-02-15T15:30")] // half-term
    [InlineData("1999-01-01T15:30")]
    [InlineData("2199-01-01T15:30")]
    [InlineData]
    public async Task Dates_that_cannot_be_are_not_even_proposed(params string[] starts)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var office = new Office(Now, cycle);

        Assert.IsType<SeriesAnswer.Clashing>(await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, Starts(starts))));
        Assert.Null(office.Only<Cycle>().Dates);
        Assert.Empty(office.Store.Errands);
    }

    [Fact, Trait("Requirement", "S0-06"), Trait("Requirement", "A-10"), Trait("Requirement", "S0-11")]
    public async Task Two_in_one_month_are_booked_when_both_agree_and_recorded_as_agreed()
    {
        var cycle = Colleagues(new CadencePattern.ChosenDates([]));
        var office = new Office(Now, cycle);
        await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2027-01-12T15:30"), null));

        // By one alone it is refused; ...
        var refused = Assert.IsType<Booking.Refused>(await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2027-01-28T15:30"), null)));
        Assert.IsType<BrokenRule.TooManyInMonth>(refused.Rules[0]);

        // ... proposed it is not yet overruled; with the second yes it is.
        await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, Starts("2027-01-28T15:30")));
        Assert.Equal(["S0-06"], office.Only<Cycle>().Dates!.Overrides);
        Assert.IsType<Booking.Refused>(await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Supporter, cycle.Id, SchoolTime.At("2027-01-28T15:30"), null)));
        Assert.IsType<SeriesAnswer.Booked>(await office.Does(turn => new PlanSeries(turn).AcceptAsync(cycle.Supporter, cycle.Id, 1)));

        // The record holds for that month: the meeting can move in it, and another month still asks.
        var second = office.Store.All<Meeting>().Single(meeting => meeting.Start == SchoolTime.At("2027-01-28T15:30"));
        Assert.IsType<Booking.Moved>(await office.Does(turn => new BookMeeting(turn).MoveAsync(cycle.Requester, second.Id, 0, SchoolTime.At("2027-01-27T15:30").Plus(Duration.FromDays(2)), null)));
        await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2027-03-02T15:30"), null));
        Assert.IsType<Booking.Refused>(await office.Does(turn => new BookMeeting(turn).BookAsync(cycle.Requester, cycle.Id, SchoolTime.At("2027-03-16T15:30"), null)));
    }

    [Theory, Trait("Requirement", "S0-10"), Trait("Requirement", "A-10"), Trait("Requirement", "S0-11")]
    [InlineData(19, true)]
    [InlineData(20, false)]
    [InlineData(30, false)]
    [InlineData(40, false)]
    [InlineData(41, true)]
    public async Task A_length_outside_twenty_to_forty_is_proposed_only_once_confirmed_and_then_booked(int minutes, bool needsBoth)
    {
        var fresh = Colleagues(LastMonday) with { Cadence = null };
        var office = new Office(Now, fresh);
        var proposal = new CadenceProposal(LastMonday, minutes, MeetingMode.Teams, null);

        var first = await office.Does(turn => new AgreeCadence(turn).ProposeAsync(fresh.Requester, fresh.Id, 0, proposal, confirmed: false));
        Assert.Equal(needsBoth, first is CadenceAnswer.NeedsBoth { Oversteps: [Overstep.Length] });
        Assert.Equal(needsBoth, office.Only<Cycle>().Cadence is null);
        if (needsBoth)
        {
            await office.Does(turn => new AgreeCadence(turn).ProposeAsync(fresh.Requester, fresh.Id, 0, proposal, confirmed: true));
        }

        // S0-11: not agreed by both, so that no first booking can be made.
        Assert.IsType<Booking.NotYet>(await office.Does(turn => new BookMeeting(turn).BookAsync(fresh.Requester, fresh.Id, SchoolTime.At("2027-01-25T15:30"), null)));
        await office.Does(turn => new AgreeCadence(turn).AcceptAsync(fresh.Supporter, fresh.Id, 1));
        Assert.Equal(needsBoth ? ["S0-10"] : [], office.Only<Cycle>().Cadence!.Overrides);
        Assert.IsType<Booking.Booked>(await office.Does(turn => new BookMeeting(turn).BookAsync(fresh.Requester, fresh.Id, SchoolTime.At("2027-01-25T15:30"), null)));
    }

    [Theory, Trait("Requirement", "S0-06")]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(4, true)] // 28 days: two in some month
    [InlineData(5, false)]
    [InlineData(6, false)]
    public async Task A_rhythm_that_puts_two_into_a_month_needs_both_and_is_recorded(int weeks, bool needsBoth)
    {
        var fresh = Colleagues(LastMonday) with { Cadence = null };
        var office = new Office(Now, fresh);
        var proposal = new CadenceProposal(new CadencePattern.EveryNWeeks(weeks, IsoDayOfWeek.Tuesday), 30, MeetingMode.Teams, null);

        var answer = await office.Does(turn => new AgreeCadence(turn).ProposeAsync(fresh.Requester, fresh.Id, 0, proposal, confirmed: false));
        Assert.Equal(needsBoth, answer is CadenceAnswer.NeedsBoth { Oversteps: [Overstep.PerMonth { Limit.Value: 1 }] });
        if (!needsBoth)
        {
            return;
        }

        await office.Does(turn => new AgreeCadence(turn).ProposeAsync(fresh.Requester, fresh.Id, 0, proposal, confirmed: true));
        await office.Does(turn => new AgreeCadence(turn).AcceptAsync(fresh.Supporter, fresh.Id, 1));
        Assert.Equal(["S0-06"], office.Only<Cycle>().Cadence!.Overrides);
        var plan = await office.Does(turn => new PlanSeries(turn).PlanAsync(office.Only<Cycle>()));
        Assert.DoesNotContain(plan.Dates, date => date is SeriesDate.NeedsBoth);
    }

    [Fact, Trait("Requirement", "S2-18"), Trait("Requirement", "A-07")]
    public async Task A_series_in_person_stops_with_the_sixth_and_a_seventh_is_not_proposed()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson) is var given ? given with { Cadence = given.Cadence! with { Pattern = Fortnightly } } : throw new InvalidOperationException();
        var office = new Office(Now, [cycle, .. Given.Held(cycle, MeetingMode.InPerson, "2026-10-01T10:00", 2)]);
        var plan = await office.Does(turn => new PlanSeries(turn).PlanAsync(cycle));

        Assert.Equal((4, new BrokenRule.InPersonLimit(6)), (plan.Proposed.Count, plan.Ends));
        var seventh = plan.Proposed[^1] + Duration.FromDays(1);
        Assert.IsType<SeriesAnswer.Clashing>(await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, [.. plan.Proposed, seventh])));
        await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, plan.Proposed));
        await office.Does(turn => new PlanSeries(turn).AcceptAsync(cycle.Supporter, cycle.Id, 1));
        Assert.Equal(6, office.Store.All<Meeting>().Count(meeting => meeting.Counts));
    }

    [Fact]
    public async Task A_new_rhythm_overtakes_dates_that_were_only_proposed()
    {
        var cycle = Colleagues(LastMonday);
        var office = new Office(Now, cycle);
        await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, Starts("2027-01-25T15:30")));
        await office.Does(turn => new AgreeCadence(turn).ProposeAsync(cycle.Supporter, cycle.Id, 1, new(LastMonday, 40, MeetingMode.Teams, null), confirmed: false));
        await office.Does(turn => new AgreeCadence(turn).AcceptAsync(cycle.Requester, cycle.Id, 2));

        Assert.IsType<SeriesAnswer.OutOfDate>(await office.Does(turn => new PlanSeries(turn).AcceptAsync(cycle.Supporter, cycle.Id, 1)));
        Assert.Empty(office.Store.All<Meeting>());
    }

    [Fact]
    public async Task A_stranger_and_an_old_card_change_nothing()
    {
        var cycle = Colleagues(LastMonday);
        var office = new Office(Now, cycle);
        await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, Starts("2027-01-25T15:30")));

        Assert.IsType<SeriesAnswer.NotYours>(await office.Does(turn => new PlanSeries(turn).AcceptAsync(Authority.Hannah.Id, cycle.Id, 1)));
        Assert.IsType<SeriesAnswer.NotYours>(await office.Does(turn => new PlanSeries(turn).ProposeAsync(Authority.Hannah.Id, cycle.Id, 1, Starts("2027-01-25T15:30"))));
        Assert.IsType<SeriesAnswer.OutOfDate>(await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Supporter, cycle.Id, 0, Starts("2027-02-22T15:30"))));
        Assert.IsType<SeriesAnswer.OutOfDate>(await office.Does(turn => new PlanSeries(turn).AcceptAsync(cycle.Supporter, cycle.Id, 7)));
        Assert.Equal(1, office.Only<Cycle>().Dates!.Revision);
        Assert.Empty(office.Store.All<Meeting>());
    }

    [Fact]
    public async Task Two_yeses_at_once_book_once()
    {
        var cycle = Colleagues(LastMonday);
        var office = new Office(Now, cycle);
        await office.Does(turn => new PlanSeries(turn).ProposeAsync(cycle.Requester, cycle.Id, 0, Starts("2027-01-25T15:30", "2027-02-22T15:30")));
        var (one, first) = office.Open();
        var (other, second) = office.Open();
        await new PlanSeries(one).AcceptAsync(cycle.Supporter, cycle.Id, 1);
        await new PlanSeries(other).AcceptAsync(cycle.Supporter, cycle.Id, 1);

        Assert.True(first.Commit());
        Assert.False(second.Commit());
        Assert.Equal(2, office.Store.All<Meeting>().Count());
    }

    /// <summary>A pair of the aspiring middle leaders, in Shetland's four terms.</summary>
    private static Cycle Colleagues(CadencePattern pattern)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, minutes: 30);
        return cycle with
        {
            Programme = Authority.Reference.Programmes.Current("aspiring-middle-leaders")!.Key,
            Cadence = cycle.Cadence! with { Pattern = pattern },
        };
    }

    private static IReadOnlyList<Instant> Starts(params string[] starts) => [.. starts.Select(SchoolTime.At)];
}
