using NodaTime;

namespace PeerBot.Cards;

/// <summary>C21: thanks at the close, for each.</summary>
public static class ThanksCard
{
    public abstract record View(string OtherName)
    {
        /// <param name="JournalDeletedOn">Null: there is no journal.</param>
        public sealed record ForRequester(string OtherName, LocalDate? JournalDeletedOn, IReadOnlyList<Signpost> OtherHelp, bool CanOffer)
            : View(OtherName);

        /// <param name="LearningQuestion">An open question about what the supporter learned; null: none.</param>
        public sealed record ForSupporter(string OtherName, bool Supervision, string? LearningQuestion) : View(OtherName);
    }

    public static AdaptiveCard Of(View view, CardFrame frame) => throw new NotSupportedException();
}
