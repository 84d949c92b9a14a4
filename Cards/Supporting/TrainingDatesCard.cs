using NodaTime;

namespace PeerBot.Cards;

/// <summary>Days of training, for the coordinator to add and take away.</summary>
public static class TrainingDatesCard
{
    public const int PlaceMost = 120;

    /// <param name="Dates">Key of each and its words.</param>
    public sealed record View(string? Provider, IReadOnlyList<Choice> Dates, int Waiting, LocalDate FirstDay, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "TrainingDates", texts.Plain("TrainingDates.Heading"),
            [
                Blocks.Text(view.Provider is { } provider ? texts.Say("TrainingDates.IntroAt", ("provider", provider)) : texts.Say("TrainingDates.Intro")),
                Blocks.Small(texts.Say("TrainingDates.Waiting", ("count", view.Waiting))),
                texts.Problem(view.Problem),
                .. view.Dates.Select(date => Blocks.Row(
                    Blocks.Stretch(Blocks.Text(Typed.Escape(Typed.Line(date.Text)))),
                    Blocks.Auto(new AdaptiveActionSet(
                        [frame.Press(Verbs.TrainingDateRemove, texts.Plain("TrainingDates.Remove"), date.Value).Means(texts.Plain("TrainingDates.RemoveDate", ("date", date.Text)))])))),
                new AdaptiveDateInput(InputIds.Date, frame.Required(texts.Plain("TrainingDates.Date")))
                {
                    IsRequired = true, ErrorMessage = texts.Plain("TrainingDates.DateMissing"), Min = ((LocalDate?)view.FirstDay).Iso(),
                },
                new AdaptiveTimeInput(InputIds.Time, frame.Optional(texts.Plain("TrainingDates.Time"))),
                new AdaptiveTextInput(InputIds.Place, frame.Optional(texts.Plain("TrainingDates.Place")), PlaceMost),
            ],
            frame.Action(Verbs.TrainingDateAdd, texts.Plain("TrainingDates.Add")).Main(),
            frame.Press(Verbs.ApprovalList, texts.Plain("Back")));
    }
}
