namespace PeerBot.Cards;

/// <summary>C12: before the self-evaluation; only for its owner.</summary>
public static class SelfEvaluationStartCard
{
    public const int NameMost = 100;

    /// <param name="Again">The second time, to look at what has moved.</param>
    /// <param name="Instruction">The instrument's own.</param>
    /// <param name="RecordKeepingNote">The instrument's own sentence about name and date; null: they are not offered.</param>
    /// <param name="Quoted">The instrument is not in the reader's language.</param>
    public sealed record View(bool Again, string Instruction, string? RecordKeepingNote, IReadOnlyList<SectionLine> Sections, bool Quoted = false);

    public sealed record SectionLine(string Title, int Statements, int Answered);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var started = view.Sections.Any(section => section.Answered > 0);
        return frame.Card(
            "SelfEvaluation", texts.Plain(view.Again ? "SelfEvaluation.HeadingAgain" : "SelfEvaluation.Heading"),
            [
                Blocks.Text(texts.Say(view.Again ? "SelfEvaluation.IntroAgain" : "SelfEvaluation.Intro")),
                view.Quoted ? Blocks.Small(texts.Say("Quoted")) : null,
                Blocks.Text(Typed.Escape(view.Instruction)),
                Blocks.Small(texts.Say("SelfEvaluation.OnlyYou")),
                Blocks.Bullets(view.Sections.Select(section => Section(section, texts))),
                view.RecordKeepingNote is { } note ? Blocks.Small(Typed.Escape(note)) : null,
                view.RecordKeepingNote is null ? null : NameAndDate(frame),
            ],
            frame.Action(Verbs.SelfEvaluationBegin, texts.Plain(started ? "SelfEvaluation.Continue" : "SelfEvaluation.Begin")).Main(),
            frame.Press(Verbs.SelfEvaluationLater, texts.Plain("SelfEvaluation.Later")),
            frame.Press(Verbs.SelfEvaluationSkip, texts.Plain("SelfEvaluation.Skip")));
    }

    private static AdaptiveColumnSet NameAndDate(CardFrame frame) => Blocks.Row(
        Blocks.Stretch(new AdaptiveTextInput(InputIds.Name, frame.Optional(frame.Texts.Plain("SelfEvaluation.Name")), NameMost)
        {
            Private = true,
        }),
        Blocks.Stretch(new AdaptiveDateInput(InputIds.DateCompleted, frame.Optional(frame.Texts.Plain("SelfEvaluation.Date")))
        {
            Private = true,
        }));

    private static string Section(SectionLine section, Texts texts) => section.Answered == 0
        ? texts.Plain("SelfEvaluation.Section", ("title", section.Title), ("count", section.Statements))
        : texts.Plain(
            "SelfEvaluation.SectionAnswered", ("title", section.Title), ("count", section.Statements), ("answered", section.Answered));
}
