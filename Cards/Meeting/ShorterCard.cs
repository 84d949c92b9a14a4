using NodaTime;

namespace PeerBot.Cards;

/// <summary>C18, for the other one: a shorter meeting in place of none?</summary>
public static class ShorterCard
{
    public sealed record View(LocalDateTime Start, int Minutes, int Shorter, string OtherName);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Shorter", texts.Plain("Shorter.Heading", ("minutes", view.Shorter)),
            [
                Blocks.Text(texts.Say(
                    "Shorter.Text", ("name", view.OtherName), ("minutes", view.Shorter), ("when", texts.DateTime(view.Start, view.Minutes)))),
                Blocks.Small(texts.Say("Shorter.OnlyIf")),
            ],
            frame.Press(Verbs.MeetingShorterYes, texts.Plain("Shorter.Yes", ("minutes", view.Shorter))).Main(),
            frame.Press(Verbs.MeetingShorterNo, texts.Plain("Shorter.No")),
            frame.Press(Verbs.MeetingMove, texts.Plain("Meeting.Move")));
    }
}
