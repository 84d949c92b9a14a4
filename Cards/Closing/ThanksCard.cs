using NodaTime;

namespace PeerBot.Cards;

/// <summary>C21: thanks at the close, for each.</summary>
public static class ThanksCard
{
    public abstract record View(string OtherName)
    {
        /// <param name="JournalDeletedOn">Null: there is no journal.</param>
        /// <param name="MightTrain">Whoever looks after the programme may hear that the reader might train to support others.</param>
        public sealed record ForRequester(
            string OtherName, LocalDate? JournalDeletedOn, IReadOnlyList<Signpost> OtherHelp, bool CanOffer, bool MightTrain = false)
            : View(OtherName);

        /// <param name="LearningQuestion">An open question about what the supporter learned; null: none.</param>
        /// <param name="JournalDeletedOn">Null: there is no journal.</param>
        public sealed record ForSupporter(
            string OtherName, bool Supervision, string? LearningQuestion, LocalDate? JournalDeletedOn = null)
            : View(OtherName);
    }

    public static AdaptiveCard Of(View view, CardFrame frame) => view switch
    {
        View.ForRequester requester => ForRequester(requester, frame),
        View.ForSupporter supporter => ForSupporter(supporter, frame),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    private static AdaptiveCard ForRequester(View.ForRequester view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Thanks", texts.Plain("Thanks.Heading"),
            [
                Blocks.Text(texts.Say("Thanks.Requester", ("name", view.OtherName))),
                view.JournalDeletedOn is { } date ? Blocks.Text(texts.Say("Thanks.Journal", ("date", date))) : null,
                view.MightTrain ? Blocks.Small(texts.Say("Thanks.MightTrainText")) : null,
                texts.OtherHelp(view.OtherHelp),
            ],
            view.JournalDeletedOn is null ? null : frame.Press(Verbs.JournalDownload, texts.Plain("Thanks.Download")),
            frame.Press(Verbs.RecordShow, texts.Plain("Thanks.Record")),
            view.CanOffer ? frame.Press(Verbs.SupporterStart, texts.Plain("Thanks.Offer")) : null,
            view.MightTrain ? frame.Press(Verbs.MightTrain, texts.Plain("Thanks.MightTrain")) : null,
            frame.Press(Verbs.CardOk, texts.Plain("Done")).Main());
    }

    private static AdaptiveCard ForSupporter(View.ForSupporter view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Thanks", texts.Plain("Thanks.Heading"),
            [
                Blocks.Text(texts.Say("Thanks.Supporter", ("name", view.OtherName))),
                view.LearningQuestion is { } question ? Blocks.Text(texts.Say("Thanks.Learning", ("question", question))) : null,
                view.Supervision ? Blocks.Text(texts.Say("Thanks.Supervision")) : null,
                view.JournalDeletedOn is { } date ? Blocks.Text(texts.Say("Thanks.Journal", ("date", date))) : null,
            ],
            view.LearningQuestion is null ? null : frame.Press(Verbs.LearnedOpen, texts.Plain("Thanks.LearnedButton")),
            view.JournalDeletedOn is null ? null : frame.Press(Verbs.JournalDownload, texts.Plain("Thanks.Download")),
            frame.Press(Verbs.RecordShow, texts.Plain("Thanks.Record")),
            view.Supervision ? frame.Press(Verbs.SupervisionAsk, texts.Plain("Thanks.SupervisionButton")) : null,
            frame.Press(Verbs.CardOk, texts.Plain("Done")).Main());
    }
}
