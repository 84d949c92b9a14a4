using NodaTime;

namespace PeerBot.Cards;

/// <summary>C05: will you support? for the supporter. It has no place for the note, which is seen after acceptance only.</summary>
public static class AskCard
{
    /// <param name="Area">A value of <see cref="Areas.All"/>; null when not said.</param>
    /// <param name="Mode">A value of <see cref="ModeValues"/>.</param>
    /// <param name="PlacesLeft">How many more this supporter has room for, this one included.</param>
    /// <param name="Reminder">The second time of asking.</param>
    public sealed record View(
        string RequesterName, string Organisation, string? Area, string Mode, LocalDateTime AnswerBy, int PlacesLeft,
        Confidentiality Confidentiality, bool Reminder = false);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Ask", texts.Plain("Ask.Heading"),
            [
                Blocks.Text(texts.Say(view.Reminder ? "Ask.IntroAgain" : "Ask.Intro")),
                Blocks.Facts(
                [
                    new(texts.Plain("Ask.Who"), texts.Plain("NameAndPlace", ("name", view.RequesterName), ("place", view.Organisation))),
                    new(texts.Plain("Ask.Area"), view.Area is null or "not-said" ? texts.Plain("Ask.AreaNotSaid") : texts.Area(view.Area)),
                    new(texts.Plain("Ask.Mode"), texts.Mode(view.Mode)),
                    new(texts.Plain("Ask.AnswerBy"), texts.DateTime(view.AnswerBy)),
                    new(texts.Plain("Ask.PlacesLeft"), texts.Plain("Number", ("number", view.PlacesLeft))),
                ]),
                texts.Confidential(view.Confidentiality, PairRole.Supporter),
                Blocks.Small(texts.Say("Ask.NotExplained")),
            ],
            frame.Press(Verbs.AskAccept, texts.Plain("Ask.Yes")).Main(),
            frame.Press(Verbs.AskDecline, texts.Plain("Ask.No")),
            frame.Press(Verbs.AskConflict, texts.Plain("Ask.Conflict")));
    }
}
