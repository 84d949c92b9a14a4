using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Moving_and_cancelling
{
    [Fact, Trait("Requirement", "S2-40")]
    public async Task A_meeting_keeps_its_event_when_it_moves_and_the_other_hears_in_hours()
    {
        var scheme = await BookedAsync();
        await scheme.MovesTo("2026-11-24T19:05");
        await scheme.Amira.Says("I need to move thursday");
        await scheme.Amira.Presses(Verbs.MeetingMoveTo);

        scheme.Amira.Sees("Moved", "Grace Obi is told in working hours");
        scheme.Grace.SeesNothing();
        var meeting = scheme.Only<Meeting>();
        Assert.Equal((1, meeting.Start), (meeting.Sequence, Assert.Single(scheme.Calendar.Events).Start));

        await scheme.MovesTo("2026-11-25T08:30");
        scheme.Grace.Sees("Amira Khan had to move it. Does the new time suit you?");
    }

    [Fact]
    public async Task A_cancelled_meeting_leaves_the_calendar_and_each_is_told_once()
    {
        var scheme = await BookedAsync();
        await scheme.Grace.Presses(Verbs.MeetingCancel);
        scheme.Grace.Sees("You need not give a reason");
        await scheme.Grace.Presses(Verbs.MeetingCancelConfirm);

        Assert.Empty(scheme.Calendar.Events);
        Assert.Equal((MeetingState.NotHeld, NotHeldReason.Cancelled), (scheme.Only<Meeting>().State, scheme.Only<Meeting>().NotHeld));
        scheme.Grace.Sees("You cancelled it");
        Assert.Single(scheme.Grace.News);
        scheme.Amira.Sees("Grace Obi has had to cancel Thursday's meeting. Shall we look for another?", "In person, held or booked: 0 of 6");
        scheme.Amira.Sees("Times when you and Grace Obi are both free");
        Assert.Equal(2, scheme.Amira.News.Count);
    }

    [Fact]
    public async Task A_time_that_was_cancelled_is_not_offered_again()
    {
        var scheme = await BookedAsync();
        await scheme.Amira.Says("I need to move thursday");
        var time = scheme.Amira.Card(Verbs.MeetingMoveTo).Buttons.First(button => button.Verb == Verbs.MeetingMoveTo).Title;
        await scheme.Amira.Presses(Verbs.MeetingMoveTo);
        await scheme.Grace.Presses(Verbs.MeetingCancel);
        await scheme.Grace.Presses(Verbs.MeetingCancelConfirm);

        var offered = scheme.Amira.Card(Verbs.SlotPick).Buttons.Where(button => button.Verb == Verbs.SlotPick).Select(button => button.Title).ToList();
        Assert.NotEmpty(offered);
        Assert.DoesNotContain(time, offered);
    }

    [Fact]
    public async Task Of_a_meeting_this_afternoon_that_is_off_the_other_hears_when_the_day_opens()
    {
        var scheme = await BookedAsync();
        await scheme.MovesTo("2026-12-03T07:00");
        await scheme.Grace.Presses(Verbs.MeetingCancel);
        await scheme.Grace.Presses(Verbs.MeetingCancelConfirm);

        scheme.Amira.SeesNothing();
        await scheme.MovesTo("2026-12-03T08:30");
        scheme.Amira.Sees("Grace Obi has had to cancel");
    }

    [Fact]
    public async Task A_move_to_a_time_just_taken_books_nothing_else_and_leaves_the_meeting_where_it_is()
    {
        var scheme = await BookedAsync();
        var before = scheme.Only<Meeting>();
        await scheme.Amira.Presses(Verbs.MeetingMove);
        var slot = NodaTime.Text.InstantPattern.General.Parse(scheme.Amira.Card(Verbs.MeetingMoveTo).Buttons.First(button => button.Verb == Verbs.MeetingMoveTo).Arg!).Value;
        scheme.Calendar.Block(Authority.Grace.Id, slot, slot + NodaTime.Duration.FromHours(1));
        await scheme.Amira.Presses(Verbs.MeetingMoveTo);
        scheme.Amira.Sees("one of you has something else in the calendar");
        Assert.Equal(before, scheme.Only<Meeting>());

        await scheme.Amira.Presses(Verbs.MeetingMoveTo);
        Assert.NotEqual(before.Start, scheme.Only<Meeting>().Start);
        scheme.Amira.Sees("Moved");
    }

    [Fact, Trait("Requirement", "U-08")]
    public async Task A_card_from_before_a_move_changes_nothing()
    {
        var scheme = await BookedAsync();
        var old = scheme.Grace.Card(Verbs.MeetingCancel);
        await scheme.Amira.Presses(Verbs.MeetingMove);
        await scheme.Amira.Presses(Verbs.MeetingMoveTo);
        var moved = scheme.Only<Meeting>();

        foreach (var verb in new[] { Verbs.MeetingCancel, Verbs.MeetingMove })
        {
            await scheme.Grace.PressesOn(old, verb);
            scheme.Grace.Sees("This card is out of date");
        }

        Assert.Equal(moved, scheme.Only<Meeting>());
    }

    [Fact]
    public async Task Two_moves_at_the_same_second_leave_one()
    {
        var scheme = await BookedAsync();
        await scheme.Amira.Presses(Verbs.MeetingMove);
        await scheme.Grace.Presses(Verbs.MeetingMove);
        scheme.BeforeNextCommit = () => scheme.Grace.Presses(Verbs.MeetingMoveTo);
        await scheme.Amira.Presses(Verbs.MeetingMoveTo);

        Assert.Equal(1, scheme.Only<Meeting>().Sequence);
        scheme.Amira.Sees("This card is out of date");
    }

    [Fact, Trait("Requirement", "A-07")]
    public async Task The_count_on_the_card_is_right_after_a_move_and_a_cancel()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson);
        var scheme = new Scheme(
            "2027-01-25T10:00",
            [cycle, Authority.Supporter(Authority.Grace, active: 1), .. Given.Held(cycle, MeetingMode.InPerson, "2026-12-03T10:00", 3), Given.Meeting(cycle, "2027-01-07T10:00", MeetingState.Held)]);
        await scheme.Amira.AsksFor("thursday 28 january 2027 at 10am");
        scheme.Amira.Sees("In person: 4 of 6");
        await scheme.Amira.Presses(Verbs.MeetingMove);
        await scheme.Amira.Presses(Verbs.MeetingMoveTo);
        scheme.Grace.Sees("Moved", "In person: 4 of 6");

        await scheme.Grace.Presses(Verbs.MeetingCancel);
        await scheme.Grace.Presses(Verbs.MeetingCancelConfirm);
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("3 of 6, held or booked");
        await scheme.Amira.AsksFor("friday 29 january 2027 at 10am");
        scheme.Amira.Sees("In person: 4 of 6");
    }

    [Fact, Trait("Requirement", "S0-06"), Trait("Requirement", "S0-09")]
    public async Task The_only_meeting_of_a_month_can_be_moved_within_it_by_typing_the_time()
    {
        var cycle = Scotland.Cycle(Scotland.MiddleLeaders, Scotland.Kirsty, Scotland.Morag);
        var scheme = new Scheme(
            "2026-11-24T10:00", [.. Scotland.Everyone(), cycle, Given.Meeting(cycle, "2026-12-10T15:30") with { Minutes = 30 }])
        { Reference = Scotland.Reference };
        var kirsty = scheme.Of(Scotland.Kirsty);

        await kirsty.Says("tuesday 15 december at 3.30pm");

        kirsty.Sees("Your next conversation is booked already. Shall I move it?");
        await kirsty.Presses(Verbs.MeetingMoveTo);
        Assert.Equal((1, SchoolTime.At("2026-12-15T15:30")), (scheme.Only<Meeting>().Sequence, scheme.Only<Meeting>().Start));
    }

    [Fact, Trait("Requirement", "S2-18")]
    public async Task The_sixth_meeting_in_person_can_be_moved_by_typing_the_time()
    {
        var cycle = Given.Cycle(Authority.Amira, Authority.Grace, MeetingMode.InPerson);
        var scheme = new Scheme(
            "2027-01-25T10:00",
            [
                cycle, Authority.Supporter(Authority.Grace, active: 1), .. Given.Held(cycle, MeetingMode.InPerson, "2026-12-03T10:00", 3),
                Given.Meeting(cycle, "2027-01-07T10:00", MeetingState.Held, MeetingMode.InPerson), Given.Meeting(cycle, "2027-01-14T10:00", MeetingState.Held, MeetingMode.InPerson),
                Given.Meeting(cycle, "2027-01-28T10:00", mode: MeetingMode.InPerson),
            ]);

        await scheme.Amira.Says("friday 29 january 2027 at 10am");
        await scheme.Amira.Presses(Verbs.MeetingMoveTo);

        scheme.Amira.Sees("Moved", "In person: 6 of 6");
    }

    [Fact]
    public async Task Keeping_the_time_leaves_everything_as_it_is()
    {
        var scheme = await BookedAsync();
        var before = scheme.Only<Meeting>();
        await scheme.Amira.Presses(Verbs.MeetingCancel);
        await scheme.Amira.Presses(Verbs.MeetingKeep);

        scheme.Amira.Sees("Booked");
        Assert.Equal(before, scheme.Only<Meeting>());
        scheme.Grace.SeesNothing();
    }

    [Fact]
    public async Task Without_a_meeting_there_is_nothing_to_move()
    {
        var scheme = new Scheme("2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace));
        await scheme.Amira.Says("please move the meeting");

        scheme.Amira.Sees("You have no meeting booked that could be moved.");
    }

    private static async Task<Scheme> BookedAsync()
    {
        var scheme = new Scheme("2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        return scheme;
    }
}
