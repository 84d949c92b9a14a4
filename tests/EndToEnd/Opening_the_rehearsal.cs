using PeerBot.EndToEnd.Setup;

namespace PeerBot.EndToEnd;

public sealed class Opening_the_rehearsal(RehearsalSession session) : IClassFixture<RehearsalSession>
{
    [BrowserFact]
    public async Task Two_people_are_side_by_side_and_what_one_of_them_writes_outlives_a_reload()
    {
        var page = await session.Open();
        await page.Clock.Expect("Saturday 21 November 2026", "7.05pm");

        var amira = page.Person("Amira Khan");
        await amira.Say("Good evening from Oakfield");
        await page.Person("Peter Lloyd").ExpectNoText("Good evening from Oakfield");

        await page.Reload();
        await amira.ExpectText("Good evening from Oakfield");
        Assert.Empty(page.Troubles);
    }
}
