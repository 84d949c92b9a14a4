using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerBot.EndToEnd.Pages;

/// <summary>One card in a chat.</summary>
public sealed class ChatCard(ILocator card)
{
    public ILocator Locator => card;

    /// <summary>Presses a button and waits until the bot has answered.</summary>
    public async Task Press(string button)
    {
        await card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await Expect(card.Page.Locator(".card[aria-busy]")).ToHaveCountAsync(0);
    }

    /// <summary>Presses the first button with these words in its title, such as a time that the bot offers.</summary>
    public async Task PressFirst(string words)
    {
        await card.GetByRole(AriaRole.Button, new() { Name = words }).First.ClickAsync();
        await Expect(card.Page.Locator(".card[aria-busy]")).ToHaveCountAsync(0);
    }

    /// <summary>Chooses from a list, a row of radio buttons or one of boxes, whichever the field is.</summary>
    public async Task Choose(string label, string option)
    {
        var list = card.Locator("select").And(card.GetByLabel(label));
        var group = card.Locator("[role=radiogroup], [role=group]").And(card.GetByLabel(label));
        await Expect(list.Or(group).First).ToBeVisibleAsync();
        if (await list.CountAsync() > 0)
            await list.First.SelectOptionAsync(new SelectOptionValue { Label = option });
        else
            await group.First.Locator("input").And(card.GetByLabel(option, new() { Exact = true })).CheckAsync();
    }

    public Task Fill(string label, string text) => card.GetByLabel(label).FillAsync(text);

    public Task Tick(string label) => card.GetByRole(AriaRole.Checkbox, new() { NameRegex = new(Regex.Escape(label)) }).CheckAsync();

    public Task ExpectText(string text) => Expect(card).ToContainTextAsync(text);

    public Task ExpectButton(string button) =>
        Expect(card.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First).ToBeVisibleAsync();

    public Task Screenshot(string path) => card.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled });
}
