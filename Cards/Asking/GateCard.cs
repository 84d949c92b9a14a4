namespace PeerBot.Cards;

/// <summary>
/// For a coordinator: a request that waits for their yes. It has no place for the note, nor for what the request is about: that is
/// between the two people.
/// </summary>
public static class GateCard
{
    /// <param name="Supporters">Names with schools, in the order of choice; the one who said yes where <paramref name="Introduces"/>.</param>
    /// <param name="Introduces">A supporter has said yes, and the two are to be introduced.</param>
    public sealed record View(string Number, string Requester, IReadOnlyList<string> Supporters, bool Introduces);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Gate", texts.Plain("Gate.Heading", ("number", view.Number)),
            [
                Blocks.Text(texts.Say(view.Introduces ? "Gate.BeforeIntroduction" : "Gate.BeforeAsking")),
                Blocks.Facts(
                [
                    new(texts.Plain("Gate.Who"), view.Requester),
                    .. view.Supporters.Select((supporter, at) => new Line(
                        view.Introduces ? texts.Plain("Gate.SaidYes") : texts.Plain("Gate.Choice", ("rank", texts.Rank(at + 1))), supporter)),
                ]),
                Blocks.Small(texts.Say("Gate.WithoutNote")),
            ],
            frame.Press(Verbs.GateGoOn, texts.Plain("Gate.GoOn")).Main(),
            frame.Press(Verbs.GateTalk, texts.Plain("Gate.TalkFirst")),
            frame.Press(Verbs.GateRefuse, texts.Plain("Gate.NotThisOne")));
    }
}
