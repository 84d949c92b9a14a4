namespace PeerBot.Cards;

/// <summary>Somebody has asked by e-mail or telephone: whom the request is for.</summary>
public static class FindPersonCard
{
    private const int NameMost = 60;

    /// <param name="Found">Each with where they work and what can be done; null before anything was looked for.</param>
    public sealed record View(string? Name, IReadOnlyList<OverseenCard.Item>? Found, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "FindPerson", texts.Plain("FindPerson.Heading"),
            [
                Blocks.Text(texts.Say("FindPerson.Text")),
                texts.Problem(view.Problem),
                .. (view.Found ?? []).Select(item => Blocks.Panel(
                    Blocks.Subheading(Typed.Escape(Typed.Line(item.Title))) with { Spacing = null },
                    item.Lines.Count > 0 ? Blocks.Facts(item.Lines) : null,
                    item.Buttons.Count == 0 ? null : new AdaptiveActionSet(
                        [.. item.Buttons.Select(button => frame.Press(button.Verb, button.Title, button.Arg).Means(Typed.Line($"{button.Title}: {item.Title}")))]))),
                new AdaptiveTextInput(InputIds.Person, frame.Required(texts.Plain("FindPerson.Name")), NameMost)
                {
                    Value = view.Name is { Length: > 0 } name ? Typed.Line(name, NameMost) : null, IsRequired = true,
                    ErrorMessage = texts.Plain("FindPerson.NameMissing"),
                },
            ],
            frame.Action(Verbs.CoordinatorFind, texts.Plain("FindPerson.Find")).Main(),
            frame.Press(Verbs.CoordinatorHome, texts.Plain("Back")));
    }
}
