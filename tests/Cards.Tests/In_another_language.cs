using System.Globalization;
using System.Text.RegularExpressions;
using PeerBot.Cards.Tests.Samples;
using PeerBot.Tests.Languages;

namespace PeerBot.Cards.Tests;

[Trait("Requirement", "A-20")]
public sealed partial class In_another_language
{
    // What the samples put on the cards as data: names, places, words of a definition, what somebody wrote.
    private static readonly string Data = Plain(string.Join('\n', Directory.EnumerateFiles(Path.Combine(Folders.Tests, "Samples"), "*.cs")
        .Select(file => Joined().Replace(File.ReadAllText(file), "")).SelectMany(source => Literal().Matches(source)).Select(found => found.Groups[1].Value)
        .Append(Basics.Long(2000)).Append(Typed.Line(Basics.Hostile))));

    // The runtime knows no names of days and months in this language, and takes the English ones; a language that has them is tried below.
    private static readonly HashSet<string> Dates =
        [.. NamesOf(CultureInfo.GetCultureInfo(PseudoLanguage.Locale).DateTimeFormat)];

    public static TheoryData<string> Names => Sample.Names;

    [Theory, MemberData(nameof(Names))]
    public void No_word_of_a_card_is_left_in_English(string name)
    {
        var shown = Shown.On(Translated(name)).ToList();
        Assert.Contains(shown, words => words.Any(letter => letter > '\u00BF'));
        Assert.Empty(shown.SelectMany(PseudoLanguage.Leftovers).Where(words => !Dates.Contains(words) && !Data.Contains(Plain(words), StringComparison.OrdinalIgnoreCase)).Distinct());
    }

    [Theory, MemberData(nameof(Names))]
    public void No_day_and_no_month_of_a_card_is_left_in_English(string name) => Assert.Empty(
        Shown.On(In("de-DE", name)).SelectMany(words => EnglishDate().Matches(words)).Select(found => found.Value)
            .Where(date => !Data.Contains(date, StringComparison.OrdinalIgnoreCase)).Distinct());

    [Fact]
    public void A_word_that_is_left_is_seen() =>
        Assert.Equal(["Send", "a place"], PseudoLanguage.Leftovers($"{PseudoLanguage.Of("Welcome")} Send {PseudoLanguage.Of("to")} a place"));

    [Fact]
    public void Every_text_has_its_translation()
    {
        var texts = Texts.For(PseudoLanguage.Locale, Basics.Words);
        Assert.Equal(PseudoLanguage.Of("Help"), texts.Plain("Help"));
        Assert.Equal(PseudoLanguage.Of("Hello") + " Amira", texts.Plain("Welcome.HelloName", ("name", "Amira")));
        Assert.True(Texts.Speaks(PseudoLanguage.Locale));
        Assert.True(Texts.Speaks("en-AU"));
        Assert.False(Texts.Speaks("gd-GB"));
    }

    [Theory]
    [InlineData("en-GB", "Monday 11 January 2027", "1,000", "Monday")]
    [InlineData("cy-GB", "Dydd Llun 11 Ionawr 2027", "1,000", "Dydd Llun")]
    [InlineData("de-DE", "Montag 11 Januar 2027", "1.000", "Montag")]
    public void Dates_and_numbers_are_those_of_the_language(string locale, string date, string number, string weekday)
    {
        var texts = Texts.For(locale, Basics.Words);
        Assert.Equal(date, texts.Date(new LocalDate(2027, 1, 11)));
        Assert.Equal(number, texts.Plain("Number", ("number", 1000)));
        Assert.Equal(weekday, texts.Weekday(IsoDayOfWeek.Monday));
    }

    [Fact]
    public void What_is_typed_works_in_the_language_and_in_English()
    {
        var card = Translated("C13-section");
        var yes = PseudoLanguage.Of("yes");
        Assert.IsType<TwinAnswer.Press>(TwinReader.Read(Translated("C04-choices"), $"A: {yes}\n{Number("C04-choices", Verbs.RequestSend)}"));
        Assert.IsType<TwinAnswer.Press>(TwinReader.Read(Translated("C04-choices"), $"A: yes\n{Number("C04-choices", Verbs.RequestSend)}"));
        Assert.Equal(CultureInfo.GetCultureInfo(PseudoLanguage.Locale), card.Texts.Culture);
    }

    private static AdaptiveCard Translated(string name) => In(PseudoLanguage.Locale, name);

    private static AdaptiveCard In(string locale, string name)
    {
        Basics.Language.Value = Texts.For(locale, Basics.Words);
        try
        {
            return Sample.Cards[name]();
        }
        finally
        {
            Basics.Language.Value = null;
        }
    }

    private static string Number(string name, string verb) =>
        TextTwin.Actions(Sample.Cards[name]()).Single(action => action.Verb == verb).Number.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> NamesOf(DateTimeFormatInfo dates) => dates.DayNames.Concat(dates.MonthNames);

    private static string Plain(string words) => words.Replace('’', '\'');

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\b((Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(January|February|March|May|June|July|October|December)( \d{4})?)\b")]
    private static partial Regex EnglishDate();

    [GeneratedRegex("(?<!\\\\)\"\\s*\\+\\s*\"")]
    private static partial Regex Joined();
}
