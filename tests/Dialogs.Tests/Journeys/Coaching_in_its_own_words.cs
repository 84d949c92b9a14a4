using System.Text.RegularExpressions;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;
using static PeerBot.Dialogs.Tests.Driver.Faculties;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>A scheme in which whoever supports asks and never tells, and which calls everybody by its own words.</summary>
public sealed partial class Coaching_in_its_own_words
{
    [Fact, Trait("Requirement", "S1-02")]
    public async Task Who_is_who_explains_everybody_in_the_schemes_words()
    {
        var lena = Scheme("2026-11-23T10:00").Of(Lena);
        await lena.Says("Who is who?");
        lena.Sees(
            "Facilitator: trained through the Microsoft programme; trains the peer coaches; oversees", "Peer coach: works with one or two learning partners",
            "Learning partner: brings a unit of work or a challenge; may become a coach later");
    }

    [Fact, Trait("Requirement", "S1-04")]
    public async Task About_shows_the_purpose()
    {
        var lena = Scheme("2026-11-23T10:00").Of(Lena);
        await lena.Says("about");
        lena.Sees("Share expertise and provide feedback, support and assistance");
    }

    [Fact, Trait("Requirement", "S1-06")]
    public async Task Welcome_says_what_peer_coaching_is_not()
    {
        var lena = Scheme("2026-11-23T10:00").Of(Lena);
        await lena.Says("hello");
        lena.Sees("Peer coaching is not mentoring.");
    }

    [Fact, Trait("Requirement", "S1-22")]
    public async Task A_resource_that_needs_a_sign_in_is_marked_so()
    {
        var scheme = Scheme("2026-11-23T10:00");
        scheme.Reference = Reference with
        {
            Contacts = Reference.Contacts.Values.Concat(
            [
                new Contact("about-peer-coaching-manual", "Peer Coaching Manual", "", null, null, null, null, null, null, new Uri("https://learn.example/manual"), NeedsSignIn: true),
                new Contact("about-peer-coaching-wiki", "Open wiki", "", null, null, null, null, null, null, new Uri("https://wiki.example/")),
            ]).ToDictionary(contact => contact.Key),
        };
        await scheme.Of(Lena).Says("about");
        var card = scheme.Of(Lena).Sees("Peer Coaching Manual (needs a sign-in)", "Open wiki");
        Assert.DoesNotContain("Open wiki (needs", card.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S1-05"), Trait("Requirement", "S1-21")]
    public async Task The_coachs_reminder_says_ask_dont_tell_and_offers_a_question_in_place_of_an_answer()
    {
        foreach (var phase in Programme.Cycle.Phases)
        {
            var cycle = Cycle(Lena, Maria, phase: phase.Id);
            var meeting = Meeting(cycle, "2026-11-26T14:00");
            var scheme = Scheme("2026-11-23T10:00", cycle, meeting, Coach(Maria, active: 1));
            scheme.Reminds(meeting, "2026-11-25T08:00", Maria, Lena);
            await scheme.MovesToSydney("2026-11-25T08:00");

            var card = scheme.Of(Maria).Sees("Ask, don’t tell", "When an answer comes to your mind, ask in its place:");
            var tip = card.Text.Split('\n').Single(line => line.StartsWith("A tip:", StringComparison.Ordinal));
            Assert.EndsWith("?", tip.Trim(), StringComparison.Ordinal);
            Assert.Contains(Bank(phase.Id), question => tip.Contains(question, StringComparison.Ordinal));
            var asked = scheme.Of(Lena).Sees("A question to bring:");
            Assert.Contains(Bank(phase.Id), question => asked.Text.Contains(question, StringComparison.Ordinal));
            Assert.DoesNotContain("don’t tell", asked.Text, StringComparison.Ordinal);
        }
    }

    [Fact, Trait("Requirement", "S1-05")]
    public void Every_prompt_of_a_phase_or_a_milestone_is_a_question()
    {
        Assert.All(Programme.Cycle.Phases, phase => Assert.EndsWith("?", phase.Prompt!, StringComparison.Ordinal));
        Assert.All(Programme.Cycle.Milestones.Where(one => one.Question is not null), one => Assert.EndsWith("?", one.Question!, StringComparison.Ordinal));
        Assert.All(Programme.Cycle.Phases, phase => Assert.NotEmpty(Bank(phase.Id)));
    }

    [Fact, Trait("Requirement", "S1-18")]
    public async Task A_partner_is_offered_to_train_once_and_the_facilitator_hears_only_when_they_press()
    {
        var first = Cycle(Lena, Maria, phase: "reflect-debrief");
        var scheme = Scheme("2026-11-23T10:00", first, Meeting(first, "2026-11-18T14:00", MeetingState.Held, initial: true), Coach(Maria, active: 1));
        var (lena, noor) = (scheme.Of(Lena), scheme.Of(Noor));
        await lena.Says("phase");
        await lena.Presses(Verbs.CycleAnother);
        lena.Sees("Thank you", "I might train as a peer coach");
        Assert.Empty(scheme.Store.All<CoordinatorTask>());
        noor.SeesNothing();

        await lena.Presses(Verbs.MightTrain);

        lena.Sees("Noor Haddad hears that you might train as a peer coach");
        noor.Sees("Might train as a peer coach", "Lena Novak");
        var task = scheme.Only<CoordinatorTask>();
        Assert.Equal((TaskKind.MightTrain, Lena.Id), (task.Kind, task.Person!.Value));
        await noor.Presses(Verbs.TaskDone);
        Assert.False(scheme.Only<CoordinatorTask>().IsOpen);

        var second = scheme.Store.All<Cycle>().Single(cycle => cycle.IsOpen);
        scheme.Store.Put(Meeting(second, "2026-11-23T09:00", MeetingState.Held));
        await scheme.MovesToSydney("2026-11-24T10:00");
        await lena.Says("status");
        await lena.Presses(Verbs.CycleWithdraw);
        await lena.Presses(Verbs.CycleWithdraw, button: "Yes, finish it");
        Assert.DoesNotContain(lena.News, message => message.Text.Contains("might train", StringComparison.Ordinal));
    }

    [Fact, Trait("Requirement", "S1-20")]
    public async Task A_coach_may_keep_what_they_learned_at_the_end_for_themselves()
    {
        var cycle = Cycle(Lena, Maria);
        var scheme = Scheme(
            "2026-11-23T10:00", cycle, Meeting(cycle, "2026-11-18T14:00", MeetingState.Held, initial: true), Meeting(cycle, "2026-11-26T14:00"), Coach(Maria, active: 1));
        var maria = scheme.Of(Maria);
        await maria.Says("status");
        await maria.Presses(Verbs.CycleWithdraw);
        await maria.Presses(Verbs.CycleWithdraw, button: "Yes, finish it");
        await maria.Presses(Verbs.LearnedOpen);
        maria.Sees("What I learned", "Optional, and only you can read it");

        await maria.Fills(Verbs.LearnedSave, (InputIds.Entry, "Zebrafinch: I wait longer now"));

        maria.Sees("Zebrafinch: I wait longer now");
        var note = scheme.Only<PrivateNote>();
        Assert.Equal((Maria.Id, NoteKind.Learned, false), (note.Owner, note.Kind, note.Shared));
        await scheme.Of(Lena).Says("status");
        scheme.Of(Lena).NeverSaw("Zebrafinch");
        scheme.Of(Noor).NeverSaw("Zebrafinch");
    }

    [Fact, Trait("Requirement", "S1-06")]
    public void No_text_of_the_product_says_mentor_in_this_scheme_but_the_sentence_that_it_is_none()
    {
        var texts = FlowTexts.For(Programme, "en-GB");
        var keys = new[] { typeof(Texts).Assembly, typeof(Flows).Assembly }.SelectMany(Texts.ResourcesOf)
            .SelectMany(one => one.GetResourceSet(System.Globalization.CultureInfo.InvariantCulture, true, true)!.Cast<System.Collections.DictionaryEntry>())
            .Select(entry => (Key: (string)entry.Key, Text: (string)entry.Value!)).ToList();
        Assert.True(keys.Count > 500);
        Assert.All(keys, entry => Assert.DoesNotContain("mentor", entry.Text, StringComparison.OrdinalIgnoreCase));
        Assert.All(
            new[] { texts.Words.Requester, texts.Words.Supporter, texts.Words.Coordinator, texts.Words.Meeting, texts.Words.Cycle, texts.Words.Relationship },
            word => Assert.DoesNotContain("mentor", word, StringComparison.OrdinalIgnoreCase));
        var definition = File.ReadAllText(Path.Combine(Domain.Programmes.ProgrammeCatalogue.ShippedFolder, "peer-coaching.json"));
        Assert.Equal("Mentoring", Assert.Single(Mentor().Matches(definition)).Value);
    }

    [Fact, Trait("Requirement", "S1-06")]
    public async Task No_card_of_the_scheme_says_mentor_but_the_welcome_once()
    {
        var cycle = Cycle(Lena, Maria, phase: "reflect-debrief");
        var meeting = Meeting(cycle, "2026-11-26T14:00");
        var scheme = Scheme(
            "2026-11-23T10:00", cycle, meeting, Meeting(cycle, "2026-11-18T14:00", MeetingState.Held, initial: true), Coach(Maria, capacity: 2, active: 1), Coach(Tom), Request(Ravi));
        scheme.Reminds(meeting, "2026-11-25T08:00", Lena, Maria);
        var everybody = new[] { Lena, Maria, Tom, Ravi, Kim, Noor };
        foreach (var person in everybody)
        {
            foreach (var words in new[] { "hello", "help", "about", "who is who", "status", "phase", "journal", "my data", "ask for support", "offer support", "availability", "requests", "cycles", "supporters", "tasks", "reports", "record training", "concern" })
            {
                await scheme.Of(person).Says(words);
            }
        }

        await scheme.MovesToSydney("2026-11-27T10:00");
        await scheme.Of(Maria).Says("phase");
        await scheme.Of(Maria).Presses(Verbs.CycleAnother);
        await scheme.MovesToSydney("2026-12-14T10:00");

        foreach (var message in everybody.SelectMany(person => scheme.Of(person).Messages))
        {
            var rest = message.Text.Replace("Peer coaching is not mentoring.", "", StringComparison.Ordinal);
            Assert.DoesNotContain("mentor", rest, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("headteacher", rest, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("peer supporter", rest, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static IReadOnlyList<string> Bank(string phase) =>
        [.. Reference.Library.QuestionBanks[Programme.QuestionBank.Ref].Phases.Single(one => one.Id == phase).Questions.Select(question => question.Text.ToString())];

    [GeneratedRegex("(?i)[a-z-]*mentor[a-z-]*")]
    private static partial Regex Mentor();
}
