namespace PeerBot.EndToEnd.Setup;

/// <summary>A test that drives a browser; skipped, with a sentence that says what to do, where there is none or no page for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null)
            Skip = "There is no Chromium. Install it (Debian: apt-get install chromium), or name one in the variable CHROMIUM.";
        else if (!BuildFacts.HasRehearsalPage)
            Skip = "The rehearsal page was left out of the build. Install Node.js 20 or later with npm and build again.";
    }
}
