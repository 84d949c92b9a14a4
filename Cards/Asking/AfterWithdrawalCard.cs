namespace PeerBot.Cards;

/// <summary>U-21: a cycle has been left; somebody else may be chosen, and the two may be kept apart.</summary>
public static class AfterWithdrawalCard
{
    /// <param name="Other">Name of the other person.</param>
    /// <param name="Reader">Only a requester chooses again.</param>
    public sealed record View(string Other, PairRole Reader);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var chooses = view.Reader == PairRole.Requester;
        return frame.Card(
            "After", texts.Plain(chooses ? "After.Heading" : "After.HeadingSupporter"),
            [
                chooses ? Blocks.Text(texts.Say("After.Choose")) : null,
                Blocks.Text(texts.Say("After.Bar", ("name", view.Other))),
            ],
            chooses ? frame.Press(Verbs.RequestStart, texts.Plain("After.ChooseButton")).Main() : null,
            frame.Press(Verbs.PairBar, texts.Plain("After.BarButton")));
    }
}
