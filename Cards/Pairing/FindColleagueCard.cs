namespace PeerBot.Cards;

/// <summary>A participant names the colleague who is to support them: by name or work e-mail, and one of several where the name is not enough.</summary>
public static class FindColleagueCard
{
    public const int NameMost = 100;

    /// <param name="Hits">People of that name, to choose one; empty: nobody was looked for yet, or nobody is known.</param>
    /// <param name="Problem">Why the last try found nobody, and what to do.</param>
    public sealed record View(string? Typed = null, IReadOnlyList<Choice>? Hits = null, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return view.Hits is { Count: > 0 } hits ? Choose(hits, frame) : frame.Card(
            "FindColleague", texts.Plain("FindColleague.Heading"),
            [
                Blocks.Text(texts.Say("FindColleague.Text")),
                texts.Problem(view.Problem),
                new AdaptiveTextInput(InputIds.Colleague, frame.Required(texts.Plain("FindColleague.Label")), NameMost)
                {
                    IsRequired = true,
                    ErrorMessage = texts.Plain("FindColleague.Missing"),
                    Value = PeerBot.Cards.Typed.Again(view.Typed),
                },
                Blocks.Small(texts.Say("FindColleague.Nothing")),
            ],
            frame.Action(Verbs.ColleagueFind, texts.Plain("FindColleague.Find")).Main(),
            frame.Press(Verbs.CardOk, texts.Plain("FindColleague.Later")));
    }

    private static AdaptiveCard Choose(IReadOnlyList<Choice> hits, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "FindColleague", texts.Plain("FindColleague.Several"),
            [Blocks.Text(texts.Say("FindColleague.WhichOne"))],
            [
                .. hits.Select(hit => frame.Press(Verbs.ColleagueChoose, Typed.Line(hit.Text), hit.Value)),
                frame.Press(Verbs.ColleagueStart, texts.Plain("FindColleague.Another")),
            ]);
    }
}
