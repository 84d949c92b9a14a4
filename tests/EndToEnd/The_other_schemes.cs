using Microsoft.Playwright;
using PeerBot.EndToEnd.Pages;
using PeerBot.EndToEnd.Setup;

namespace PeerBot.EndToEnd;

/// <summary>Schemes in which people come together in another way, from the way in to what somebody takes along.</summary>
public sealed class The_other_schemes(RehearsalSession session) : IClassFixture<RehearsalSession>
{
    [BrowserFact, Trait("Requirement", "S0-01"), Trait("Requirement", "S0-08"), Trait("Requirement", "S0-21"), Trait("Requirement", "S0-27")]
    public async Task A_participant_names_a_colleague_and_they_meet_on_the_last_Monday_of_each_month()
    {
        var (page, callum, morag) = await OpenAsync("Callum Inkster", "Morag Sinclair");
        await callum.Say("hi");
        await page.Screenshot("40-aml-welcome");
        await callum.Press("Name my peer supporter");
        await callum.Fill("Their name or work e-mail", "Morag Sinclair");
        await callum.Press("Find them");
        await callum.Press("Ask them");
        await callum.Card("Morag Sinclair is asked").ExpectText("nothing is booked");
        await page.Clock.MoveTo("2026-11-23T09:00");
        await morag.Card("Callum Inkster has named you").ExpectText("You do not need to be familiar with the programme content");
        await page.Screenshot("41-aml-named");
        await morag.Press("I agree");
        await morag.ExpectText("Welcome and thank you: you support Callum Inkster");

        await AgreeRulesAsync(callum, morag);
        await callum.Choose("How often", "Once a month, on the same weekday");
        await callum.Choose("If monthly: which week", "last");
        await callum.Choose("Day of the week", "Monday");
        await callum.Choose("Length", "30 minutes");
        await callum.Choose("How (required)", "Teams");
        await callum.Choose("Kind of conversation", "A coaching approach");
        await page.Screenshot("42-aml-rhythm");
        await callum.Press("Propose");
        await morag.Press("Agree");
        await page.Screenshot("43-aml-dates");
        await callum.Card("Your dates, all at once").ExpectText("Monday 22 March 2027");
        await callum.Press("Suggest these dates");
        await morag.Press("Agree to all");
        await morag.Card("All dates are agreed").ExpectText("Monday 22 March 2027");

        await page.Clock.MoveTo("2026-11-30T12:00");
        await callum.Card("Did you meet?").Press("Yes");
        await morag.Card("Did you meet?").Press("Yes");
        await callum.Fill("Your entry", "I asked before I answered, and the room grew quiet.");
        await callum.Press("Save");
        await callum.PressFirst("Share this entry");
        await morag.Say("shared with me");
        await morag.Press("Journal entries");
        await morag.PressFirst("Say something to");
        await morag.Fill("Your comment", "What did the pupils do in the quiet?");
        await morag.Press("Save");
        await callum.ExpectText("What did the pupils do in the quiet?");
        await page.Screenshot("44-aml-comment");
        await FinishAsync(callum);
        await morag.Press("What I learned");
        await morag.Fill("What you take along", "To hold the silence.");
        await morag.Press("Save");
        await morag.ExpectText("It is part of your learning record");
        await callum.ExpectNoText("To hold the silence");
        await page.Screenshot("45-aml-end");
        await TakeRecordAsync(page, callum, "46-aml-record", "27 November 2026", "the room grew quiet");
        Assert.Empty(page.Troubles);
    }

    [BrowserFact, Trait("Requirement", "S1-01"), Trait("Requirement", "S1-11"), Trait("Requirement", "S1-12"), Trait("Requirement", "S1-13"), Trait("Requirement", "S1-18")]
    public async Task A_facilitator_brings_two_together_and_they_go_through_the_phases()
    {
        var (page, sanjay, bronte) = await OpenAsync("Sanjay Rao", "Bronte Kelly");
        var denise = await page.Add("Denise Walker");
        await page.Clock.MoveTo("2026-11-22T22:30");
        await sanjay.ExpectClock("Melbourne time: Mon 23 Nov, 9.30am");
        await sanjay.Say("hi");
        await page.Screenshot("50-coaching-welcome");
        await sanjay.Press("Ask for support");
        await sanjay.Fill("Anything your peer coach should know", "My readers of nine and ten");
        await sanjay.Tick("I understand");
        await sanjay.Press("Send request");
        await sanjay.ExpectText("Denise Walker looks for a peer coach who fits");
        await denise.Card("a peer coach for Sanjay Rao").ExpectText("from another faculty");
        await denise.ExpectNoText("readers");
        await page.Screenshot("51-coaching-assign");
        await denise.Card("a peer coach for Sanjay Rao").Locator.GetByRole(AriaRole.Button, new() { Name = "Assign" }).Nth(1).ClickAsync();
        await denise.Card("Brought together").ExpectText("Bronte Kelly and Sanjay Rao are paired");
        await sanjay.Card("You are paired with Bronte Kelly").ExpectText("Phase 1 of 5: Assess");
        await page.Screenshot("52-coaching-paired");
        await AgreeRulesAsync(sanjay, bronte);
        await sanjay.Choose("How often", "We choose dates as we go");
        await sanjay.Choose("Length", "30 minutes");
        await sanjay.Choose("How (required)", "In person");
        await sanjay.Press("Propose");
        await bronte.Press("Agree");
        await sanjay.Card("Pick a time").PressFirst("November");
        await page.Screenshot("53-coaching-booked");

        await sanjay.Say("phase");
        await sanjay.Press("Say what it is about");
        await sanjay.Fill("In your words", "Reading aloud in Years 3 and 4");
        await sanjay.Press("Save");
        await sanjay.Press("Next phase");
        await bronte.Card("Phase 2 of 5: Set goals").ExpectText("Sanjay Rao has taken your coaching cycle to this phase.");
        await page.Screenshot("54-coaching-phase");
        await bronte.Press("Back to: Assess");
        await sanjay.Card("Phase 1 of 5: Assess").ExpectText("Bronte Kelly has taken");
        foreach (var phase in new[] { "Set goals", "Prepare", "Implement activities", "Reflect and debrief" })
        {
            await sanjay.Press("Next phase");
            await sanjay.ExpectText($": {phase}");
        }

        await page.Clock.MoveTo("2026-11-23T22:30");
        await sanjay.Card("Did you meet?").Press("Yes");
        await bronte.Card("Did you meet?").Press("Yes");
        await bronte.Say("phase");
        await bronte.Press("Start another coaching cycle");
        await page.Screenshot("55-coaching-another");
        await sanjay.Press("I might train as a peer coach");
        await denise.ExpectText("Might train as a peer coach");
        await page.Screenshot("56-coaching-might-train");
        Assert.Empty(page.Troubles);
    }

    [BrowserFact, Trait("Requirement", "S3-06"), Trait("Requirement", "S3-16"), Trait("Requirement", "S3-22"), Trait("Requirement", "S3-30")]
    public async Task Two_peer_mentors_choose_each_other_and_take_a_record_along()
    {
        var (page, morven, fraser) = await OpenAsync("Morven Campbell", "Fraser Lindsay");
        await page.Clock.MoveTo("2026-11-23T09:00");
        await morven.Say("hi");
        await morven.LastCard.ExpectText("Hello Morven");
        await morven.Card("Hello Morven").ExpectText("Professional support and challenge with a peer");
        await page.Screenshot("60-cld-welcome");
        await morven.Press("Find a peer mentor");
        await morven.Press("Choose");
        await morven.Card("Choose Fraser Lindsay?").ExpectText("Can you have challenge with this person?");
        await morven.Card("Choose Fraser Lindsay?").Locator.ScrollIntoViewIfNeededAsync();
        await page.Screenshot("61-cld-choose");
        await morven.Card("Choose Fraser Lindsay?").Press("Send my invitation");
        await fraser.Card("Morven Campbell has chosen you").ExpectText("more than a friend");
        await page.Screenshot("62-cld-chosen");
        await fraser.Press("Choose back");

        await AgreeRulesAsync(morven, fraser);
        await morven.Choose("How often", "We choose dates as we go");
        await morven.Choose("Length", "1 hour");
        await morven.Choose("How (required)", "Teams");
        await morven.Press("Propose");
        await fraser.Press("Agree");
        await morven.Card("Pick a time").PressFirst("November");
        await page.Screenshot("63-cld-booked");
        await morven.Say("topics");
        await morven.Fill("Suggest a topic", "Saying no kindly");
        await morven.Press("Suggest it");
        await fraser.Card("What we talk about").ExpectText("Proposed by Morven Campbell.");
        await fraser.Card("What we talk about").Press("Agree");
        await morven.Card("What we talk about").ExpectText("Agreed by both.");
        await page.Screenshot("64-cld-topics");

        await page.Clock.MoveTo("2026-11-24T17:00");
        await morven.Card("Did you meet?").Press("Yes");
        await fraser.Card("Did you meet?").Press("Yes");
        await morven.Say("learning record");
        await morven.Press("Ask to name Fraser Lindsay");
        await page.Clock.MoveTo("2026-11-25T09:00");
        await fraser.Press("Yes, name me");
        await page.Screenshot("65-cld-name");
        await TakeRecordAsync(page, morven, "66-cld-record", "Fraser Lindsay");
        await FinishAsync(morven);
        await fraser.Card("How was it for you?").ExpectText("How useful");
        await page.Screenshot("67-cld-feedback");
        Assert.Empty(page.Troubles);
    }

    private async Task<(RehearsalPage Page, PersonChat One, PersonChat Other)> OpenAsync(string one, string other)
    {
        var page = await session.Open();
        await page.Close("Amira Khan");
        await page.Close("Peter Lloyd");
        return (page, await page.Add(one), await page.Add(other));
    }

    private static async Task AgreeRulesAsync(PersonChat one, PersonChat other)
    {
        await other.Press("Agree how we work");
        await other.Press("I agree");
        await one.Press("I agree");
    }

    private static async Task FinishAsync(PersonChat one)
    {
        await one.Say("status");
        await one.PressFirst("Finish this");
        await one.Press("Yes, finish it");
        await one.Card("How was it for you?").ExpectText("No, do not share");
    }

    private static async Task TakeRecordAsync(RehearsalPage page, PersonChat one, string picture, params string[] words)
    {
        await one.Say("learning record");
        await one.Press("Get it");
        await page.OpenFrom(one.Card("Your learning record"), "Open the page", picture, words);
    }
}
