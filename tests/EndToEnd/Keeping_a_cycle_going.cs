using PeerBot.EndToEnd.Pages;
using PeerBot.EndToEnd.Setup;

namespace PeerBot.EndToEnd;

/// <summary>Meetings that are moved, cancelled and missed, and the review near the end with more time that the coordinator agrees.</summary>
[Trait("Requirement", "S2-21")]
[Trait("Requirement", "S2-40")]
[Trait("Requirement", "A-09")]
public sealed class Keeping_a_cycle_going(RehearsalSession session) : IClassFixture<RehearsalSession>
{
    [BrowserFact]
    public async Task Two_people_move_cancel_and_miss_meetings_and_the_coordinator_agrees_to_more_time()
    {
        var page = await session.Open(width: 1800);
        var amira = page.Person("Amira Khan");
        await page.Close("Peter Lloyd");
        var grace = await page.Add("Grace Obi");
        var sam = await page.Add("Sam Reid");
        await page.Clock.MoveTo("2026-11-24T10:00");

        await Pairing.Ask(amira, "Grace Obi");
        await Pairing.Agree(amira, grace);
        await Pairing.Book(amira, "thursday 3 december at 3.30pm", "Thursday 3 December 2026, 3.30–4.30pm");
        await MoveAndCancelAsync(page, amira, grace);
        await MissAsync(page, amira, grace);
        await ReviewAsync(page, amira, grace, sam);
        Assert.Empty(page.Troubles);
    }

    private static async Task MoveAndCancelAsync(RehearsalPage page, PersonChat amira, PersonChat grace)
    {
        await amira.Say("I need to move thursday");
        await amira.Card("Move your meeting").ExpectText("You need not give a reason.");
        await page.Screenshot("10-move");
        await amira.Card("Move your meeting").PressFirst("December");
        await amira.Card("Moved").ExpectText("Grace Obi is told in working hours");
        await grace.Card("Moved").ExpectText("Amira Khan had to move it. Does the new time suit you?");
        await page.Screenshot("11-moved");
        await grace.Card("Moved").Press("Cancel meeting");
        await grace.Press("Cancel without a new time");
        await amira.ExpectText("Grace Obi has had to cancel");
        await page.Calendar.WeekAfter();
        await page.Calendar.ExpectMeeting("Amira Khan", "cancelled");
        await page.Screenshot("12-cancelled");
    }

    private static async Task MissAsync(RehearsalPage page, PersonChat amira, PersonChat grace)
    {
        await Pairing.Book(amira, "thursday 3 december at 3.30pm", "Thursday 3 December 2026, 3.30–4.30pm");
        await page.Clock.MoveTo("2026-12-03T17:00");
        await amira.Card("Did you meet?").Press("Yes");
        await grace.Card("Did you meet?").Press("Yes");
        await MissOneAsync("tuesday 8 december at 3.30pm", "Tuesday 8 December 2026", "2026-12-08T17:00");
        await amira.ExpectText("These things happen");
        await MissOneAsync("thursday 10 december at 3.30pm", "Thursday 10 December 2026", "2026-12-10T17:00");
        await amira.Card("Is this still right for you?").ExpectText("nobody counts them");
        await grace.Card("Is this still right for you?").ExpectButton("Finish");
        await page.Screenshot("13-still-right");
        await amira.Press("Keep going");
        await grace.Press("Keep going");

        async Task MissOneAsync(string words, string booked, string after)
        {
            await Pairing.Book(amira, words, booked);
            await page.Clock.MoveTo(after);
            await amira.Card("Did you meet?").Press("No, it did not happen");
            await grace.Card("Did you meet?").Press("No, it did not happen");
        }
    }

    private static async Task ReviewAsync(RehearsalPage page, PersonChat amira, PersonChat grace, PersonChat sam)
    {
        await page.Clock.MoveTo("2027-04-30T09:00");
        await grace.Card("How would you like to go on?").ExpectText("until Friday 28 May 2027");
        await amira.Choose("Your choice", "Ask to extend");
        await page.Screenshot("14-review");
        await amira.Card("How would you like to go on?").Press("Send");
        await sam.ExpectNoText("Both ask for more");
        await grace.Choose("Your choice", "Ask to extend");
        await grace.Card("How would you like to go on?").Press("Send");
        await sam.Card("Both ask for more").ExpectText("Amira Khan and Grace Obi ask for up to 3 more months and 3 more in-person meetings.");
        await page.Screenshot("15-both-ask");
        await sam.Press("Agree");
        foreach (var person in new[] { amira, grace })
        {
            await person.ExpectText("goes on until Tuesday 20 July 2027, with up to 9 in-person meetings in all");
        }

        await sam.ExpectText("The new last date is Tuesday 20 July 2027.");
        await page.Screenshot("16-extended");
    }
}
