using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>What people do to their meetings in the calendar itself, and what PeerBot makes of it.</summary>
public sealed class Changes_in_the_calendar
{
    [Fact, Trait("Requirement", "U-13")]
    public async Task A_meeting_that_has_gone_is_asked_about_once_and_stands_until_somebody_answers()
    {
        var scheme = await BookedAsync();
        scheme.Calendar.Remove(scheme.Only<Meeting>().Id);
        await scheme.MovesTo("2026-11-24T10:20");

        scheme.Amira.Sees("The meeting has gone from the calendar", "Cancel it?");
        scheme.Grace.Sees("The meeting has gone from the calendar", "Cancel it?");
        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
        Assert.Empty(scheme.Calendar.Events);

        await scheme.MovesTo("2026-11-24T17:00");
        scheme.Amira.SeesNothing();
        scheme.Grace.SeesNothing();

        await scheme.Grace.Presses(Verbs.MeetingCancelConfirm, on: "gone from the calendar");
        scheme.Grace.Sees("You cancelled it");
        scheme.Amira.Sees("Grace Obi has had to cancel");
        Assert.Equal((MeetingState.NotHeld, CalendarState.Removed), (scheme.Only<Meeting>().State, scheme.Only<Meeting>().Calendar));

        await scheme.Amira.Presses(Verbs.MeetingCancelConfirm, on: "gone from the calendar");
        scheme.Amira.Sees("This card is out of date");
    }

    [Fact, Trait("Requirement", "U-13")]
    public async Task A_meeting_that_has_gone_can_be_put_back_and_is_there_once()
    {
        var scheme = await BookedAsync();
        scheme.Calendar.Remove(scheme.Only<Meeting>().Id);
        await scheme.MovesTo("2026-11-24T10:20");
        var hers = scheme.Grace.Card(Verbs.MeetingPutBack);
        await scheme.Amira.Presses(Verbs.MeetingPutBack);

        scheme.Amira.Sees("It is in both calendars");
        Assert.Equal(scheme.Only<Meeting>().Start, Assert.Single(scheme.Calendar.Events).Start);
        Assert.Equal(1, scheme.Only<Meeting>().Edition);

        await scheme.Grace.PressesOn(hers, Verbs.MeetingPutBack);
        scheme.Grace.Sees("This card is out of date");
        await scheme.MovesTo("2026-11-24T12:00");
        scheme.Amira.SeesNothing();
        Assert.Single(scheme.Calendar.Events);
    }

    [Fact, Trait("Requirement", "U-13")]
    public async Task A_move_inside_the_rules_is_taken_over_and_both_hear_in_hours()
    {
        var scheme = await BookedAsync("2026-11-24T17:16");
        var booked = scheme.Only<Meeting>();
        scheme.Calendar.Move(booked.Id, SchoolTime.At("2026-12-08T10:00"), 45);
        await scheme.MovesTo("2026-11-24T19:00");
        scheme.Amira.SeesNothing();
        scheme.Grace.SeesNothing();

        await scheme.MovesTo("2026-11-25T08:30");
        scheme.Amira.Sees("The meeting has moved in the calendar", "Tuesday 8 December 2026, 10–10.45am");
        scheme.Grace.Sees("The meeting has moved in the calendar", "Tuesday 8 December 2026, 10–10.45am");
        var moved = scheme.Only<Meeting>();
        Assert.Equal((booked.Id, "2026-12-08T10:00", 45, 1), (moved.Id, SchoolTime.Written(moved.Start), moved.Minutes, moved.Sequence));
        Assert.Equal(booked.JoinUrl, moved.JoinUrl);

        // What follows a meeting follows the new time.
        await scheme.MovesTo("2026-12-08T11:00");
        scheme.Amira.Sees("Did you meet?", "8 December");
        Assert.DoesNotContain(scheme.Amira.Messages, message => message.Text.Contains("Did you meet?", StringComparison.Ordinal) && message.At < SchoolTime.At("2026-12-08T00:00"));
    }

    [Theory, Trait("Requirement", "U-13")]
    [InlineData("2026-12-03T18:00", "6pm is after hours for this scheme")]
    [InlineData("2026-12-05T10:00", "not held on a Saturday")]
    [InlineData("2026-12-22T10:00", "")] // the Christmas holiday
    [InlineData("2027-02-15T10:00", "half-term")]
    public async Task A_move_outside_the_rules_is_flagged_to_both_and_not_undone(string to, string rule)
    {
        var scheme = await BookedAsync();
        var booked = scheme.Only<Meeting>();
        scheme.Calendar.Move(booked.Id, SchoolTime.At(to));
        await scheme.MovesTo("2026-11-24T10:20");

        scheme.Amira.Sees("The meeting stands elsewhere in the calendar", rule, "As agreed: Thursday 3 December 2026, 3.30–4.30pm");
        scheme.Grace.Sees("The meeting stands elsewhere in the calendar", rule);
        Assert.Equal(SchoolTime.At(to), Assert.Single(scheme.Calendar.Events).Start);
        Assert.Equal((booked.Start, 0), (scheme.Only<Meeting>().Start, scheme.Only<Meeting>().Sequence));

        await scheme.MovesTo("2026-11-24T17:00");
        scheme.Amira.SeesNothing();

        await scheme.Amira.Presses(Verbs.MeetingPutBack);
        Assert.Equal(booked.Start, Assert.Single(scheme.Calendar.Events).Start);
        scheme.Amira.Sees("It is in both calendars");
    }

    [Theory, Trait("Requirement", "U-13")]
    [InlineData(0)]
    [InlineData(24 * 60)]
    public async Task A_length_that_is_none_or_a_whole_day_is_flagged_as_well(int minutes)
    {
        var scheme = await BookedAsync();
        scheme.Calendar.Move(scheme.Only<Meeting>().Id, scheme.Only<Meeting>().Start, minutes);
        await scheme.MovesTo("2026-11-24T10:20");

        scheme.Grace.Sees("The meeting stands elsewhere in the calendar");
        Assert.Equal(60, scheme.Only<Meeting>().Minutes);
    }

    [Fact, Trait("Requirement", "U-13")]
    public async Task A_meeting_moved_outside_the_rules_can_get_another_time_from_the_card()
    {
        var scheme = await BookedAsync();
        scheme.Calendar.Move(scheme.Only<Meeting>().Id, SchoolTime.At("2026-12-03T18:00"));
        await scheme.MovesTo("2026-11-24T10:20");
        await scheme.Grace.Presses(Verbs.MeetingMove, on: "elsewhere in the calendar");
        await scheme.Grace.Presses(Verbs.MeetingMoveTo);

        scheme.Grace.Sees("Moved");
        scheme.Amira.Sees("Grace Obi had to move it");
        Assert.Equal(scheme.Only<Meeting>().Start, Assert.Single(scheme.Calendar.Events).Start);
    }

    [Fact, Trait("Requirement", "U-13")]
    public async Task What_comes_right_again_before_the_reader_can_be_told_is_not_told()
    {
        var scheme = await BookedAsync("2026-11-24T17:00");
        scheme.Calendar.Move(scheme.Only<Meeting>().Id, SchoolTime.At("2026-12-03T18:00"));
        await scheme.MovesTo("2026-11-25T07:00"); // found at the last look of the day, or at the first of the next
        scheme.Calendar.Move(scheme.Only<Meeting>().Id, SchoolTime.At("2026-12-03T15:30"));
        await scheme.MovesTo("2026-11-25T12:00");

        Assert.DoesNotContain(scheme.Amira.Messages, message => message.Text.Contains("elsewhere", StringComparison.Ordinal) && message.At > SchoolTime.At("2026-11-25T00:00"));
    }

    [Fact]
    public async Task Whoever_said_no_to_the_invitation_is_asked_and_the_other_is_not()
    {
        var scheme = await BookedAsync();
        scheme.Calendar.Decline(scheme.Only<Meeting>().Id, Authority.Grace.Id);
        await scheme.MovesTo("2026-11-24T10:20");

        scheme.Grace.Sees("Your calendar says no to this meeting", "still stands");
        scheme.Amira.SeesNothing();
        await scheme.MovesTo("2026-11-24T17:00");
        scheme.Grace.SeesNothing();

        await scheme.Grace.Presses(Verbs.MeetingKeep);
        scheme.Grace.Sees("Booked");
        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
    }

    [Fact, Trait("Requirement", "U-09")]
    public async Task Nobody_else_can_put_a_meeting_back()
    {
        var scheme = await BookedAsync();
        scheme.Calendar.Remove(scheme.Only<Meeting>().Id);
        await scheme.MovesTo("2026-11-24T10:20");
        await scheme.Hannah.PressesOn(scheme.Amira.Card(Verbs.MeetingPutBack), Verbs.MeetingPutBack);

        scheme.Hannah.Sees("This card is for someone else");
        Assert.Empty(scheme.Calendar.Events);
    }

    [Fact]
    public async Task One_look_serves_all_meetings_of_a_pair_and_it_ends_when_the_last_of_them_is_settled()
    {
        var scheme = await BookedAsync();
        await scheme.Amira.AsksFor("tuesday 8 december at 3.30pm");
        await scheme.Amira.Presses(Verbs.SlotPick, button: "8 December");
        Assert.Equal(2, scheme.Calendar.Events.Count);
        Assert.Single(scheme.Store.Errands, due => due.Errand is Errand.ReadBackCalendar);

        await scheme.MovesTo("2026-11-24T12:05");
        Assert.InRange(scheme.Calendar.Looks, 7, 8);

        await scheme.MovesTo("2026-12-16T09:00");
        Assert.DoesNotContain(scheme.Store.Errands, due => due.Errand is Errand.ReadBackCalendar);
        Assert.False(scheme.Only<Cycle>().Watched);
        Assert.All(scheme.Store.Errands, due => Assert.IsNotType<Errand.TellCalendarNews>(due.Errand));

        await scheme.Amira.AsksFor("friday 18 december at 3.30pm");
        Assert.Single(scheme.Store.Errands, due => due.Errand is Errand.ReadBackCalendar);
    }

    [Theory, Trait("Requirement", "U-13")]
    [InlineData("2026-12-03T15:28")] // between the last look and the time
    [InlineData("2026-12-03T15:40")] // and when the other one did not come
    [InlineData("2026-12-03T17:10")] // after it was asked whether they met
    public async Task A_move_at_the_last_minute_or_after_it_is_taken_over_as_well(string moved)
    {
        var scheme = await BookedAsync();
        await scheme.MovesTo(moved);
        scheme.Calendar.Move(scheme.Only<Meeting>().Id, SchoolTime.At("2026-12-10T10:00"));
        await scheme.MovesTo("2026-12-04T08:45");

        Assert.Equal(("2026-12-10T10:00", MeetingState.Booked), (SchoolTime.Written(scheme.Only<Meeting>().Start), scheme.Only<Meeting>().State));
        scheme.Amira.Sees("The meeting has moved in the calendar", "Thursday 10 December 2026");
        Assert.Equal(
            moved.EndsWith("17:10", StringComparison.Ordinal), scheme.Grace.Messages.Any(message => message.Text.Contains("Did you meet?", StringComparison.Ordinal)));
        await scheme.MovesTo("2026-12-10T11:00");
        scheme.Grace.Sees("Did you meet?", "10 December");
    }

    [Fact, Trait("Requirement", "U-13")]
    public async Task What_becomes_of_an_event_that_is_over_is_nobodys_business()
    {
        var scheme = await BookedAsync();
        await scheme.MovesTo("2026-12-03T15:35");
        scheme.Calendar.Remove(scheme.Only<Meeting>().Id);
        await scheme.MovesTo("2026-12-04T12:00");

        Assert.DoesNotContain(scheme.Grace.Messages, message => message.Text.Contains("gone from the calendar", StringComparison.Ordinal));
        Assert.Null(scheme.Only<Meeting>().Seen is { Gone: true } seen ? seen : null);
    }

    [Fact, Trait("Requirement", "A-18")]
    public async Task Whoever_was_too_slow_does_not_leave_the_calendar_as_things_stood_before()
    {
        var scheme = await BookedAsync();
        var meeting = scheme.Only<Meeting>();
        scheme.Calendar.Move(meeting.Id, SchoolTime.At("2026-12-02T10:00"));
        scheme.Expects(new Errand.WriteCalendar(meeting.Id, Authority.Amira.Id, Card: null, Again: true), SchoolTime.Written(scheme.Now));
        await scheme.MovesTo("2026-11-24T10:05");

        Assert.Equal(meeting.Start, Assert.Single(scheme.Calendar.Events).Start);
        scheme.Amira.SeesNothing();
        scheme.Grace.SeesNothing();

        // While something else is on its way it waits, and leaves the telling to that.
        scheme.Store.Put([scheme.Only<Meeting>() with { Calendar = CalendarState.Pending }]);
        scheme.Expects(new Errand.WriteCalendar(meeting.Id, Authority.Amira.Id, Card: null, Again: true), SchoolTime.Written(scheme.Now));
        await scheme.MovesTo("2026-11-24T10:06");
        Assert.Equal(CalendarState.Pending, scheme.Only<Meeting>().Calendar);
        Assert.Single(scheme.Store.Errands, due => due.Errand is Errand.WriteCalendar { Again: true });
    }

    [Fact]
    public async Task Nobody_looks_at_night_or_while_the_calendar_is_away_more_often_than_agreed()
    {
        var scheme = await BookedAsync("2026-11-24T17:20");
        var before = scheme.Calendar.Looks;
        await scheme.MovesTo("2026-11-25T08:29");
        Assert.Equal(before, scheme.Calendar.Looks);

        scheme.Calendar.Unavailable = true;
        await scheme.MovesTo("2026-11-25T10:30");
        Assert.InRange(scheme.Calendar.Failures, 8, 10);
        scheme.Amira.SeesNothing();

        scheme.Calendar.Unavailable = false;
        scheme.Calendar.Remove(scheme.Only<Meeting>().Id);
        await scheme.MovesTo("2026-11-25T11:00");
        scheme.Amira.Sees("gone from the calendar");
    }

    [Fact]
    public async Task Where_nobody_can_change_anything_nobody_looks()
    {
        var scheme = new Scheme("2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");

        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
        Assert.DoesNotContain(scheme.Store.Errands, due => due.Errand is Errand.ReadBackCalendar);
    }

    [Fact, Trait("Requirement", "U-12")]
    public async Task After_three_failures_both_get_what_their_own_calendar_needs_and_later_the_real_event()
    {
        var scheme = Ready("2026-11-24T10:00");
        scheme.Calendar.Unavailable = true;
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        await scheme.MovesTo("2026-11-24T10:05");

        foreach (var person in new[] { scheme.Amira, scheme.Grace })
        {
            person.Sees("Booked, calendar to follow", "BEGIN:VCALENDAR", "DTSTART:20261203T153000Z", "DTEND:20261203T163000Z", "END:VCALENDAR");
        }

        Assert.All(scheme.Grace.News, message => Assert.Equal(SchoolTime.At("2026-11-24T10:00") + Duration.FromSeconds(15 + 30), message.At));
        scheme.Calendar.Unavailable = false;
        await scheme.MovesTo("2026-11-24T12:00");
        Assert.DoesNotContain("VCALENDAR", scheme.Grace.Sees("It is in both calendars").Text, StringComparison.Ordinal);
        Assert.Single(scheme.Calendar.Events);
    }

    [Fact, Trait("Requirement", "U-12")]
    public async Task Somebody_without_a_mailbox_gets_the_appointment_and_the_other_does_not()
    {
        var scheme = Ready("2026-11-24T10:00");
        scheme.Store.Put([Authority.Grace with { Email = "" }]);
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");

        scheme.Grace.Sees("It is in the calendar of Amira Khan", "DTSTART:20261203T153000Z");
        Assert.DoesNotContain("VCALENDAR", scheme.Amira.Sees("It is in both calendars").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_keeps_the_link_though_the_calendar_answers_without_it()
    {
        var scheme = await BookedAsync();
        var link = scheme.Only<Meeting>().JoinUrl;
        scheme.Calendar.HidesLinks = true;
        await scheme.Amira.Says("I need to move thursday");
        await scheme.Amira.Presses(Verbs.MeetingMoveTo);

        Assert.NotNull(link);
        Assert.Equal((link, CalendarState.Written), (scheme.Only<Meeting>().JoinUrl, scheme.Only<Meeting>().Calendar));
    }

    [Theory]
    [InlineData("15:30", "17:00", "15:15", true)] // shown as one with what comes right after it
    [InlineData("15:15", "16:45", "15:45", false)] // and what comes after is in the way
    public async Task Its_own_time_in_a_calendar_does_not_stand_in_a_meetings_way(string from, string until, string to, bool moves)
    {
        var scheme = await BookedAsync();
        scheme.Calendar.Block(Authority.Grace.Id, SchoolTime.At($"2026-12-03T{from}"), SchoolTime.At($"2026-12-03T{until}"));
        await scheme.Amira.Forges(
            $$"""{"verb":"{{Verbs.MeetingMoveTo}}","id":"{{scheme.Only<Meeting>().Id}}","version":0,"nonce":"n","arg":"2026-12-03T{{to}}:00Z"}""");

        Assert.Equal(moves ? $"2026-12-03T{to}" : "2026-12-03T15:30", SchoolTime.Written(scheme.Only<Meeting>().Start));
    }

    [Fact, Trait("Requirement", "U-12")]
    public async Task Times_are_offered_though_a_calendar_cannot_be_seen_and_the_card_says_whose()
    {
        var scheme = Ready("2026-11-24T10:00");
        scheme.Calendar.Unreadable.Add(Authority.Grace.Id);
        foreach (var (person, words) in new[] { (scheme.Amira, "I cannot see the calendar of Grace Obi"), (scheme.Grace, "I cannot see your calendar.") })
        {
            await person.Says("status");
            await person.Presses(Verbs.SlotFind);
            Assert.DoesNotContain("both free", person.Sees(words).Text, StringComparison.Ordinal);
            Assert.True(person.Has(Verbs.SlotPick));
        }

        scheme.Calendar.Unavailable = true;
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        scheme.Amira.Sees("I cannot see your calendars just now");
    }

    [Fact, Trait("Requirement", "A-18")]
    public async Task A_meeting_cancelled_while_its_booking_is_under_way_leaves_no_event_behind()
    {
        var scheme = Ready("2026-11-24T10:00");
        scheme.Calendar.Unavailable = true;
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        await scheme.Amira.Says("please cancel the meeting");
        await scheme.Amira.Presses(Verbs.MeetingCancelConfirm);
        // The first booking comes through at last, after the cancel was done; the calendar is looked through once more.
        scheme.Calendar.Unavailable = false;
        await scheme.MovesTo("2026-11-24T10:10");
        var off = scheme.Only<Meeting>();
        await scheme.Calendar.BookAsync(
            new CalendarMeeting(off.Id, off.Organiser, off.Others, "Peer support", off.Start, Duration.FromHours(1), SchoolTime.London, off.Mode), default);
        await scheme.MovesTo("2026-11-24T10:40");

        Assert.Empty(scheme.Calendar.Events);
        scheme.Grace.SeesNothing();
    }

    [Fact]
    public async Task A_calendar_that_never_comes_back_is_left_alone_once_the_meeting_is_over()
    {
        var scheme = Ready("2026-12-03T14:00");
        scheme.Calendar.Unavailable = true;
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        await scheme.MovesTo("2026-12-03T18:00");
        var failures = scheme.Calendar.Failures;
        await scheme.MovesTo("2026-12-04T12:00");

        Assert.Equal(failures, scheme.Calendar.Failures);
        Assert.DoesNotContain(scheme.Store.Errands, due => due.Errand is Errand.WriteCalendar);
    }

    private static Scheme Ready(string now)
    {
        var scheme = new Scheme(now, Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1));
        scheme.Calendar.LookEvery = Duration.FromMinutes(15);
        return scheme;
    }

    private static async Task<Scheme> BookedAsync(string now = "2026-11-24T10:00")
    {
        var scheme = Ready(now);
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        return scheme;
    }
}
