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
        await morag.Card("All dates are agreed").ExpectText("Monday 30 November 2026");

        await page.Clock.MoveTo("2026-11-30T17:00");
        await callum.Card("Did you meet?").Press("Yes");
        await morag.Card("Did you meet?").Press("Yes");
        await callum.Fill("Your entry", "I asked before I answered, and the room grew quiet.");
        await callum.Press("Save");
        await callum.Press("See my journal");
        await callum.PressFirst("Share this entry");
        await page.Screenshot("44-aml-shared");
        await FinishAsync(page, callum, morag, "45-aml-close");
        Assert.Empty(page.Troubles);
    }

    [BrowserFact, Trait("Requirement", "S1-01"), Trait("Requirement", "S1-11"), Trait("Requirement", "S1-12"), Trait("Requirement", "S1-13"), Trait("Requirement", "S1-18")]
    public async Task A_facilitator_brings_two_together_and_they_go_through_the_phases()
    {
        var (page, sanjay, leah) = await OpenAsync("Sanjay Rao", "Leah Thompson");
        var denise = await page.Add("Denise Walker");
        await page.Clock.MoveTo("2026-11-22T22:30");
        await sanjay.Say("hi");
        await page.Screenshot("50-coaching-welcome");
        await sanjay.Press("Ask for support");
        await sanjay.Fill("Anything your peer coach should know", "My readers of nine and ten");
        await sanjay.Tick("I understand");
        await sanjay.Press("Send request");
        await sanjay.ExpectText("Denise Walker looks for a peer coach who fits");
        await page.Screenshot("51-coaching-assign");
        await denise.PressFirst("Assign");
        await page.Screenshot("52-coaching-paired");
        await AgreeRulesAsync(sanjay, leah);
        Assert.Empty(page.Troubles);
    }

    [BrowserFact, Trait("Requirement", "S3-06"), Trait("Requirement", "S3-16"), Trait("Requirement", "S3-22"), Trait("Requirement", "S3-30")]
    public async Task Two_peer_mentors_choose_each_other_and_take_a_record_along()
    {
        var (page, eilidh, morven) = await OpenAsync("Eilidh Grant", "Morven Campbell");
        await page.Clock.MoveTo("2026-11-23T09:00");
        await morven.Say("hi");
        await page.Screenshot("60-cld-welcome");
        await morven.Press("Find a peer mentor");
        await page.Screenshot("61-cld-list");
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

    private static async Task FinishAsync(RehearsalPage page, PersonChat one, PersonChat other, string picture)
    {
        await one.Say("status");
        await page.Screenshot(picture + "-status");
    }
}
