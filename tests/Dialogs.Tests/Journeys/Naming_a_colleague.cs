using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

/// <summary>Aspiring Middle Leaders: the participant names a colleague, who agrees; what the two hold to, and what the supporter is given to read.</summary>
public sealed class Naming_a_colleague
{
    private const string Scheme = "Aspiring Middle Leadership: peer supporter";

    private readonly Scheme scheme = new("2026-11-24T10:00", Scotland.Everyone()) { Reference = Scotland.Reference };

    private Participant Kirsty => scheme.Of(Scotland.Kirsty);

    private Participant Morag => scheme.Of(Scotland.Morag);

    [Fact, Trait("Requirement", "S0-01")]
    public async Task The_pair_is_proposed_and_nothing_is_booked_until_the_colleague_agrees()
    {
        await NamesAsync("Morag Sinclair");

        Kirsty.Sees("Morag Sinclair is asked", "Until they say yes the pair is proposed, and nothing is booked");
        Assert.Empty(scheme.Store.All<Cycle>());
        Assert.Empty(scheme.Store.All<Meeting>());
        await Kirsty.Says("status");
        Kirsty.Sees("proposed: Morag Sinclair can say yes until");

        await Morag.Presses(Verbs.AskAccept, button: "I agree");

        var cycle = scheme.Only<Cycle>();
        Assert.Equal((CycleState.Active, Scotland.Kirsty.Id, Scotland.Morag.Id), (cycle.State, cycle.Requester, cycle.Supporter));
    }

    [Fact, Trait("Requirement", "S0-01")]
    public async Task The_pair_is_active_until_the_school_session_ends()
    {
        await AgreedAsync();

        Assert.Equal(SchoolTime.Date("2027-07-02"), scheme.Only<Cycle>().EndsOn);
        await Morag.Says("status");
        Morag.Sees("Friday 2 July 2027");
    }

    [Fact, Trait("Requirement", "S0-02")]
    public async Task The_answer_to_a_yes_begins_with_a_welcome_and_thanks_that_name_the_colleague_and_the_programme()
    {
        await AgreedAsync();

        Assert.StartsWith($"Welcome and thank you: you support Kirsty Bain, {Scheme}", Morag.News[0].Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Requirement", "S0-23"), Trait("Requirement", "S0-10"), Trait("Requirement", "S0-06"), Trait("Requirement", "S0-15")]
    public async Task The_ask_says_how_long_how_often_and_that_no_content_need_be_known()
    {
        await NamesAsync("Morag Sinclair");

        Morag.Sees(
            "Kirsty Bain has named you", "Welcome, and thank you", "20 to 40 minutes for each conversation are suggested",
            "At least once a term and no more than once a month", "You do not need to be familiar with the programme content",
            "You may already have experience of active listening, mentoring or coaching");
    }

    [Fact]
    public async Task Several_of_one_name_are_a_choice()
    {
        await Kirsty.Says("I would like to name my colleague");
        await Kirsty.Fills(Verbs.ColleagueFind, (InputIds.Colleague, "morag"));

        Kirsty.Sees("Which one do you mean?", "Morag Leask", "Morag Sinclair");
        await Kirsty.Presses(Verbs.ColleagueChoose, button: "Morag Leask");
        await Kirsty.Presses(Verbs.ColleagueAsk);

        scheme.Of(Scotland.MoragToo).Sees("Kirsty Bain has named you");
        Morag.SeesNothing();
    }

    [Fact]
    public async Task Ones_line_manager_chosen_among_several_is_advised_against_too()
    {
        var world = new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), Scotland.Kirsty with { LineManager = Scotland.MoragToo.Id }]) { Reference = Scotland.Reference };
        var kirsty = world.Of(Scotland.Kirsty);
        await kirsty.Says("I would like to name my colleague");
        await kirsty.Fills(Verbs.ColleagueFind, (InputIds.Colleague, "morag"));

        await kirsty.Presses(Verbs.ColleagueChoose, button: "Morag Leask");

        kirsty.Sees("One of you manages the other");
    }

    [Theory]
    [InlineData("morag.sinclair@school.example")]
    [InlineData("Morag.Sinclair@School.Example")]
    public async Task A_work_e_mail_finds_the_colleague(string address)
    {
        await NamesAsync(address);

        Morag.Sees("Kirsty Bain has named you");
    }

    [Theory]
    [InlineData("Nobody Known")]
    [InlineData("Kirsty Bain")]
    [InlineData("x")]
    [InlineData("someone@else.example")]
    public async Task Somebody_unknown_gets_a_kind_sentence_with_a_next_step(string words)
    {
        await Kirsty.Says("I would like to name my colleague");
        await Kirsty.Fills(Verbs.ColleagueFind, (InputIds.Colleague, words));

        Kirsty.Sees("I know nobody of that name whom I could ask", "type their work e-mail", "Una Flett can help");
        Assert.Empty(scheme.Store.All<Ask>());
    }

    [Fact]
    public async Task A_name_typed_in_words_will_do()
    {
        await Kirsty.Says("I would like to name my colleague");
        await Kirsty.Says("Morag Sinclair");

        Kirsty.Sees("Ask Morag Sinclair?");
    }

    [Fact]
    public async Task Not_this_time_gives_the_choice_back_and_a_conflict_keeps_the_two_apart()
    {
        await NamesAsync("Morag Sinclair");
        await Morag.Presses(Verbs.AskConflict);
        await scheme.MovesTo("2026-11-24T11:00");

        await Kirsty.Presses(Verbs.RequestAgain);
        await Kirsty.Fills(Verbs.ColleagueFind, (InputIds.Colleague, "Morag Sinclair"));
        Kirsty.Sees("I know nobody of that name whom I could ask");
        Kirsty.NeverSaw("conflict");
        await Kirsty.Says("Morag Leask");
        await Kirsty.Presses(Verbs.ColleagueAsk);

        scheme.Of(Scotland.MoragToo).Sees("Kirsty Bain has named you");
    }

    [Fact]
    public async Task An_ask_without_an_answer_lapses_and_may_be_taken_back()
    {
        await NamesAsync("Morag Sinclair");
        await Kirsty.Presses(Verbs.RequestWithdraw);
        Assert.Equal(AskState.Withdrawn, scheme.Only<Ask>().State);
        await Morag.Presses(Verbs.AskAccept);
        Assert.Empty(scheme.Store.All<Cycle>());

        await NamesAsync("Morag Leask");
        await scheme.MovesTo("2026-12-15T10:00");
        Assert.Contains(scheme.Store.All<Ask>(), ask => ask.State == AskState.Lapsed);
    }

    [Fact]
    public async Task Whoever_was_named_can_ask_about_the_scheme_and_names_nobody()
    {
        await AgreedAsync();

        await Morag.Says("hello");
        Morag.Sees(Scheme);
        Assert.DoesNotContain(Morag.News.SelectMany(message => message.Buttons), button => button.Verb is Verbs.ColleagueStart or Verbs.RequestStart);
    }

    [Fact, Trait("Requirement", "S0-03")]
    public async Task My_role_is_to_hold_space_and_time_for_dialogue()
    {
        await AgreedAsync();

        await Morag.Says("my role");

        Morag.Sees("hold space and time for professional dialogue", "related to their learning on the Aspiring Middle Leadership programme");
    }

    [Fact, Trait("Requirement", "S0-14"), Trait("Requirement", "S0-26")]
    public async Task Learning_for_me_is_optional_untracked_and_has_its_addresses_from_the_configuration()
    {
        await AgreedAsync();
        var rows = scheme.Store.Rows;

        await Morag.Says("learning for me");

        var card = Morag.Sees("optional", "Taming the Advice Monster", "Education Scotland website account", "Nobody notes what you open");
        Assert.Contains("https://video.example/advice-monster", card.Json, StringComparison.Ordinal);
        Assert.Equal(rows, scheme.Store.Rows);
    }

    [Fact, Trait("Requirement", "S0-04"), Trait("Requirement", "S0-16"), Trait("Requirement", "S0-17")]
    public async Task The_first_prompt_asks_the_participant_for_kind_of_support_frequency_and_how_to_meet()
    {
        await RulesAsync();

        var card = Kirsty.Card(Verbs.CadencePropose);
        Assert.Contains("Free-flowing discussion", card.Json, StringComparison.Ordinal);
        Assert.Contains("A coaching approach", card.Json, StringComparison.Ordinal);
        Assert.Contains("\"Planned\"", card.Json, StringComparison.Ordinal);
        Assert.Contains("\"Informal\"", card.Json, StringComparison.Ordinal);
        Assert.Contains(InputIds.Pattern, card.Fields.Keys);
        Assert.Contains("\"teams\"", card.Json, StringComparison.Ordinal);
        Assert.Contains("\"in-person\"", card.Json, StringComparison.Ordinal);
    }

    [Theory, Trait("Requirement", "A-10"), Trait("Requirement", "S0-10"), Trait("Requirement", "S0-11")]
    [InlineData("19", true)]
    [InlineData("20", false)]
    [InlineData("40", false)]
    [InlineData("41", true)]
    public async Task A_length_outside_20_to_40_minutes_needs_both(string minutes, bool both)
    {
        await RulesAsync();
        var proposal = Rhythms.Pack(new CadenceProposal(new CadencePattern.ChosenDates([]), int.Parse(minutes, System.Globalization.CultureInfo.InvariantCulture), MeetingMode.Teams, null));

        await Kirsty.Forges($$"""{"verb":"{{Verbs.CadencePropose}}","id":"{{scheme.Only<Cycle>().Id}}","version":0,"nonce":"a","arg":"{{proposal}}"}""");

        Assert.Equal(both, scheme.Only<Cycle>().Cadence is null);
        if (both)
        {
            await Kirsty.Presses(Verbs.CadenceConfirm);
            await Morag.Presses(Verbs.CadenceConfirm);
        }
        else
        {
            await Morag.Presses(Verbs.CadenceAccept);
        }

        Assert.True(scheme.Only<Cycle>().Cadence is { Agreed: true });
    }

    [Fact, Trait("Requirement", "S0-13"), Trait("Requirement", "S0-12")]
    public async Task The_supporter_is_offered_a_journal_only_when_both_have_agreed_to_it()
    {
        await AgreedAsync();
        await Morag.Says("journal");
        Morag.Sees("no journal");

        await Kirsty.Presses(Verbs.RulesOpen);
        await Kirsty.Presses(Verbs.RulesChange);
        await Kirsty.Fills(Verbs.RulesPropose, (InputIds.Notes, "each-own"));
        await Morag.Says("journal");
        Morag.Sees("no journal");

        await Morag.Presses(Verbs.RulesAgree);
        await Morag.Says("journal");
        Assert.True(Morag.Has(Verbs.JournalSave));
    }

    [Fact, Trait("Requirement", "S0-21")]
    public async Task A_shared_entry_takes_one_comment_that_the_participant_alone_sees()
    {
        await RulesAsync();
        await Kirsty.Says("journal");
        await Kirsty.Fills(Verbs.JournalSave, (InputIds.Entry, "I tried waiting longer after my question."));
        await Kirsty.Presses(Verbs.JournalShare);
        await Morag.Says("shared with me");
        await Morag.Presses(Verbs.SharedOpen);
        await Morag.Presses(Verbs.CommentOpen);
        await Morag.Fills(Verbs.CommentSave, (InputIds.Entry, "What did the pupils do while you waited?"));

        Kirsty.Sees("I tried waiting longer", "Morag Sinclair says to this", "What did the pupils do while you waited?");
        await Morag.Presses(Verbs.CommentOpen);
        Assert.Single(scheme.Store.All<PrivateNote>(), note => note.Kind == NoteKind.Comment);
        scheme.Of(Scotland.Team).NeverSaw("pupils", "waiting longer");
    }

    [Fact, Trait("Requirement", "S0-20"), Trait("Requirement", "S0-22"), Trait("Requirement", "S0-25")]
    public async Task A_reminder_brings_the_supporter_a_tip_on_listening_and_the_participant_a_question()
    {
        var cycle = Scotland.Cycle(Scotland.MiddleLeaders, Scotland.Kirsty, Scotland.Morag);
        var world = new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), cycle]) { Reference = Scotland.Reference };
        await world.Of(Scotland.Kirsty).AsksFor("thursday 3 december at 2pm");
        await world.MovesTo("2026-12-02T12:00");

        var tip = world.Of(Scotland.Morag).Messages.Last(message => message.Text.Contains("A tip", StringComparison.Ordinal) || message.Buttons.Any(button => button.Verb == Verbs.MeetingComing));
        Assert.DoesNotContain("you should", tip.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("wait|listen|question|words", tip.Text);
        var question = world.Of(Scotland.Kirsty).Messages.Last(message => message.Buttons.Any(button => button.Verb == Verbs.MeetingComing));
        Assert.Contains('?', question.Text);
    }

    [Fact, Trait("Requirement", "S0-27"), Trait("Requirement", "S0-01")]
    public async Task At_the_end_of_the_session_the_supporter_is_asked_what_they_learned()
    {
        await AgreedAsync();
        await scheme.MovesTo("2027-07-05T10:00");
        Assert.False(scheme.Only<Cycle>().IsOpen);

        var cycle = Scotland.Cycle(Scotland.MiddleLeaders, Scotland.Kirsty, Scotland.Morag) with { EndsOn = SchoolTime.Date("2026-12-18") };
        var world = new Scheme("2026-12-18T10:00", [.. Scotland.Everyone(), cycle, Given.Meeting(cycle, "2026-12-03T14:00", MeetingState.Held)]) { Reference = Scotland.Reference };
        world.Expects(new Errand.CloseCycle(cycle.Id), "2026-12-19T00:00");
        await world.MovesTo("2027-01-06T10:00");

        var morag = world.Of(Scotland.Morag);
        await morag.Presses(Verbs.LearnedOpen);
        morag.Sees("What I learned", "Optional, and only you can read it");
        await morag.Fills(Verbs.LearnedSave, (InputIds.Entry, "To hold the silence."));
        morag.Sees("To hold the silence.");
        world.Of(Scotland.Kirsty).NeverSaw("hold the silence");
    }

    [Fact, Trait("Requirement", "S0-01")]
    public async Task A_pair_that_began_before_the_dates_of_its_session_were_known_ends_with_the_session_all_the_same()
    {
        var cycle = Scotland.Cycle(Scotland.MiddleLeaders, Scotland.Kirsty, Scotland.Morag);
        var world = new Scheme("2026-11-24T10:00", [.. Scotland.Everyone(), cycle]) { Reference = Scotland.Reference };
        world.Expects(new Errand.LookAfterCycle(cycle.Id), "2026-11-24T10:05");
        await world.MovesTo("2026-11-24T10:10");

        var programme = Scotland.Programme(Scotland.MiddleLeaders);
        var end = Scotland.Reference.Calendars.For(programme.Boundaries).SessionEnd(SchoolTime.Date("2026-11-24"))!.Value;
        Assert.Equal(end, world.Only<Cycle>().EndsOn);
        Assert.Contains(world.Store.Errands, errand => errand.Errand == new Errand.CloseCycle(cycle.Id) && errand.Due == programme.Zone.AtStartOfDay(end.PlusDays(1)).ToInstant());
    }

    [Theory, Trait("Requirement", "S0-27"), InlineData(true), InlineData(false)]
    public async Task A_session_that_one_of_them_finishes_early_asks_the_supporter_too_and_once(bool supporterFinishes)
    {
        var cycle = Scotland.Cycle(Scotland.MiddleLeaders, Scotland.Kirsty, Scotland.Morag);
        var world = new Scheme(
            "2026-12-04T10:00",
            [.. Scotland.Everyone(), cycle, Given.Meeting(cycle, "2026-12-03T14:00", MeetingState.Held), Given.Meeting(cycle, "2027-01-28T14:00")])
        {
            Reference = Scotland.Reference,
        };
        var (kirsty, morag) = (world.Of(Scotland.Kirsty), world.Of(Scotland.Morag));
        var finishing = supporterFinishes ? morag : kirsty;
        await finishing.Says("status");
        await finishing.Presses(Verbs.CycleWithdraw);
        await finishing.Presses(Verbs.CycleWithdraw, button: "Yes, finish it");
        await world.MovesTo("2026-12-07T12:00");

        Assert.DoesNotContain(kirsty.Messages, message => message.Buttons.Any(button => button.Verb == Verbs.LearnedOpen));
        await morag.Presses(Verbs.LearnedOpen);
        morag.Sees("What I learned", "Optional, and only you can read it");
        await morag.Fills(Verbs.FeedbackSend);
        Assert.Single(morag.Messages, message => message.Buttons.Any(button => button.Verb == Verbs.LearnedOpen));
        await kirsty.Fills(Verbs.FeedbackSend);
        kirsty.Sees("has come to an end", "Thank you for taking part");
    }

    private async Task NamesAsync(string words)
    {
        await Kirsty.Says("I would like to name my colleague");
        await Kirsty.Fills(Verbs.ColleagueFind, (InputIds.Colleague, words));
        await Kirsty.Presses(Verbs.ColleagueAsk);
    }

    private async Task AgreedAsync()
    {
        await NamesAsync("Morag Sinclair");
        await Morag.Presses(Verbs.AskAccept);
    }

    private async Task RulesAsync()
    {
        await AgreedAsync();
        await Morag.Presses(Verbs.RulesOpen);
        await Morag.Presses(Verbs.RulesAgree);
        await Kirsty.Presses(Verbs.RulesAgree);
    }
}
