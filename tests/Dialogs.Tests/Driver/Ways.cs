using PeerBot.Cards;

namespace PeerBot.Dialogs.Tests.Driver;

/// <summary>Several steps in a row, for tests that are about what comes after.</summary>
internal static class Ways
{
    public const string Note = "Two years in, feeling stretched since the inspection";

    public static async Task DescribesWhatWouldHelp(this Participant head, string? note = Note)
    {
        await head.Says("I would like some support");
        await head.Fills(Verbs.SupportersShow, (InputIds.Area, "workload"), (InputIds.Note, note ?? ""), (InputIds.Mode, "either"));
    }

    public static async Task Chooses(this Participant head, params string[] supporters)
    {
        await head.DescribesWhatWouldHelp();
        foreach (var name in supporters)
        {
            while (!head.Messages.Any(message => message.Text.StartsWith(name, StringComparison.Ordinal)))
            {
                await head.Presses(Verbs.SupportersMore);
            }

            await head.Presses(Verbs.PreferenceAdd, on: name);
        }
    }

    /// <summary>From the first word to the request that is sent.</summary>
    public static async Task AsksForSupport(this Participant head, params string[] supporters)
    {
        await head.Chooses(supporters);
        if (!head.Has(Verbs.RequestSend))
        {
            await head.Presses(Verbs.RequestReview);
        }

        await head.Fills(Verbs.RequestSend, (InputIds.Understood, "true"));
    }
}
