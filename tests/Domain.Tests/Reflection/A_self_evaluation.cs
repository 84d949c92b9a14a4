using System.Reflection;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;
using PeerBot.Domain.Tests.Programmes;

namespace PeerBot.Domain.Tests.Reflection;

public sealed class A_self_evaluation
{
    private static readonly PersonId Amira = new("t:amira");
    private static readonly PersonId Grace = new("t:grace");
    private static readonly PersonId Sam = new("t:sam");
    private static readonly CycleId Cycle = new(new("11111111-1111-1111-1111-111111111111"));
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 9, 0);
    private static readonly SelfEvaluationInstrument Instrument = Definitions.Library.Instruments["cld-self-evaluation"];
    private static readonly SelfEvaluationRules MayShare = Definitions.Programme(Definitions.Headteachers).SelfEvaluation;
    private static readonly SelfEvaluationRules OwnerOnly = MayShare with { Visibility = Visibility.OwnerOnly };

    private static SelfEvaluation Start(Occasion occasion = Occasion.Before) =>
        SelfEvaluation.Start(Amira, Cycle, occasion, Instrument, Now);

    private static Dictionary<string, Confidence> Answers(params (string Statement, Confidence Confidence)[] answers) =>
        answers.ToDictionary(answer => answer.Statement, answer => answer.Confidence);

    private static SelfEvaluation Save(
        SelfEvaluation evaluation, string section, Dictionary<string, Confidence>? answers = null, string? evidence = null) =>
        Assert.IsType<SectionSave.Saved>(evaluation.AnswerSection(Instrument, section, answers ?? [], evidence, Now)).Evaluation;

    [Fact]
    [Trait("Requirement", "S3-36")]
    public void It_starts_with_no_name_no_date_no_answer_and_not_shared()
    {
        var evaluation = Start();

        Assert.Null(evaluation.Name);
        Assert.Null(evaluation.DateCompleted);
        Assert.Empty(evaluation.Answers);
        Assert.False(evaluation.Shared);
        Assert.Equal("leadership", evaluation.NextSection);
    }

    [Fact]
    [Trait("Requirement", "S3-36")]
    public void The_owner_may_enter_a_name_and_a_date_and_take_them_away_again()
    {
        var named = Start().Record("  Amira Khan ", new LocalDate(2026, 11, 24), Now);

        Assert.Equal(("Amira Khan", new LocalDate(2026, 11, 24)), (named.Name, named.DateCompleted));
        Assert.Null(named.Record(" ", null, Now).Name);
        Assert.Null(named.Record(" ", null, Now).DateCompleted);
    }

    [Fact]
    [Trait("Requirement", "S3-37")]
    [Trait("Requirement", "A-11")]
    public void Statements_may_be_left_blank_and_blanks_hold_nothing_up()
    {
        var evaluation = Instrument.Sections.Aggregate(Start(), (done, section) => Save(done, section.Id));

        Assert.True(evaluation.IsComplete);
        Assert.Empty(evaluation.Answers);
    }

    [Fact]
    [Trait("Requirement", "S3-43")]
    [Trait("Requirement", "A-11")]
    public void Who_stops_after_a_section_goes_on_with_the_next_and_finds_the_answers()
    {
        var stopped = Save(Start(), "leadership", Answers(("LE1", Confidence.Confident), ("LE8", Confidence.Less)), "Staff survey");

        Assert.Equal("strategic-thinking", stopped.NextSection);
        Assert.False(stopped.IsComplete);

        var later = Save(stopped, "strategic-thinking", Answers(("ST1", Confidence.Very)));
        Assert.Equal(Confidence.Less, later.Answers["LE8"]);
        Assert.Equal("Staff survey", later.Evidence["leadership"]);
        Assert.Equal(3, later.Answers.Count);
        Assert.Equal("resources", later.NextSection);
    }

    [Fact]
    public void Saving_a_section_again_replaces_its_answers_and_a_blank_clears()
    {
        var first = Save(Start(), "leadership", Answers(("LE1", Confidence.Less), ("LE2", Confidence.Less)), "Because");

        var second = Save(first, "leadership", Answers(("LE1", Confidence.Very)), " ");

        Assert.Equal(Answers(("LE1", Confidence.Very)), second.Answers);
        Assert.Empty(second.Evidence);
    }

    [Fact]
    public void Going_back_loses_no_way_made()
    {
        var three = new[] { "leadership", "strategic-thinking", "resources" }.Aggregate(Start(), (done, section) => Save(done, section));

        var back = Assert.IsType<SectionSave.Saved>(three.AnswerSection(Instrument, "leadership", Answers(), null, Now));

        Assert.Equal("strategic-thinking", back.Next!.Id);
        Assert.Equal("delivery", back.Evaluation.NextSection);
    }

    [Fact]
    public void A_finished_one_stays_finished_when_a_section_is_changed()
    {
        var finished = Instrument.Sections.Aggregate(Start(), (done, section) => Save(done, section.Id));

        Assert.True(Save(finished, "leadership", Answers(("LE1", Confidence.Quite))).IsComplete);
    }

    [Theory]
    [InlineData("leadership", "ST1", Confidence.Less)]
    [InlineData("leadership", "XX1", Confidence.Less)]
    [InlineData("leadership", "LE1", (Confidence)0)]
    [InlineData("leadership", "LE1", (Confidence)5)]
    [InlineData("nowhere", "LE1", Confidence.Less)]
    public void A_card_that_names_what_the_instrument_does_not_have_changes_nothing(
        string section, string statement, Confidence confidence) =>
        Assert.IsType<SectionSave.Unknown>(Start().AnswerSection(Instrument, section, Answers((statement, confidence)), null, Now));

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void The_private_box_of_a_section_holds_a_thousand_characters(int length, bool fits)
    {
        var save = Start().AnswerSection(Instrument, "leadership", Answers(), new string('a', length), Now);

        Assert.Equal(fits, save is SectionSave.Saved);
        Assert.Equal(!fits, save is SectionSave.EvidenceTooLong { Most: 1000 });
    }

    [Fact]
    [Trait("Requirement", "A-12")]
    [Trait("Requirement", "A-11")]
    public void Only_the_owner_sees_it_and_the_partner_while_it_is_shared()
    {
        var evaluation = Save(Start(), "leadership", Answers(("LE1", Confidence.Less)), "Private words").Record("Amira", null, Now);

        Assert.Same(evaluation, evaluation.SeenBy(Amira, Grace, MayShare));
        Assert.Null(evaluation.SeenBy(Grace, Grace, MayShare));
        Assert.Null(evaluation.SeenBy(Sam, Grace, MayShare));

        var shared = evaluation.Share(true, MayShare, Now);
        var seen = shared.SeenBy(Grace, Grace, MayShare)!;
        Assert.Equal(Confidence.Less, seen.Answers["LE1"]);
        Assert.Empty(seen.Evidence);
        Assert.Null(seen.Name);
        Assert.Null(shared.SeenBy(Sam, Grace, MayShare));

        Assert.Null(shared.Share(false, MayShare, Now).SeenBy(Grace, Grace, MayShare));
    }

    [Fact]
    public void A_programme_that_keeps_it_to_the_owner_lets_nobody_share()
    {
        Assert.False(Start().Share(true, OwnerOnly, Now).Shared);
        Assert.Null(Start().Share(true, MayShare, Now).SeenBy(Grace, Grace, OwnerOnly));
    }

    [Fact]
    [Trait("Requirement", "S3-37")]
    public void It_helps_to_pick_what_to_talk_about()
    {
        var evaluation = Save(
            Start(), "leadership", Answers(("LE1", Confidence.Quite), ("LE2", Confidence.Confident), ("LE8", Confidence.Less)));

        Assert.Equal(["LE8", "LE1"], evaluation.WorthTalkingAbout(Instrument).Select(statement => statement.Id));
    }

    [Theory]
    [Trait("Requirement", "A-11")]
    [InlineData(Confidence.Less, Confidence.Confident, "Less confident", "Confident", ConfidenceChange.MoreConfident)]
    [InlineData(Confidence.Quite, Confidence.Quite, "Quite confident", "Quite confident", ConfidenceChange.Same)]
    [InlineData(Confidence.Very, Confidence.Confident, "Very confident", "Confident", ConfidenceChange.LessConfident)]
    [InlineData(null, Confidence.Confident, null, "Confident", null)]
    [InlineData(Confidence.Less, null, "Less confident", null, null)]
    [InlineData(null, null, null, null, null)]
    public void Two_looks_are_compared_in_words(Confidence? before, Confidence? after, string? was, string? now, ConfidenceChange? change)
    {
        var changes = SelfEvaluationComparison.Compare(Instrument, With(Occasion.Before, before), With(Occasion.After, after));

        var handled = Assert.Single(changes, entry => entry.Statement.Id == "LE8");
        Assert.Equal((was, now, change), (handled.Was, handled.Now, handled.Change));
        Assert.Equal(50, changes.Count);

        static SelfEvaluation With(Occasion occasion, Confidence? answer) =>
            Save(Start(occasion), "leadership", answer is { } given ? Answers(("LE8", given)) : null);
    }

    [Fact]
    [Trait("Requirement", "A-11")]
    public void A_comparison_has_no_number_and_no_total()
    {
        var types = typeof(StatementChange).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.PropertyType);

        Assert.All(types, type => Assert.Contains(
            type, new[] { typeof(InstrumentSection), typeof(InstrumentStatement), typeof(string), typeof(ConfidenceChange?) }));
    }
}
