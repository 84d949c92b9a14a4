namespace PeerBot.Cards;

/// <summary>C20: feedback, built from the definition's questions. Sharing with the supporter is a choice that starts at "No".</summary>
public static class FeedbackCard
{
    public const int MessageMost = 500;

    /// <param name="CollectedBy">Who reads it: "the local authority", with the person's name where known.</param>
    /// <param name="Problem">A sentence about what was wrong with the last attempt.</param>
    /// <param name="Filled">What was filled in then, by input id, so that nothing is lost.</param>
    public sealed record View(
        string CollectedFor, string? CollectedBy, string SupporterName, IReadOnlyList<Question> Questions,
        bool Reminder = false, bool CanBeReminded = true, string? Problem = null,
        IReadOnlyDictionary<string, string>? Filled = null);

    /// <param name="Id">Also the id of its input.</param>
    public abstract record Question(string Id, string Text)
    {
        public sealed record Choose(string Id, string Text, IReadOnlyList<Choice> Choices, bool Required = false) : Question(Id, Text);

        public sealed record Write(string Id, string Text, int MaxLength, bool Required = false) : Question(Id, Text);

        /// <summary>May the supporter see it? The value chosen beforehand is <paramref name="No"/>.</summary>
        public sealed record Permission(string Id, string Text, IReadOnlyList<Choice> Choices, string No) : Question(Id, Text);
    }

    public static AdaptiveCard Of(View view, CardFrame frame)
    {
        var texts = frame.Texts;
        var goesTo = view.CollectedBy is { } by
            ? texts.Say("Feedback.GoesToPerson", ("collector", view.CollectedFor), ("name", by))
            : texts.Say("Feedback.GoesTo", ("collector", view.CollectedFor));
        return frame.Card(
            "Feedback", texts.Plain("Feedback.Heading"),
            [
                Blocks.Text(texts.Say(view.Reminder ? "Feedback.IntroAgain" : "Feedback.Intro", ("collector", view.CollectedFor))),
                Blocks.Small(goesTo),
                texts.Problem(view.Problem),
                .. view.Questions.SelectMany(question => Ask(question, view, frame)),
            ],
            frame.Action(Verbs.FeedbackSend, texts.Plain("Send")).Main(),
            view.CanBeReminded ? frame.Press(Verbs.FeedbackLater, texts.Plain("Feedback.Later")) : null,
            frame.Press(Verbs.FeedbackDecline, texts.Plain("Feedback.Decline")));
    }

    private static IEnumerable<AdaptiveElement> Ask(Question question, View view, CardFrame frame)
    {
        var texts = frame.Texts;
        switch (question)
        {
            case Question.Choose choose:
                yield return new AdaptiveChoiceSetInput(choose.Id, Label(choose.Text, choose.Required, frame), Choices(choose.Choices))
                {
                    Style = AdaptiveChoiceInputStyle.Compact,
                    Value = view.Filled?.GetValueOrDefault(choose.Id),
                    Placeholder = texts.Plain("Feedback.ChooseOne"),
                    IsRequired = choose.Required ? true : null,
                    ErrorMessage = choose.Required ? texts.Plain("Feedback.Missing") : null,
                    Spacing = AdaptiveSpacing.Medium,
                };
                break;
            case Question.Write write:
                yield return new AdaptiveTextInput(write.Id, Label(write.Text, write.Required, frame), write.MaxLength)
                {
                    Value = view.Filled?.GetValueOrDefault(write.Id),
                    IsMultiline = true,
                    IsRequired = write.Required ? true : null,
                    ErrorMessage = write.Required ? texts.Plain("Feedback.Missing") : null,
                    Private = true,
                    Spacing = AdaptiveSpacing.Medium,
                };
                break;
            case Question.Permission permission:
                yield return new AdaptiveChoiceSetInput(permission.Id, frame.Optional(permission.Text), Choices(permission.Choices))
                {
                    Value = view.Filled?.GetValueOrDefault(permission.Id) ?? permission.No,
                    Separator = true,
                    Spacing = AdaptiveSpacing.Large,
                };
                yield return new AdaptiveTextInput(
                    InputIds.Message, texts.Plain("Feedback.Message", ("name", view.SupporterName), ("most", MessageMost)), MessageMost)
                {
                    Value = view.Filled?.GetValueOrDefault(InputIds.Message),
                    IsMultiline = true,
                    Private = true,
                };
                yield return Blocks.Small(texts.Say("Feedback.MessageOnlyIf", ("name", view.SupporterName)));
                break;
        }
    }

    private static string Label(string text, bool required, CardFrame frame) => required ? frame.Required(text) : frame.Optional(text);

    private static AdaptiveChoice[] Choices(IReadOnlyList<Choice> choices) =>
        [.. choices.Select(choice => new AdaptiveChoice(choice.Text, choice.Value))];
}
