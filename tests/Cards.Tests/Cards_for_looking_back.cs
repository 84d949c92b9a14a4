using PeerBot.Cards.Tests.Samples;
using static PeerBot.Cards.Tests.Look;

namespace PeerBot.Cards.Tests;

/// <summary>Self-evaluation, feedback and thanks. What their words and fields owe to a requirement.</summary>
public sealed class Cards_for_looking_back
{
    [Fact]
    [Trait("Requirement", "S3-36")]
    public void Name_and_date_of_the_self_evaluation_are_empty_and_optional()
    {
        var name = Input<AdaptiveTextInput>("C12-start", InputIds.Name);
        var date = Input<AdaptiveDateInput>("C12-start", InputIds.DateCompleted);
        Assert.Null(name.Value);
        Assert.Null(date.Value);
        Assert.Null(name.IsRequired);
        Assert.Null(date.IsRequired);
    }

    [Fact]
    [Trait("Requirement", "S3-37")]
    [Trait("Requirement", "S3-38")]
    public void Each_statement_has_the_four_levels_in_order_and_may_be_left_blank()
    {
        var statements = TextTwin.Flat(Card("C13-section").Body).OfType<AdaptiveChoiceSetInput>().ToList();
        Assert.Equal(Sample.Section.Statements.Select(statement => statement.Text), statements.Select(input => input.Label));
        Assert.All(statements, input =>
        {
            Assert.Equal(
                ["Less confident", "Quite confident", "Confident", "Very confident"], input.Choices.Select(choice => choice.Title));
            Assert.DoesNotContain(input.Choices, choice => choice.Value.Any(char.IsDigit));
            Assert.Equal(AdaptiveChoiceInputStyle.Expanded, input.Style);
            Assert.Null(input.IsRequired);
            Assert.Null(input.Value);
        });
    }

    [Fact]
    [Trait("Requirement", "S3-41")]
    public void The_stem_stands_once() => Assert.Single(Blocks("C13-section"), text => text == "I am able to …");

    [Fact]
    [Trait("Requirement", "S3-42")]
    public void A_section_ends_with_one_optional_private_box()
    {
        var last = TextTwin.Flat(Card("C13-section").Body).OfType<AdaptiveInput>().Last();
        Assert.Equal("How do I know? (optional)", last.Label);
        Assert.True(last.Private);
        Assert.Equal(1000, Assert.IsType<AdaptiveTextInput>(last).MaxLength);
    }

    [Fact]
    [Trait("Requirement", "A-11")]
    public void Then_and_now_are_in_words_with_no_number_and_no_total()
    {
        var body = string.Join('\n', Blocks("C14-then-and-now"));
        Assert.Contains("Less confident → **Confident** · ▲ more confident", body, StringComparison.Ordinal);
        Assert.Contains("● the same", body, StringComparison.Ordinal);
        Assert.Contains("Very confident → **Quite confident** · ▼ less confident", body, StringComparison.Ordinal);
        Assert.DoesNotContain(body, char.IsDigit);
    }

    [Fact]
    [Trait("Requirement", "A-12")]
    public void The_partner_reads_what_is_shared_and_can_do_nothing_with_it()
    {
        var verbs = TextTwin.Actions(Card("C14-shared-with-partner")).Select(action => action.Verb);
        Assert.Equal([Verbs.Help], verbs);
    }

    [Fact]
    [Trait("Requirement", "S2-37")]
    public void Permission_to_share_feedback_starts_at_No()
    {
        Assert.Equal("no", Input<AdaptiveChoiceSetInput>("C20-feedback", "permission").Value);
        Assert.Equal(
            "They will know the answers are yours. (optional)", Input<AdaptiveChoiceSetInput>("C20-feedback", "permission").Label[^48..]);
    }

    [Fact]
    [Trait("Requirement", "S2-22")]
    [Trait("Requirement", "S2-36")]
    public void Feedback_asks_every_question_of_the_definition_and_says_why()
    {
        var ids = TextTwin.Flat(Card("C20-feedback").Body).OfType<AdaptiveInput>().Select(input => input.Id).ToList();
        Assert.Equal([.. Sample.Feedback.Questions.Select(question => question.Id), InputIds.Message], ids);
        Assert.Contains("to make it better", Words("C20-feedback"), StringComparison.Ordinal);
        Assert.Contains("Your answers go to the local authority: Sam Reid", Words("C20-feedback"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "A-13")]
    public void The_supporter_gets_exactly_the_message()
    {
        var words = Words("C20-shared-message");
        Assert.Contains("Thank you, you gave me room to think.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("supportive?", words, StringComparison.Ordinal);
    }
}
