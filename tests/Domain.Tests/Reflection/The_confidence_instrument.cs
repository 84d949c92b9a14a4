using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Tests.Programmes;

namespace PeerBot.Domain.Tests.Reflection;

public sealed class The_confidence_instrument
{
    private static readonly SelfEvaluationInstrument Instrument = Definitions.Library.Instruments["cld-self-evaluation"];

    [Fact]
    [Trait("Requirement", "S3-39")]
    public void It_has_the_eight_sections_of_the_source_in_their_order()
    {
        Assert.Equal(
            [
                "Leadership", "Strategic thinking", "Management of financial and other resources", "Delivery of results", "Communication",
                "Management of people", "Creativity and judgement", "Personal effectiveness",
            ],
            Instrument.Sections.Select(section => section.Title));
        Assert.Equal(Enumerable.Range(1, 8), Instrument.Sections.Select(section => section.Order));
    }

    [Fact]
    [Trait("Requirement", "S3-40")]
    [Trait("Requirement", "A-11")]
    public void It_has_the_fifty_statements_of_the_source_word_for_word()
    {
        var source = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Reflection", "statements-of-the-source.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => (line.Split('\t')[0], line.Split('\t')[1]))
            .ToList();

        Assert.Equal(50, source.Count);
        Assert.Equal([8, 7, 4, 7, 8, 4, 5, 7], Instrument.Sections.Select(section => section.Statements.Count));
        Assert.Equal(
            source, Instrument.Sections.SelectMany(section => section.Statements).Select(statement => (statement.Id, statement.Text)));
        Assert.Equal(50, Instrument.StatementCount);
    }

    [Fact]
    [Trait("Requirement", "S3-40")]
    public void A_printing_fault_of_the_source_is_not_shown()
    {
        var statement = Instrument.Section("communication")!.Statements[2];

        Assert.Equal("Listen to what is said and show sensitivity to others` reactions", statement.Text);
        Assert.Equal("Listen to what is said and show sensitivity to others’ reactions", statement.DisplayText);
    }

    [Fact]
    [Trait("Requirement", "S3-38")]
    public void The_choices_are_the_four_words_of_the_source_in_order()
    {
        Assert.Equal(["Less confident", "Quite confident", "Confident", "Very confident"], Instrument.Levels.Select(level => level.Label));
        Assert.All(Instrument.Levels, level => Assert.DoesNotContain(level.Label, char.IsDigit));
        Assert.All(Instrument.Levels, level => Assert.Equal(level.Label, Instrument.LabelOf(level.Value)));
    }

    [Fact]
    [Trait("Requirement", "S3-41")]
    public void Every_section_has_the_stem_in_one_form() =>
        Assert.All(Instrument.Sections, section => Assert.Equal("I am able to …", section.Stem));

    [Theory]
    [Trait("Requirement", "S3-41")]
    [InlineData("I am able to -")]
    [InlineData("I am able to...")]
    [InlineData("I am able to …")]
    [InlineData("I am able to")]
    public void A_stem_ends_with_an_ellipsis_however_it_was_printed(string stem) =>
        Assert.Equal("I am able to …", InstrumentReader.NormalStem(stem));

    [Fact]
    [Trait("Requirement", "S3-42")]
    public void Every_section_asks_how_the_owner_knows() =>
        Assert.All(Instrument.Sections, section => Assert.Equal("How do I know?", section.EvidencePrompt));

    [Fact]
    [Trait("Requirement", "S3-36")]
    [Trait("Requirement", "S3-37")]
    public void Its_instruction_and_note_are_those_of_the_source()
    {
        Assert.Equal("Tick the box that describes your level of confidence. Use to reflect and direct discussion.", Instrument.Instruction);
        Assert.Equal(
            "You may wish to record names and dates for record keeping – this is of course optional", Instrument.RecordKeepingNote);
    }

    [Fact]
    [Trait("Requirement", "S3-33")]
    public void The_themes_are_eight_with_a_question_about_evidence_and_name_statements_that_exist()
    {
        var themes = Definitions.Library.Themes["cld-themes"];

        Assert.Equal(8, themes.Themes.Count);
        Assert.True(themes.AllowOwn);
        Assert.Equal("Evidence – and how do you know? Ask yourself: what evidence do you have of this?", themes.EvidenceQuestion);
        Assert.Equal("Arrangements for sharing skills, knowledge and experience for you", themes.Themes[2].DisplayText);
        Assert.All(themes.Themes.SelectMany(theme => theme.RelatedStatements), id => Assert.NotNull(Instrument.SectionOf(id)));
    }

    [Fact]
    [Trait("Requirement", "S0-24")]
    public void The_question_bank_has_31_open_questions_in_seven_phases()
    {
        var bank = Definitions.Library.QuestionBanks["peer-questions"];

        Assert.Equal(
            ["arrive", "assess", "set-goals", "prepare", "implement", "reflect-debrief", "close"], bank.Phases.Select(phase => phase.Id));
        Assert.Equal(31, bank.Phases.Sum(phase => phase.Questions.Count));
    }

    [Theory]
    [InlineData("self-evaluation", "\"value\": 4,", "\"value\": 5,", "$.levels", "exactly 4 levels")]
    [InlineData("self-evaluation", "\"statementCount\": 50", "\"statementCount\": 49", "$.statementCount", "which is 50")]
    [InlineData("self-evaluation", "\"id\": \"LE2\"", "\"id\": \"LE1\"", "$.sections", "found \"LE1\" again")]
    [InlineData("self-evaluation", "\"order\": 8", "\"order\": 9", "$.sections", "the orders 1, 2, 3")]
    [InlineData("self-evaluation", "\"stem\": \"I am able to...\",", "", "$.sections[1].stem", "a text that is not empty")]
    [InlineData("self-evaluation", "\"text\": \"Manage change effectively\"", "\"text\": 2", "$.sections[0].statements[1].text", "a text")]
    [InlineData("themes", "\"number\": 8", "\"number\": 7", "$.themes", "the numbers 1, 2, 3")]
    [InlineData("themes", "\"allowOwn\": true", "\"allowOwn\": \"yes\"", "$.allowOwn", "true or false")]
    [InlineData("question-bank", "\"What would make", "\"Would it make", "$.phases[0].questions[0].text", "an open question")]
    [InlineData("question-bank", "\"count\": 31", "\"count\": 30", "$.count", "which is 31")]
    public void A_fault_in_an_instrument_is_named_with_file_path_and_expectation(
        string file, string good, string bad, string path, string expectation)
    {
        var text = File.ReadAllText(Path.Combine(ReflectionLibrary.ShippedFolder, file + ".json"));
        Assert.Contains(good, text, StringComparison.Ordinal);

        var load = ReflectionLibrary.From([new("spoilt.json", text.Replace(good, bad, StringComparison.Ordinal))]);

        var problem = Assert.Single(Assert.IsType<LibraryLoad.Refused>(load).Problems, problem => problem.Path == path);
        Assert.Equal("spoilt.json", problem.File);
        Assert.Contains(expectation, problem.Expectation, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_instruments_with_one_id_are_a_problem()
    {
        var text = File.ReadAllText(Path.Combine(ReflectionLibrary.ShippedFolder, "themes.json"));

        var load = ReflectionLibrary.From([new("one.json", text), new("two.json", text)]);

        var problem = Assert.Single(Assert.IsType<LibraryLoad.Refused>(load).Problems);
        Assert.Equal(("two.json", "$.id"), (problem.File, problem.Path));
    }

    [Fact]
    public void A_file_that_is_no_instrument_is_a_problem() =>
        Assert.Equal(
            "$", Assert.Single(Assert.IsType<LibraryLoad.Refused>(ReflectionLibrary.From([new("other.json", "{}")])).Problems).Path);
}
