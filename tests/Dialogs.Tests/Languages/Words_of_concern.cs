using PeerBot.Tests.Languages;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Languages;

/// <summary>Words of concern, and "move my meeting", are heard in the language that somebody reads, as soon as a translation lists them.</summary>
public sealed class Words_of_concern
{
    private static readonly Cards.Texts English = FlowTexts.For(Authority.Programme, locale: "en-GB");
    private static readonly Cards.Texts Signs = FlowTexts.For(Translated.In(Authority.Reference).Programmes.Current(Authority.Programme.Id)!, PseudoLanguage.Locale);

    [Theory]
    [InlineData("a safeguarding matter")]
    [InlineData("they were suicidal")]
    [InlineData("a child at risk")]
    [InlineData("it is unsafe there")]
    [InlineData("whistleblowing")]
    public void Are_heard_in_every_language_that_lists_them(string words)
    {
        Assert.True(Disclosure.Mentions(words, English));
        Assert.True(Disclosure.Mentions(words, Signs));
        Assert.True(Disclosure.Mentions(PseudoLanguage.Of(words), Signs));
        Assert.False(Disclosure.Mentions(PseudoLanguage.Of(words), English));
    }

    [Fact]
    public void Of_despair_bring_who_listens_at_any_hour()
    {
        Assert.True(Disclosure.IsDesperate(PseudoLanguage.Of("I want to die"), Signs));
        Assert.False(Disclosure.IsDesperate(PseudoLanguage.Of("I want to diet"), Signs));
    }

    [Theory]
    [InlineData("harmony in the choir")]
    [InlineData("the farm and the charm")]
    [InlineData("emergencyexit")]
    public void Are_whole_words(string words)
    {
        Assert.False(Disclosure.Mentions(words, English));
        Assert.False(Disclosure.Mentions(PseudoLanguage.Of(words), Signs));
    }

    [Fact]
    public void To_move_a_meeting_are_words_of_the_language_too()
    {
        Assert.Equal(PseudoLanguage.Of("my meeting"), Signs.After(PseudoLanguage.Of("please move my meeting"), "Typed.Move"));
        Assert.Equal("my meeting", Signs.After("please move my meeting", "Typed.Move"));
        Assert.Equal((PseudoLanguage.Of("it"), PseudoLanguage.Of("friday")), Signs.Around(PseudoLanguage.Of("it to friday"), "Typed.MoveTo"));
    }
}
