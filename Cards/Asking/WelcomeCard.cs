namespace PeerBot.Cards;

/// <summary>C01: welcome and privacy, for anyone.</summary>
public static class WelcomeCard
{
    /// <param name="FirstName">Null when unknown.</param>
    /// <param name="Scheme">The programme's name.</param>
    /// <param name="Summary">The programme's own sentence about itself.</param>
    /// <param name="Benefits">What the requester may gain, all of them, from the definition.</param>
    /// <param name="OtherHelp">What this does not replace.</param>
    /// <param name="IsNot">What the relationship is not; null: nothing to say.</param>
    /// <param name="Ways">How to begin in this scheme.</param>
    /// <param name="Keys">What the scheme comes down to, numbered; null: nothing.</param>
    /// <param name="Sentences">Further sentences of the definition; null: none.</param>
    /// <param name="Languages">More than one: a choice is offered.</param>
    /// <param name="OtherSchemes">The reader's other schemes; null: none.</param>
    public sealed record View(
        string? FirstName, string Scheme, string Summary, IReadOnlyList<string> Benefits, IReadOnlyList<Signpost> OtherHelp,
        Confidentiality Confidentiality, IReadOnlyList<Button> Ways, IReadOnlyList<Choice>? Languages = null, IReadOnlyList<Choice>? OtherSchemes = null,
        string? IsNot = null, IReadOnlyList<string>? Keys = null, IReadOnlyList<string>? Sentences = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var heading = view.FirstName is { } name ? texts.Plain("Welcome.HelloName", ("name", name)) : texts.Plain("Welcome.Hello");
        return frame.Card(
            "Welcome", heading,
            [
                Blocks.Text(texts.Say("Welcome.What")),
                Blocks.Small(texts.Say("Welcome.Scheme", ("scheme", view.Scheme), ("summary", view.Summary))),
                view.IsNot is { } not ? Blocks.Text(texts.Say("Welcome.IsNot", ("what", not))) : null,
                view.Keys is { Count: > 0 } ? Blocks.Subheading(texts.Say("Welcome.Keys", ("count", view.Keys.Count))) : null,
                view.Keys is { Count: > 0 } keys ? Blocks.Numbered(keys) : null,
                .. (view.Sentences ?? []).Select(sentence => Blocks.Text(Typed.Escape(sentence))),
                view.Benefits.Count == 0 ? null : Blocks.Subheading(texts.Say("Welcome.Benefits")),
                view.Benefits.Count == 0 ? null : Blocks.Bullets(view.Benefits),
                texts.Confidential(view.Confidentiality, PairRole.Requester),
                Blocks.Text(texts.Say("Welcome.Keeps")),
                Blocks.Small(view.OtherHelp.Count == 0
                    ? texts.Say("Welcome.OnTop")
                    : texts.Say("Welcome.OneOfARange", ("list", texts.Signposts(view.OtherHelp)))),
                Language(view, texts),
                view.Languages is { Count: > 1 } ? new AdaptiveActionSet([frame.Action(Verbs.LanguageChoose, texts.Plain("Welcome.UseLanguage"))]) : null,
                view.OtherSchemes is { Count: > 0 } ? Blocks.Small(texts.Say("Welcome.OtherSchemes", ("scheme", view.Scheme))) : null,
            ],
            [
                .. view.Ways.Select((way, at) =>
                    at == 0 ? frame.Action(way.Verb, way.Title, way.Arg).Main() : frame.Action(way.Verb, way.Title, way.Arg)),
                frame.Press(Verbs.MyDataShow, texts.Plain("MyData")),
                .. frame.Schemes(view.OtherSchemes ?? []),
            ]);
    }

    private static AdaptiveChoiceSetInput? Language(View view, Texts texts) =>
        view.Languages is not { Count: > 1 } languages ? null
        : new(InputIds.Language, texts.Plain("Label.Optional", ("label", texts.Plain("Welcome.Language"))),
            [.. languages.Select(language => new AdaptiveChoice(language.Text, language.Value))])
        {
            Style = AdaptiveChoiceInputStyle.Compact,
            Value = texts.Culture.Name,
        };
}
