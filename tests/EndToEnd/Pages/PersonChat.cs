using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerBot.EndToEnd.Pages;

/// <summary>The column of one person. What it does to "the card" it does to the newest one that has such a button or field.</summary>
public sealed class PersonChat(ILocator column)
{
    private readonly ILocator cards = column.Locator(".card");

    public ILocator Messages => column.Locator(".message");

    public ChatCard LastCard => new(cards.Last);

    /// <summary>The newest card with this heading; of cards side by side the one that carries it.</summary>
    public ChatCard Card(string heading) =>
        new(cards.Filter(new() { Has = column.Page.GetByRole(AriaRole.Heading, new() { Name = heading }) }).Last);

    public async Task Say(string text)
    {
        var own = column.Locator(".message.from-person");
        var before = await own.CountAsync();
        await column.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Write as ") }).FillAsync(text);
        await column.GetByRole(AriaRole.Button, new() { NameRegex = new("^Send as ") }).ClickAsync();
        await Expect(own.Nth(before)).ToContainTextAsync(text);
    }

    public Task Press(string button) =>
        With(column.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true })).Press(button);

    /// <summary>Presses the first button with these words in its title, on the newest card that has one.</summary>
    public Task PressFirst(string words) => With(column.Page.GetByRole(AriaRole.Button, new() { Name = words })).PressFirst(words);

    public Task Choose(string label, string option) => With(column.Page.GetByLabel(label)).Choose(label, option);

    public Task Fill(string label, string text) => With(column.Page.GetByLabel(label)).Fill(label, text);

    public Task Tick(string label) => With(column.Page.GetByLabel(label)).Tick(label);

    /// <summary>Presses a reply that the bot suggests below its message.</summary>
    public Task Suggested(string reply) =>
        column.Locator(".suggestions").GetByRole(AriaRole.Button, new() { Name = reply, Exact = true }).ClickAsync();

    /// <summary>Scrolls to what has come while the reader was further up.</summary>
    public Task ShowNewest() => column.GetByRole(AriaRole.Button, new() { Name = "New messages" }).ClickAsync();

    /// <summary>Waits until a message, a card or a note under one says this.</summary>
    public Task ExpectText(string text) => Expect(Messages.Filter(new() { HasText = text }).Last).ToBeVisibleAsync();

    public Task ExpectNoText(string text) => Expect(Messages.Filter(new() { HasText = text })).ToHaveCountAsync(0);

    /// <summary>The clock beside the name of somebody in another zone.</summary>
    public Task ExpectClock(string words) => Expect(column.Locator(".person .there")).ToHaveTextAsync(words);

    private ChatCard With(ILocator part) => new(cards.Filter(new() { Has = part }).Last);
}
