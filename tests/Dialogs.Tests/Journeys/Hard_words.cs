using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.People;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Hard_words
{
    private static readonly Contact[] Lines =
    [
        new("samaritans", "Samaritans", "Listens", "116 123", null, "at any hour", null, null, null),
        new("education-support", "Education Support", "Helpline", "0345 678 9060", null, "at any hour", null, null, null),
    ];

    [Theory, Trait("Requirement", "U-20")]
    [InlineData("I feel suicidal")]
    [InlineData("I want to end my life")]
    [InlineData("some days I want to die")]
    [InlineData("I can't go on")]
    [InlineData("I can\u2019t cope anymore")]
    [InlineData("i have been self-harming again")]
    public async Task Words_of_despair_show_at_once_who_listens_and_are_not_kept(string words)
    {
        var scheme = WithLines(Lines);
        await scheme.Amira.Says("support");
        await scheme.Amira.Says($"{words} since Umbridge came");

        scheme.Amira.Sees("call 999 now", "you do not have to be alone", "Samaritans: 116 123", "Education Support: 0345 678 9060", "Jo Price", "I have not kept what you typed");
        Kept.Nowhere(scheme, "Umbridge");
        scheme.Amira.NeverSaw("Umbridge");
        scheme.Jo.NeverSaw("Amira");
    }

    [Fact, Trait("Requirement", "U-20")]
    public async Task They_are_heard_in_the_note_too_and_the_note_is_not_taken()
    {
        var scheme = WithLines(Lines);
        await scheme.Amira.DescribesWhatWouldHelp("Since Umbridge came I want to die");
        scheme.Amira.Sees("Samaritans: 116 123");
        Kept.Nowhere(scheme, "Umbridge");
    }

    [Theory, Trait("Requirement", "U-20")]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Only_lines_that_are_configured_are_shown(int known)
    {
        var scheme = WithLines(Lines[..known]);
        await scheme.Amira.Says("I feel suicidal");
        scheme.Amira.Sees("call 999 now", "Jo Price");
        Assert.Equal(known > 0, scheme.Amira.News[0].Text.Contains("Samaritans", StringComparison.Ordinal));
        scheme.Amira.NeverSaw("Education Support");
    }

    [Fact]
    public async Task Another_concern_shows_the_named_contact_without_them()
    {
        var scheme = WithLines(Lines);
        await scheme.Amira.Says("a child at risk");
        scheme.Amira.Sees("Jo Price");
        scheme.Amira.NeverSaw("Samaritans");
    }

    [Theory, Trait("Requirement", "U-20")]
    [InlineData("fuck off")]
    [InlineData("You are useless")]
    [InlineData("this is bollocks")]
    public async Task Abuse_gets_one_line_and_Help_and_is_an_answer_to_nothing(string words)
    {
        var scheme = new Scheme("2026-11-24T10:00");
        await scheme.Amira.Says("support");
        var stack = StoredChat.Read(scheme.Amira.Stored).Stack;
        await scheme.Amira.Says(words);

        Assert.Equal("I do not answer words like that, but I am glad to help.", scheme.Amira.News[0].Text.Trim());
        Assert.Contains(scheme.Amira.News[1].Buttons, button => button.Verb == Verbs.ConcernShow);
        Assert.Equal(2, scheme.Amira.News.Count);
        Assert.Equal(stack, StoredChat.Read(scheme.Amira.Stored).Stack);
        Kept.Nowhere(scheme, words);
    }

    [Theory]
    [InlineData("Scunthorpe")]
    [InlineData("workload is killing me")]
    [InlineData("Is it useless to ask twice?")]
    public async Task Ordinary_words_are_not_taken_for_such(string words)
    {
        var scheme = WithLines(Lines);
        await scheme.Amira.Says(words);
        scheme.Amira.NeverSaw("words like that", "Samaritans");
    }

    private static Scheme WithLines(params IEnumerable<Contact> lines) => new("2026-11-28T23:00")
    {
        Reference = Authority.Reference with
        {
            Contacts = Authority.Reference.Contacts.Concat(lines.ToDictionary(line => line.Key)).ToDictionary(),
        },
    };
}
