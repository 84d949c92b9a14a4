namespace PeerBot.Cards;

/// <summary>C03: one supporter to choose, in a carousel of five. No grade, no phone, no e-mail.</summary>
public static class ProfileCard
{
    public const int SummaryMost = 600;

    /// <param name="Key">Short opaque value that the presses carry.</param>
    /// <param name="Size">In words: <see cref="Texts.SizeBand"/>.</param>
    /// <param name="Reason">Why this person is suggested, one short sentence.</param>
    /// <param name="Position">Counted from 1 through all <paramref name="Total"/>; this page shows <paramref name="From"/> to <paramref name="To"/>.</param>
    /// <param name="Rank">Which choice this person is already; null when not chosen.</param>
    /// <param name="Picked">How many are chosen so far, of at most <paramref name="Most"/>.</param>
    public sealed record View(
        string Key, string Name, string Region, string Size, string SchoolType, string Phase, string Summary, string Reason,
        int Position, int From, int To, int Total, int? Rank, int Picked, int Most);

    /// <summary>The message above the carousel: "7 people have time now. Showing 1–5. Pick up to three, in order."</summary>
    public static string Intro(int from, int to, int total, int most, Texts texts) => throw new NotSupportedException();

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
