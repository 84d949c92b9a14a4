using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Booking_a_meeting
{
    [Fact]
    public async Task A_slot_is_booked_for_both_and_stands_in_one_calendar_event()
    {
        var scheme = Ready();
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        await scheme.Amira.Presses(Verbs.SlotPick);

        var meeting = scheme.Only<Meeting>();
        var entry = Assert.Single(scheme.Calendar.Events);
        Assert.Equal((meeting.Id, meeting.Start), (entry.Id, entry.Start));
        Assert.Equal("Peer support – protected time", entry.Subject);
        scheme.Amira.Sees("Booked", "Please do not record, transcribe or use an AI note-taker.");
        scheme.Grace.Sees("Booked", "With: Amira Khan");
        Assert.True(meeting.Initial);
    }

    [Fact, Trait("Requirement", "S2-39")]
    public async Task Times_are_offered_only_in_the_school_day_or_right_after_it_and_when_both_are_free()
    {
        var scheme = Ready();
        scheme.Calendar.Block(Authority.Grace.Id, SchoolTime.At("2026-11-25T08:00"), SchoolTime.At("2026-11-25T18:00"));
        scheme.Calendar.Block(Authority.Amira.Id, SchoolTime.At("2026-11-26T08:00"), SchoolTime.At("2026-11-26T18:00"));
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        var offered = new List<string>();
        for (var page = 0; page < 12; page++)
        {
            offered.AddRange(Slots(scheme.Amira.Card(Verbs.SlotPick)));
            await scheme.Amira.Presses(Verbs.SlotMore);
        }

        Assert.Equal(offered.Count, offered.Distinct().Count());
        Assert.All(offered, time =>
        {
            var local = SchoolTime.Local(time);
            Assert.InRange(local.TimeOfDay, new NodaTime.LocalTime(8, 30), new NodaTime.LocalTime(16, 0));
            Assert.True(SchoolTime.IsContactTime(SchoolTime.At(time)), time);
            Assert.DoesNotContain(time[..10], new[] { "2026-11-25", "2026-11-26" });
        });
    }

    [Theory, Trait("Requirement", "A-05"), Trait("Requirement", "S2-39")]
    [InlineData("thursday 3 december at 6pm", "6pm is after hours for this scheme", "starts by 4pm", "4pm on Thursday 3 December 2026")]
    [InlineData("thursday 3 december at 7am", "7am is before hours for this scheme", "8.30am or later", "8.30am on Thursday 3 December 2026")]
    [InlineData("saturday 5 december at 10am", "not held on a Saturday", "The nearest time is", "4pm on Friday 4 December 2026")]
    [InlineData("15 february 2027 at 10am", "Spring half-term", "The nearest time is", "4pm on Friday 12 February 2027")]
    [InlineData("29 march 2027 at 10am", "is outside term time", "The nearest time is", "4pm on Thursday 25 March 2027")]
    [InlineData("23 november 2026 at 10am", "has passed", "The nearest time is", "2026")]
    public async Task A_typed_time_that_cannot_be_is_refused_with_the_rule_and_the_nearest_that_can(string typed, string rule, string more, string nearest)
    {
        var scheme = Ready(now: "2026-11-24T10:00");
        await scheme.Amira.Says(typed);

        scheme.Amira.Sees("That time cannot be booked", rule, more, nearest);
        Assert.Empty(scheme.Store.All<Meeting>());

        await scheme.Amira.Presses(Verbs.SlotPick);
        Assert.True(SchoolTime.IsContactTime(scheme.Only<Meeting>().Start));
    }

    [Theory, Trait("Requirement", "A-06")]
    [InlineData("3.30pm", true)]
    [InlineData("4pm", true)]
    [InlineData("16:01", false)]
    public async Task After_a_school_day_that_ends_at_half_past_three_a_meeting_starts_by_four(string time, bool booked)
    {
        var scheme = Ready();
        await scheme.Amira.AsksFor($"thursday 3 december {time}");

        Assert.Equal(booked ? 1 : 0, scheme.Store.All<Meeting>().Count());
        if (!booked)
        {
            scheme.Amira.Sees("after hours", "4pm on Thursday 3 December 2026");
        }
    }

    [Fact, Trait("Requirement", "A-05")]
    public async Task The_date_and_time_fields_of_the_card_are_checked_alike()
    {
        var scheme = Ready();
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        await scheme.Amira.Fills(Verbs.SlotTyped, (InputIds.Date, "2026-12-03"), (InputIds.Time, "18:00"));
        scheme.Amira.Sees("6pm is after hours", "4pm on Thursday 3 December 2026");
        await scheme.Amira.Presses(Verbs.SlotFind);
        await scheme.Amira.Fills(Verbs.SlotTyped, (InputIds.Time, "10:00"));
        scheme.Amira.Sees("choose a date as well");
        await scheme.Amira.Fills(Verbs.SlotTyped, (InputIds.Date, "2026-12-03"));
        scheme.Amira.Sees("give a time as well");
        await scheme.Amira.Fills(Verbs.SlotTyped, (InputIds.Date, "2026-12-03"), (InputIds.Time, "15:30"));
        Assert.Equal(SchoolTime.At("2026-12-03T15:30"), scheme.Only<Meeting>().Start);
    }

    [Fact, Trait("Requirement", "S2-18"), Trait("Requirement", "A-07")]
    public async Task A_seventh_meeting_in_person_is_refused_with_a_review_and_Teams_is_still_possible()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson);
        var scheme = Ready(cycle, "2027-01-25T10:00", Given.Held(cycle, MeetingMode.InPerson, "2026-12-03T10:00", 6));
        await scheme.Amira.AsksFor("thursday 28 january 2027 at 10am");
        scheme.Amira.Sees(
            "You have had 6 in-person meetings, which is as many as a cycle of peer support holds. You can meet on Teams, or ask for a review.",
            "Ask for a review");
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("6 of 6, held or booked");
        await scheme.Amira.Presses(Verbs.SlotFind);
        scheme.Amira.Sees("Find a time on Teams", "Ask for a review");
        Assert.Equal(6, scheme.Store.All<Meeting>().Count());

        await scheme.Amira.Presses(Verbs.SlotFind, button: "Find a time on Teams");
        scheme.Amira.Sees("How: Teams");
        await scheme.Amira.Presses(Verbs.SlotMore);
        scheme.Amira.Sees("How: Teams");
        await scheme.Amira.Presses(Verbs.SlotPick);
        Assert.Equal(MeetingMode.Teams, scheme.Store.All<Meeting>().MaxBy(meeting => meeting.Start)!.Mode);
        scheme.Amira.Sees("Booked", "In person, held or booked: 6 of 6");
    }

    [Fact, Trait("Requirement", "S2-18")]
    public async Task The_very_time_that_is_too_many_in_person_can_be_booked_on_Teams()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson);
        var scheme = Ready(cycle, "2027-01-25T10:00", Given.Held(cycle, MeetingMode.InPerson, "2026-12-03T10:00", 6));
        await scheme.Amira.AsksFor("thursday 28 january 2027 at 10am");
        await scheme.Amira.Presses(Verbs.SlotPick, button: "Meet on Teams instead");

        var meeting = scheme.Store.All<Meeting>().MaxBy(meeting => meeting.Start)!;
        Assert.Equal((MeetingMode.Teams, SchoolTime.At("2027-01-28T10:00")), (meeting.Mode, meeting.Start));
        Assert.Equal(MeetingMode.InPerson, scheme.Only<Cycle>().Cadence!.Mode);
    }

    [Fact, Trait("Requirement", "S2-18")]
    public async Task Meetings_that_were_cancelled_or_missed_do_not_count()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson);
        var meetings = Given.Held(cycle, MeetingMode.InPerson, "2026-12-03T10:00", 6).ToList();
        meetings[5] = meetings[5] with { State = MeetingState.NotHeld, NotHeld = NotHeldReason.Cancelled };
        var scheme = Ready(cycle, "2027-01-25T10:00", meetings);
        await scheme.Amira.AsksFor("thursday 28 january 2027 at 10am");

        scheme.Amira.Sees("Booked", "In person: 6 of 6");
    }

    [Theory, Trait("Requirement", "S2-19"), Trait("Requirement", "A-08")]
    [InlineData("2026-12-03", "28 may 2027 at 10am", null)]
    [InlineData("2026-12-03", "3 june 2027 at 10am", "Summer half-term")]
    [InlineData("2026-12-03", "7 june 2027 at 10am", "lasts 6 months, until Thursday 3 June 2027. You can ask for a review.")]
    [InlineData("2027-01-12", "12 july 2027 at 10am", null)]
    [InlineData("2027-01-12", "13 july 2027 at 10am", "lasts 6 months, until Monday 12 July 2027. You can ask for a review.")]
    public async Task A_cycle_lasts_six_months_from_its_first_meeting(string first, string typed, string? refusal)
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace);
        var scheme = Ready(cycle, "2027-05-20T10:00", [Given.Meeting(cycle, first + "T10:00", MeetingState.Held, initial: true)]);
        await scheme.Amira.AsksFor(typed);

        Assert.Equal(refusal is null ? 2 : 1, scheme.Store.All<Meeting>().Count());
        if (refusal is not null)
        {
            scheme.Amira.Sees("That time cannot be booked", refusal);
        }
    }

    [Fact, Trait("Requirement", "S2-20")]
    public async Task Both_see_the_latest_end_date_on_each_card_of_the_cycle()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson);
        var scheme = Ready(cycle, "2027-01-05T10:00", [Given.Meeting(cycle, "2026-12-03T10:00", MeetingState.Held, MeetingMode.InPerson, initial: true)]);
        await scheme.Amira.AsksFor("tuesday 19 january at 3.30pm");
        scheme.Amira.Sees("In person: 2 of 6 · until Friday 28 May 2027");
        scheme.Grace.Sees("In person: 2 of 6 · until Friday 28 May 2027");

        foreach (var person in new[] { scheme.Amira, scheme.Grace })
        {
            await person.Says("status");
            person.Sees("Until: Friday 28 May 2027");
            await person.Presses(Verbs.SlotFind);
            person.Sees("Last possible date: Friday 28 May 2027");
            await person.Presses(Verbs.MeetingMove);
            person.Sees("Last possible date: Friday 28 May 2027");
            await person.Forges($$"""{"verb":"{{Verbs.CadenceOpen}}","id":"{{cycle.Id}}"}""");
            person.Sees("Rhythm agreed", "Last possible date: Friday 28 May 2027");
        }

        await scheme.MovesTo("2027-01-18T09:00");
        scheme.Amira.Sees("Coming up", "Last possible date: Friday 28 May 2027");
        scheme.Grace.Sees("Coming up", "Last possible date: Friday 28 May 2027");
    }

    [Fact]
    public async Task A_scheme_that_has_closed_books_nothing_new_and_keeps_what_is_booked()
    {
        var scheme = Ready();
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        var offered = scheme.Amira.Card(Verbs.SlotPick);
        await scheme.Grace.AsksFor("thursday 3 december at 3.30pm");
        scheme.Reference = Authority.Coordinated(change: json => (json["status"], json["assumptions"]) = ("closed", new System.Text.Json.Nodes.JsonArray()));

        await scheme.Amira.PressesOn(offered, Verbs.SlotPick);
        scheme.Amira.Sees("has closed", "What is booked stays");
        await scheme.Amira.Says("friday 11 december at 3.30pm");
        await scheme.Amira.Presses(Verbs.SlotPick, button: "as well");
        scheme.Amira.Sees("has closed");
        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
    }

    [Fact]
    public async Task A_taken_slot_goes_back_to_the_nearest_free_one()
    {
        var scheme = Ready();
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        var wanted = SchoolTime.At(Slots(scheme.Amira.Card(Verbs.SlotPick))[0]);
        scheme.Calendar.Block(Authority.Grace.Id, wanted, wanted + NodaTime.Duration.FromHours(1));
        await scheme.Amira.Presses(Verbs.SlotPick);

        scheme.Amira.Sees("one of you has something else in the calendar", "The nearest time is");
        Assert.Empty(scheme.Store.All<Meeting>());
    }

    [Fact]
    public async Task Both_picking_the_same_time_at_the_same_second_makes_one_meeting()
    {
        var scheme = Ready();
        foreach (var person in new[] { scheme.Amira, scheme.Grace })
        {
            await person.Says("status");
            await person.Presses(Verbs.SlotFind);
        }

        scheme.Calendar.Unavailable = true; // the calendar has not heard of the first one when the second is written
        scheme.BeforeNextCommit = () => scheme.Grace.Presses(Verbs.SlotPick);
        await scheme.Amira.Presses(Verbs.SlotPick);

        Assert.Single(scheme.Store.All<Meeting>());
        scheme.Amira.Sees("one of you has something else in the calendar");
    }

    [Fact, Trait("Requirement", "U-12")]
    public async Task A_calendar_out_of_reach_keeps_the_meeting_tells_both_once_and_leaves_one_event_when_it_is_back()
    {
        var scheme = Ready();
        scheme.Calendar.Unavailable = true;
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        await scheme.MovesTo("2026-11-24T10:05");
        Assert.Single(scheme.Amira.Messages, message => message.Text.Contains("Booked, calendar to follow", StringComparison.Ordinal));
        Assert.Single(scheme.Grace.Messages, message => message.Text.Contains("Booked, calendar to follow", StringComparison.Ordinal));

        await scheme.MovesTo("2026-11-24T16:00");
        Assert.True(scheme.Calendar.Failures < 40, $"{scheme.Calendar.Failures} tries in six hours.");
        Assert.Single(scheme.Amira.Messages, message => message.Text.Contains("Booked, calendar to follow", StringComparison.Ordinal));
        Assert.Single(scheme.Grace.Messages, message => message.Text.Contains("Booked, calendar to follow", StringComparison.Ordinal));

        scheme.Calendar.Unavailable = false;
        await scheme.MovesTo("2026-11-25T09:00");
        Assert.Single(scheme.Calendar.Events);
        scheme.Amira.Sees("It is in both calendars");
        scheme.Grace.Sees("It is in both calendars");
    }

    [Fact, Trait("Requirement", "S2-16")]
    public async Task Seventy_five_minutes_that_both_agreed_to_can_be_booked()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, minutes: 75);
        cycle = cycle with { Cadence = cycle.Cadence! with { Overrides = ["S2-16"] } };
        var scheme = Ready(cycle);
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");

        Assert.Equal(75, scheme.Only<Meeting>().Minutes);
    }

    [Theory]
    [InlineData("monday 3rd december 2026", "3 December 2026")] // a Thursday
    [InlineData("thursday 3 december", "At what time on Thursday 3 December 2026?")]
    [InlineData("at 3.30pm", "On which day at 3.30pm?")]
    [InlineData("31 november at 10am", "There is no such date")]
    [InlineData("3 december at 25:00", "There is no such time")]
    [InlineData("thursday at 3 or 4", "Which do you mean")]
    public async Task A_time_that_is_not_clear_is_asked_back(string typed, string question)
    {
        var scheme = Ready();
        await scheme.Amira.Says(typed);

        scheme.Amira.Sees(question);
        Assert.Empty(scheme.Store.All<Meeting>());
    }

    [Fact]
    public async Task A_meeting_that_follows_says_why_a_date_without_known_terms_cannot_be()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, pairedAt: "2027-06-15T10:00");
        var scheme = Ready(cycle, "2027-06-16T10:00");
        await scheme.Amira.AsksFor("14 september 2027 at 10am");

        Assert.DoesNotContain("something else in the calendar", scheme.Amira.Sees("14 September 2027").Text, StringComparison.Ordinal);
    }

    private static Scheme Ready(Cycle? cycle = null, string now = "2026-11-24T10:00", IEnumerable<Meeting>? meetings = null) =>
        new(now, [cycle ?? Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1), .. meetings ?? []]);

    private static List<string> Slots(Message card) =>
    [
        .. card.Buttons.Where(button => button.Verb == Verbs.SlotPick)
            .Select(button => SchoolTime.Written(NodaTime.Text.InstantPattern.General.Parse(button.Arg!).Value)),
    ];
}
