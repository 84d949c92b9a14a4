using PeerBot.EndToEnd.Pages;
using PeerBot.EndToEnd.Setup;

namespace PeerBot.EndToEnd;

/// <summary>From "I need support" to feedback, as two people, over the real protocol; leaves the pictures that the README shows.</summary>
[Trait("Requirement", "A-01")]
[Trait("Requirement", "A-02")]
[Trait("Requirement", "A-03")]
[Trait("Requirement", "A-05")]
[Trait("Requirement", "A-11")]
[Trait("Requirement", "A-13")]
[Trait("Requirement", "A-15")]
public sealed class The_main_job(RehearsalSession session) : IClassFixture<RehearsalSession>
{
    [BrowserFact]
    public async Task A_head_asks_for_support_meets_a_supporter_and_says_how_it_was()
    {
        var page = await session.Open();
        await page.Clock.Expect("Saturday 21 November 2026", "7.05pm");
        var amira = page.Person("Amira Khan");
        var peter = page.Person("Peter Lloyd");
        var grace = await page.Add("Grace Obi");

        await AskAsync(page, amira);
        await AnswerAsync(page, amira, peter, grace);
        await AgreeAsync(amira, grace);
        await BookAsync(page, amira, grace);
        await LookAtConfidenceAsync(page, amira);
        await ShareAConcernAsync(amira);
        await MeetAsync(page, amira, grace);
        await SayHowItWasAsync(page, amira, grace);
        Assert.Empty(page.Troubles);
    }

    private static async Task AskAsync(RehearsalPage page, PersonChat amira)
    {
        await amira.Say("hi");
        await amira.Card("Hello Amira").ExpectText("one of several kinds of support");
        await page.Screenshot("01-welcome");
        await amira.Card("Hello Amira").Press("Ask for support");
        await amira.Choose("Area", "Workload and well-being");
        await amira.Fill("Anything your peer supporter should know", "Two years in, feeling stretched since the inspection");
        await amira.Press("See who is free");
        await amira.ExpectText("14 people have time now. Showing 1–5.");
        await page.Screenshot("02-profiles");

        await amira.Card("Peter Lloyd").Press("Choose");
        await amira.Card("Peter Lloyd").ExpectText("Your 1st choice");
        await amira.Card("Grace Obi").Press("Choose");
        await amira.Card("Grace Obi").Press("Go on with 2");
        await amira.Card("Check your choices").ExpectText("The exception:");
        await amira.Tick("I understand");
        await page.Screenshot("03-confirm");
        await amira.Press("Send request");
        await amira.ExpectText("I will ask Peter Lloyd at 8.30am on Monday 23 November 2026");
    }

    private static async Task AnswerAsync(RehearsalPage page, PersonChat amira, PersonChat peter, PersonChat grace)
    {
        await peter.ExpectNoText("Would you support a colleague?");
        await page.Clock.MoveTo("2026-11-23T08:30");
        await peter.Card("Would you support a colleague?").ExpectText("Amira Khan, Oakfield Primary");
        await peter.ExpectNoText("feeling stretched");
        await page.Screenshot("04-ask");
        await peter.Press("Not this time");
        await peter.Choose("Reason, for the local authority only", "I have no time just now");
        await peter.Press("Send");
        await amira.ExpectText("Peter Lloyd has no room just now, which is no reflection on you. I have asked Grace Obi.");

        await grace.Press("Yes, I will");
        await grace.Card("You are paired with Amira Khan").ExpectText("feeling stretched");
        await amira.Card("You are paired with Grace Obi").ExpectText("will make first contact");
    }

    private static async Task AgreeAsync(PersonChat amira, PersonChat grace)
    {
        await grace.Press("Agree how we work");
        await grace.Press("I agree");
        await amira.Press("I agree");
        await amira.Card("Ground rules agreed").ExpectText("Monday 23 November 2026");
        await amira.Choose("How often", "We choose dates as we go");
        await amira.Choose("Length", "1 hour");
        await amira.Choose("How (required)", "Teams");
        await amira.Press("Propose");
        await grace.Press("Agree");
        await amira.Card("Pick a time").ExpectText("Grace Obi");
    }

    private static async Task BookAsync(RehearsalPage page, PersonChat amira, PersonChat grace)
    {
        await amira.Say("can we do thursday 3rd at 6pm");
        await amira.Card("That time cannot be booked").ExpectText("3.30pm on Thursday 3 December 2026");
        await amira.Press("Book it");
        await amira.Card("Booked").ExpectText("Thursday 3 December 2026, 3.30–4.30pm");
        await amira.Card("Booked").ExpectText("Friday 28 May 2027");
        await grace.Card("Booked").ExpectText("Thursday 3 December 2026, 3.30–4.30pm");
        await page.Screenshot("05-booked");
    }

    private static async Task LookAtConfidenceAsync(RehearsalPage page, PersonChat amira)
    {
        await amira.Card("How confident do you feel?").Press("Begin");
        await amira.Choose("Create and communicate a clear vision", "Confident");
        await amira.Choose("Handle sensitive situations well", "Less confident");
        await page.Screenshot("06-self-evaluation");
        await amira.Press("Save and next");
        await amira.Card("Strategic thinking").Press("Save and next");
        await amira.Card("Management of financial and other resources").Press("Save and stop");
        await amira.Say("continue");
        await amira.Card("Delivery of results").ExpectText("Section 4 of 8");
    }

    private static async Task ShareAConcernAsync(PersonChat amira)
    {
        await amira.Say("a child at risk was mentioned and I");
        await amira.Card("Share a concern").ExpectText("Jo Price");
        await amira.Card("Share a concern").ExpectText("I have not kept what you typed");
    }

    private static async Task MeetAsync(RehearsalPage page, PersonChat amira, PersonChat grace)
    {
        await page.Clock.MoveTo("2026-12-03T17:00");
        await amira.Card("Did you meet?").Press("Yes");
        await grace.Card("Did you meet?").Press("Yes");
        await amira.ExpectText("In-person meetings so far: 0 of 6.");
        await page.Calendar.ExpectMeeting("Amira Khan", "Peer support – protected time");
        await page.Screenshot("rehearsal");
    }

    private static async Task SayHowItWasAsync(RehearsalPage page, PersonChat amira, PersonChat grace)
    {
        await amira.Say("status");
        await amira.Press("Finish this cycle of peer support");
        await amira.Press("Yes, finish it");
        await amira.Card("How was it for you?").ExpectText("No, do not share");
        await amira.Choose("How useful was this cycle", "Very");
        await amira.Choose("May we share your answers", "Share only the message I write now");
        await amira.Fill("Message to Grace Obi", "Thank you, you gave me room to think.");
        await page.Screenshot("07-feedback");
        await amira.Card("How was it for you?").Press("Send");
        await grace.Card("From Amira Khan").ExpectText("Thank you, you gave me room to think.");
        await grace.ExpectNoText("How useful");
        await amira.Card("Look again at your confidence?").ExpectText("Begin");
    }
}
