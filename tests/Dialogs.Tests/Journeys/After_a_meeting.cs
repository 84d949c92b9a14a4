using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class After_a_meeting
{
    [Fact, Trait("Requirement", "S2-31"), Trait("Requirement", "S2-32")]
    public async Task Both_are_reminded_before_the_first_meeting_with_confidentiality_and_its_exception()
    {
        var scheme = await BookedAsync(MeetingMode.Teams);
        await scheme.MovesTo("2026-11-26T08:30");
        scheme.Amira.Sees("Coming up", "A question to bring: ");
        scheme.Grace.Sees("Coming up", "A tip: Listen much more than you talk.");

        await scheme.MovesTo("2026-12-02T08:30");
        foreach (var person in new[] { scheme.Amira, scheme.Grace })
        {
            var paragraph = Assert.Single(person.Sees("Coming up").Words, words => words.Contains("stay confidential", StringComparison.Ordinal));
            Assert.Contains("exception", paragraph, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact, Trait("Requirement", "S0-18")]
    public async Task Both_are_asked_whether_they_met_and_two_yeses_count_it()
    {
        var scheme = await BookedAsync(MeetingMode.InPerson);
        await scheme.MovesTo("2026-12-03T16:29");
        Assert.False(scheme.Amira.Has(Verbs.MetYes));
        await scheme.MovesTo("2026-12-03T16:30");
        scheme.Amira.Sees("Did you meet?", "with Grace Obi");
        scheme.Grace.Sees("Did you meet?", "with Amira Khan");

        await scheme.Amira.Presses(Verbs.MetYes);
        scheme.Amira.Sees("Good that you met", "0 of 6");
        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
        await scheme.Grace.Presses(Verbs.MetYes);
        scheme.Grace.Sees("1 of 6");
        Assert.Equal(MeetingState.Held, scheme.Only<Meeting>().State);
    }

    [Fact, Trait("Requirement", "A-07")]
    public async Task A_meeting_on_Teams_is_held_and_not_counted_among_those_in_person()
    {
        var scheme = await BookedAsync(MeetingMode.Teams);
        await scheme.MovesTo("2026-12-03T16:30");
        await scheme.Amira.Presses(Verbs.MetYes);
        await scheme.Grace.Presses(Verbs.MetYes);

        Assert.Equal(MeetingState.Held, scheme.Only<Meeting>().State);
        scheme.Grace.Sees("In-person meetings so far: 0 of 6.");
    }

    [Fact]
    public async Task One_yes_that_nobody_denies_counts_after_five_working_days()
    {
        var scheme = await BookedAsync(MeetingMode.Teams);
        await scheme.MovesTo("2026-12-03T16:30");
        await scheme.Amira.Presses(Verbs.MetYes);
        await scheme.MovesTo("2026-12-10T17:29");
        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
        await scheme.MovesTo("2026-12-10T17:30");
        Assert.Equal(MeetingState.Held, scheme.Only<Meeting>().State);
    }

    [Fact]
    public async Task A_question_that_neither_answers_leaves_the_meeting_unknown_after_five_working_days()
    {
        var scheme = await BookedAsync(MeetingMode.InPerson);
        await scheme.MovesTo("2026-12-10T17:29");
        Assert.Equal(MeetingState.Booked, scheme.Only<Meeting>().State);
        await scheme.MovesTo("2026-12-10T17:30");
        Assert.Equal((MeetingState.NotHeld, NotHeldReason.Unknown), (scheme.Only<Meeting>().State, scheme.Only<Meeting>().NotHeld));
    }

    [Fact]
    public async Task Two_who_remember_differently_are_both_asked_once_more()
    {
        var scheme = await BookedAsync(MeetingMode.Teams);
        await scheme.MovesTo("2026-12-03T16:30");
        await scheme.Amira.Presses(Verbs.MetYes);
        await scheme.Grace.Presses(Verbs.MetNo);
        scheme.Grace.Sees("I will ask you both once more");
        scheme.Amira.Sees("You two remember differently", "Shall I count it?");
        scheme.Grace.Sees("You two remember differently", "Shall I count it?");

        await scheme.Grace.Presses(Verbs.MetYes);
        Assert.Equal(MeetingState.Held, scheme.Only<Meeting>().State);
    }

    [Fact]
    public async Task Two_who_go_on_to_differ_are_left_in_peace_and_the_meeting_stays_unknown()
    {
        var scheme = await BookedAsync(MeetingMode.Teams);
        await scheme.MovesTo("2026-12-03T16:30");
        await scheme.Amira.Presses(Verbs.MetYes);
        await scheme.Grace.Presses(Verbs.MetNo);
        await scheme.Amira.Presses(Verbs.MetYes);
        scheme.Grace.SeesNothing();
        await scheme.Grace.Presses(Verbs.MetNo);
        scheme.Amira.SeesNothing();

        await scheme.MovesTo("2026-12-10T17:30");
        Assert.Equal((MeetingState.NotHeld, NotHeldReason.Unknown), (scheme.Only<Meeting>().State, scheme.Only<Meeting>().NotHeld));
    }

    [Fact]
    public async Task A_meeting_that_did_not_happen_is_nobodys_fault_and_another_time_is_offered()
    {
        var scheme = await BookedAsync(MeetingMode.InPerson);
        await scheme.MovesTo("2026-12-03T16:30");
        await scheme.Grace.Presses(Verbs.MetNo);
        scheme.Grace.Sees("These things happen");
        scheme.Grace.Sees("Pick a time");
        await scheme.Amira.Presses(Verbs.MetMoved);

        Assert.Equal(NotHeldReason.Missed, scheme.Only<Meeting>().NotHeld);
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("0 of 6, held or booked");
    }

    [Fact]
    public async Task Nobody_is_asked_about_a_meeting_that_moved_or_was_cancelled()
    {
        var scheme = await BookedAsync(MeetingMode.Teams);
        await scheme.Amira.Presses(Verbs.MeetingCancel);
        await scheme.Amira.Presses(Verbs.MeetingCancelConfirm);
        await scheme.MovesTo("2026-12-11T12:00");

        Assert.False(scheme.Amira.Has(Verbs.MetYes));
        Assert.False(scheme.Amira.Has(Verbs.MeetingComing));
    }

    [Fact]
    public async Task A_yes_before_the_meeting_is_over_changes_nothing()
    {
        var scheme = await BookedAsync(MeetingMode.Teams);
        var meeting = scheme.Only<Meeting>();
        await scheme.Amira.Forges($$"""{"verb":"{{Verbs.MetYes}}","id":"{{meeting.Id}}","version":0}""");

        scheme.Amira.Sees("This card is out of date");
        Assert.Equal(meeting, scheme.Only<Meeting>());
    }

    private static async Task<Scheme> BookedAsync(MeetingMode mode)
    {
        var scheme = new Scheme("2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace, mode), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        return scheme;
    }
}
