namespace PeerBot.Cards;

/// <summary>C13: one section: a choice a statement, any may be left blank.</summary>
public static class SelfEvaluationSectionCard
{
    public const int EvidenceMost = 1000;

    /// <param name="Levels">The instrument's levels in order; the words stand alone, without numbers.</param>
    /// <param name="EvidencePrompt">"How do I know?".</param>
    /// <param name="Quoted">The instrument is not in the reader's language.</param>
    public sealed record View(
        int Number, int Of, string Title, IReadOnlyList<Statement> Statements, IReadOnlyList<Choice> Levels, string EvidencePrompt,
        string? Evidence, bool Quoted = false);

    /// <param name="Id">Also the id of its input.</param>
    /// <param name="Answer">The value of a level; null: left blank.</param>
    public sealed record Statement(string Id, string Text, string? Answer);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Section", view.Title,
            [
                Blocks.Small(texts.Say("Section.Position", ("number", view.Number), ("of", view.Of))),
                view.Quoted ? Blocks.Small(texts.Say("Quoted")) : null,
                new AdaptiveTextBlock(texts.Say("Section.Stem")) { Weight = AdaptiveTextWeight.Bolder },
                .. view.Statements.Select(statement => Radios(statement, view.Levels)),
                new AdaptiveTextInput(InputIds.Evidence, frame.Optional(view.EvidencePrompt), EvidenceMost)
                {
                    IsMultiline = true,
                    Value = view.Evidence,
                    Private = true,
                    Separator = true,
                    Spacing = AdaptiveSpacing.Large,
                },
                Blocks.Small(texts.Say("Section.OnlyYou", ("most", EvidenceMost))),
            ],
            frame.Action(
                Verbs.SelfEvaluationNext, texts.Plain(view.Number == view.Of ? "Section.SaveAndFinish" : "Section.SaveAndNext")).Main(),
            frame.Action(Verbs.SelfEvaluationStop, texts.Plain("Section.SaveAndStop")),
            frame.Action(Verbs.SelfEvaluationBack, texts.Plain("Back")));
    }

    // The label is the statement and nothing else; the card says above that any may be left blank.
    private static AdaptiveChoiceSetInput Radios(Statement statement, IReadOnlyList<Choice> levels) =>
        new(statement.Id, statement.Text, [.. levels.Select(level => new AdaptiveChoice(level.Text, level.Value))])
        {
            Value = statement.Answer,
            Private = true,
            Spacing = AdaptiveSpacing.Medium,
        };
}
