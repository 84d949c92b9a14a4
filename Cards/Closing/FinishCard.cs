namespace PeerBot.Cards;

/// <summary>Finish a cycle? Without a reason, and with the choice not to be suggested to each other again (U-21).</summary>
public static class FinishCard
{
    public sealed record View(string OtherName);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Finish", texts.Plain("Finish.Heading", ("name", view.OtherName)),
            [
                Blocks.Text(texts.Say("Finish.Text", ("name", view.OtherName))),
                texts.Words.ForGroup ? null : new AdaptiveToggleInput(
                    InputIds.Bar, frame.Optional(texts.Plain("Finish.BarLabel")), texts.Plain("Finish.Bar", ("name", view.OtherName))),
            ],
            frame.Action(Verbs.CycleWithdraw, texts.Plain("Finish.Yes"), "yes"),
            frame.Press(Verbs.CardOk, texts.Plain("Finish.No")).Main());
    }
}
