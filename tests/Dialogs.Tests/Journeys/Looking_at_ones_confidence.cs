using System.Text.RegularExpressions;
using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed partial class Looking_at_ones_confidence
{
    private const string Evidence = "Three governors wrote to me about it";

    [Fact, Trait("Requirement", "A-11")]
    public async Task It_can_be_left_after_a_section_and_taken_up_on_another_day_with_blanks()
    {
        var scheme = await OfferedAsync();
        scheme.Amira.Sees("How confident do you feel?", "Only you can see your answers");
        await scheme.Amira.Presses(Verbs.SelfEvaluationBegin);
        scheme.Amira.Sees("Section 1 of 8");
        await scheme.Amira.Fills(Verbs.SelfEvaluationNext, ("LE1", "1"), ("LE2", "4"));
        scheme.Amira.Sees("Section 2 of 8");
        await scheme.Amira.Presses(Verbs.SelfEvaluationNext);
        scheme.Amira.Sees("Section 3 of 8");
        await scheme.Amira.Fills(Verbs.SelfEvaluationStop, ("RE1", "2"), (InputIds.Evidence, Evidence));
        scheme.Amira.Sees("Saved", "Type “continue” whenever you like");

        await scheme.MovesTo("2026-11-25T20:00");
        await scheme.Amira.Says("continue");
        scheme.Amira.Sees("Section 4 of 8");
        for (var section = 4; section < 8; section++)
        {
            await scheme.Amira.Presses(Verbs.SelfEvaluationNext);
            scheme.Amira.Sees($"Section {section + 1} of 8");
        }

        await scheme.Amira.Presses(Verbs.SelfEvaluationNext);
        var stored = scheme.Only<SelfEvaluation>();
        Assert.True(stored.IsComplete);
        Assert.Equal(["LE1", "LE2", "RE1"], stored.Answers.Keys.Order());
        scheme.Amira.Sees("Your answers", "Only you can see this.", ": Less confident", ": Very confident", ": left blank");
    }

    [Fact, Trait("Requirement", "A-11")]
    public async Task The_cards_show_eight_sections_fifty_statements_and_four_levels_of_the_instrument_word_for_word()
    {
        var scheme = await OfferedAsync();
        await scheme.Amira.Presses(Verbs.SelfEvaluationBegin);
        var statements = new List<string>();
        for (var section = 1; section <= 8; section++)
        {
            var card = scheme.Amira.Card(Verbs.SelfEvaluationNext);
            statements.AddRange(card.Words.Where(Instrument.Sections.SelectMany(one => one.Statements).Select(one => one.DisplayText).Contains));
            Assert.All(
                card.Fields.Keys.Where(field => field != InputIds.Evidence),
                field => Assert.Equal(["1", "2", "3", "4"], card.Choices(field)));
            Assert.All(["Less confident", "Quite confident", "Confident", "Very confident"], level => Assert.Contains(level, card.Words));
            await scheme.Amira.Presses(Verbs.SelfEvaluationNext);
        }

        Assert.Equal(50, statements.Count);
        Assert.Equal(50, statements.Distinct().Count());
        Assert.DoesNotContain(scheme.Amira.Messages[^1].Buttons, button => button.Verb == Verbs.SelfEvaluationNext);
    }

    [Fact, Trait("Requirement", "A-11")]
    public async Task After_the_cycle_it_is_offered_again_and_shows_then_and_now_in_words_without_a_number()
    {
        var scheme = await OfferedAsync();
        await scheme.Amira.Presses(Verbs.SelfEvaluationBegin);
        await AnswerAsync(scheme, ("LE1", "1"), ("LE2", "3"), ("LE3", "4"), ("LE4", "2"));

        await scheme.MovesTo("2026-12-04T10:00");
        await scheme.Amira.Says("finish");
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        scheme.Amira.Sees("Look again at your confidence?");
        scheme.Grace.NeverSaw("Look again", "How confident");
        await scheme.Amira.Presses(Verbs.SelfEvaluationBegin, on: "Look again");
        await AnswerAsync(scheme, ("LE1", "3"), ("LE2", "3"), ("LE3", "2"), ("LE5", "1"));

        scheme.Amira.Sees("Then and now");
        var summary = scheme.Amira.Card(Verbs.TopicPick);
        scheme.Amira.Sees("Less confident", "Confident", "▲ more confident");
        scheme.Amira.Sees("● the same");
        scheme.Amira.Sees("Very confident", "Quite confident", "▼ less confident");
        Assert.DoesNotContain(summary.Words, words => Digit().IsMatch(words));
        await scheme.Amira.Presses(Verbs.TopicPick);
        Assert.DoesNotContain(scheme.Amira.Card(Verbs.TopicSave).Words, words => Digit().IsMatch(words));
    }

    [Fact]
    public async Task The_second_look_can_be_left_and_taken_up_though_the_cycle_is_over()
    {
        var scheme = await OfferedAsync();
        await scheme.MovesTo("2026-12-04T10:00");
        await scheme.Amira.Says("finish");
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        await scheme.Amira.Presses(Verbs.CycleWithdraw);
        await scheme.Amira.Presses(Verbs.SelfEvaluationBegin, on: "Look again");
        await scheme.Amira.Fills(Verbs.SelfEvaluationStop, ("LE1", "3"));
        await scheme.MovesTo("2026-12-07T10:00");
        await scheme.Amira.Says("continue");

        scheme.Amira.Sees("Section 2 of 8");
    }

    [Fact, Trait("Requirement", "A-11"), Trait("Requirement", "A-14")]
    public async Task The_partner_gets_none_of_it_by_any_button()
    {
        var scheme = await OfferedAsync();
        await scheme.Amira.Presses(Verbs.SelfEvaluationBegin);
        await scheme.Amira.Fills(Verbs.SelfEvaluationNext, ("LE1", "1"), (InputIds.Evidence, Evidence));
        var mine = scheme.Only<SelfEvaluation>();
        var id = $"{scheme.Only<Cycle>().Id}.{Occasion.Before}";
        foreach (var verb in TakeVerbs)
        {
            foreach (var version in new[] { 0, 1, 2, 9 })
            {
                await scheme.Grace.Forges($$"""{"verb":"{{verb}}","id":"{{id}}","version":{{version}}}""");
            }
        }

        scheme.Grace.NeverSaw(Evidence, "Less confident**");
        Assert.Equal(mine, scheme.Store.All<SelfEvaluation>().Single(one => one.Owner == Authority.Amira.Id));
    }

    [Fact]
    public async Task Proof_that_is_too_long_or_holds_a_phone_number_leaves_the_answers_on_the_card()
    {
        var scheme = await OfferedAsync();
        await scheme.Amira.Presses(Verbs.SelfEvaluationBegin);
        foreach (var proof in new[] { "Ask Tom on 07700 900123", new string('x', 1001) })
        {
            await scheme.Amira.Fills(Verbs.SelfEvaluationNext, ("LE1", "1"), ("LE2", "4"), (InputIds.Evidence, proof));

            scheme.Amira.Sees("Section 1 of 8");
            Assert.Equal(("1", "4"), (scheme.Amira.Card(Verbs.SelfEvaluationNext).Fields["LE1"], scheme.Amira.Card(Verbs.SelfEvaluationNext).Fields["LE2"]));
        }

        Kept.Nowhere(scheme, "07700", "xxxx");
    }

    [Fact]
    public async Task A_topic_is_picked_from_what_one_is_less_sure_of_and_kept_for_oneself()
    {
        var scheme = await OfferedAsync();
        await scheme.Amira.Presses(Verbs.SelfEvaluationBegin);
        await AnswerAsync(scheme, ("LE1", "2"), ("LE2", "1"), ("LE3", "4"));
        await scheme.Amira.Presses(Verbs.TopicPick);
        Assert.Equal(["LE2", "LE1"], scheme.Amira.Card(Verbs.TopicSave).Choices(InputIds.Topic));
        await scheme.Amira.Fills(Verbs.TopicSave, (InputIds.Topic, "LE2"));

        scheme.Amira.Sees("Your topic", "Only you can see it");
        var topic = scheme.Store.All<PrivateNote>().Single(note => note.Kind == NoteKind.Topic);
        Assert.Equal((Authority.Amira.Id, false), (topic.Owner, topic.Shared));
        Assert.Equal(Instrument.Sections[0].Statements[1].DisplayText, topic.Text);
    }

    [Theory]
    [InlineData(Verbs.SelfEvaluationSkip, "Nothing else depends on it")]
    [InlineData(Verbs.SelfEvaluationLater, "to come back to it")]
    public async Task It_can_be_skipped_or_put_off(string verb, string words)
    {
        var scheme = await OfferedAsync();
        await scheme.Amira.Presses(verb);
        scheme.Amira.Sees(words);
        Assert.Empty(scheme.Store.All<SelfEvaluation>());

        await scheme.Amira.Says("self-evaluation");
        scheme.Amira.Sees("How confident do you feel?");
    }

    private static readonly string[] TakeVerbs =
    [
        Verbs.SelfEvaluationBegin, Verbs.SelfEvaluationNext, Verbs.SelfEvaluationStop, Verbs.SelfEvaluationBack, Verbs.SelfEvaluationShow,
        Verbs.SelfEvaluationShare, Verbs.SelfEvaluationUnshare, Verbs.SelfEvaluationSkip, Verbs.SelfEvaluationLater, Verbs.TopicPick, Verbs.TopicSave,
    ];

    private static SelfEvaluationInstrument Instrument => Authority.Reference.Library.Instruments[Authority.Programme.SelfEvaluation.InstrumentRef!];

    /// <summary>A first meeting is booked, and has been by the time that the cycle ends.</summary>
    private static async Task<Scheme> OfferedAsync()
    {
        var scheme = new Scheme("2026-11-24T10:00", Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1));
        await scheme.Amira.AsksFor("thursday 3 december at 3.30pm");
        return scheme;
    }

    /// <summary>Answers in the first section, and leaves the others blank.</summary>
    private static async Task AnswerAsync(Scheme scheme, params (string Field, string Value)[] answers)
    {
        await scheme.Amira.Fills(Verbs.SelfEvaluationNext, answers);
        for (var section = 2; section <= 8; section++)
        {
            await scheme.Amira.Presses(Verbs.SelfEvaluationNext);
        }
    }

    [GeneratedRegex(@"\d")]
    private static partial Regex Digit();
}
