using NodaTime;

namespace PeerBot.Cards;

/// <summary>C16: did you meet? for both.</summary>
public static class DidYouMeetCard
{
    /// <param name="Differ">The two answers differ; both are asked once more.</param>
    public sealed record View(LocalDateTime Start, string OtherName, bool Differ = false);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "DidYouMeet", texts.Plain("DidYouMeet.Heading"),
            [
                Blocks.Text(texts.Say(
                    view.Differ ? "DidYouMeet.Differ" : "DidYouMeet.Text", ("when", view.Start), ("name", view.OtherName))),
                Blocks.Small(texts.Say("DidYouMeet.OnlyWhether")),
            ],
            frame.Press(Verbs.MetYes, texts.Plain(view.Differ ? "DidYouMeet.Count" : "DidYouMeet.Yes")).Main(),
            view.Differ ? null : frame.Press(Verbs.MetMoved, texts.Plain("DidYouMeet.Moved")),
            frame.Press(Verbs.MetNo, texts.Plain(view.Differ ? "DidYouMeet.DoNotCount" : "DidYouMeet.No")));
    }
}
