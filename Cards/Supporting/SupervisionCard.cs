namespace PeerBot.Cards;

/// <summary>C26: supervision, for a supporter. There is no field for what it is about.</summary>
public static class SupervisionCard
{
    /// <param name="Weeks">First days of the weeks to choose from, with their words.</param>
    public sealed record View(IReadOnlyList<Choice> Weeks);

    /// <param name="Supervisor">Name of whoever holds it.</param>
    /// <param name="Slots">Empty: nothing is free.</param>
    public sealed record TimesView(string Supervisor, IReadOnlyList<Slot> Slots, int Minutes, bool More, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Supervision", texts.Plain("Supervision.Heading"),
            [
                Blocks.Text(texts.Say("Supervision.Text")),
                new AdaptiveChoiceSetInput(
                    InputIds.Week, frame.Optional(texts.Plain("Supervision.Week")), [.. view.Weeks.Select(week => new AdaptiveChoice(week.Text, week.Value))])
                {
                    Style = AdaptiveChoiceInputStyle.Compact, Placeholder = texts.Plain("Supervision.AnyWeek"),
                },
                Blocks.Small(texts.Say("Supervision.WhoSees")),
            ],
            frame.Action(Verbs.SupervisionSend, texts.Plain("Supervision.Ask")).Main(),
            frame.Press(Verbs.SupervisionLater, texts.Plain("Supervision.NotNow")));
    }

    public static AdaptiveCard Times(TimesView view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Supervision", texts.Plain("Supervision.TimesHeading"),
            [
                Blocks.Text(texts.Say(view.Slots.Count == 0 ? "Supervision.NoTimes" : "Supervision.Times", ("name", view.Supervisor))),
                texts.Problem(view.Problem),
                .. frame.Slots(Verbs.SupervisionSlot, view.Slots, view.Minutes),
            ],
            view.More ? frame.Press(Verbs.SupervisionMore, texts.Plain("Supervision.MoreTimes")) : null,
            frame.Press(Verbs.SupervisionLater, texts.Plain("Supervision.NoneSuit")));
    }
}
