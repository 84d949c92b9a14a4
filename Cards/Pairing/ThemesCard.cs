using NodaTime;

namespace PeerBot.Cards;

/// <summary>Themes to prompt thinking, for their reader alone. It is no checklist: nothing is ticked, counted or complete.</summary>
public static class ThemesCard
{
    /// <param name="Preamble">The instrument's own words.</param>
    /// <param name="Quoted">The list is not in the reader's language.</param>
    public sealed record View(string Preamble, IReadOnlyList<Theme> Themes, bool MayAdd, bool Quoted = false);

    /// <param name="Arg">What the button carries: the theme's id, or that of the reader's own.</param>
    /// <param name="On">The date that the reader put against it; null: none.</param>
    public sealed record Theme(string Arg, string Name, LocalDate? On = null, bool Own = false);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Themes", texts.Plain("Themes.Heading"),
            [
                view.Quoted ? Blocks.Small(texts.Say("Quoted")) : null,
                Blocks.Text(Typed.Escape(view.Preamble)),
                Blocks.Small(texts.Say("Themes.OnlyYou")),
                .. view.Themes.SelectMany(theme => Show(theme, frame)),
            ],
            view.MayAdd ? frame.Press(Verbs.ThemeOpen, texts.Plain("Themes.Add"), "own") : null,
            frame.Press(Verbs.TopicsOpen, texts.Plain("Themes.Topics")),
            frame.Press(Verbs.ThemesWhy, texts.Plain("Themes.Why")));
    }

    private static IEnumerable<AdaptiveElement> Show(Theme theme, CardFrame frame)
    {
        var texts = frame.Texts;
        yield return Blocks.Subheading(Typed.Escape(Typed.Line(theme.Name)));
        if (theme.On is { } on)
        {
            yield return Blocks.Small(texts.Say("Themes.Date", ("date", on)));
        }

        yield return new AdaptiveActionSet(
            [frame.Press(Verbs.ThemeOpen, texts.Plain("Themes.Open"), theme.Arg).Means(texts.Plain("Themes.OpenName", ("name", theme.Name)))])
        { Spacing = AdaptiveSpacing.Small };
    }
}

/// <summary>One theme: a date against it, and what the reader knows it by. Only they see it.</summary>
public static class ThemeCard
{
    public const int EvidenceMost = 1000;
    public const int NameMost = 150;

    /// <param name="Name">Null: the reader gives it.</param>
    /// <param name="Question">The instrument's question about evidence.</param>
    public sealed record View(string Arg, string? Name, string Question, LocalDate? On, string? Evidence, string? OwnName = null, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Theme", view.Name ?? texts.Plain("Theme.Own"),
            [
                Blocks.Text(texts.Say("Theme.Text")),
                texts.Problem(view.Problem),
                view.Name is not null ? null : new AdaptiveTextInput(InputIds.Name, frame.Required(texts.Plain("Theme.Name", ("most", NameMost))), NameMost)
                {
                    IsRequired = true, ErrorMessage = texts.Plain("Theme.NameMissing"), Value = Typed.Again(view.OwnName), Private = true,
                },
                new AdaptiveDateInput(InputIds.Date, frame.Optional(texts.Plain("Theme.Date"))) { Value = view.On.Iso() },
                Blocks.Text(Typed.Escape(view.Question)),
                new AdaptiveTextInput(InputIds.Evidence, frame.Optional(texts.Plain("Theme.Evidence", ("most", EvidenceMost))), EvidenceMost)
                {
                    IsMultiline = true, Value = Typed.Again(view.Evidence), Private = true,
                },
            ],
            frame.Action(Verbs.ThemeSave, texts.Plain("Save"), view.Arg).Main(),
            frame.Press(Verbs.ThemesOpen, texts.Plain("Back")));
    }
}
