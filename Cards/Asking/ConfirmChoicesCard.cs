namespace PeerBot.Cards;

/// <summary>C04: the choices in order, confidentiality with its exception, and the tick.</summary>
public static class ConfirmChoicesCard
{
    public sealed record View(
        IReadOnlyList<Picked> Choices, Confidentiality Confidentiality, IReadOnlyList<Signpost> OtherHelp, bool TickMissing = false);

    /// <param name="Key">Short opaque value that the presses carry.</param>
    public sealed record Picked(string Key, string Name, string Organisation);

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "Choices", texts.Plain("Choices.Heading"),
            [
                Blocks.Text(texts.Say(view.Choices.Count == 1 ? "Choices.IntroOne" : "Choices.Intro")),
                .. view.Choices.Select((choice, index) => Row(choice, index, view.Choices.Count, frame)),
                texts.Confidential(view.Confidentiality, PairRole.Requester),
                view.TickMissing ? texts.Problem(texts.Plain("Choices.TickMissing")) : null,
                new AdaptiveToggleInput(InputIds.Understood, frame.Required(texts.Plain("Choices.TickLabel")), texts.Plain("Choices.Tick"))
                {
                    IsRequired = true,
                    ErrorMessage = texts.Plain("Choices.TickMissing"),
                },
                texts.OtherHelp(view.OtherHelp),
            ],
            frame.Action(Verbs.RequestSend, texts.Plain("Choices.Send")).Main(),
            frame.Press(Verbs.RequestChange, texts.Plain("Change")),
            frame.Press(Verbs.RequestCancel, texts.Plain("Cancel")));
    }

    private static AdaptiveColumnSet Row(Picked choice, int index, int count, CardFrame frame)
    {
        var texts = frame.Texts;
        AdaptiveExecuteAction? up = index == 0 ? null : frame.Press(Verbs.PreferenceUp, texts.Plain("Choices.Up"), choice.Key)
            .Means(texts.Plain("Choices.UpName", ("name", choice.Name)));
        AdaptiveExecuteAction? remove = count == 1 ? null : frame.Press(Verbs.PreferenceRemove, texts.Plain("Choices.Remove"), choice.Key)
            .Means(texts.Plain("Choices.RemoveName", ("name", choice.Name)));
        var words = Blocks.Stretch(
            Blocks.Text(texts.Say("Choices.Row", ("rank", texts.Rank(index + 1)), ("name", choice.Name))) with
            {
                Weight = AdaptiveTextWeight.Bolder,
            },
            Blocks.Small(Typed.Escape(Typed.Line(choice.Organisation))) with { Spacing = AdaptiveSpacing.None });
        AdaptiveAction[] buttons = [.. new[] { up, remove }.OfType<AdaptiveAction>()];
        return buttons.Length == 0 ? Blocks.Row(words) : Blocks.Row(words, Blocks.Auto(new AdaptiveActionSet(buttons)));
    }
}
