namespace PeerBot.Cards;

/// <summary>C03: one supporter to choose, in a carousel of five. No grade, no phone, no e-mail.</summary>
public static class ProfileCard
{
    public const int SummaryMost = 600;

    /// <param name="Key">Short opaque value that the presses carry.</param>
    /// <param name="Size">In words: <see cref="Texts.SizeBand"/>.</param>
    /// <param name="Reason">Why this person is suggested, one short sentence.</param>
    /// <param name="Position">Counted from 1 through all <paramref name="Total"/>.</param>
    /// <param name="From">The page shows <paramref name="From"/> to <paramref name="To"/>.</param>
    /// <param name="Rank">Which choice this person is already; null when not chosen.</param>
    /// <param name="Picked">How many are chosen so far, of at most <paramref name="Most"/>.</param>
    /// <param name="Preview">For the supporter themselves: the same card, with buttons to change it and to go on.</param>
    public sealed record View(
        string Key, string Name, string Region, string Size, string SchoolType, string Phase, string Summary, string Reason,
        int Position, int From, int To, int Total, int? Rank, int Picked, int Most, bool Preview = false);

    /// <summary>The message above the carousel: "7 people have time now. Showing 1–5. Pick up to three, in order."</summary>
    public static string Intro(int from, int to, int total, int most, Texts texts) => texts.Say(
        total == 1 ? "Profile.IntroOne" : from == 1 && to == total ? "Profile.IntroAll" : "Profile.Intro",
        ("total", total), ("from", from), ("to", to), ("most", most));

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Profile", view.Name,
            [
                view.Preview ? null : Blocks.Small(texts.Say(
                    "Profile.Position", ("position", view.Position), ("from", view.From), ("to", view.To), ("total", view.Total))),
                Blocks.Facts(
                [
                    new(texts.Plain("Profile.Region"), view.Region),
                    new(texts.Plain("Profile.Size"), view.Size),
                    new(texts.Plain("Profile.Type"), view.SchoolType),
                    new(texts.Plain("Profile.Phase"), view.Phase),
                ]),
                Blocks.Quote(view.Summary, SummaryMost),
                Blocks.Panel(Blocks.Text(texts.Say("Profile.Reason", ("reason", view.Reason)))),
                view.Rank is { } rank ? Blocks.Subheading(texts.Say("Profile.Chosen", ("rank", texts.Rank(rank))))
                    : view.Picked >= view.Most ? Blocks.Small(texts.Say("Profile.Full", ("most", view.Most)))
                    : null,
                view.Preview ? Blocks.Small(texts.Say("Profile.PreviewNote")) : AboutThisPerson(view, frame),
            ],
            view.Preview ? frame.Press(Verbs.SupporterCriteria, texts.Plain("Profile.PreviewGoOn")).Main() : null,
            view.Preview ? frame.Press(Verbs.SupporterOffer, texts.Plain("Profile.PreviewChange")) : null,
            view.Picked > 0 ? frame.Press(Verbs.RequestReview, texts.Plain("Profile.Review", ("picked", view.Picked))) : null,
            view.To < view.Total ? frame.Press(Verbs.SupportersMore, texts.Plain("Profile.More")) : null);
    }

    private static AdaptiveActionSet AboutThisPerson(View view, CardFrame frame)
    {
        var conflict = frame.Press(Verbs.ConflictDeclare, frame.Texts.Plain("Profile.Conflict"), view.Key)
            .Means(frame.Texts.Plain("Profile.ConflictWith", ("name", view.Name)));
        return new AdaptiveActionSet(Choose(view, frame) is { } choose ? [choose, conflict] : [conflict]);
    }

    private static AdaptiveExecuteAction? Choose(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        if (view.Rank is not null)
            return frame.Press(Verbs.PreferenceRemove, texts.Plain("Profile.Remove"), view.Key)
                .Means(texts.Plain("Choices.RemoveName", ("name", view.Name)));
        if (view.Picked >= view.Most) return null;
        return frame.Press(Verbs.PreferenceAdd, texts.Plain("Profile.Choose"), view.Key)
            .Means(texts.Plain("Profile.ChooseAs", ("name", view.Name), ("rank", texts.Rank(view.Picked + 1)))).Main();
    }
}
