using PeerBot.EndToEnd.Pages;
using PeerBot.EndToEnd.Setup;

namespace PeerBot.EndToEnd;

/// <summary>What a coordinator sees and does: counts, a request without an answer, a closed day. And what a person sees of their own data.</summary>
[Trait("Requirement", "S2-05")]
[Trait("Requirement", "S2-40")]
[Trait("Requirement", "A-14")]
[Trait("Requirement", "A-19")]
public sealed class Looking_after_the_programme(RehearsalSession session) : IClassFixture<RehearsalSession>
{
    [BrowserFact]
    public async Task The_coordinator_moves_a_request_on_and_closes_a_day_and_a_head_opens_the_file_of_her_data()
    {
        var page = await session.Open(width: 1800);
        var amira = page.Person("Amira Khan");
        await page.Close("Peter Lloyd");
        var grace = await page.Add("Grace Obi");
        var sam = await page.Add("Sam Reid");

        await MoveOnAsync(page, amira, grace, sam);
        await CloseADayAsync(page, amira, grace, sam);
        await LookAtMyDataAsync(page, amira);
        Assert.Empty(page.Troubles);
    }

    private static async Task MoveOnAsync(RehearsalPage page, PersonChat amira, PersonChat grace, PersonChat sam)
    {
        await Pairing.Ask(amira, "Peter Lloyd", "Grace Obi");
        await page.Clock.MoveTo("2026-11-30T09:00");
        await sam.Say("coordinator");
        await sam.Card("where things stand").ExpectText("Open requests");
        await page.Screenshot("30-coordinator-home");
        await sam.Press("Requests");
        await sam.ExpectText("Amira Khan");
        await page.Screenshot("31-requests");
        await sam.Press("Open");
        await sam.Card("Request 2026-001").ExpectText("Peter Lloyd, until Monday 30 November 2026");
        await page.Screenshot("32-unanswered");
        await sam.Press("Ask next choice");
        await amira.ExpectText("Peter Lloyd has no room just now");
        await sam.ExpectNoText("Workload");
        await Pairing.Agree(amira, grace);
        await Pairing.Book(amira, "tuesday 8 december at 3.30pm", "Tuesday 8 December 2026, 3.30–4.30pm");
    }

    private static async Task CloseADayAsync(RehearsalPage page, PersonChat amira, PersonChat grace, PersonChat sam)
    {
        await sam.Say("calendar");
        await sam.Card("Calendar").ExpectText("Closed days in term");
        await page.Screenshot("33-calendar");
        await sam.Press("Add a closed day");
        await sam.Fill("Name, such as", "Snow day");
        await sam.Fill("First day", "2026-12-08");
        await sam.Press("See what falls on it");
        await sam.ExpectText("1 meeting falls on it.");
        await sam.ExpectText("Amira Khan and Grace Obi");
        await page.Screenshot("34-closure");
        await sam.Press("Add it");
        await amira.Card("Move your meeting").ExpectText("Snow day");
        await grace.ExpectNoText("Snow day");
        await amira.ShowNewest();
        await page.Screenshot("35-closed-day");
    }

    private static async Task LookAtMyDataAsync(RehearsalPage page, PersonChat amira)
    {
        await amira.Say("my data");
        await amira.Card("My data").ExpectText("Who looked at your data");
        await page.Screenshot("36-my-data");
        await amira.Press("Download");
        await page.OpenFrom(amira.Card("Your data"), "Open the page", "37-my-data-page", "Amira Khan", "Grace Obi", "Sam Reid");
    }
}
