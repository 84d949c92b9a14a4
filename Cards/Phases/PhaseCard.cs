namespace PeerBot.Cards;

/// <summary>Where a cycle with phases stands, for both of the pair, and the ways on from there.</summary>
public static class PhaseCard
{
    /// <param name="Phase">"Phase 2 of 5: Set goals".</param>
    /// <param name="Prompt">The definition's question for the phase; null: none.</param>
    /// <param name="Next">Name of the next phase, and what its button carries; null in the last.</param>
    /// <param name="Before">Name of the phase before, and what its button carries; null in the first.</param>
    /// <param name="Another">Name of the first phase, where the two may begin another cycle now; null: not yet, or not in this programme.</param>
    /// <param name="News">What the other one has done; null: the reader looks for themselves.</param>
    /// <param name="Subject">Null where the programme has none.</param>
    public sealed record View(
        string Phase, string OtherName, string? Prompt, Choice? Next, Choice? Before, string? Another, string? News = null, SubjectView? Subject = null);

    /// <param name="Words">Null: not said yet.</param>
    /// <param name="Mine">The reader writes it.</param>
    public sealed record SubjectView(string? Words, bool Mine);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;

        // The heading says it.
        frame = frame with { Standing = null };
        return frame.Card(
            "Phase", view.Phase,
            [
                view.News is { } news ? Blocks.Text(Typed.Escape(Typed.Line(news))) : null,
                view.Prompt is { } prompt ? Blocks.Text(texts.Say("Phase.Prompt", ("question", prompt))) : null,
                view.Subject is { } subject ? Subject(subject, view.OtherName, texts) : null,
                view.Another is { } first ? Blocks.Text(texts.Say("Phase.RoundAgain", ("name", view.OtherName), ("phase", first))) : null,
                Blocks.Small(texts.Say("Phase.Either", ("name", view.OtherName))),
            ],
            view.Next is { } next ? frame.Press(Verbs.PhaseMove, texts.Plain("Phase.Next"), next.Value).Main().Means(texts.Plain("Phase.NextMeans", ("phase", next.Text))) : null,
            view.Another is null ? null : frame.Press(Verbs.CycleAnother, texts.Plain("Phase.Another")).Main(),
            view.Before is { } before ? frame.Press(Verbs.PhaseMove, texts.Plain("Phase.Back", ("phase", before.Text)), before.Value) : null,
            view.Subject is { Mine: true } mine
                ? frame.Press(Verbs.SubjectOpen, texts.Plain(mine.Words is null ? "Phase.SubjectSay" : "Phase.SubjectChange"))
                : null);
    }

    private static AdaptiveElement Subject(SubjectView subject, string other, Texts texts) => subject.Words is { } words
        ? Blocks.Panel(
            Blocks.Subheading(texts.Say("Phase.Subject")) with { Spacing = null },
            Blocks.Quote(words, SubjectCard.Most),
            Blocks.Small(texts.Say("Phase.OnlyYouTwo", ("name", other))))
        : Blocks.Text(subject.Mine ? texts.Say("Phase.NoSubjectMine") : texts.Say("Phase.NoSubject", ("name", other)));
}
