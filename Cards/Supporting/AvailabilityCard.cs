using NodaTime;

namespace PeerBot.Cards;

/// <summary>C25: how much a supporter can take on and when. Pausing takes one press, leaving two, and no reason is asked.</summary>
public static class AvailabilityCard
{
    /// <param name="Most">The programme's most.</param>
    /// <param name="Held">Cycles held now.</param>
    /// <param name="Days">Null: any of <paramref name="Weekdays"/>.</param>
    /// <param name="Away">Times away, in words.</param>
    /// <param name="Paused">Off the list until they say otherwise.</param>
    public sealed record View(
        int Capacity, int Most, int Held, LocalDate? PausedUntil, bool Paused, IReadOnlyList<IsoDayOfWeek> Weekdays, IReadOnlyList<IsoDayOfWeek>? Days,
        IReadOnlyList<string> Away, LocalDate Today, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var tomorrow = ((LocalDate?)view.Today.PlusDays(1)).Iso();
        return frame.Card(
            "Availability", texts.Plain("Availability.Heading"),
            [
                Blocks.Text(texts.Say("Availability.Intro", ("held", view.Held), ("capacity", view.Capacity))),
                view.Paused ? Blocks.Notice(texts.Say("Availability.Paused"))
                    : view.PausedUntil is { } until ? Blocks.Notice(texts.Say("Availability.PausedUntil", ("date", until)))
                    : null,
                texts.Problem(view.Problem),
                new AdaptiveChoiceSetInput(
                    InputIds.Capacity, frame.Required(texts.Plain("Availability.Capacity")),
                    [.. Enumerable.Range(1, view.Most).Select(number => new AdaptiveChoice(Texts.Digits(number), Texts.Digits(number)))])
                {
                    IsRequired = true, ErrorMessage = texts.Plain("Availability.CapacityMissing"), Value = Texts.Digits(view.Capacity),
                    Style = AdaptiveChoiceInputStyle.Compact,
                },
                new AdaptiveDateInput(InputIds.PauseUntil, frame.Optional(texts.Plain("Availability.PauseUntil")))
                {
                    Min = tomorrow, Value = view.PausedUntil.Iso(),
                },
                new AdaptiveChoiceSetInput(
                    InputIds.Days, frame.Optional(texts.Plain("Availability.Days")),
                    [.. view.Weekdays.Select(day => new AdaptiveChoice(texts.Weekday(day), Texts.Digits((int)day)))])
                {
                    IsMultiSelect = true, Value = string.Join(',', (view.Days ?? view.Weekdays).Select(day => Texts.Digits((int)day))),
                },
                view.Away.Count == 0 ? null : Blocks.Small(texts.Say("Availability.Away")),
                view.Away.Count == 0 ? null : Blocks.Bullets(view.Away),
                new AdaptiveDateInput(InputIds.AwayFrom, frame.Optional(texts.Plain("Availability.AwayFrom"))),
                new AdaptiveDateInput(InputIds.AwayUntil, frame.Optional(texts.Plain("Availability.AwayUntil"))) { Min = ((LocalDate?)view.Today).Iso() },
                view.Away.Count == 0 ? null : new AdaptiveActionSet([frame.Press(Verbs.SupporterAwayClear, texts.Plain("Availability.AwayClear"))]),
            ],
            frame.Action(Verbs.SupporterAvailabilitySave, texts.Plain("Save")).Main(),
            view.Paused || view.PausedUntil is not null
                ? frame.Press(Verbs.SupporterResume, texts.Plain("Availability.Resume"))
                : frame.Press(Verbs.SupporterPause, texts.Plain("Availability.Pause")),
            frame.Press(Verbs.SupporterLeave, texts.Plain("Availability.Leave")));
    }
}
