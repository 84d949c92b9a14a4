using PeerBot.EndToEnd.Pages;
using PeerBot.EndToEnd.Setup;

namespace PeerBot.EndToEnd;

/// <summary>A lead forms groups of varied skills, and one of them meets, from why it does to how often its people come.</summary>
public sealed class Learning_in_groups(RehearsalSession session) : IClassFixture<RehearsalSession>
{
    private const string Purpose = "Better questioning in mixed-age classes";

    private static readonly string[] Members =
        ["Ada Moss", "Dev Anand", "Ewa Nowak", "Finn Daly", "Gita Rao", "Hugo Lane", "Jack Osei", "Kirsty Nolan", "Paul Whitby"];

    [BrowserFact, Trait("Requirement", "S4-07"), Trait("Requirement", "S4-12"), Trait("Requirement", "S4-14")]
    public async Task A_lead_forms_groups_and_sees_why_and_what_a_swap_would_cost()
    {
        var (page, nia) = await OpenAsync();
        await nia.Say("hi");
        await nia.Card("Your groups").ExpectText("You have no groups yet");
        await page.Screenshot("70-groups-home");
        await ProposeAsync(nia, page);
        var groups = await GroupsOnAsync(nia);
        Assert.All(groups, group => Assert.Equal(3, group.Count));
        Assert.Equal(Members, groups.SelectMany(group => group).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(groups, group => group.Contains("Ada Moss") && group.Contains("Finn Daly"));

        // Ada and Kirsty both bring phonics, so they are apart until the lead wishes otherwise.
        var other = groups.Single(group => group.Contains("Ada Moss")).First(name => name != "Ada Moss");
        await SwapAsync(nia, other, "Kirsty Nolan", groups);
        await nia.Card("What the swap would do").ExpectText("would have two who bring phonics");
        await page.Screenshot("73-groups-swap");
        await nia.Press("Undo");
        Assert.Equal(groups, await GroupsOnAsync(nia));
        await SwapAsync(nia, other, "Kirsty Nolan", groups);
        await nia.Press("Do it anyway");
        await nia.Card("Suggested groups").ExpectText("Done. You can undo it.");
        Assert.Contains(await GroupsOnAsync(nia), group => group.Contains("Ada Moss") && group.Contains("Kirsty Nolan"));
        await page.Screenshot("74-groups-swapped");
        await nia.Press("Undo");
        Assert.Equal(groups, await GroupsOnAsync(nia));
        Assert.Empty(page.Troubles);
    }

    [BrowserFact]
    [Trait("Requirement", "S4-01"), Trait("Requirement", "S4-04"), Trait("Requirement", "S4-06"), Trait("Requirement", "S4-08"), Trait("Requirement", "S4-09")]
    [Trait("Requirement", "S4-10"), Trait("Requirement", "S4-11"), Trait("Requirement", "S4-13"), Trait("Requirement", "S4-14"), Trait("Requirement", "S4-16")]
    public async Task A_group_agrees_meets_shares_and_its_lead_sees_how_it_goes()
    {
        var (page, nia) = await OpenAsync();
        await ProposeAsync(nia, page: null);
        var names = (await GroupsOnAsync(nia))[0];
        await nia.Press("Publish");
        await nia.ExpectText("Priya Shah looks at them before anybody is asked");
        await page.Screenshot("75-groups-published");
        var priya = await page.Add("Priya Shah");
        await priya.Card("Group A waits for your yes").Press("Yes, ask them");
        await nia.ExpectText("Group A goes on");

        var (one, two, three) = (await page.Add(names[0]), await page.Add(names[1]), await page.Add(names[2]));
        await one.Card("Would you like to be in this group?").ExpectText(Purpose);
        await one.Card("Would you like to be in this group?").ExpectText(names[1]);
        await page.Screenshot("76-groups-asked");
        foreach (var member in new[] { one, two, three })
        {
            await member.Press("I would like to join");
            await member.ExpectText("You are in");
        }

        await nia.ExpectText("you go first");
        await page.Screenshot("77-groups-lead-first");
        await nia.Press("I agree");
        foreach (var member in new[] { one, two, three })
            await member.Press("I agree");
        await one.Choose("How often", "We choose dates as we go");
        await one.Choose("Length", "45 minutes");
        await one.Choose("How (required)", "In person");
        await one.Choose("Who needs to be there", "All but one");
        await page.Screenshot("78-groups-rhythm");
        await one.Press("Propose");
        await two.Press("Agree");
        await three.Press("Agree");
        await page.Screenshot("79-groups-times");
        await one.Card("Pick a time").PressFirst("27 November");
        await two.Card("Booked").ExpectText("It is in everybody's calendar");
        await page.Screenshot("80-groups-booked");

        await BringAsync(one, "A course on hinge questions");
        await BringAsync(two, "A visit to Quarry Lane");
        await two.ExpectText("How do these fit together?");
        await page.Screenshot("81-groups-shared");
        await page.Clock.MoveTo("2026-11-26T12:00");
        await three.ExpectText($"{names[0]}: A course on hinge questions");
        await three.ExpectText("What would have to be different here?");
        await three.ExpectText("Tip 1 of 8");
        await page.Screenshot("82-groups-reminder");

        await page.Clock.MoveTo("2026-11-27T15:00");
        await LogAsync(one, "Sharing");
        await LogAsync(two, "Learning");
        await page.Screenshot("83-groups-log");
        await one.Say("thursday 3 december at 12pm");
        await one.Card("Shall I book this?").PressFirst("Book ");
        await three.ExpectText("Tip 2 of 8");
        await two.ExpectText("It is your turn to lead");
        await page.Clock.MoveTo("2026-12-03T15:00");
        await LogAsync(one, "Both");
        await LogAsync(two, "Learning");

        await page.Clock.MoveTo("2026-12-11T12:00");
        await nia.ExpectText($"{names[2]} has missed two sessions of group A. A quiet word may help; there may be good reasons.");
        await three.ExpectNoText("has missed");
        await one.ExpectText("What difference did it make for pupils?");
        await nia.Say("groups");
        await nia.Card("Your groups").ExpectText("67 % in 2 sessions");
        await page.Screenshot("84-groups-lead");
        await priya.Say("rates");
        await priya.Card("How groups take part").ExpectText("67 % in 2 sessions");
        foreach (var name in Members)
            await priya.ExpectNoText(name);
        await page.Screenshot("85-groups-rates");
        await priya.Say("reports");
        await page.Screenshot("86-groups-reports");
        Assert.Empty(page.Troubles);
    }

    private static async Task LogAsync(PersonChat member, string part)
    {
        await member.Card("Your group has met").Choose("For you it was more", part);
        await member.Card("Your group has met").Press("I was there");
        await member.ExpectText("I have noted that you were there");
    }

    private async Task<(RehearsalPage Page, PersonChat Lead)> OpenAsync()
    {
        var page = await session.Open(width: 2000);
        await page.Close("Amira Khan");
        await page.Close("Peter Lloyd");
        await page.Clock.MoveTo("2026-11-23T09:00");
        return (page, await page.Add("Nia Rhys"));
    }

    private static async Task ProposeAsync(PersonChat lead, RehearsalPage? page)
    {
        await lead.Say("form groups");
        await lead.Fill("Why they meet", Purpose);
        await lead.Choose("Neighbouring schools to link", "Quarry Lane School (4)");
        await lead.Choose("Largest group", "3");
        if (page is not null)
            await page.Screenshot("71-groups-form");
        await lead.Press("Propose groups");
        await lead.Card("Suggested groups").ExpectText("3 groups: 3, 3, 3. Why: every group has at least");
        await lead.Card("Suggested groups").ExpectText("nobody is with their line manager");
        if (page is not null)
            await page.Screenshot("72-groups-proposed");
    }

    private static async Task SwapAsync(PersonChat lead, string one, string other, List<List<string>> groups)
    {
        await lead.Choose("This person", Choice(one));
        await lead.Choose("with this person", Choice(other));
        await lead.Press("Swap");

        string Choice(string name) => $"{name}, group {"ABC"[groups.FindIndex(group => group.Contains(name))]}";
    }

    private static async Task<List<List<string>>> GroupsOnAsync(PersonChat lead)
    {
        var words = await lead.Card("Suggested groups").Locator.InnerTextAsync();
        return [.. words.Split("Group ").Skip(1).Take(3).Select(group => Members.Where(name => group.Split("Swap two")[0].Contains(name, StringComparison.Ordinal)).ToList())];
    }

    private static async Task BringAsync(PersonChat member, string what)
    {
        await member.Say("status");
        await member.Press("I have been on training or a visit outside school");
        await member.Fill("What it was", what);
        await member.Press("Put it on the agenda");
        await member.ExpectText("It is on the agenda");
    }
}
