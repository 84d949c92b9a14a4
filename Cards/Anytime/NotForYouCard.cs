namespace PeerBot.Cards;

/// <summary>U-09: a forwarded card: nothing is revealed.</summary>
public static class NotForYouCard
{
    public static AdaptiveCard Of(CardFrame frame) =>
        frame.Card("NotForYou", frame.Texts.Plain("NotForYou.Heading"), [Blocks.Text(frame.Texts.Say("NotForYou.Text"))]);
}
