using NodaTime;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Groups;

/// <summary>What waits for somebody who goes, what they keep, and what the others go on with.</summary>
public sealed class Leaving_a_group
{
    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task The_calendar_hears_who_has_left()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(group, cycle, Learning.Session(cycle, "2026-12-01T13:00"));
        await scheme.Leaves(Learning.Dev);
        Assert.Equal([Learning.Dev.Id], Assert.Single(scheme.Calendar.Events).Gone!);
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task Dates_that_waited_for_the_leaver_alone_are_planned_again_and_never_agreed_without_being_booked()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(
            group, cycle with { Dates = new DatesAgreement([SchoolTime.At("2026-12-08T13:00")], Learning.Ada.Id, [Learning.Ada.Id, Learning.Cleo.Id], [], 1, Needed: 3) });
        await scheme.Leaves(Learning.Dev);
        Assert.False(scheme.Only<Cycle>().Dates!.Agreed);
        Assert.Empty(scheme.Store.All<Meeting>());
        scheme.Of(Learning.Ada).Sees("Times when everybody in your group is free");
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task A_rhythm_that_one_alone_has_proposed_is_not_agreed_because_somebody_leaves()
    {
        var scheme = WithRhythm([Learning.Ada, Learning.Cleo, Learning.Dev], [Learning.Ada], mayMiss: 1);
        await scheme.Leaves(Learning.Cleo);
        Assert.False(scheme.Only<Cycle>().Cadence!.Agreed);
        var dev = scheme.Of(Learning.Dev);
        await dev.Says("status");
        await dev.Presses(Verbs.CadenceOpen);
        await dev.Presses(Verbs.CadenceAccept);
        Assert.True(scheme.Only<Cycle>().Cadence!.Agreed);
        scheme.Of(Learning.Ada).Sees("Times when everybody in your group is free");
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task A_rhythm_that_waited_for_the_leaver_alone_is_agreed_and_a_time_is_looked_for()
    {
        var scheme = WithRhythm([Learning.Ada, Learning.Cleo, Learning.Dev], [Learning.Ada, Learning.Cleo], mayMiss: 0);
        await scheme.Leaves(Learning.Dev);
        Assert.True(scheme.Only<Cycle>().Cadence!.Agreed);
        scheme.Of(Learning.Ada).Sees("Times when everybody in your group is free");
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task Where_two_of_three_were_enough_it_takes_both_of_the_two_who_stay()
    {
        var scheme = WithRhythm([Learning.Ada, Learning.Cleo, Learning.Dev], [Learning.Ada, Learning.Cleo], mayMiss: 1);
        await scheme.Leaves(Learning.Cleo);
        Assert.False(scheme.Only<Cycle>().Cadence!.Agreed);
        await scheme.Of(Learning.Dev).Presses(Verbs.CadenceAccept);
        Assert.True(scheme.Only<Cycle>().Cadence!.Agreed);
    }

    [Fact]
    [Trait("Requirement", "S4-06")]
    public async Task Ground_rules_that_waited_for_the_leaver_alone_are_agreed_and_the_first_of_the_group_is_asked_for_a_rhythm()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(
            group, cycle with { Cadence = null, Rules = cycle.Rules with { AgreedOn = null, AgreedBy = [Learning.Nia.Id, Learning.Ada.Id, Learning.Cleo.Id] } });
        await scheme.Leaves(Learning.Dev);
        Assert.True(scheme.Only<Cycle>().Rules.Agreed);
        scheme.Of(Learning.Ada).Sees("Say what suits you");
        Assert.NotEmpty(scheme.Of(Learning.Cleo).News);
    }

    [Fact]
    [Trait("Requirement", "S4-06")]
    public async Task When_the_one_who_was_asked_for_a_rhythm_leaves_the_next_is_asked()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(group, cycle with { Cadence = null });
        await scheme.Leaves(Learning.Ada);
        scheme.Of(Learning.Cleo).Sees("Say what suits you");
    }

    [Fact]
    [Trait("Requirement", "S3-16")]
    public async Task Whoever_has_left_reads_their_journal_on_and_writes_in_that_of_the_group_they_are_in()
    {
        var (a, left) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var held = Learning.Session(left, "2026-11-17T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(
            a, left with { PairedAt = SchoolTime.At("2026-10-01T10:00") }, held,
            new PrivateNote(Guid.NewGuid(), Learning.Dev.Id, NoteKind.Journal, left.Id.ToString(), "Try hinge questions.", WrittenAt: SchoolTime.At("2026-11-17T14:00")));
        await scheme.Leaves(Learning.Dev);
        var dev = scheme.Of(Learning.Dev);
        await dev.Says("journal");
        dev.Sees("Try hinge questions.");
        Assert.DoesNotContain(dev.News, message => message.Buttons.Any(button => button.Verb is Verbs.JournalSave or Verbs.JournalOpen));
        await dev.Forges($$"""{"verb":"{{Verbs.JournalList}}","id":"{{left.Id}}","version":0,"nonce":"n"}""");
        dev.Sees("Try hinge questions.");
        await dev.Says("record");
        Assert.DoesNotContain(dev.News, message => message.Buttons.Any(button => button.Verb == Verbs.RecordAskName));

        // A group that they are in now, though it began before.
        var (b, current) = Learning.Running("B", Learning.Dev, Learning.Gita, Learning.Hugo);
        scheme.Store.Put(b, current);
        await dev.Says("journal");
        await dev.Fills(Verbs.JournalSave, (InputIds.Entry, "Ask Gita about songs."));
        Assert.Equal(current.Id.ToString(), scheme.Store.All<PrivateNote>().Single(note => note.Text.Contains("Gita", StringComparison.Ordinal)).Subject);
    }

    [Fact]
    [Trait("Requirement", "S4-13")]
    public async Task A_group_that_was_let_go_stays_open_until_its_last_session_is_settled_so_that_notes_are_kept()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo);
        var session = Learning.Session(cycle, "2026-11-24T13:00");
        var scheme = LearningScheme.Booked(group, cycle, session);
        foreach (var person in new[] { Learning.Ada, Learning.Cleo })
        {
            scheme.Expects(new Errand.AskDidYouMeet(session.Id, person.Id, session.Start), "2026-11-24T13:45");
        }

        await scheme.Of(Learning.Nia).Says("groups");
        await scheme.Of(Learning.Nia).Presses(Verbs.GroupLetGo);
        await scheme.MovesTo("2026-11-24T14:00");
        await scheme.Of(Learning.Ada).Fills(Verbs.SessionThere, (InputIds.Part, "learned"), (InputIds.Entry, "Try hinge questions."));
        Assert.Equal("Try hinge questions.", scheme.Only<PrivateNote>().Text);
        await scheme.MovesTo("2026-12-02T10:00");
        Assert.False(scheme.Only<Cycle>().IsOpen);
    }

    [Fact]
    [Trait("Requirement", "S4-13")]
    public async Task A_note_that_cannot_be_kept_is_not_dropped_without_a_word()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var session = Learning.Session(cycle, "2026-11-24T13:00");
        var scheme = LearningScheme.Booked(group, cycle, session);
        scheme.Expects(new Errand.AskDidYouMeet(session.Id, Learning.Dev.Id, session.Start), "2026-11-24T13:45");
        await scheme.MovesTo("2026-11-24T14:00");
        var dev = scheme.Of(Learning.Dev);
        var card = dev.Card(Verbs.SessionThere);
        await scheme.Leaves(Learning.Dev);
        await dev.FillsOn(card, Verbs.SessionThere, (InputIds.Entry, "Try hinge questions."));
        dev.Sees("Your note", "not kept");
        Assert.Empty(scheme.Store.All<PrivateNote>());
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task A_place_that_was_given_back_when_the_group_was_let_go_is_not_given_back_again()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(
            group with { State = GroupState.Closed }, cycle with { State = CycleState.Closing }, Learning.Session(cycle, "2026-12-01T13:00"));
        await scheme.Leaves(Learning.Dev);
        Assert.Equal(1, scheme.Store.All<SupporterProfile>().Single(profile => profile.Person == Learning.Dev.Id).ActiveCycles);
    }

    [Fact]
    [Trait("Requirement", "S4-04")]
    public async Task Nobody_leads_twice_running_when_somebody_goes_or_comes()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var next = Learning.Session(cycle, "2026-12-01T13:00");
        var after = Learning.Session(cycle, "2026-12-08T13:00");
        var scheme = LearningScheme.Booked(
            group, cycle, Learning.Session(cycle, "2026-11-10T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo),
            Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, Learning.Ada, Learning.Cleo), next, after);
        Assert.Equal(Learning.Dev.Id, LeaderOf(0));

        // Ada and Cleo have led, so it is Dev's turn, and it stays so.
        await scheme.Leaves(Learning.Ada);
        Assert.Equal((Learning.Dev.Id, Learning.Cleo.Id), (LeaderOf(0), LeaderOf(1)));
        await scheme.Of(Learning.Nia).Presses(Verbs.GroupAddOpen);
        await scheme.Of(Learning.Nia).Fills(Verbs.GroupAdd, (InputIds.Pick, RequestCards.KeyOf(Learning.Hugo.Id)));
        await scheme.Of(Learning.Hugo).Presses(Verbs.GroupJoin);
        Assert.Equal((Learning.Dev.Id, Learning.Hugo.Id), (LeaderOf(0), LeaderOf(1)));

        PersonId? LeaderOf(int number)
        {
            var meetings = scheme.Store.All<Meeting>().Where(meeting => meeting.NotHeld is null).OrderBy(meeting => meeting.Start).ToList();
            return GroupSession.Of(scheme.Only<Cycle>(), meetings, meetings.Where(meeting => meeting.State == MeetingState.Booked).ElementAt(number)).LedBy;
        }
    }

    [Fact]
    [Trait("Requirement", "S2-35")]
    public async Task Whoever_leaves_after_a_session_that_was_held_is_asked_how_it_was()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev, Learning.Gita);
        var scheme = LearningScheme.Booked(group, cycle, Learning.Session(cycle, "2026-11-17T13:00", MeetingState.Held, Learning.Ada, Learning.Dev));
        await scheme.Leaves(Learning.Dev);
        var dev = scheme.Of(Learning.Dev);
        Assert.Contains(dev.News, message => message.Text.Contains("How was it for you?", StringComparison.Ordinal));
        await dev.Fills(Verbs.FeedbackSend);
        Assert.Equal(Learning.Dev.Id, scheme.Only<CycleFeedback>().From);
        scheme.Of(Learning.Ada).NeverSaw("How was it for you?");
    }

    [Fact]
    [Trait("Requirement", "S2-25")]
    public async Task Whoever_leaves_the_list_reads_of_their_groups_and_not_of_people_they_support()
    {
        var (group, cycle) = Learning.Running("A", Learning.Ada, Learning.Cleo, Learning.Dev);
        var scheme = LearningScheme.Booked(group, cycle, Learning.Session(cycle, "2026-12-01T13:00"));
        var dev = scheme.Of(Learning.Dev);
        await dev.Says("join");
        await dev.Presses(Verbs.SupporterAvailability);
        await dev.Presses(Verbs.SupporterLeave);
        Assert.DoesNotContain("support", dev.Sees("you leave your groups", "Groups you are in now: 1").Text, StringComparison.Ordinal);
        await dev.Presses(Verbs.SupporterLeaveConfirm);
        dev.Sees("You have left the list", "taken out of your calendar");
    }

    private static Scheme WithRhythm(IReadOnlyList<Person> members, IReadOnlyList<Person> agreed, int mayMiss)
    {
        var (group, cycle) = Learning.Running("A", members);
        return LearningScheme.Booked(
            group, cycle with { Cadence = cycle.Cadence! with { AgreedBy = [.. agreed.Select(person => person.Id)], Needed = members.Count - mayMiss, MayMiss = mayMiss } });
    }
}
