using Microsoft.Playwright;

namespace PeerBot.EndToEnd.Pages;

/// <summary>The clock above the chats. Each move returns when it is over: everything that fell due on the way has been sent.</summary>
public sealed class Clock(IPage page)
{
    // A long way has many stops.
    private const float WholeYear = 60_000;

    private readonly ILocator bar = page.Locator("#clock");

    /// <param name="local">Date and time of the rehearsal's zone, for example <c>2026-12-03T17:00</c>.</param>
    public async Task MoveTo(string local)
    {
        await bar.GetByRole(AriaRole.Button, new() { Name = "Move to…" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Move the clock" });
        await dialog.GetByLabel("Date and time").FillAsync(local);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
        await Moved();
    }

    public Task PlusOneHour() => Press("+1 hour");

    public Task NextWorkingDay() => Press("Next working day");

    public Task NextDue() => Press("Next due");

    /// <summary>For example "Monday 23 November 2026" and "8.30am".</summary>
    public async Task Expect(string day, string time)
    {
        await Assertions.Expect(page.Locator("#now .date")).ToHaveTextAsync(day);
        await Assertions.Expect(page.Locator("#now .time")).ToHaveTextAsync(time);
    }

    private async Task Press(string name)
    {
        await bar.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Moved();
    }

    private Task Moved() => Assertions.Expect(page.Locator("#clock[aria-busy]")).ToHaveCountAsync(0, new() { Timeout = WholeYear });
}
