using PeerBot.Cards.Tests.Samples;
using static PeerBot.Cards.Tests.Look;
using static PeerBot.Cards.Tests.Samples.Basics;

namespace PeerBot.Cards.Tests;

/// <summary>Requests, choices, asks and pairing. What their words and fields owe to a requirement.</summary>
public sealed class Cards_for_asking
{
    [Fact]
    [Trait("Requirement", "S2-01")]
    [Trait("Requirement", "S2-02")]
    [Trait("Requirement", "S2-10")]
    public void The_welcome_lists_all_benefits_and_says_what_it_does_not_replace()
    {
        var words = Words("C01-welcome");
        Assert.All(Sample.Welcome.Benefits, benefit => Assert.Contains(benefit, words, StringComparison.Ordinal));
        Assert.Contains("one of several kinds of support", words, StringComparison.Ordinal);
        Assert.Contains("It does not replace other help: NOSS", words, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S3-28")]
    public void A_programme_that_replaces_nothing_says_so_too() =>
        Assert.Contains(
            "on top of your line management and supervision. It replaces neither", Words("C01-welcome-languages"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("C02-request")]
    [InlineData("C04-choices")]
    [InlineData("C21-thanks-requester")]
    [Trait("Requirement", "S2-02")]
    public void Other_help_is_named_when_asking_and_at_the_close(string card) =>
        Assert.Contains("NOSS", Words(card), StringComparison.Ordinal);

    [Fact]
    public void The_request_offers_every_area_and_one_way_to_say_nothing()
    {
        var area = Input<AdaptiveChoiceSetInput>("C02-request", InputIds.Area);
        Assert.Equal(Areas.All, area.Choices.Select(choice => choice.Value));
        Assert.Equal("Prefer not to say", area.Choices[^1].Title);
        Assert.Equal(300, Input<AdaptiveTextInput>("C02-request", InputIds.Note).MaxLength);
    }

    [Fact]
    [Trait("Requirement", "S2-14")]
    [Trait("Requirement", "S2-15")]
    public void A_profile_shows_region_size_type_and_summary_and_its_place_among_all()
    {
        var words = Words("C03-profile");
        Assert.Contains("Region: North Shropshire", words, StringComparison.Ordinal);
        Assert.Contains("Size of school: 100 to 210 pupils", words, StringComparison.Ordinal);
        Assert.Contains("School type: Rural, voluntary controlled", words, StringComparison.Ordinal);
        Assert.Contains("Headteacher for nine years", words, StringComparison.Ordinal);
        Assert.Contains("2 of 7 · this page shows 1–5", words, StringComparison.Ordinal);
        Assert.Contains("Why you see this:", words, StringComparison.Ordinal);
        Assert.Equal("7 people have time now. Showing 1–5. Pick up to 3, in order.", ProfileCard.Intro(1, 5, 7, 3, English));
    }

    [Fact]
    [Trait("Requirement", "S2-38")]
    public void A_profile_has_no_place_for_a_grade_a_phone_or_an_address()
    {
        string[] forbidden = ["grade", "ofsted", "inspection", "phone", "mail", "photo", "rating"];
        var fields = typeof(ProfileCard.View).GetProperties().Select(property => property.Name.ToLowerInvariant());
        Assert.DoesNotContain(fields, field => forbidden.Any(word => field.Contains(word, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("C03-profile", "Choose Grace Obi as your 2nd choice")]
    [InlineData("C03-profile-chosen", "Take Grace Obi off my list")]
    public void A_profile_is_chosen_or_taken_back(string card, string button) =>
        Assert.Contains(
            TextTwin.Actions(Card(card)),
            action => action.Title == button && action.DataJson!.Contains("\"arg\":\"0\"", StringComparison.Ordinal));

    [Fact]
    public void A_full_list_offers_no_further_choice() =>
        Assert.DoesNotContain(
            TextTwin.Actions(Card("C03-profile-full")), action => action.Verb is Verbs.PreferenceAdd or Verbs.SupportersMore);

    [Theory]
    [InlineData("C01-welcome")]
    [InlineData("C04-choices")]
    [InlineData("C05-ask")]
    [InlineData("C08-rules")]
    [InlineData("C08-rules-agreed")]
    [InlineData("C15-reminder-supporter-first")]
    [Trait("Requirement", "S2-31")]
    [Trait("Requirement", "S2-32")]
    public void Confidentiality_and_its_exception_stand_in_one_paragraph(string card)
    {
        var paragraph = Assert.Single(Blocks(card), text => text.Contains(Promise.Statement, StringComparison.Ordinal));
        Assert.Contains(
            "**The exception:** if someone may be at risk of harm, or there is serious wrongdoing,", paragraph, StringComparison.Ordinal);
        Assert.Contains("Head of Safeguarding", paragraph, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "S2-31")]
    public void A_request_cannot_be_sent_without_the_tick()
    {
        Assert.True(Input<AdaptiveToggleInput>("C04-choices", InputIds.Understood).IsRequired);
        var send = Press("C04-choices", Verbs.RequestSend);
        Assert.Null(send.AssociatedInputs);
    }

    [Fact]
    public void Choices_are_put_in_order_by_buttons_that_say_whom_they_move()
    {
        var titles = TextTwin.Actions(Card("C04-choices")).Select(action => action.Title).ToList();
        Assert.Contains("Move Grace Obi up", titles);
        Assert.DoesNotContain("Move Peter Lloyd up", titles);
        Assert.Contains("Take Peter Lloyd off my list", titles);
    }

    [Fact]
    [Trait("Requirement", "S2-04")]
    [Trait("Requirement", "A-01")]
    public void A_request_at_the_weekend_is_in_at_once_and_says_when_it_is_passed_on()
    {
        var words = Words("C36-sent-weekend");
        Assert.Contains("Request 2026-014 is in", words, StringComparison.Ordinal);
        Assert.Contains(
            "It is the weekend, so I will ask Peter Lloyd at 8.30am on Monday 23 November 2026.", words, StringComparison.Ordinal);
        Assert.Contains("until 5.30pm on Monday 30 November 2026", words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ask_has_no_place_for_the_note() =>
        Assert.DoesNotContain(typeof(AskCard.View).GetProperties(), property => property.Name.Contains("Note", StringComparison.Ordinal));

    [Fact]
    public void Only_the_supporter_reads_the_note()
    {
        Assert.Contains(Sample.Note, Words("C07-paired-supporter"), StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(PairedCard.View.ForRequester).GetProperties(), property => property.Name == "Note");
    }

    [Theory]
    [InlineData("C07-paired-supporter", "You make first contact, by Teams or work e-mail, by Monday 30 November 2026.")]
    [InlineData("C07-paired-requester", "Grace Obi will make first contact, by Teams or work e-mail, by Monday 30 November 2026.")]
    [Trait("Requirement", "S2-17")]
    [Trait("Requirement", "S2-38")]
    [Trait("Requirement", "S2-40")]
    public void Both_see_who_acts_next_and_how(string card, string sentence)
    {
        var words = Words(card);
        Assert.Contains(sentence, words, StringComparison.Ordinal);
        Assert.Contains("Please do not use personal phone numbers.", words, StringComparison.Ordinal);
        Assert.Contains("in term time, 8.30am–5.30pm", words, StringComparison.Ordinal);
    }
}
