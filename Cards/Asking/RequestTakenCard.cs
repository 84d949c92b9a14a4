namespace PeerBot.Cards;

/// <summary>C36 where nobody is asked yet: the request is in, and what it waits for.</summary>
public static class RequestTakenCard
{
    public enum Waits
    {
        /// <summary>For somebody to become free (U-01). There is no queue, so no position is shown.</summary>
        ForSomebodyFree,

        /// <summary>For the coordinator to look at it.</summary>
        ForCoordinator,

        /// <summary>For whoever looks after the programme to bring the two together.</summary>
        ForAssigning,
    }

    /// <param name="Number">"2026-014".</param>
    /// <param name="Coordinator">Name of the person who looks at it or may help.</param>
    public sealed record View(string Number, Waits Waits, string Coordinator);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Taken", texts.Plain("Sent.Heading", ("number", view.Number)),
            [
                Blocks.Text(texts.Say("Taken." + view.Waits, ("coordinator", view.Coordinator))),
                Blocks.Small(texts.Say("Sent.Withdraw")),
            ],
            frame.Press(Verbs.CardOk, texts.Plain("Ok")).Main(),
            frame.Press(Verbs.OtherHelpShow, texts.Plain("NobodyFree.Other")),
            frame.Press(Verbs.RequestWithdraw, texts.Plain("Sent.WithdrawButton")));
    }
}
