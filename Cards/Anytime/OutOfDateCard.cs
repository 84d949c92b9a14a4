namespace PeerBot.Cards;

/// <summary>C35: what the pressed card is about has changed since.</summary>
public static class OutOfDateCard
{
    public enum Since
    {
        Changed,

        /// <summary>The reader answered already.</summary>
        Answered,
        Withdrawn,
        Expired,

        /// <summary>The last place was taken.</summary>
        Filled,
    }

    public sealed record View(Since Since);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "OutOfDate", texts.Plain("OutOfDate.Heading"),
            [Blocks.Text(texts.Say("Since." + view.Since)), Blocks.Small(texts.Say("OutOfDate.NothingDone"))],
            frame.Press(Verbs.CurrentShow, texts.Plain("OutOfDate.Show")).Main());
    }
}
