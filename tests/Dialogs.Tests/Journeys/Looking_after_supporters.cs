using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Looking_after_supporters
{
    [Fact]
    [Trait("Requirement", "S2-42")]
    [Trait("Requirement", "S2-33")]
    public async Task The_home_card_has_capacity_workload_thanks_a_pause_button_and_the_way_to_the_named_contact()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = Volunteers.Scheme(
            "2026-11-24T10:00",
            [Authority.Supporter(Authority.Grace, capacity: 2, active: 1), cycle, Given.Meeting(cycle, "2026-12-03T10:00"), Given.Meeting(cycle, "2026-12-10T10:00")]);
        await scheme.Grace.Says("hello");

        scheme.Grace.Sees("Thank you for the time you give", "1 of 2", "2, the next on Thursday 3 December 2026, 10am", "is shown", "Pause now");
        await scheme.Grace.Presses(Verbs.ConcernShow);
        scheme.Grace.Sees("Jo Price", "0345 678 9000");
    }

    [Fact]
    [Trait("Requirement", "U-19")]
    [Trait("Requirement", "S2-25")]
    public async Task A_pause_in_one_press_sends_open_asks_to_the_next_choice_at_once_and_leaves_running_cycles_alone()
    {
        var request = Given.Request(Authority.Amira, preferences: [Authority.Grace, Authority.Peter]);
        var ask = Given.Ask(request, Authority.Grace);
        var cycle = Given.Cycle(Authority.Hannah, Authority.Grace);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", [Authority.Supporter(Authority.Grace, capacity: 2, active: 1), request, ask, cycle]);
        await scheme.Grace.Says("my role");
        await scheme.Grace.Presses(Verbs.SupporterPause);

        scheme.Grace.Sees("You are paused", "nobody is told why");
        scheme.Amira.Sees("I have asked Peter Lloyd");
        scheme.Of(Authority.Peter).Sees("Amira Khan");
        Assert.Equal(AskState.Overtaken, scheme.Store.All<Ask>().Single(one => one.Id == ask.Id).State);
        Assert.True(scheme.Only<Cycle>().IsOpen);

        await scheme.Grace.Presses(Verbs.SupporterResume);
        Assert.Equal(SupporterState.Listed, Profile(scheme).State);
    }

    [Fact]
    [Trait("Requirement", "U-19")]
    public async Task A_pause_until_a_day_and_a_smaller_capacity_do_the_same()
    {
        var request = Given.Request(Authority.Amira, preferences: [Authority.Grace, Authority.Peter]);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", [request, Given.Ask(request, Authority.Grace)]);
        await SaveAsync(scheme, (InputIds.PauseUntil, "2027-02-01"));

        scheme.Grace.Sees("is not shown before Monday 1 February 2027");
        scheme.Amira.Sees("I have asked Peter Lloyd");
    }

    [Theory]
    [InlineData(InputIds.PauseUntil, "2026-11-24", "Please choose a day after today")]
    [InlineData(InputIds.AwayFrom, "2026-12-01", "please give both days")]
    [InlineData(InputIds.AwayUntil, "2026-12-01", "please give both days")]
    public async Task Days_that_cannot_be_are_asked_for_again(string field, string day, string why)
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        var before = Profile(scheme);
        await SaveAsync(scheme, (field, day));

        scheme.Grace.Sees(why);
        Assert.Equal(before, Profile(scheme));
    }

    [Fact]
    [Trait("Requirement", "S2-42")]
    public async Task Capacity_goes_from_one_to_the_programmes_most()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        await scheme.Grace.Says("availability");
        await scheme.Grace.Presses(Verbs.SupporterAvailability);
        Assert.Equal(["1", "2", "3"], scheme.Grace.Card(Verbs.SupporterAvailabilitySave).Choices(InputIds.Capacity));
        await scheme.Grace.Fills(Verbs.SupporterAvailabilitySave, (InputIds.Capacity, "3"));

        Assert.Equal(3, Profile(scheme).Capacity);
        scheme.Grace.Sees("0 of 3");
    }

    [Fact]
    [Trait("Requirement", "S2-42")]
    public async Task Days_away_and_other_weekdays_are_not_offered_and_a_typed_one_is_refused()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", cycle);
        await SaveAsync(scheme, (InputIds.Days, "2,4"), (InputIds.AwayFrom, "2026-11-26"), (InputIds.AwayUntil, "2026-12-03"));
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        var slots = scheme.Amira.Card(Verbs.SlotPick).Buttons.Where(button => button.Verb == Verbs.SlotPick).ToList();

        Assert.Equal(3, slots.Count);
        Assert.All(slots, slot =>
        {
            var day = NodaTime.Text.InstantPattern.General.Parse(slot.Arg!).Value.InZone(SchoolTime.London).Date;
            Assert.True(day > new LocalDate(2026, 12, 3) && day.DayOfWeek is IsoDayOfWeek.Tuesday or IsoDayOfWeek.Thursday, $"{day} is offered.");
        });
        await scheme.Amira.AsksFor("tuesday 1 december at 10am");
        Assert.Empty(scheme.Store.All<Meeting>());
        await scheme.Amira.AsksFor("tuesday 8 december at 10am");
        Assert.Single(scheme.Store.All<Meeting>());
    }

    [Fact]
    [Trait("Requirement", "S2-40")]
    public async Task Whoever_is_away_hears_nothing_before_they_are_back()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        await SaveAsync(scheme, (InputIds.AwayFrom, "2026-11-24"), (InputIds.AwayUntil, "2026-11-27"));
        await scheme.Amira.AsksForSupport("Grace Obi");
        scheme.Amira.Sees("They are not at work just now", "Monday 30 November 2026");
        scheme.Grace.SeesNothing();

        await scheme.MovesTo("2026-11-30T08:29");
        scheme.Grace.SeesNothing();
        await scheme.MovesTo("2026-11-30T08:30");
        scheme.Grace.Sees("Amira Khan");
    }

    [Fact]
    [Trait("Requirement", "U-03")]
    [Trait("Requirement", "A-18")]
    [Trait("Requirement", "S2-25")]
    public async Task Leaving_takes_two_presses_and_no_reason_and_ends_what_runs_kindly()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var coming = Given.Meeting(cycle, "2026-12-03T10:00");
        var scheme = Volunteers.Scheme(
            "2026-11-24T18:30", [Authority.Supporter(Authority.Grace, active: 1), cycle, Given.Meeting(cycle, "2026-11-17T10:00", MeetingState.Held), coming]);
        await scheme.Calendar.BookAsync(
            new CalendarMeeting(coming.Id, coming.Organiser, coming.Others, "x", coming.Start, Duration.FromHours(1), SchoolTime.London, MeetingMode.Teams), default);
        await scheme.Grace.Says("my role");
        await scheme.Grace.Presses(Verbs.SupporterAvailability);
        await scheme.Grace.Presses(Verbs.SupporterLeave);
        Assert.Empty(scheme.Grace.Messages[^1].Fields);
        Assert.True(scheme.Only<Cycle>().IsOpen);
        await scheme.Grace.Presses(Verbs.SupporterLeaveConfirm);

        scheme.Grace.Sees("You have left the list", "Thank you");
        Assert.Equal((SupporterState.Left, (LocalDate?)null, 0), (Profile(scheme).State, Profile(scheme).ConsentedOn, Profile(scheme).ActiveCycles));
        Assert.Equal((CycleState.Closed, (CloseReason?)CloseReason.SupporterLeft), (scheme.Only<Cycle>().State, scheme.Only<Cycle>().Closed));
        Assert.Equal(MeetingState.NotHeld, scheme.Store.All<Meeting>().Single(meeting => meeting.Id == coming.Id).State);
        Assert.Empty(scheme.Calendar.Events);
        Assert.Equal((TaskKind.Left, cycle.Id.ToString()), (scheme.Only<CoordinatorTask>().Kind, scheme.Only<CoordinatorTask>().Subject));
        scheme.Amira.SeesNothing();

        await scheme.MovesTo("2026-11-25T08:30");
        scheme.Amira.Sees("Grace Obi can no longer continue. You can choose someone else; Sam Reid knows.");
        Assert.Contains(scheme.Amira.News, message => message.Buttons.Any(button => button.Verb == Verbs.FeedbackSend));
        await scheme.Amira.Presses(Verbs.RequestStart);
        await scheme.Amira.Fills(Verbs.SupportersShow, (InputIds.Area, "workload"));
        scheme.Amira.Sees("Peter Lloyd");
        scheme.Amira.NeverSaw("left the list");
    }

    [Theory]
    [Trait("Requirement", "U-03")]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task Fewer_than_three_meetings_held_leave_fresh_limits_and_more_are_for_the_coordinator(int held, bool mayChoose)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", [cycle, .. Given.Held(cycle, MeetingMode.Teams, "2026-10-05T10:00", held)]);
        await scheme.Grace.Says("my role");
        await scheme.Grace.Presses(Verbs.SupporterAvailability);
        await scheme.Grace.Presses(Verbs.SupporterLeave);
        await scheme.Grace.Presses(Verbs.SupporterLeaveConfirm);

        scheme.Amira.Sees("Grace Obi can no longer continue", mayChoose ? "You can choose someone else" : "will talk with you about how to go on");
        await scheme.Amira.Says("I would like some support");
        scheme.Amira.Sees(mayChoose ? "What would help?" : "Let us talk first");

        var sam = scheme.Of(Authority.Sam);
        await sam.Says("approvals");
        sam.Sees("Grace Obi", "supported Amira Khan and cannot go on");
        await sam.Presses(Verbs.ApprovalTaskDone);
        if (!mayChoose)
        {
            await scheme.Amira.Says("I would like some support");
            scheme.Amira.Sees("What would help?");
        }
    }

    [Fact]
    [Trait("Requirement", "S2-41")]
    public async Task Supervision_is_offered_after_the_interval_while_somebody_is_supported_and_once_only()
    {
        var request = Given.Request(Authority.Amira, preferences: [Authority.Grace]);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", [Authority.Supporter(Authority.Grace, capacity: 2), request, Given.Ask(request, Authority.Grace)]);
        await scheme.Grace.Forges($$"""{"verb":"{{Verbs.AskAccept}}","id":"{{scheme.Only<Ask>().Id}}","version":0,"nonce":"a"}""");
        Assert.Equal(new SupportersOffer(1, "2027-01-26T08:30"), Offer(scheme));

        await scheme.MovesTo("2027-01-26T09:00");
        scheme.Grace.Sees("Would you like a supervision meeting? It is there for every volunteer.");
        Assert.Equal(1, Offer(scheme).Count);
        var card = scheme.Grace.Card(Verbs.SupervisionSend);
        Assert.Equal([InputIds.Week], card.Fields.Keys);
    }

    [Fact]
    [Trait("Requirement", "S2-41")]
    public async Task Nobody_is_offered_supervision_who_has_supported_nobody_for_the_interval()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace) with { State = CycleState.Closed, Closed = CloseReason.Completed, ClosedAt = SchoolTime.At("2026-09-10T10:00") };
        var due = SchoolTime.At("2026-11-25T08:30");
        var scheme = Volunteers.Scheme("2026-11-24T10:00", [cycle, Authority.Supporter(Authority.Grace) with { SupervisionDue = due }]);
        scheme.Expects(new Errand.OfferSupervision(Authority.Grace.Id, Authority.Programme.Id, SchoolTime.At("2026-10-01T08:30"), due), "2026-11-25T08:30");
        await scheme.MovesTo("2026-11-25T12:00");

        scheme.Grace.SeesNothing();
        Assert.Null(Profile(scheme).SupervisionDue);
        Assert.Empty(scheme.Store.Errands);
    }

    [Fact]
    [Trait("Requirement", "S2-41")]
    public async Task Asked_for_at_any_time_it_is_booked_in_both_calendars_and_the_supervisor_hears_name_and_time_only()
    {
        var scheme = Volunteers.Scheme("2026-11-28T19:00", []);
        scheme.Reference = Volunteers.WithSupervisor;
        var eve = scheme.Of(Volunteers.Eve);
        await scheme.Grace.Says("supervision");
        await scheme.Grace.Fills(Verbs.SupervisionSend, (InputIds.Week, "2026-12-07"));
        scheme.Grace.Sees("You and Eve Stone are both free at these times");
        var slots = scheme.Grace.Card(Verbs.SupervisionSlot).Buttons.Where(button => button.Verb == Verbs.SupervisionSlot).ToList();
        Assert.All(slots, slot => Assert.Contains("December", slot.Title, StringComparison.Ordinal));
        Assert.StartsWith("2026-12-07", slots[0].Arg, StringComparison.Ordinal);
        await scheme.Grace.Presses(Verbs.SupervisionSlot);

        scheme.Grace.Sees("Your supervision meeting", "Monday 7 December 2026");
        var booked = Assert.Single(scheme.Calendar.Events);
        Assert.Equal(("Supervision", Authority.Grace.Id), (booked.Subject, booked.Organiser));
        Assert.Equal([Volunteers.Eve.Id], booked.Others);
        eve.SeesNothing();
        await scheme.MovesTo("2026-11-30T08:30");
        eve.Sees("Supervision with Grace Obi is booked: Monday 7 December 2026");
        Assert.Single(eve.Messages);
        eve.NeverSaw("Brook Lane", "Amira");
        Assert.DoesNotContain(scheme.Store.All<CoordinatorTask>(), task => task.IsOpen);

        await scheme.Grace.Says("supervision");
        await scheme.Grace.Presses(Verbs.SupervisionCancel);
        Assert.Empty(scheme.Calendar.Events);
        eve.Sees("is off");
    }

    [Fact]
    [Trait("Requirement", "S2-41")]
    public async Task Where_the_supervisor_is_out_of_PeerBots_reach_the_coordinator_has_a_task_with_the_week_alone()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        await scheme.Grace.Says("supervision");
        await scheme.Grace.Fills(Verbs.SupervisionSend, (InputIds.Week, "2026-12-07"));

        scheme.Grace.Sees("I have passed it on", "Eve Stone", "eve.stone@council.example");
        var task = scheme.Only<CoordinatorTask>();
        Assert.Equal((TaskKind.Supervision, (PersonId?)Authority.Grace.Id, (LocalDate?)new LocalDate(2026, 12, 7)), (task.Kind, task.Person, task.Day));
        var sam = scheme.Of(Authority.Sam);
        await sam.Says("approvals");
        sam.Sees("Grace Obi", "week of Monday 7 December 2026");
        await sam.Presses(Verbs.ApprovalTaskDone);
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);
    }

    [Fact]
    [Trait("Requirement", "S2-41")]
    public async Task A_calendar_that_is_down_gets_the_meeting_when_it_is_back()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        scheme.Reference = Volunteers.WithSupervisor;
        await scheme.Grace.Says("supervision");
        await scheme.Grace.Fills(Verbs.SupervisionSend);
        scheme.Calendar.Unavailable = true;
        await scheme.Grace.Presses(Verbs.SupervisionSlot);
        Assert.Empty(scheme.Calendar.Events);
        scheme.Calendar.Unavailable = false;
        await scheme.MovesTo("2026-11-24T10:30");
        Assert.Single(scheme.Calendar.Events);
    }

    [Fact]
    [Trait("Requirement", "S2-41")]
    public async Task A_meeting_that_no_calendar_has_taken_is_not_tried_any_more_when_it_is_over()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        scheme.Reference = Volunteers.WithSupervisor;
        await scheme.Grace.Says("supervision");
        await scheme.Grace.Fills(Verbs.SupervisionSend);
        scheme.Calendar.Unavailable = true;
        await scheme.Grace.Presses(Verbs.SupervisionSlot);
        var supervision = Profile(scheme).Supervision!;

        await scheme.MovesTo(SchoolTime.Written(supervision.Start!.Value));
        Assert.False(Profile(scheme).Supervision!.Written);
        await scheme.MovesTo(SchoolTime.Written(supervision.Start.Value + Duration.FromMinutes(supervision.Minutes + 5)));
        Assert.True(Profile(scheme).Supervision!.Written);
        Assert.DoesNotContain(scheme.Store.Errands, due => due.Errand is Errand.WriteSupervision);
    }

    [Fact]
    [Trait("Requirement", "A-19")]
    public async Task A_meeting_that_no_calendar_takes_back_holds_up_an_erasure_for_a_week_and_no_longer()
    {
        var off = SchoolTime.At("2026-11-20T10:00");
        var pending = new Supervision(new MeetingId(Guid.NewGuid()), off, Week: null, Volunteers.Eve.Id, EventId: "event", Written: false, CancelledAt: off);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", [Authority.Supporter(Authority.Grace) with { Supervision = pending }]);
        scheme.Reference = Volunteers.WithSupervisor;
        await scheme.Grace.Says("my data");
        await scheme.Grace.Presses(Verbs.MyDataErase);
        await scheme.Grace.Presses(Verbs.MyDataErase, on: "Erase what I keep");

        await scheme.MovesTo("2026-11-27T09:00");
        Assert.Contains(scheme.Store.All<Person>(), person => person.Id == Authority.Grace.Id);
        await scheme.MovesTo("2026-11-27T14:00");
        Assert.DoesNotContain(scheme.Store.All<Person>(), person => person.Id == Authority.Grace.Id);
    }

    [Fact]
    [Trait("Requirement", "S2-41")]
    [Trait("Requirement", "U-07")]
    public async Task One_supervisor_is_booked_for_one_time_once_whatever_the_calendar_shows_yet()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        scheme.Reference = Volunteers.WithSupervisor;
        foreach (var supporter in new[] { scheme.Grace, scheme.Peter })
        {
            await supporter.Says("supervision");
            await supporter.Fills(Verbs.SupervisionSend);
        }

        scheme.Calendar.Unavailable = true;
        await scheme.Grace.Presses(Verbs.SupervisionSlot);
        await scheme.Peter.Presses(Verbs.SupervisionSlot);
        var first = Profile(scheme).Supervision!.Start!.Value;

        scheme.Peter.Sees("You and Eve Stone are both free at these times");
        Assert.Null(Of(scheme, Authority.Peter).Supervision!.Start);
        Assert.DoesNotContain(InstantPattern.General.Format(first), scheme.Peter.Card(Verbs.SupervisionSlot).Buttons.Select(button => button.Arg));

        // Whoever gives a time back leaves it to others.
        await scheme.Grace.Presses(Verbs.SupervisionCancel);
        await scheme.Peter.Says("supervision");
        await scheme.Peter.Fills(Verbs.SupervisionSend);
        await scheme.Peter.Presses(Verbs.SupervisionSlot);
        Assert.Equal(first, Of(scheme, Authority.Peter).Supervision!.Start);
    }

    [Fact]
    [Trait("Requirement", "S2-41")]
    [Trait("Requirement", "U-07")]
    public async Task Of_two_who_book_one_supervisor_at_one_instant_the_second_looks_again()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        scheme.Reference = Volunteers.WithSupervisor;
        foreach (var supporter in new[] { scheme.Grace, scheme.Peter })
        {
            await supporter.Says("supervision");
            await supporter.Fills(Verbs.SupervisionSend);
        }

        var start = InstantPattern.General.Parse(scheme.Grace.Card(Verbs.SupervisionSlot).Buttons.First(button => button.Verb == Verbs.SupervisionSlot).Arg!).Value;
        var (hers, his) = (scheme.Store.Begin(scheme.Now), scheme.Store.Begin(scheme.Now));
        Assert.IsType<Supervising.Booked>(await BookAsync(hers, Authority.Grace));
        Assert.IsType<Supervising.Booked>(await BookAsync(his, Authority.Peter));

        Assert.True(hers.Commit());
        Assert.False(his.Commit());
        Assert.IsType<Supervising.TimeTaken>(await BookAsync(scheme.Store.Begin(scheme.Now), Authority.Peter));

        Task<Supervising> BookAsync(MemoryStores stores, Person person) =>
            new Supervise(new Turn(stores, scheme.Reference, scheme.Calendar, scheme.Now)).BookAsync(person, Authority.Programme, start);
    }

    [Fact]
    [Trait("Requirement", "S2-41")]
    [Trait("Requirement", "U-07")]
    public async Task A_meeting_of_a_pair_and_a_supervision_are_not_at_one_time()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = Volunteers.Scheme("2026-11-24T10:00", cycle);
        scheme.Reference = Volunteers.WithSupervisor;
        await scheme.Grace.Says("supervision");
        await scheme.Grace.Fills(Verbs.SupervisionSend);
        scheme.Calendar.Unavailable = true;
        await scheme.Grace.Presses(Verbs.SupervisionSlot);
        var taken = Profile(scheme).Supervision!.Start!.Value;

        Assert.IsType<Booking.Refused>(await new BookMeeting(Begin()).BookAsync(Authority.Amira.Id, cycle.Id, taken, card: null));
        scheme.Store.Put(Given.Meeting(cycle, "2026-12-10T15:30"));
        Assert.IsType<Supervising.TimeTaken>(await new Supervise(Begin()).BookAsync(Authority.Grace, Authority.Programme, SchoolTime.At("2026-12-10T15:30")));
        Assert.IsType<Supervising.Booked>(await new Supervise(Begin()).BookAsync(Authority.Grace, Authority.Programme, SchoolTime.At("2026-12-11T15:30")));

        Turn Begin() => new(scheme.Store.Begin(scheme.Now), scheme.Reference, scheme.Calendar, scheme.Now);
    }

    [Fact]
    [Trait("Requirement", "S2-41")]
    public async Task Somebody_who_supports_nobody_is_told_whom_it_is_for()
    {
        var scheme = Volunteers.Scheme("2026-11-24T10:00");
        await scheme.Hannah.Says("supervision");
        scheme.Hannah.Sees("Supervision is for those who support", "Sam Reid");
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
    }

    private sealed record SupportersOffer(int Count, string Due);

    private static SupportersOffer Offer(Scheme scheme)
    {
        var offers = scheme.Store.Errands.Where(due => due.Errand is Errand.OfferSupervision).ToList();
        return new(offers.Count, offers.Count == 0 ? "" : SchoolTime.Written(offers[0].Due));
    }

    private static SupporterProfile Profile(Scheme scheme) => Of(scheme, Authority.Grace);

    private static SupporterProfile Of(Scheme scheme, Person person) => scheme.Store.All<SupporterProfile>().Single(one => one.Person == person.Id);

    private static async Task SaveAsync(Scheme scheme, params (string Field, string Value)[] fields)
    {
        await scheme.Grace.Says("my role");
        await scheme.Grace.Presses(Verbs.SupporterAvailability);
        await scheme.Grace.Fills(Verbs.SupporterAvailabilitySave, fields);
    }
}
