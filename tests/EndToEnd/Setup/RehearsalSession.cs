using Microsoft.Playwright;
using PeerBot.EndToEnd.Pages;

namespace PeerBot.EndToEnd.Setup;

/// <summary>One product and one browser for the tests of a class; each test takes a page of its own, with the sample data as new.</summary>
public sealed class RehearsalSession : IAsyncLifetime
{
    private ProductProcess? product;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Milliseconds. What is looked for comes at once, but not on a machine that does something else at that moment.</summary>
    private const float Patience = 30_000;

    public async Task InitializeAsync()
    {
        // Every test of the class is skipped then, and there is nothing to start.
        if (Chromium.Path is null || !BuildFacts.HasRehearsalPage)
            return;
        Assertions.SetDefaultExpectTimeout(Patience);
        product = await ProductProcess.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = Chromium.Arguments });
    }

    /// <summary>Opens the page at the start of the sample, in a window of its own.</summary>
    public async Task<RehearsalPage> Open(int width = 1600, int height = 1000)
    {
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = product!.Address.AbsoluteUri,
            ViewportSize = new() { Width = width, Height = height },
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = new RehearsalPage(await context.NewPageAsync());
        await page.Reset();
        await page.Goto();
        return page;
    }

    public async Task DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        if (product is not null)
            await product.DisposeAsync();
    }
}
