using NodaTime;

namespace PeerBot.Cards;

/// <summary>C06: not this time, for the supporter.</summary>
public static class DeclineCard
{
    /// <param name="Today">The first date that can be chosen is the day after.</param>
    public sealed record View(LocalDate Today, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Decline", texts.Plain("Decline.Heading"),
            [
                Blocks.Text(texts.Say("Decline.Intro")),
                texts.Problem(view.Problem),
                new AdaptiveChoiceSetInput(InputIds.Reason, frame.Optional(texts.Plain("Decline.Reason")),
                    [.. DeclineReasons.All.Select(reason => new AdaptiveChoice(texts.Plain("Reason." + reason), reason))]),
                new AdaptiveDateInput(InputIds.PauseUntil, frame.Optional(texts.Plain("Decline.Pause")))
                {
                    Min = ((LocalDate?)view.Today.PlusDays(1)).Iso(),
                },
                Blocks.Small(texts.Say("Decline.PauseMeans")),
            ],
            frame.Action(Verbs.AskDeclineSend, texts.Plain("Send")).Main(),
            frame.Press(Verbs.AskBack, texts.Plain("Back")));
    }
}
