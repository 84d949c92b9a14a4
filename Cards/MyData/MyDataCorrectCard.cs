namespace PeerBot.Cards;

/// <summary>C34 ‹Correct›: what the reader can put right themselves, and the way to ask for the rest.</summary>
public static class MyDataCorrectCard
{
    /// <param name="Known">What others put in: name, e-mail, place of work.</param>
    /// <param name="Languages">One where there is nothing to choose.</param>
    /// <param name="Zones">Time zones of the countries in which programmes run.</param>
    public sealed record View(
        IReadOnlyList<Line> Known, IReadOnlyList<Choice> Languages, string Language, IReadOnlyList<Choice> Zones, string Zone, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "MyDataCorrect", texts.Plain("MyDataCorrect.Heading"),
            [
                Blocks.Text(texts.Say("MyDataCorrect.Text")),
                texts.Problem(view.Problem),
                view.Languages.Count < 2 ? null : List(InputIds.Language, texts.Plain("MyDataCorrect.Language"), view.Languages, view.Language),
                List(InputIds.TimeZone, texts.Plain("MyDataCorrect.Zone"), view.Zones, view.Zone),
                Blocks.Subheading(texts.Say("MyDataCorrect.Others")),
                Blocks.Facts(view.Known),
                Blocks.Small(texts.Say("MyDataCorrect.OthersText")),
            ],
            frame.Action(Verbs.MyDataCorrectSave, texts.Plain("Save")).Main(),
            frame.Press(Verbs.MyDataCorrectAsk, texts.Plain("MyDataCorrect.Ask")),
            frame.Press(Verbs.MyDataShow, texts.Plain("MyDataFile.Back")));

        AdaptiveChoiceSetInput List(string id, string label, IReadOnlyList<Choice> choices, string chosen) =>
            new(id, frame.Optional(label), [.. choices.Select(choice => new AdaptiveChoice(choice.Text, choice.Value))])
            {
                Style = AdaptiveChoiceInputStyle.Compact,
                Value = chosen,
            };
    }
}
