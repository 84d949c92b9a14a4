using static PeerBot.Cards.Tests.Look;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests;

/// <summary>Concern, other people's cards, old cards, stopping. What their words and fields owe to a requirement.</summary>
public sealed class Cards_at_any_time
{
    [Fact]
    [Trait("Requirement", "S2-33")]
    [Trait("Requirement", "S2-34")]
    public void A_concern_is_answered_with_a_person_and_takes_no_description()
    {
        var words = Words("C27-concern");
        Assert.Empty(TextTwin.Flat(Card("C27-concern").Body).OfType<AdaptiveInput>());
        Assert.All(
            [
                "What you talk about is confidential between you. The exception: if someone may be at risk of harm, or there is serious wrongdoing,",
                "If anyone is in immediate danger, call 999 now.",
                "Please do not type the concern here. PeerBot cannot act on it and does not keep it.",
                "Work phone: 01743 000 002", "Work e-mail: jo.price@council.example", "Hours: Weekdays 8.30am to 5pm", "If they are away: Duty officer",
                "Out of hours: Emergency duty team: 0345 000 0004.",
                "Nothing in this scheme stops you from using your own safeguarding or whistleblowing policy, your union, or a prescribed body.",
                "For yourself: NOSS",
            ],
            sentence => Assert.Contains(sentence, words, StringComparison.Ordinal));
        Assert.DoesNotContain("case", words.Split(' ', '.', ',', '\n'));
        Assert.DoesNotMatch("(?i)investigat|anonym", words);
        Assert.Equal(
            [null, null, Verbs.ConcernCallMe, Verbs.ConcernCarryOn, Verbs.Help],
            TextTwin.Actions(Card("C27-concern")).Select(action => action.Verb));
    }

    [Theory]
    [InlineData("U09-not-for-you")]
    [InlineData("C35-out-of-date-Filled")]
    [Trait("Requirement", "U-07")]
    [Trait("Requirement", "U-08")]
    [Trait("Requirement", "U-09")]
    public void A_card_of_someone_else_or_of_the_past_reveals_nobody(string card) =>
        Assert.All(
            Personal.Where(name => name != "@"), name => Assert.DoesNotContain(name, Words(card), StringComparison.OrdinalIgnoreCase));

    [Fact]
    [Trait("Requirement", "U-06")]
    public void Stopping_is_asked_about_and_says_that_nothing_was_sent()
    {
        Assert.Contains("Nothing has been sent to anyone.", Words("U06-stop"), StringComparison.Ordinal);
        Assert.Equal([Verbs.StepStop, Verbs.StepResume, Verbs.Help], TextTwin.Actions(Card("U06-stop")).Select(action => action.Verb));
    }

    [Fact]
    [Trait("Requirement", "U-01")]
    public void Nobody_free_is_no_dead_end() =>
        Assert.Equal(
            [Verbs.RequestWait, Verbs.OtherHelpShow, Verbs.RequestCancel, Verbs.Help],
            TextTwin.Actions(Card("U01-nobody-free")).Select(action => action.Verb));
}
