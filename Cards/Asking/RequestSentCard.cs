using NodaTime;

namespace PeerBot.Cards;

/// <summary>C36: the request is in; when it is passed on.</summary>
public static class RequestSentCard
{
    public enum Held
    {
        Evening,
        EarlyMorning,
        Weekend,
        BankHoliday,
        OutOfTerm,

        /// <summary>They are not at work on these days.</summary>
        Away,
    }

    /// <param name="Number">"2026-014".</param>
    /// <param name="Asked">Name of the first choice.</param>
    /// <param name="Because">Why it waits; null when the supporter was asked at once.</param>
    /// <param name="AskAt">When it is passed on; read only when it waits.</param>
    public sealed record View(string Number, string Asked, Held? Because, LocalDateTime AskAt, LocalDateTime AnswerBy);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Sent", texts.Plain("Sent.Heading", ("number", view.Number)),
            [
                Blocks.Text(view.Because is not { } because
                    ? texts.Say("Sent.AtOnce", ("name", view.Asked))
                    : texts.Say(
                        "Sent.Waits", ("because", texts.Plain("Sent.Held." + because)), ("name", view.Asked),
                        ("time", view.AskAt.TimeOfDay), ("date", view.AskAt.Date))),
                Blocks.Text(texts.Say("Sent.Until", ("time", view.AnswerBy.TimeOfDay), ("date", view.AnswerBy.Date))),
                Blocks.Small(texts.Say("Sent.Withdraw")),
            ],
            frame.Press(Verbs.CardOk, texts.Plain("Ok")).Main(),
            frame.Press(Verbs.RequestWithdraw, texts.Plain("Sent.WithdrawButton")));
    }
}
