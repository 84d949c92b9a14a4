using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Sharing_a_concern
{
    private const string Disclosure = "a child at risk was mentioned and Kieran in year four said";

    [Theory, Trait("Requirement", "S2-33")]
    [InlineData("2026-11-24T10:00", "concern")]
    [InlineData("2026-11-28T23:00", "Concern.")]
    [InlineData("2026-12-25T06:00", "I need to share a concern")]
    public async Task The_named_contact_is_one_step_away_at_any_hour(string now, string typed)
    {
        var scheme = Paired(now);
        await scheme.Grace.Says(typed);

        scheme.Grace.Sees(
            "If anyone is in immediate danger, call 999 now.", "Please do not type the concern here", "Jo Price", "Head of Safeguarding",
            "0345 678 9000", "jo.price@council.example", "Weekdays 8.30 to 5", "Duty social worker", "Emergency duty team",
            "Nothing in this scheme stops you from using your own safeguarding or whistleblowing policy");
    }

    [Fact, Trait("Requirement", "S2-33")]
    public async Task It_is_one_press_away_from_help_at_every_step()
    {
        var scheme = Paired("2026-11-24T10:00");
        await scheme.Grace.Says("help");
        await scheme.Grace.Presses(Verbs.ConcernShow);
        scheme.Grace.Sees("Jo Price", "0345 678 9000");
    }

    [Theory, Trait("Requirement", "S2-34"), Trait("Requirement", "A-15")]
    [InlineData("before anything")]
    [InlineData("while describing")]
    [InlineData("while choosing")]
    [InlineData("while confirming")]
    [InlineData("after rubbish")]
    [InlineData("while stopping")]
    public async Task Words_of_a_disclosure_are_kept_nowhere_and_the_step_goes_on(string step)
    {
        var scheme = new Scheme("2026-11-24T22:00", Given.Cycle(Authority.Hannah, Authority.Grace));
        if (step != "before anything")
        {
            await scheme.Amira.Says("support");
        }

        if (step is "while choosing" or "while confirming")
        {
            await scheme.Amira.Fills(Verbs.SupportersShow, (InputIds.Area, "other"));
        }

        switch (step)
        {
            case "while confirming":
                await scheme.Amira.Presses(Verbs.PreferenceAdd, on: "Peter Lloyd");
                await scheme.Amira.Presses(Verbs.RequestReview);
                break;
            case "after rubbish":
                await scheme.Amira.Says("Umbrellas");
                break;
            case "while stopping":
                await scheme.Amira.Says("cancel");
                break;
        }

        var stack = StoredChat.Read(scheme.Amira.Stored).Stack;
        await scheme.Amira.Says(Disclosure);
        scheme.Amira.Sees("call 999 now", "Jo Price", "I have not kept what you typed");
        Kept.Nowhere(scheme, "Kieran", "year four", "mentioned");
        scheme.Amira.NeverSaw("Kieran", "year four");
        scheme.Jo.NeverSaw("Kieran");
        Assert.Equal(stack, StoredChat.Read(scheme.Amira.Stored).Stack);

        await scheme.Amira.Presses(Verbs.ConcernCarryOn);
        if (stack.Count > 0)
        {
            Assert.True(scheme.Amira.News.Count > 1, "The step before does not come back.");
        }
    }

    [Fact, Trait("Requirement", "A-15")]
    public async Task A_supporter_in_the_middle_of_booking_gets_the_contact_at_once_and_can_go_on()
    {
        var scheme = Paired("2026-11-24T22:00");
        await scheme.Grace.Says("status");
        await scheme.Grace.Presses(Verbs.SlotFind);
        await scheme.Grace.Says(Disclosure);
        scheme.Grace.Sees("Share it with this person and agree what to do", "Jo Price");
        Kept.Nowhere(scheme, "Kieran");

        await scheme.Grace.Presses(Verbs.SlotPick);
        Assert.Single(scheme.Store.All<Meeting>());
    }

    [Fact, Trait("Requirement", "S2-34"), Trait("Requirement", "A-15")]
    public async Task Ask_them_to_call_me_reaches_the_contact_at_any_hour_and_carries_no_details()
    {
        var scheme = Paired("2026-11-28T22:00");
        await scheme.Grace.Says(Disclosure);
        await scheme.Grace.Presses(Verbs.ConcernCallMe);

        scheme.Grace.Sees("I have passed it on", "Jo Price is asked to call you. No details were given.");
        scheme.Jo.Sees("Grace Obi asks you to call them on their work number today. No details were given.");
        Assert.Single(scheme.Jo.Messages);
        scheme.Amira.SeesNothing();
        Kept.Nowhere(scheme, "Kieran");
    }

    [Fact, Trait("Requirement", "S2-34")]
    public async Task No_card_of_a_concern_has_a_field_to_describe_it_in()
    {
        var scheme = Paired("2026-11-24T10:00");
        await scheme.Grace.Says("concern");
        Assert.Empty(scheme.Grace.Card(Verbs.ConcernCallMe).Fields);
    }

    [Fact]
    public async Task A_contact_whom_the_bot_cannot_write_to_is_not_promised_to_call()
    {
        var scheme = Paired("2026-11-24T10:00");
        var contacts = Authority.Reference.Contacts.ToDictionary(entry => entry.Key, entry => entry.Value with { Person = null });
        scheme.Reference = Authority.Reference with { Contacts = contacts };
        await scheme.Grace.Says("concern");
        scheme.Grace.Sees("Jo Price", "0345 678 9000");
        Assert.DoesNotContain(scheme.Grace.News[0].Buttons, button => button.Verb == Verbs.ConcernCallMe);

        await scheme.Grace.Forges($$"""{"verb":"{{Verbs.ConcernCallMe}}","id":"none"}""");
        Assert.DoesNotContain(scheme.Grace.News, message => message.Text.Contains("I have passed it on", StringComparison.Ordinal));
        scheme.Grace.Sees("0345 678 9000");
    }

    [Theory, Trait("Requirement", "S2-34")]
    [InlineData("safeguarding")]
    [InlineData("There was abuse at home")]
    [InlineData("I think she is self-harming")]
    [InlineData("He feels SUICIDAL")]
    [InlineData("whistleblowing about the budget")]
    [InlineData("this is an emergency")]
    [InlineData("mae plentyn mewn perygl, camdriniaeth")]
    [InlineData("tha e ann an èiginn")]
    public async Task The_published_words_show_the_contact(string typed)
    {
        var scheme = Paired("2026-11-24T10:00");
        await scheme.Grace.Says(typed);
        scheme.Grace.Sees("Jo Price");
    }

    [Theory]
    [InlineData("harmony")]
    [InlineData("Charm school")]
    public async Task Words_that_only_look_alike_do_not(string typed)
    {
        var scheme = Paired("2026-11-24T10:00");
        await scheme.Grace.Says(typed);
        Assert.DoesNotContain(scheme.Grace.News, message => message.Text.Contains("Jo Price", StringComparison.Ordinal));
    }

    private static Scheme Paired(string now) =>
        new(now, Given.Cycle(Authority.Amira, Authority.Grace), Authority.Supporter(Authority.Grace, active: 1));
}
