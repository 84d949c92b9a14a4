namespace PeerBot.Cards;

/// <summary>C14: the answers in words; later, what was and what is. No number, no total.</summary>
public static class SelfEvaluationSummaryCard
{
    public enum Change
    {
        MoreConfident,
        Same,
        LessConfident,
    }

    /// <param name="Owner">Null: the reader is the owner. Otherwise the partner reads what the owner shares.</param>
    /// <param name="PartnerName">Null: there is nobody to share with.</param>
    public sealed record View(bool Again, IReadOnlyList<Section> Sections, bool Shared, string? PartnerName, string? Owner = null);

    public sealed record Section(string Title, IReadOnlyList<Answer> Answers);

    /// <param name="Now">The level's words; null: left blank.</param>
    /// <param name="Was">Before; null: not answered then, or this is the first time.</param>
    public sealed record Answer(string Statement, string? Now, string? Was = null, Change? Change = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var mine = view.Owner is null;
        var heading = view.Owner is { } owner ? texts.Plain("Answers.HeadingOf", ("name", owner))
            : texts.Plain(view.Again ? "Answers.HeadingAgain" : "Answers.Heading");
        return frame.Card(
            "Answers", heading,
            [
                Blocks.Small(Seen(view, texts)),
                .. view.Sections.SelectMany(section => Show(section, texts)),
            ],
            mine ? frame.Press(Verbs.TopicPick, texts.Plain("Answers.PickTopic")).Main() : null,
            mine && view.PartnerName is { } partner ? Sharing(view.Shared, partner, frame) : null);
    }

    private static AdaptiveExecuteAction Sharing(bool shared, string partner, CardFrame frame) => shared
        ? frame.Press(Verbs.SelfEvaluationUnshare, frame.Texts.Plain("Answers.Unshare"))
        : frame.Press(Verbs.SelfEvaluationShare, frame.Texts.Plain("Answers.Share"))
            .Means(frame.Texts.Plain("Answers.ShareWith", ("name", partner)));

    private static string Seen(View view, Texts texts) => view switch
    {
        { Owner: { } owner } => texts.Say("Answers.SharedByOwner", ("name", owner)),
        { Shared: true, PartnerName: { } partner } => texts.Say("Answers.YouShare", ("name", partner)),
        _ => texts.Say("Answers.OnlyYou"),
    };

    private static IEnumerable<AdaptiveElement> Show(Section section, Texts texts)
    {
        yield return Blocks.Subheading(Typed.Escape(section.Title));
        foreach (var answer in section.Answers)
        {
            yield return Blocks.Text(Line(answer, texts)) with { Spacing = AdaptiveSpacing.Small };
            // The signs ▲ ● ▼ only repeat what the words say.
            if (answer is { Now: { } now, Was: { } was, Change: { } change })
            {
                var moved = texts.Say("Answers.WasNow", ("was", was), ("now", now), ("change", texts.Plain("Change." + change)));
                yield return Blocks.Small(moved) with { Spacing = AdaptiveSpacing.None };
            }
        }
    }

    private static string Line(Answer answer, Texts texts) => answer switch
    {
        { Change: not null } => Typed.Escape(answer.Statement),
        { Now: { } now } => texts.Say("Answers.Now", ("statement", answer.Statement), ("now", now)),
        { Was: { } was } => texts.Say("Answers.Was", ("statement", answer.Statement), ("was", was)),
        _ => texts.Say("Answers.Blank", ("statement", answer.Statement)),
    };
}
