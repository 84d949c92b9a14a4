using NodaTime;

namespace PeerBot.Cards;

/// <summary>U-16: the reader has a cycle already.</summary>
public static class AlreadyPairedCard
{
    /// <param name="Cycle">Id that the buttons about the cycle carry.</param>
    /// <param name="Until">Last date; null where the first meeting has not set it yet, or there is none.</param>
    /// <param name="Coordinator">Name on the button.</param>
    /// <param name="MayTakeMore">The scheme allows more at a time than the reader has said they have room for.</param>
    public sealed record View(string Cycle, string With, LocalDate? Until, string Coordinator, bool MayTakeMore = false);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Already", texts.Plain("Already.Heading"),
            [
                Blocks.Text(view.Until is { } until
                    ? texts.Say("Already.Until", ("name", view.With), ("date", until))
                    : texts.Say("Already.With", ("name", view.With))),
                Blocks.Text(texts.Say(view.MayTakeMore ? "Already.NextMore" : "Already.Next", ("coordinator", view.Coordinator))),
            ],
            frame.Press(Verbs.StatusShow, texts.Plain("Already.Show")).Main(),
            frame.Press(Verbs.CycleWithdraw, texts.Plain("Already.Finish"), view.Cycle),
            frame.Press(Verbs.CoordinatorAsk, texts.Plain("AskName", ("name", view.Coordinator))));
    }
}
