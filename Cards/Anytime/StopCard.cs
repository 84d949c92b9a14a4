namespace PeerBot.Cards;

/// <summary>U-06: stop, or keep going?</summary>
public static class StopCard
{
    /// <param name="NothingSent">Nothing has left PeerBot yet, and the card says so.</param>
    public sealed record View(bool NothingSent);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Stop", texts.Plain("Stop.Heading"),
            [Blocks.Text(texts.Say(view.NothingSent ? "Stop.NothingSent" : "Stop.Text"))],
            frame.Press(Verbs.StepStop, texts.Plain("Stop.Stop")) with { Style = AdaptiveActionStyle.Destructive },
            frame.Press(Verbs.StepResume, texts.Plain("Stop.KeepGoing")));
    }
}
