using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Dialogs.Tests.Groups;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>A time beyond what the scheme suggests is chosen by all together; until then the meeting stays where it is.</summary>
public sealed class Moving_together
{
    private const string January = "2027-01-11T15:30";
    private const string SecondInDecember = "2026-12-15T15:30";
    private const string Wish = "move 11 january to tuesday 15 december at 3.30pm";

    [Fact, Trait("Requirement", "S0-06"), Trait("Requirement", "S0-09"), Trait("Requirement", "S0-11")]
    public async Task A_second_one_in_a_month_is_put_to_the_other_and_moves_when_they_agree()
    {
        var (scheme, kirsty, morag) = Pair();
        await kirsty.Says(Wish);
        kirsty.Sees("You two choose this together", "no more than 1 a month", "Monday 11 January 2027, 3.30", "Tuesday 15 December 2026, 3.30");
        morag.SeesNothing();
        await kirsty.Presses(Verbs.MoveAsk);
        kirsty.Sees("Morag Sinclair is asked in working hours", "stays where it is");
        Assert.Equal(SchoolTime.At(January), Moving(scheme).Start);
        morag.Sees("Kirsty Bain suggests another time", "no more than 1 a month", "Tuesday 15 December 2026", "No reason is needed");

        await morag.Presses(Verbs.MoveAgree);
        Assert.Equal((1, SchoolTime.At(SecondInDecember), true), (Moving(scheme).Sequence, Moving(scheme).Start, Moving(scheme).Move!.Agreed));
        morag.Sees("You and Kirsty Bain have agreed to this time");
        kirsty.Sees("You and Morag Sinclair have agreed to this time", "Tuesday 15 December 2026");
        Assert.Equal(SchoolTime.At(SecondInDecember), scheme.Calendar.Events.Single(entry => entry.Id == Moving(scheme).Id).Start);
    }

    [Fact, Trait("Requirement", "S0-06")]
    public async Task When_the_other_would_rather_not_the_meeting_stays_and_both_see_so()
    {
        var (scheme, kirsty, morag) = Pair();
        await AsksAsync(kirsty);
        var before = Moving(scheme) with { Move = null, Version = 0 };
        await morag.Presses(Verbs.MoveDecline);

        morag.Sees("It stays where it is", "Monday 11 January 2027");
        kirsty.Sees("It stays where it is", "Morag Sinclair would rather not move it to Tuesday 15 December 2026", "Monday 11 January 2027");
        Assert.Equal(before with { Calendar = Moving(scheme).Calendar }, Moving(scheme) with { Version = 0 });

        // An old card says yes too late.
        await morag.Forges($$"""{"verb":"{{Verbs.MoveAgree}}","id":"{{before.Id}}","version":0,"nonce":"n","arg":"2026-12-15T15:30:00Z"}""");
        morag.Sees("This card is out of date");
        Assert.Equal(before.Start, Moving(scheme).Start);
    }

    [Fact, Trait("Requirement", "S2-40")]
    public async Task The_other_is_asked_in_their_hours_and_not_at_all_when_it_was_taken_back_before()
    {
        var (scheme, kirsty, morag) = Pair();
        await scheme.MovesTo("2026-11-24T19:00");
        await AsksAsync(kirsty);
        morag.SeesNothing();
        await kirsty.Presses(Verbs.MoveTakeBack);
        kirsty.Sees("It stays where it is", "Monday 11 January 2027");
        await scheme.MovesTo("2026-11-25T09:00");
        morag.NeverSaw("another time");
    }

    [Fact]
    public async Task Without_an_answer_the_meeting_stays_and_whoever_asked_hears_so()
    {
        var (scheme, kirsty, morag) = Pair();
        await AsksAsync(kirsty);
        kirsty.Sees("Without an answer by Tuesday 8 December 2026, 5.30pm");
        await scheme.MovesTo("2026-12-09T12:00");
        kirsty.Sees("It stays where it is", "Morag Sinclair has not answered about Tuesday 15 December 2026");

        await morag.Presses(Verbs.MoveAgree);
        morag.Sees("This card is out of date");
        Assert.Equal(SchoolTime.At(January), Moving(scheme).Start);
    }

    [Fact]
    public async Task The_time_to_answer_never_reaches_into_the_day_of_the_earlier_of_both_times()
    {
        var (scheme, kirsty, _) = Pair();
        await scheme.MovesTo("2026-12-14T10:00");
        await AsksAsync(kirsty);
        kirsty.Sees("Without an answer by Tuesday 15 December 2026, 8.30am");
        await scheme.MovesTo("2026-12-15T08:45");
        kirsty.Sees("It stays where it is", "has not answered");
    }

    [Fact, Trait("Requirement", "U-08")]
    public async Task Of_two_wishes_that_cross_the_first_is_answered_before_the_second()
    {
        var (scheme, kirsty, morag) = Pair();
        await kirsty.Says(Wish);
        await morag.Says("move 11 january to thursday 17 december at 3.30pm");
        await kirsty.Presses(Verbs.MoveAsk);
        await morag.Presses(Verbs.MoveAsk);
        morag.Sees("Another time is suggested already", "Kirsty Bain was a little faster", "Tuesday 15 December 2026");
        Assert.Equal(Scotland.Kirsty.Id, Moving(scheme).Move!.By);

        await morag.Presses(Verbs.MoveDecline);
        await morag.Says("move 11 january to thursday 17 december at 3.30pm");
        await morag.Presses(Verbs.MoveAsk);
        kirsty.Sees("Morag Sinclair suggests another time", "Thursday 17 December 2026");
        await kirsty.Presses(Verbs.MoveAgree);
        Assert.Equal(SchoolTime.At("2026-12-17T15:30"), Moving(scheme).Start);
    }

    [Fact]
    public async Task The_same_wish_at_the_same_second_is_a_yes()
    {
        var (scheme, kirsty, morag) = Pair();
        await kirsty.Says(Wish);
        await morag.Says(Wish);
        scheme.BeforeNextCommit = () => morag.Presses(Verbs.MoveAsk);
        await kirsty.Presses(Verbs.MoveAsk);
        Assert.Equal((1, SchoolTime.At(SecondInDecember)), (Moving(scheme).Sequence, Moving(scheme).Start));
    }

    [Fact, Trait("Requirement", "U-08"), Trait("Requirement", "U-09")]
    public async Task A_yes_counts_once_from_a_party_alone_and_only_for_the_time_that_was_asked_about()
    {
        var (scheme, kirsty, morag) = Pair();
        await AsksAsync(kirsty);
        var id = Moving(scheme).Id;
        string Yes(string start) => $$"""{"verb":"{{Verbs.MoveAgree}}","id":"{{id}}","version":0,"nonce":"{{start}}","arg":"{{start}}"}""";
        await scheme.Of(Scotland.Isla).Forges(Yes("2026-12-15T15:30:00Z"));
        scheme.Of(Scotland.Isla).Sees("This card is for someone else");
        await kirsty.Forges(Yes("2026-12-15T15:30:00Z"));
        kirsty.Sees("This card is out of date");
        await morag.Forges(Yes("2026-12-16T15:30:00Z"));
        morag.Sees("This card is out of date");
        Assert.Equal((0, SchoolTime.At(January)), (Moving(scheme).Sequence, Moving(scheme).Start));
    }

    [Fact]
    public async Task What_has_come_up_since_is_in_the_way_of_a_yes()
    {
        var (scheme, kirsty, morag) = Pair();
        await AsksAsync(kirsty);
        var wanted = SchoolTime.At(SecondInDecember);
        scheme.Calendar.Block(Scotland.Kirsty.Id, wanted, wanted + NodaTime.Duration.FromHours(1));
        await morag.Presses(Verbs.MoveAgree);
        morag.Sees("one of you has something else in the calendar");
        kirsty.Sees("It stays where it is", "something else has come up at that time");
        Assert.Equal(SchoolTime.At(January), Moving(scheme).Start);
    }

    [Fact]
    public async Task A_free_time_is_still_moved_to_at_once_and_ends_the_question()
    {
        var (scheme, kirsty, morag) = Pair();
        await AsksAsync(kirsty);
        var asked = morag.Card(Verbs.MoveAgree);
        await morag.Presses(Verbs.MeetingMove, on: "Another time?");
        await morag.Presses(Verbs.MeetingMoveTo);
        Assert.Equal((1, (MoveProposal?)null), (Moving(scheme).Sequence, Moving(scheme).Move));
        kirsty.Sees("Morag Sinclair had to move it");
        await morag.PressesOn(asked, Verbs.MoveAgree);
        morag.Sees("This card is out of date");
    }

    [Fact]
    public async Task The_card_says_that_a_time_may_be_typed_and_the_status_shows_what_is_open()
    {
        var (scheme, kirsty, morag) = Pair();
        await kirsty.Says("move 11 january");
        kirsty.Sees("Now: Monday 11 January 2027", "You can also type a time of your own");
        await AsksAsync(kirsty);
        await morag.Says("status");
        morag.Sees("Other time suggested", "Tuesday 15 December 2026");
        await morag.Presses(Verbs.MoveShow);
        await morag.Presses(Verbs.MoveAgree);
        Assert.Equal(SchoolTime.At(SecondInDecember), Moving(scheme).Start);
    }

    [Fact, Trait("Requirement", "S0-06")]
    public async Task A_bare_time_may_mean_to_move_or_to_add_and_both_take_the_other()
    {
        var (scheme, kirsty, morag) = Pair();
        await kirsty.Says("thursday 21 january 2027 at 3.30pm");
        kirsty.Sees("Shall I move it, or book one more?");
        await kirsty.Presses(Verbs.SlotPick);
        kirsty.Sees("one more in its month");
        await kirsty.Presses(Verbs.DatesPropose);
        morag.Sees("Kirsty Bain suggests these dates", "Thursday 21 January 2027");
        Assert.Equal(2, scheme.Store.All<Meeting>().Count());
    }

    [Theory]
    [InlineData("move it to tuesday 8 december at 3.30pm", "Tuesday 8 December 2026, 3.30")]
    [InlineData("please move monday 7 december to wednesday 9 december", "Wednesday 9 December 2026, 3.30")]
    [InlineData("can we move my meeting to 2pm", "Monday 7 December 2026, 2")]
    public async Task A_time_within_the_rules_is_said_back_and_moved_by_a_press(string typed, string when)
    {
        var (scheme, kirsty, _) = Pair();
        await kirsty.Says(typed);
        kirsty.Sees("Shall I move it?", when);
        await kirsty.Presses(Verbs.MeetingMoveTo);
        kirsty.Sees("Moved", when);
        Assert.Equal(1, scheme.Store.All<Meeting>().Single(meeting => meeting.Id != Moving(scheme).Id).Sequence);
    }

    [Fact, Trait("Requirement", "S4-06")]
    public async Task In_a_group_all_agree_to_a_time_out_of_hours_and_one_no_is_enough_against_it()
    {
        var (scheme, group) = Group(mayMiss: 0);
        var (ada, cleo, dev) = (scheme.Of(Learning.Ada), scheme.Of(Learning.Cleo), scheme.Of(Learning.Dev));
        await ada.Says("move it to tuesday 8 december at 4.30pm");
        ada.Sees("Your group chooses this together", "4.30pm is after hours for this scheme", "You may still choose it together");
        await ada.Presses(Verbs.MoveAsk);
        cleo.Sees("Ada Moss suggests another time", Learning.Purpose);
        await cleo.Presses(Verbs.MoveAgree);
        cleo.Sees("You have said yes. The others are asked");
        Assert.Equal(0, scheme.Only<Meeting>().Sequence);
        await dev.Presses(Verbs.MoveDecline);
        Assert.All(new[] { ada, cleo }, one => one.Sees("It stays where it is", "Not enough of your group would like Tuesday 8 December 2026"));
        ada.NeverSaw("Dev Anand would rather");
        Assert.Equal(0, scheme.Only<Meeting>().Sequence);

        await cleo.Says("move it to tuesday 8 december at 4.30pm");
        await cleo.Presses(Verbs.MoveAsk);
        await ada.Presses(Verbs.MoveAgree);
        await dev.Presses(Verbs.MoveAgree);
        Assert.Equal((1, SchoolTime.At("2026-12-08T16:30")), (scheme.Only<Meeting>().Sequence, scheme.Only<Meeting>().Start));
        Assert.All(new[] { ada, cleo, dev }, one => one.Sees("Your group has agreed to this time"));
        _ = group;
    }

    [Fact]
    public async Task A_group_that_may_miss_one_moves_with_the_yes_of_all_but_one()
    {
        var (scheme, _) = Group(mayMiss: 1);
        await scheme.Of(Learning.Ada).Says("move it to tuesday 8 december at 4.30pm");
        await scheme.Of(Learning.Ada).Presses(Verbs.MoveAsk);
        await scheme.Of(Learning.Dev).Presses(Verbs.MoveDecline);
        scheme.Of(Learning.Dev).Sees("You have said no. Until the others have answered");
        Assert.Equal(0, scheme.Only<Meeting>().Sequence);
        await scheme.Of(Learning.Cleo).Presses(Verbs.MoveAgree);
        Assert.Equal((1, SchoolTime.At("2026-12-08T16:30")), (scheme.Only<Meeting>().Sequence, scheme.Only<Meeting>().Start));
    }

    [Fact, Trait("Requirement", "U-24")]
    public async Task Whoever_leaves_the_group_ends_the_question_and_the_session_stays()
    {
        var (scheme, _) = Group(mayMiss: 0);
        await scheme.Of(Learning.Cleo).Says("move it to tuesday 8 december at 4.30pm");
        await scheme.Of(Learning.Cleo).Presses(Verbs.MoveAsk);
        await scheme.Leaves(Learning.Dev);
        scheme.Of(Learning.Cleo).Sees("It stays where it is", "Somebody has come into your group or left it");
        Assert.All(scheme.Store.All<Meeting>(), meeting => Assert.Null(meeting.Move));
    }

    private static Meeting Moving(Scheme scheme) => scheme.Store.All<Meeting>().OrderBy(meeting => meeting.Id == Later).Last();

    private static readonly MeetingId Later = new(Guid.Parse("0d0d0d0d-0000-0000-0000-00000000000a"));

    private static async Task AsksAsync(Participant one)
    {
        await one.Says(Wish);
        await one.Presses(Verbs.MoveAsk);
    }

    /// <summary>A pair of S0 with one conversation in December and one in January.</summary>
    private static (Scheme Scheme, Participant Kirsty, Participant Morag) Pair()
    {
        var cycle = Scotland.Cycle(Scotland.MiddleLeaders, Scotland.Kirsty, Scotland.Morag);
        var scheme = new Scheme(
            "2026-11-24T10:00",
            [.. Scotland.Everyone(), cycle, Given.Meeting(cycle, "2026-12-07T15:30") with { Minutes = 30 }, Given.Meeting(cycle, January) with { Minutes = 30, Id = Later }])
        { Reference = Scotland.Reference };
        foreach (var meeting in scheme.Store.All<Meeting>().ToList())
        {
            scheme.Calendar.BookAsync(
                new CalendarMeeting(
                    meeting.Id, meeting.Organiser, meeting.Others, "Peer support – protected time", meeting.Start, NodaTime.Duration.FromMinutes(meeting.Minutes), SchoolTime.London,
                    meeting.Mode),
                CancellationToken.None);
        }

        return (scheme, scheme.Of(Scotland.Kirsty), scheme.Of(Scotland.Morag));
    }

    private static (Scheme Scheme, Domain.Groups.LearningGroup Group) Group(int mayMiss)
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        cycle = cycle with { Cadence = cycle.Cadence! with { MayMiss = mayMiss, Needed = 3 - mayMiss } };
        return (LearningScheme.Booked(group, cycle, Learning.Session(cycle, "2026-12-08T13:00")), group);
    }
}
