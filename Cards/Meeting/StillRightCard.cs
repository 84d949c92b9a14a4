namespace PeerBot.Cards;

/// <summary>C16, after two meetings in a row that did not take place: is this still right for you? To each alone, without blame.</summary>
public static class StillRightCard
{
    public sealed record View(string OtherName);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "StillRight", texts.Plain("StillRight.Heading"),
            [
                Blocks.Text(texts.Say("StillRight.Text", ("name", view.OtherName))),
                Blocks.Small(texts.Say("StillRight.Means")),
            ],
            frame.Press(Verbs.CycleKeepGoing, texts.Plain("StillRight.KeepGoing")).Main(),
            frame.Press(Verbs.CyclePause, texts.Plain("StillRight.Pause")),
            frame.Press(Verbs.CycleWithdraw, texts.Plain("StillRight.Finish")));
    }
}
