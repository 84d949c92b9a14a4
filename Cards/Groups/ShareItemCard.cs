namespace PeerBot.Cards;

/// <summary>Something from training comes onto the group's next agenda, with three critical questions.</summary>
public static class ShareItemCard
{
    public const int Most = 100;

    public sealed record View(string? Value = null, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "ShareItem", texts.Plain("ShareItem.Heading"),
            [
                Blocks.Text(texts.Say("ShareItem.Intro")),
                Blocks.Bullets([texts.Plain("ShareItem.Claim"), texts.Plain("ShareItem.Different"), texts.Plain("ShareItem.Try")]),
                texts.Problem(view.Problem),
                new AdaptiveTextInput(InputIds.Share, frame.Optional(texts.Plain("ShareItem.What", ("most", Most))), Most) { Value = Typed.Again(view.Value) },
                Blocks.Small(texts.Say("ShareItem.Seen")),
            ],
            frame.Action(Verbs.ShareSave, texts.Plain("ShareItem.Save")).Main(),
            frame.Press(Verbs.SlotFind, texts.Plain("ShareItem.FindTime")));
    }
}
