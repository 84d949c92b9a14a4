using Microsoft.Playwright;
using PeerBot.EndToEnd.Setup;
using static Microsoft.Playwright.Assertions;

namespace PeerBot.EndToEnd.Pages;

/// <summary>The rehearsal as a programme lead sees it: chats side by side, the calendar beside them, the clock above.</summary>
public sealed class RehearsalPage
{
    private readonly IPage page;
    private readonly List<string> troubles = [];

    public RehearsalPage(IPage page)
    {
        this.page = page;
        Clock = new Clock(page);
        Calendar = new Calendar(page);
        page.PageError += (_, error) => troubles.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                troubles.Add(message.Text);
        };
    }

    public Clock Clock { get; }

    public Calendar Calendar { get; }

    /// <summary>Errors of scripts and of loading since the page was opened.</summary>
    public IReadOnlyList<string> Troubles => troubles;

    public async Task Goto()
    {
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("PeerBot");
        await Ready();
    }

    public async Task Reload()
    {
        await page.ReloadAsync();
        await Ready();
    }

    /// <summary>Loads the sample data anew, without the page.</summary>
    public async Task Reset()
    {
        var answer = await page.APIRequest.PostAsync("/rehearsal/reset", new() { DataObject = new { } });
        Assert.True(answer.Ok, $"Reset answered {answer.Status}.");
    }

    /// <summary>The chat of someone who is shown.</summary>
    public PersonChat Person(string name) => new(page.Locator($"section.column[data-person=\"{name}\"]"));

    /// <summary>Adds a column for someone who is not shown yet.</summary>
    public async Task<PersonChat> Add(string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a person" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Add a person" });
        await dialog.GetByLabel("Find a person").FillAsync(name);
        await dialog.GetByRole(AriaRole.Button).Filter(new() { HasText = name }).ClickAsync();
        return Person(name);
    }

    public Task ExpectNewsFor(string others) =>
        Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add a person" })).ToContainTextAsync(others);

    public Task Close(string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = $"Close the chat of {name}" }).ClickAsync();

    /// <summary>Saves what the window shows as <c>{name}.png</c> and answers where.</summary>
    public async Task<string> Screenshot(string name)
    {
        var path = PictureOf(name);
        await page.ScreenshotAsync(new() { Path = path, Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        return path;
    }

    /// <summary>Presses a button that opens a page of its own, looks for these words there, and saves a picture of it whole.</summary>
    public async Task OpenFrom(ChatCard card, string button, string picture, params string[] words)
    {
        // The sample names its usual port in its links, and this product listens on a free one.
        await page.Context.RouteAsync(
            "http://localhost:3978/**",
            route => route.ContinueAsync(new() { Url = new Uri(new Uri(page.Url), new Uri(route.Request.Url).PathAndQuery).AbsoluteUri }));
        var opened = await page.Context.RunAndWaitForPageAsync(() => card.Locator.GetByText(button, new() { Exact = true }).ClickAsync());
        foreach (var word in words)
            await Expect(opened.Locator("body")).ToContainTextAsync(word);
        await opened.ScreenshotAsync(new() { Path = PictureOf(picture), FullPage = true });
        await opened.CloseAsync();
    }

    public Task Dark() => page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });

    private static string PictureOf(string name) => Path.Combine(Path.GetFullPath(BuildFacts.Screenshots), name + ".png");

    // Everyone has the app by then, and the chats have been read.
    private Task Ready() => Expect(page.Locator("body[data-ready]")).ToBeAttachedAsync(new() { Timeout = 30_000 });
}
