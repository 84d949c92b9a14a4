using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;
using static PeerBot.Dialogs.Tests.Driver.Faculties;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>Five phases, back and forth by either of the two, and round again; what they work on is theirs alone.</summary>
public sealed class A_cycle_with_phases
{
    [Fact, Trait("Requirement", "S1-12")]
    public async Task Says_in_words_which_of_its_phases_it_is_in_and_goes_back_too()
    {
        var cycle = Cycle(Lena, Maria);
        var scheme = Scheme("2026-11-23T10:00", cycle, Coach(Maria, active: 1));
        var (lena, maria) = (scheme.Of(Lena), scheme.Of(Maria));

        await lena.Says("status");
        lena.Sees("Phase 1 of 5: Assess");

        foreach (var phase in new[] { "Phase 2 of 5: Set goals", "Phase 3 of 5: Prepare", "Phase 4 of 5: Implement activities", "Phase 5 of 5: Reflect and debrief" })
        {
            await lena.Presses(Verbs.PhaseMove, button: "Next phase");
            lena.Sees(phase);
            maria.Sees(phase, "Lena Novak has taken your coaching cycle to this phase.");
        }

        await maria.Presses(Verbs.PhaseMove, button: "Back to: Implement activities");
        maria.Sees("Phase 4 of 5: Implement activities");
        lena.Sees("Phase 4 of 5: Implement activities", "Maria Chen has taken your coaching cycle to this phase.");
        Assert.Equal("implement", scheme.Only<Cycle>().Phase);
    }

    [Fact, Trait("Requirement", "S1-12"), Trait("Requirement", "U-08")]
    public async Task Takes_one_step_when_both_press_at_once_and_none_from_an_old_card()
    {
        var scheme = Scheme("2026-11-23T10:00", Cycle(Lena, Maria), Coach(Maria, active: 1));
        var (lena, maria) = (scheme.Of(Lena), scheme.Of(Maria));
        await lena.Says("phase");
        await maria.Says("phase");
        var old = lena.Card(Verbs.PhaseMove);
        await maria.Presses(Verbs.PhaseMove);

        await lena.PressesOn(old, Verbs.PhaseMove);

        lena.Sees("Phase 2 of 5: Set goals");
        Assert.Equal("set-goals", scheme.Only<Cycle>().Phase);

        await maria.Presses(Verbs.PhaseMove, button: "Next phase");
        await lena.PressesOn(old, Verbs.PhaseMove);

        lena.Sees("This card is out of date");
        Assert.Equal("prepare", scheme.Only<Cycle>().Phase);
    }

    [Fact, Trait("Requirement", "S1-12")]
    public async Task Stands_on_each_card_of_the_cycle()
    {
        var cycle = Cycle(Lena, Maria, phase: "set-goals");
        var meeting = Meeting(cycle, "2026-11-26T14:00");
        var scheme = Scheme("2026-11-23T10:00", cycle, meeting, Coach(Maria, active: 1));
        var lena = scheme.Of(Lena);
        scheme.Reminds(meeting, "2026-11-25T08:00", Lena);

        foreach (var words in new[] { "i need to move thursday", "journal", "status", "phase" })
        {
            await lena.Says(words);
            lena.Sees("Phase 2 of 5: Set goals");
        }

        await lena.Presses(Verbs.CycleWithdraw);
        lena.Sees("Phase 2 of 5: Set goals", "Finish");
        await scheme.MovesToSydney("2026-11-25T08:00");
        lena.Sees("Phase 2 of 5: Set goals", "A question to bring");
        scheme.Expects(new Errand.AskDidYouMeet(meeting.Id, Lena.Id, meeting.Start), SchoolTime.Written(At("2026-11-26T15:00")));
        await scheme.MovesToSydney("2026-11-26T15:05");
        lena.Sees("Did you meet?", "Phase 2 of 5: Set goals");
    }

    [Theory, Trait("Requirement", "S1-11")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Begins_anew_with_the_same_partner_when_either_presses_and_nobody_matches(bool coachPresses)
    {
        var cycle = Cycle(Lena, Maria, phase: "reflect-debrief");
        var held = Meeting(cycle, "2026-11-18T14:00", MeetingState.Held, initial: true);
        var coming = Meeting(cycle, "2026-11-26T14:00");
        var scheme = Scheme("2026-11-23T10:00", cycle, held, coming, Coach(Maria, active: 1));
        var (one, other) = coachPresses ? (scheme.Of(Maria), scheme.Of(Lena)) : (scheme.Of(Lena), scheme.Of(Maria));
        await one.Says("phase");
        one.Sees("Phase 5 of 5: Reflect and debrief", "Start another cycle");

        await one.Presses(Verbs.CycleAnother);

        one.Sees("Phase 1 of 5: Assess", "A new coaching cycle with");
        other.Sees("Phase 1 of 5: Assess", "has started another coaching cycle with you");
        var next = Assert.Single(scheme.Store.All<Cycle>(), one => one.IsOpen);
        Assert.Equal((Lena.Id, Maria.Id, (string?)null), (next.Requester, next.Supporter, next.Phase));
        Assert.True(next.Rules.Agreed && next.Cadence is { Agreed: true });
        Assert.Equal(CloseReason.Completed, Assert.Single(scheme.Store.All<Cycle>(), one => !one.IsOpen).Closed);
        Assert.Equal(1, scheme.Store.All<Domain.People.SupporterProfile>().Single(one => one.Person == Maria.Id).ActiveCycles);
        Assert.Empty(scheme.Store.All<SupportRequest>());
        Assert.Equal(next.Id, scheme.Store.All<Meeting>().Single(meeting => meeting.Id == coming.Id).Cycle);
        Assert.Equal(MeetingState.Booked, scheme.Store.All<Meeting>().Single(meeting => meeting.Id == coming.Id).State);
    }

    [Fact, Trait("Requirement", "S1-11")]
    public async Task What_the_two_have_agreed_in_words_goes_on_into_the_next()
    {
        var cycle = Cycle(Lena, Maria, phase: "reflect-debrief");
        var scheme = Scheme(
            "2026-11-23T10:00", cycle, Meeting(cycle, "2026-11-18T14:00", MeetingState.Held, initial: true), Coach(Maria, active: 1),
            new PrivateNote(Guid.NewGuid(), Lena.Id, NoteKind.GroundRules, cycle.Id.ToString(), "We stop at 4 pm.", Shared: true));
        var (lena, maria) = (scheme.Of(Lena), scheme.Of(Maria));
        await lena.Says("phase");
        await lena.Presses(Verbs.CycleAnother);

        var next = Assert.Single(scheme.Store.All<Cycle>(), one => one.IsOpen).Id.ToString();
        await maria.Forges($$"""{"verb":"{{Verbs.RulesOpen}}","id":"{{next}}","version":0,"nonce":"n"}""");
        maria.Sees("Agreed", "We stop at 4 pm.");
        Assert.Contains(scheme.Store.All<PrivateNote>(), note => note is { Kind: NoteKind.GroundRules, Shared: true } && note.Subject == next && note.Owner == Lena.Id);
    }

    [Fact, Trait("Requirement", "S1-11")]
    public async Task Does_not_begin_anew_before_its_last_phase()
    {
        var cycle = Cycle(Lena, Maria, phase: "implement");
        var scheme = Scheme("2026-11-23T10:00", cycle, Coach(Maria, active: 1));
        await scheme.Of(Lena).Says("phase");
        Assert.False(scheme.Of(Lena).Has(Verbs.CycleAnother));

        await scheme.Of(Lena).Forges($$"""{"verb":"{{Verbs.CycleAnother}}","id":"{{cycle.Id}}","version":0,"nonce":"n"}""");

        Assert.True(scheme.Only<Cycle>().IsOpen);
    }

    [Fact, Trait("Requirement", "S1-13")]
    public async Task Has_one_subject_in_the_partners_words_that_can_be_changed_and_is_refused_a_second()
    {
        var scheme = Scheme("2026-11-23T10:00", Cycle(Lena, Maria), Coach(Maria, active: 1));
        var (lena, maria) = (scheme.Of(Lena), scheme.Of(Maria));
        await lena.Says("phase");
        await lena.Presses(Verbs.SubjectOpen);
        var first = lena.Card(Verbs.SubjectSave);
        await lena.FillsOn(first, Verbs.SubjectSave, (InputIds.CycleSubject, "Persuasive writing in 8B"));
        lena.Sees("What this coaching cycle is about", "Persuasive writing in 8B");

        await lena.FillsOn(first, Verbs.SubjectSave, (InputIds.CycleSubject, "Poetry in 9C"));

        lena.Sees("This coaching cycle has its subject", "Persuasive writing in 8B");
        Assert.Equal("Persuasive writing in 8B", scheme.Only<PrivateNote>().Text);

        await lena.Fills(Verbs.SubjectChange, (InputIds.CycleSubject, "Poetry in 9C"));

        lena.Sees("Poetry in 9C");
        Assert.Equal("Poetry in 9C", scheme.Only<PrivateNote>().Text);
        await maria.Says("phase");
        maria.Sees("Poetry in 9C", "Only you and Lena Novak can read this.");
        Assert.False(maria.Has(Verbs.SubjectOpen));
    }

    [Fact, Trait("Requirement", "S1-13"), Trait("Requirement", "A-14")]
    public async Task Keeps_its_subject_from_everybody_but_the_two()
    {
        var cycle = Cycle(Lena, Maria);
        var scheme = Scheme("2026-11-23T10:00", cycle, Coach(Maria, active: 1));
        await scheme.Of(Lena).Says("phase");
        await scheme.Of(Lena).Presses(Verbs.SubjectOpen);
        await scheme.Of(Lena).Fills(Verbs.SubjectSave, (InputIds.CycleSubject, "Zebrafinch unit"));
        var noor = scheme.Of(Noor);

        await noor.Says("cycles");
        await noor.Presses(Verbs.CoordinatorCycle);
        foreach (var (verb, who) in new[] { (Verbs.PhaseOpen, noor), (Verbs.SubjectOpen, noor), (Verbs.SubjectChange, scheme.Of(Tom)), (Verbs.SubjectChange, scheme.Of(Maria)) })
        {
            await who.Forges($$"""{"verb":"{{verb}}","id":"{{cycle.Id}}","version":0,"nonce":"n","cycleSubject":"mine"}""");
            who.Sees("This card is for someone else");
        }

        noor.NeverSaw("Zebrafinch");
        scheme.Of(Tom).NeverSaw("Zebrafinch");
        Assert.Equal("Zebrafinch unit", scheme.Only<PrivateNote>().Text);
    }

    [Fact, Trait("Requirement", "S1-07"), Trait("Requirement", "S1-08")]
    public async Task Lets_a_meeting_have_a_kind_and_a_private_label_which_each_sees_from_their_own_side()
    {
        var cycle = Cycle(Lena, Maria);
        var meeting = Meeting(cycle, "2026-11-26T14:00");
        var scheme = Scheme("2026-11-23T10:00", cycle, meeting, Coach(Maria, active: 1));
        var (lena, maria) = (scheme.Of(Lena), scheme.Of(Maria));
        scheme.Expects(new Errand.TellMeeting(meeting.Id, Lena.Id, Maria.Id, null), SchoolTime.Written(At("2026-11-23T10:01")));
        scheme.Expects(new Errand.TellMeeting(meeting.Id, Maria.Id, Maria.Id, null), SchoolTime.Written(At("2026-11-23T10:01")));
        await scheme.MovesToSydney("2026-11-23T10:05");

        await maria.Presses(Verbs.MeetingDescribe);
        maria.Sees("Plan", "Observe", "Be observed", "Feedback", "Discuss", "Class or unit");
        await maria.Fills(Verbs.MeetingDescribed, (InputIds.MeetingKind, "observe"), (InputIds.MeetingLabel, "8B persuasion"));

        maria.Sees("Kind: Observe", "Class or unit: 8B persuasion");
        scheme.Reminds(meeting, "2026-11-25T08:00", Lena, Maria);
        await scheme.MovesToSydney("2026-11-25T08:00");
        lena.Sees("Kind: Be observed", "Class or unit: 8B persuasion");
        maria.Sees("Kind: Observe", "Class or unit: 8B persuasion");
        Assert.All(lena.Messages.Concat(maria.Messages).Where(message => message.Card is not null), message => Assert.DoesNotContain("8B", message.Card!.Summary + message.Card.FallbackText, StringComparison.Ordinal));

        await maria.Says("status");
        await scheme.Of(Noor).Says("cycles");
        await scheme.Of(Noor).Presses(Verbs.CoordinatorCycle);
        scheme.Of(Noor).NeverSaw("8B persuasion", "Be observed");
    }

    [Fact, Trait("Requirement", "S1-10")]
    public async Task Is_a_partnership_of_equals()
    {
        var cycle = Cycle(Lena, Maria) with { Cadence = null };
        foreach (var person in new[] { Lena, Maria })
        {
            var scheme = Scheme("2026-11-23T10:00", cycle, Coach(Maria, active: 1));
            var (one, other) = (scheme.Of(person), scheme.Of(person == Lena ? Maria : Lena));
            await one.Says("status");
            await one.Presses(Verbs.CadenceOpen);
            await one.Fills(Verbs.CadencePropose, (InputIds.Pattern, "choose-dates"), (InputIds.Minutes, "30"), (InputIds.Mode, "in-person"));
            await other.Presses(Verbs.CadenceAccept);
            await one.AsksFor("thursday 26 november at 2pm");
            var meeting = scheme.Only<Meeting>();
            Assert.Equal(MeetingState.Booked, meeting.State);
            await one.Presses(Verbs.MeetingMove);
            await one.Presses(Verbs.MeetingMoveTo);
            Assert.NotEqual(meeting.Start, scheme.Only<Meeting>().Start);
            await one.Presses(Verbs.MeetingCancel);
            await one.Presses(Verbs.MeetingCancelConfirm);
            Assert.Equal(MeetingState.NotHeld, scheme.Only<Meeting>().State);
            await one.Says("phase");
            await one.Presses(Verbs.PhaseMove, button: "Next phase");
            Assert.Equal("set-goals", scheme.Only<Cycle>().Phase);
            await one.Says("status");
            await one.Presses(Verbs.CycleWithdraw);
            await one.Presses(Verbs.CycleWithdraw, button: "Yes, finish it");
            Assert.False(scheme.Only<Cycle>().IsOpen);
        }
    }

    [Fact, Trait("Requirement", "S1-09")]
    public async Task Offers_a_conversation_and_one_linking_question_after_a_session()
    {
        var scheme = Scheme("2026-11-23T10:00", Cycle(Lena, Maria), Coach(Maria, active: 1));
        var lena = scheme.Of(Lena);
        await lena.Says("status");

        await lena.Presses(Verbs.MilestoneReached, button: "I have been to a session");

        lena.Sees("A question to take along", "Which idea from the session would you like to try, and with which of your classes?");
        lena.Sees("Pick a time", "Times when you and Maria Chen are both free");

        await lena.Says("I have been to a session");
        lena.Sees("Which idea from the session");
    }
}
