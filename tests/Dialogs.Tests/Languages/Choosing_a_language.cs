using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.People;
using PeerBot.Tests.Languages;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Languages;

/// <summary>The wish is asked once, where there is a choice, recorded, and kept to (domain: languages).</summary>
[Trait("Requirement", "A-20")]
public sealed class Choosing_a_language
{
    [Fact]
    public async Task The_welcome_asks_where_a_programme_has_two_and_keeps_the_answer()
    {
        var scheme = new Scheme("2026-11-24T10:00") { Reference = Translated.In(Authority.Reference) };
        await scheme.Amira.Says("hello");
        Assert.Equal(["en-GB", PseudoLanguage.Locale], scheme.Amira.News[^1].Choices(InputIds.Language));
        await scheme.Amira.Fills(Verbs.LanguageChoose, (InputIds.Language, PseudoLanguage.Locale));
        scheme.Amira.Sees(PseudoLanguage.Of("Hello"), PseudoLanguage.Of("Ask for support"));
        Assert.Equal(PseudoLanguage.Locale, LocaleOf(scheme, Authority.Amira));

        await scheme.Amira.Says(PseudoLanguage.Of("help"));
        scheme.Amira.Sees(PseudoLanguage.Of("Help"));
        await scheme.Amira.Says("my data");
        scheme.Amira.Sees(PseudoLanguage.Of("My data"));
        await scheme.Amira.Presses(Verbs.MyDataCorrect);
        await scheme.Amira.Fills(Verbs.MyDataCorrectSave, (InputIds.Language, "en-GB"));
        scheme.Amira.Sees("English");
        await scheme.Amira.Says("help");
        scheme.Amira.Sees("Help");
        Assert.Equal("en-GB", LocaleOf(scheme, Authority.Amira));
    }

    [Fact]
    public async Task A_button_beside_the_question_takes_the_answer_too()
    {
        var scheme = new Scheme("2026-11-24T10:00") { Reference = Translated.In(Authority.Reference) };
        await scheme.Amira.Says("hello");
        await scheme.Amira.Fills(Verbs.RequestStart, (InputIds.Language, PseudoLanguage.Locale));
        scheme.Amira.Sees(PseudoLanguage.Of("What would help?"));
        Assert.Equal(PseudoLanguage.Locale, LocaleOf(scheme, Authority.Amira));
    }

    [Fact]
    public async Task A_language_without_texts_is_not_offered_and_whoever_has_it_reads_English()
    {
        var scheme = new Scheme("2026-11-24T10:00", Authority.Amira with { Locale = "gd-GB" })
        {
            Reference = Authority.Coordinated(change: json => json["locales"] = new System.Text.Json.Nodes.JsonArray("en-GB", "gd-GB")),
        };
        await scheme.Amira.Says("hello");
        scheme.Amira.Sees("Hello Amira");
        Assert.DoesNotContain(InputIds.Language, scheme.Amira.News[^1].Fields.Keys);
        await scheme.Amira.Forges($$"""{"verb":"{{Verbs.LanguageChoose}}","id":"{{Authority.Programme.Id}}","version":0,"nonce":"a","language":"xx"}""");
        Assert.Equal("gd-GB", LocaleOf(scheme, Authority.Amira));
        await scheme.Amira.Says("cancel");
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("Where things stand");
    }

    private static string LocaleOf(Scheme scheme, Person person) => scheme.Store.All<Person>().Single(one => one.Id == person.Id).Locale;
}
