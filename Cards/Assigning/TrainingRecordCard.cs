using NodaTime;

namespace PeerBot.Cards;

/// <summary>Who was trained and when, for whoever looks after the programme.</summary>
public static class TrainingRecordCard
{
    private const int NameMost = 60;

    /// <param name="Provider">Who trains; null: not said.</param>
    /// <param name="Day">Filled in before.</param>
    /// <param name="Found">People of that name, each with a button; null before anybody was looked for.</param>
    public sealed record View(string? Provider, LocalDate Today, string? Name = null, LocalDate? Day = null, IReadOnlyList<OverseenCard.Item>? Found = null, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "TrainingRecord", texts.Plain("TrainingRecord.Heading"),
            [
                Blocks.Text(texts.Say("TrainingRecord.Text")),
                view.Provider is { } provider ? Blocks.Small(texts.Say("TrainingRecord.By", ("provider", provider))) : null,
                texts.Problem(view.Problem),
                new AdaptiveTextInput(InputIds.Person, frame.Required(texts.Plain("FindPerson.Name")), NameMost)
                {
                    Value = view.Name is { Length: > 0 } name ? Typed.Line(name, NameMost) : null,
                    IsRequired = true,
                    ErrorMessage = texts.Plain("FindPerson.NameMissing"),
                },
                new AdaptiveDateInput(InputIds.Date, frame.Required(texts.Plain("TrainingRecord.Day")))
                {
                    Value = ((LocalDate?)(view.Day ?? view.Today)).Iso(),
                    Max = ((LocalDate?)view.Today).Iso(),
                    IsRequired = true,
                    ErrorMessage = texts.Plain("TrainingRecord.DayMissing"),
                },
                .. (view.Found ?? []).Select(item => Blocks.Panel(
                    Blocks.Subheading(Typed.Escape(Typed.Line(item.Title))) with { Spacing = null },
                    Blocks.Facts(item.Lines),
                    new AdaptiveActionSet(
                        [.. item.Buttons.Select(button => frame.Action(button.Verb, button.Title, button.Arg).Means(Typed.Line($"{button.Title}: {item.Title}")))]))),
            ],
            frame.Action(Verbs.TrainingRecord, texts.Plain("FindPerson.Find")).Main(),
            frame.Press(Verbs.CoordinatorHome, texts.Plain("Back")));
    }
}
