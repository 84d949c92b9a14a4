using PeerBot.EndToEnd.Pages;
using PeerBot.EndToEnd.Setup;

namespace PeerBot.EndToEnd;

/// <summary>From the offer by way of the criteria and the training to the list, and there by the volunteer's own yes.</summary>
[Trait("Requirement", "S2-07")]
[Trait("Requirement", "S2-15")]
[Trait("Requirement", "S2-23")]
[Trait("Requirement", "S2-38")]
[Trait("Requirement", "A-16")]
public sealed class Becoming_a_supporter(RehearsalSession session) : IClassFixture<RehearsalSession>
{
    private const string Summary = "Nine years a head, in two small schools. I listen first, and I am glad to think aloud about staffing.";

    [BrowserFact]
    public async Task A_head_offers_support_is_approved_and_trained_and_is_listed()
    {
        var page = await session.Open();
        await page.Close("Amira Khan");
        await page.Close("Peter Lloyd");
        var zainab = await page.Add("Zainab Hussain");
        var sam = await page.Add("Sam Reid");
        await page.Clock.MoveTo("2026-11-24T10:00");

        await OfferAsync(page, zainab);
        await ApproveAsync(page, zainab, sam);
        await TrainAsync(page, zainab, sam);
        Assert.Empty(page.Troubles);
    }

    private static async Task OfferAsync(RehearsalPage page, PersonChat zainab)
    {
        await zainab.Say("offer support");
        await zainab.Fill("Short summary of background and skills", "Ring me on 07700 900123");
        await zainab.Tick("My profile may be shown");
        await zainab.Press("Save and go on");
        await zainab.ExpectText("Please leave out phone numbers");
        await page.Screenshot("20-offer");
        await zainab.Fill("Short summary of background and skills", Summary);
        await zainab.Press("Preview card");
        await zainab.Card("Zainab Hussain").ExpectText("This is what others will see of you");
        await page.Screenshot("21-preview");
        await zainab.Press("It is right, go on");

        await zainab.Fill("First day in your present post", "2018-09-01");
        await zainab.Tick("Good understanding");
        await zainab.Tick("A proven track record");
        await zainab.Fill("speak for your skills", "Siobhan Doyle, headteacher nearby");
        await page.Screenshot("22-criteria");
        await zainab.Press("Send for approval");
        await zainab.ExpectText("It is sent");
    }

    private static async Task ApproveAsync(RehearsalPage page, PersonChat zainab, PersonChat sam)
    {
        await sam.Say("approvals");
        await sam.ExpectText("Zainab Hussain");
        await page.Screenshot("23-approvals");
        await sam.Press("Look at Zainab Hussain");
        await sam.Press("Record the inspection");
        await sam.Press("One word for the whole school");
        await sam.Fill("Date of the inspection", "2023-05-12");
        await sam.Choose("Overall effectiveness", "good");
        await page.Screenshot("24-inspection");
        await sam.Press("Save");
        await sam.Tick("I have checked");
        await page.Screenshot("25-approval");
        await sam.Press("Approve for training");
        await zainab.Card("Training comes next").ExpectText("Training is at UCS");
        await page.Screenshot("26-training");
        await zainab.Press("Book Thursday 14 January 2027");
        await zainab.ExpectText("See you there on Thursday 14 January 2027");
    }

    private static async Task TrainAsync(RehearsalPage page, PersonChat zainab, PersonChat sam)
    {
        await page.Clock.MoveTo("2027-01-15T09:00");
        await sam.Say("approvals");
        await sam.Press("Look at Zainab Hussain");
        await sam.Press("Was there");
        await zainab.Card("Your training is done").ExpectText("Nobody sees it before you say yes");
        await zainab.Press("Yes, show it");
        await zainab.ExpectText("You are on the list");
        await page.Screenshot("27-listed");

        await sam.Say("supporters");
        await sam.Card("Peer supporter: Listed").ExpectText("Places taken");
        await page.Screenshot("28-supporters");
    }
}
