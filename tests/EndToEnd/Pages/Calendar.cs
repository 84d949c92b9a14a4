using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerBot.EndToEnd.Pages;

/// <summary>The weeks beside the chats.</summary>
public sealed class Calendar(IPage page)
{
    private readonly ILocator panel = page.Locator("#calendar");

    /// <summary>Waits until the shown week of this person lists a meeting with all of these words.</summary>
    public async Task ExpectMeeting(string person, params string[] words)
    {
        var meeting = WeekOf(person).Locator(".agenda > ul:not([aria-label]) > li");
        foreach (var word in words)
            meeting = meeting.Filter(new() { HasText = word });
        await Expect(meeting.First).ToBeVisibleAsync();
    }

    public Task ExpectNoMeeting(string person) => Expect(WeekOf(person)).ToContainTextAsync("No meetings this week.");

    public Task WeekBefore() => panel.GetByRole(AriaRole.Button, new() { Name = "Week before" }).ClickAsync();

    public Task WeekAfter() => panel.GetByRole(AriaRole.Button, new() { Name = "Week after" }).ClickAsync();

    private ILocator WeekOf(string person) => panel.Locator($"section[data-person=\"{person}\"]");
}
