namespace PeerBot.Cards;

/// <summary>For the requester: there is something to choose, and why now. It never says who said no.</summary>
public static class ChooseAgainCard
{
    public enum Why
    {
        /// <summary>U-02: every choice has been asked.</summary>
        NobodyCould,

        /// <summary>The same where the choice goes back to the requester alone, so that nobody else knows of it.</summary>
        YoursAgain,

        /// <summary>U-01: somebody has become free.</summary>
        SomebodyIsFree,
    }

    /// <param name="Coordinator">Name of the person who may help.</param>
    public sealed record View(string Number, Why Why, string Coordinator, IReadOnlyList<Signpost> OtherHelp);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Again", texts.Plain("AgainHeading." + view.Why),
            [
                Blocks.Text(texts.Say("AgainText." + view.Why, ("number", view.Number), ("coordinator", view.Coordinator))),
                texts.OtherHelp(view.OtherHelp),
            ],
            frame.Press(Verbs.RequestAgain, texts.Plain("Request.See")).Main(),
            frame.Press(Verbs.OtherHelpShow, texts.Plain("NobodyFree.Other")),
            view.Why == Why.YoursAgain ? frame.Press(Verbs.CoordinatorAsk, texts.Plain("AskName", ("name", view.Coordinator))) : null,
            frame.Press(Verbs.RequestWithdraw, texts.Plain("Again.Withdraw")));
    }
}
