using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>One cycle from the first yes to the thanks, as the scripts of the scheme tell it.</summary>
public sealed class The_life_of_a_cycle
{
    private const string Entry = "I can say no to one meeting a week";
    private const string Message = "Thank you, you gave me room to think.";

    [Fact]
    [Trait("Requirement", "S2-16"), Trait("Requirement", "S2-17"), Trait("Requirement", "S2-18"), Trait("Requirement", "S2-20"), Trait("Requirement", "S2-21")]
    [Trait("Requirement", "S2-31"), Trait("Requirement", "S2-35"), Trait("Requirement", "S2-37"), Trait("Requirement", "S0-09"), Trait("Requirement", "S0-12")]
    [Trait("Requirement", "S0-18"), Trait("Requirement", "A-07"), Trait("Requirement", "A-08"), Trait("Requirement", "A-09"), Trait("Requirement", "A-11"), Trait("Requirement", "A-12")]
    public async Task Goes_from_pairing_to_thanks()
    {
        var scheme = new Scheme("2026-11-25T10:00");
        await PairAsync(scheme);
        await AgreeAndBookAsync(scheme);
        await LookAtConfidenceAsync(scheme);
        await MeetAsync(scheme);
        await MoveCancelAndMissAsync(scheme);
        await ReviewAsync(scheme);
        await CloseAsync(scheme);
    }

    private static async Task PairAsync(Scheme scheme)
    {
        await scheme.Amira.AsksForSupport("Grace Obi");
        await scheme.Grace.Presses(Verbs.AskAccept);
        scheme.Grace.Sees("You make first contact, by Teams or work e-mail, by Monday 30 November 2026.", "Please do not use personal phone numbers.");
        scheme.Amira.Sees("Grace Obi will make first contact");
        await scheme.Grace.Presses(Verbs.ContactMade);
        await scheme.Grace.Presses(Verbs.RulesOpen);
        await scheme.Grace.Presses(Verbs.RulesAgree);
        await scheme.Amira.Presses(Verbs.RulesAgree);
        scheme.Amira.Sees("Agree a rhythm", "6 of 6 left", "Over no more than 6 months");
    }

    private static async Task AgreeAndBookAsync(Scheme scheme)
    {
        await scheme.Amira.Fills(Verbs.CadencePropose, (InputIds.Minutes, "60"), (InputIds.Mode, "teams"), (InputIds.Pattern, "choose-dates"));
        await scheme.Grace.Presses(Verbs.CadenceAccept);
        await scheme.Amira.AsksFor("thursday 3rd at 6pm");
        scheme.Amira.Sees("6pm is after hours for this scheme", "4pm on Thursday 3 December 2026");
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        scheme.Amira.Sees("Thursday 3 December 2026, 3.30–4.30pm", "In person, held or booked: 0 of 6 · until Friday 28 May 2027");
        scheme.Grace.Sees("Thursday 3 December 2026, 3.30–4.30pm", "0 of 6 · until Friday 28 May 2027");
        scheme.Amira.Sees("How confident do you feel?", "It is optional, takes about 15 minutes", "Only you can see your answers");
    }

    private static async Task LookAtConfidenceAsync(Scheme scheme)
    {
        await scheme.Amira.Presses(Verbs.SelfEvaluationBegin);
        await scheme.Amira.Fills(Verbs.SelfEvaluationNext, ("LE8", "1"));
        await scheme.Amira.Presses(Verbs.SelfEvaluationNext);
        await scheme.Amira.Presses(Verbs.SelfEvaluationStop);
        scheme.Amira.Sees("Type “continue” whenever you like.");
        await scheme.MovesTo("2026-11-26T08:30");
        scheme.Amira.Sees("Coming up", "A question to bring: ");
        scheme.Grace.Sees("Coming up", "A tip: Listen much more than you talk. After your question, wait");
        await scheme.Amira.Says("continue");
        for (var section = 4; section <= 8; section++)
        {
            await scheme.Amira.Presses(Verbs.SelfEvaluationNext);
        }

        await scheme.Amira.Presses(Verbs.TopicPick);
        await scheme.Amira.Fills(Verbs.TopicSave, (InputIds.Topic, "LE8"));
        Assert.Equal("Handle sensitive situations well", scheme.Store.All<PrivateNote>().Single(note => note.Kind == NoteKind.Topic).Text);
        Assert.False(scheme.Only<SelfEvaluation>().Shared);
    }

    private static async Task MeetAsync(Scheme scheme)
    {
        await scheme.MovesTo("2026-12-02T08:30");
        scheme.Amira.Sees("A question to bring: What would you like to be different by the end of this cycle?");
        scheme.Grace.Sees("A tip: ");
        await scheme.MovesTo("2026-12-03T17:00");
        await scheme.Amira.Presses(Verbs.MetYes);
        await scheme.Amira.Fills(Verbs.JournalSave, (InputIds.Entry, Entry));
        await scheme.Grace.Presses(Verbs.MetNo);
        scheme.Amira.Sees("You two remember differently", "Shall I count it?");
        await scheme.Grace.Presses(Verbs.MetYes);
        scheme.Grace.Sees("In-person meetings so far: 0 of 6.");
        Assert.Equal(MeetingState.Held, scheme.Only<Meeting>().State);
    }

    private static async Task MoveCancelAndMissAsync(Scheme scheme)
    {
        await scheme.Amira.Says("status");
        await scheme.Amira.Presses(Verbs.SlotFind);
        await scheme.Amira.AsksFor("thursday 14 january at 3.30pm");
        await scheme.MovesTo("2027-01-11T18:00");
        await scheme.Amira.Says("I need to move thursday");
        scheme.Amira.Sees("Move your meeting", "You need not give a reason.");
        var before = scheme.Store.All<Meeting>().MaxBy(meeting => meeting.Start)!;
        await scheme.Amira.Presses(
            Verbs.MeetingMoveTo, button: scheme.Amira.Card(Verbs.MeetingMoveTo).Buttons.Last(button => button.Verb == Verbs.MeetingMoveTo).Title);
        scheme.Grace.SeesNothing();
        var moved = scheme.Store.All<Meeting>().Single(meeting => meeting.Id == before.Id);
        Assert.NotEqual(before.Start, moved.Start);
        await scheme.MovesTo("2027-01-12T08:30");
        scheme.Grace.Sees("Amira Khan had to move it. Does the new time suit you?", "0 of 6 · until Friday 28 May 2027");

        await scheme.Grace.Says("I need to move my meeting");
        await scheme.Grace.Presses(Verbs.MeetingCancelConfirm);
        scheme.Amira.Sees("Grace Obi has had to cancel", "Shall we look for another?");
        scheme.Amira.Sees("Times when you and Grace Obi are both free");
        await scheme.Amira.AsksFor("tuesday 19 january at 3.30pm");
        await scheme.MovesTo("2027-01-19T17:00");
        await scheme.Grace.Presses(Verbs.MetNo);
        scheme.Grace.Sees("These things happen", "Nobody counts that");
        await scheme.Amira.Presses(Verbs.MetNo);
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
    }

    private static async Task ReviewAsync(Scheme scheme)
    {
        await scheme.Amira.AsksFor("tuesday 2 march at 3.30pm");
        await scheme.MovesTo("2027-03-02T17:00");
        await scheme.Amira.Presses(Verbs.MetYes);
        await scheme.Grace.Presses(Verbs.MetYes);
        await scheme.MovesTo("2027-04-30T09:00");
        scheme.Amira.Sees("How would you like to go on?", "Handle sensitive situations well");
        await scheme.Amira.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Extend));
        await scheme.Grace.Fills(Verbs.ReviewSend, (InputIds.Wish, ReviewWishes.Finish));
        Assert.DoesNotContain(scheme.Store.All<CoordinatorTask>(), task => task.Kind == TaskKind.Extension);
    }

    private static async Task CloseAsync(Scheme scheme)
    {
        await scheme.MovesTo("2027-06-07T09:00");
        Assert.Equal(CloseReason.Completed, scheme.Only<Cycle>().Closed);
        scheme.Amira.Sees("Look again at your confidence?");
        scheme.Amira.Sees("How was it for you?", "Your answers go to the local authority: Sam Reid");
        scheme.Amira.Sees("Thank you", "Your journal is deleted on Sunday 4 July 2027", "NOSS", "Become a peer supporter");
        scheme.Grace.Sees("Thank you for the time you gave", "supervision");
        Assert.Equal("no", scheme.Amira.Card(Verbs.FeedbackSend).Fields["permission"]);
        await scheme.Amira.Fills(Verbs.FeedbackSend, ("useful", "4"), ("permission", "message"), (InputIds.Message, Message));
        scheme.Grace.Sees("From Amira Khan", Message);
        scheme.Grace.NeverSaw(Entry, "Extremely useful", "Handle sensitive situations well");
        Assert.Equal(Permission.MessageOnly, scheme.Only<CycleFeedback>().Permission);

        await scheme.Amira.Presses(Verbs.SelfEvaluationBegin, on: "Look again");
        await scheme.Amira.Fills(Verbs.SelfEvaluationNext, ("LE8", "3"));
        for (var section = 2; section <= 8; section++)
        {
            await scheme.Amira.Presses(Verbs.SelfEvaluationNext);
        }

        scheme.Amira.Sees("Then and now", "Handle sensitive situations well", "Less confident → Confident · ▲ more confident", "Only you can see this.");
    }
}
