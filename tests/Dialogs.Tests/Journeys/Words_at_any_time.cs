using PeerBot.Cards;
using PeerBot.Dialogs.Tests.Driver;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Journeys;

public sealed class Words_at_any_time
{
    [Fact]
    public async Task Hello_names_the_scheme_as_one_of_a_range_of_support_and_what_is_kept()
    {
        var scheme = new Scheme("2026-11-21T19:05");
        await scheme.Amira.Says("hi");

        scheme.Amira.Sees(
            "Hello Amira", "NOSS", "one of several kinds of support", "Never what you say to each other",
            "Access to a colleague with current experience of school management", "Support in decision making");
    }

    [Theory, Trait("Requirement", "U-06"), Trait("Requirement", "A-17")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Help_shows_help_and_then_the_same_step_again(int step)
    {
        var scheme = await AtStepAsync(step);
        var before = StoredChat.Read(scheme.Amira.Stored).Stack;
        await scheme.Amira.Says("help");

        Assert.StartsWith("Help", scheme.Amira.News[0].Text, StringComparison.Ordinal);
        Assert.Contains(scheme.Amira.News.Skip(1).SelectMany(message => message.Buttons), button => button.Verb == VerbOf(step));
        Assert.Equal(before, StoredChat.Read(scheme.Amira.Stored).Stack);
    }

    [Theory, Trait("Requirement", "U-06")]
    [InlineData("status", "Where things stand")]
    [InlineData("my data", "This is what I keep about you")]
    [InlineData("concern", "Jo Price")]
    [InlineData("hello", "Hello Amira")]
    public async Task Commands_work_at_every_step_and_change_none(string typed, string answer)
    {
        for (var step = 0; step <= 3; step++)
        {
            var scheme = await AtStepAsync(step);
            var before = StoredChat.Read(scheme.Amira.Stored).Stack;
            await scheme.Amira.Says(typed);

            scheme.Amira.Sees(answer);
            Assert.Equal(before, StoredChat.Read(scheme.Amira.Stored).Stack);
        }
    }

    [Theory, Trait("Requirement", "U-06"), Trait("Requirement", "A-17")]
    [InlineData("press")]
    [InlineData("type")]
    public async Task Cancel_asks_first_and_keeping_going_brings_the_step_back(string how)
    {
        for (var step = 1; step <= 3; step++)
        {
            var scheme = await AtStepAsync(step);
            await scheme.Amira.Says("cancel");
            scheme.Amira.Sees("Stop here?", "Nothing has been sent");
            await (how == "press" ? scheme.Amira.Presses(Verbs.StepResume) : scheme.Amira.Says("keep going"));
            scheme.Amira.Sees("Carrying on");
            Assert.Contains(scheme.Amira.News.SelectMany(message => message.Buttons), button => button.Verb == VerbOf(step));

            await scheme.Amira.Says("stop");
            await (how == "press" ? scheme.Amira.Presses(Verbs.StepStop) : scheme.Amira.Says("yes"));
            scheme.Amira.Sees("Stopped", "Nothing was sent");
            Assert.Empty(StoredChat.Read(scheme.Amira.Stored).Stack);
        }
    }

    [Fact, Trait("Requirement", "U-06")]
    public async Task With_nothing_half_done_cancel_says_so()
    {
        var scheme = await AtStepAsync(0);
        await scheme.Amira.Says("cancel");
        scheme.Amira.Sees("There is nothing half done that I could stop.");
    }

    [Fact, Trait("Requirement", "U-06")]
    public async Task Start_again_begins_the_step_anew_with_an_empty_card()
    {
        var scheme = await AtStepAsync(2);
        await scheme.Amira.Says("start again");

        var card = scheme.Amira.Card(Verbs.SupportersShow);
        Assert.Equal(scheme.Step, card.Step);
        Assert.Equal("", card.Fields[InputIds.Area]);
    }

    [Theory, Trait("Requirement", "U-06"), Trait("Requirement", "A-17")]
    [InlineData(0, "what you would like to do")]
    [InlineData(1, "what would help you")]
    [InlineData(2, "the people you could choose")]
    [InlineData(3, "your choices")]
    public async Task Words_that_are_no_answer_are_met_kindly_and_after_two_with_a_person_to_ask(int step, string about)
    {
        var scheme = await AtStepAsync(step);
        var before = StoredChat.Read(scheme.Amira.Stored).Stack;
        await scheme.Amira.Says("Umbrellas are blue");
        scheme.Amira.Sees($"I was asking about {about}.");
        Assert.Single(scheme.Amira.News);

        await scheme.Amira.Says("Umbrellas are green");
        scheme.Amira.Sees("If it is easier to ask a person: Sam Reid, sam.reid@council.example.");
        Assert.Equal(before, StoredChat.Read(scheme.Amira.Stored).Stack);

        await scheme.Amira.Says("status");
        await scheme.Amira.Says("Umbrellas are red");
        Assert.Single(scheme.Amira.News);
    }

    [Fact]
    public async Task A_coordinator_without_an_address_is_named_all_the_same()
    {
        var scheme = new Scheme("2026-11-24T10:00")
        {
            Reference = Authority.Reference with
            {
                Contacts = Authority.Reference.Contacts.ToDictionary(entry => entry.Key, entry => entry.Value with { Email = null, Phone = null }),
            },
        };
        await scheme.Amira.Says("Umbrellas are blue");
        await scheme.Amira.Says("Umbrellas are green");
        scheme.Amira.Sees("Sam Reid");
    }

    [Fact, Trait("Requirement", "U-06")]
    public async Task A_number_typed_after_help_means_the_step_that_came_back()
    {
        var scheme = await AtStepAsync(1);
        await scheme.Amira.Says("help");
        await scheme.Amira.Says("3");

        scheme.Amira.Sees("Stopped"); // the third button of "What would help?" is Cancel
    }

    [Fact]
    public async Task A_number_that_several_profiles_share_presses_none_of_them()
    {
        var scheme = await AtStepAsync(2);
        for (var number = 1; number <= 4; number++)
        {
            await scheme.Amira.Says(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.DoesNotContain(scheme.Store.All<Domain.People.SupporterProfile>(), profile => profile.DeclaredConflicts.Count > 0);
    }

    [Fact]
    public async Task A_person_of_the_page_can_be_chosen_by_typing_the_name()
    {
        var scheme = await AtStepAsync(2);
        await scheme.Amira.Says("peter lloyd");

        scheme.Amira.Sees("Peter Lloyd", "Your 1st choice");
    }

    [Theory]
    [InlineData("continue")]
    [InlineData("carry on")]
    [InlineData("support")]
    public async Task Continue_and_support_bring_the_open_step_back(string typed)
    {
        for (var step = 1; step <= 3; step++)
        {
            var scheme = await AtStepAsync(step);
            await scheme.Amira.Says(typed);
            Assert.Contains(scheme.Amira.News.SelectMany(message => message.Buttons), button => button.Verb == VerbOf(step));
        }
    }

    [Fact]
    public async Task Somebody_with_a_cycle_and_a_request_can_go_on_with_both_from_the_status()
    {
        var request = Given.Request(Authority.Amira, preferences: Authority.Peter);
        var cycle = Given.Cycle(Authority.Hannah, Authority.Amira);
        var scheme = new Scheme("2026-11-24T10:00", request, Given.Ask(request, Authority.Peter), cycle);
        await scheme.Amira.Says("status");
        scheme.Amira.Sees("You are paired with: Hannah Cole", "Request 2026-014: with Peter Lloyd");
        var card = scheme.Amira.News[0];
        await scheme.Amira.PressesOn(card, Verbs.SlotFind);
        scheme.Amira.Sees("Times when you and Hannah Cole are both free");
        await scheme.Amira.PressesOn(card, Verbs.RequestWithdraw);
        scheme.Amira.Sees("Request 2026-014 is withdrawn");
        Assert.True(scheme.Only<Cycle>().IsOpen);
    }

    [Fact]
    public async Task Plain_text_and_cards_can_be_switched_and_the_step_is_shown_again()
    {
        var scheme = await AtStepAsync(1);
        await scheme.Amira.Says("text");
        scheme.Amira.Sees("From now on I will write in plain text");
        Assert.True(StoredChat.Read(scheme.Amira.Stored).Memory.AsText);
        scheme.Amira.Sees("What would help?");
        await scheme.Amira.Says("cards");
        Assert.False(StoredChat.Read(scheme.Amira.Stored).Memory.AsText);
    }

    [Fact]
    public async Task A_state_of_an_older_release_that_is_not_understood_begins_the_step_again()
    {
        var scheme = await AtStepAsync(2);
        scheme.Amira.Stored = scheme.Amira.Stored.Replace("choosing", "pondering", StringComparison.Ordinal);
        await scheme.Amira.Says("Umbrellas are blue");

        scheme.Amira.Sees("I have learned new things since we last spoke about this");
        scheme.Amira.Sees("What would help?");
    }

    /// <summary>0: nothing half done; 1 describing, 2 choosing, 3 confirming.</summary>
    private static async Task<Scheme> AtStepAsync(int step)
    {
        var scheme = new Scheme("2026-11-24T10:00");
        if (step >= 1)
        {
            await scheme.Amira.Says("support");
        }

        if (step >= 2)
        {
            await scheme.Amira.Fills(Verbs.SupportersShow, (InputIds.Area, "other"));
        }

        if (step >= 3)
        {
            await scheme.Amira.Presses(Verbs.PreferenceAdd);
            await scheme.Amira.Presses(Verbs.RequestReview);
        }

        return scheme;
    }

    private static string VerbOf(int step) => step switch
    {
        1 => Verbs.SupportersShow,
        2 => Verbs.PreferenceAdd,
        _ => Verbs.RequestSend,
    };
}
