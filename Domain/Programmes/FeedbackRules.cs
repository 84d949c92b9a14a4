namespace PeerBot.Domain.Programmes;

/// <param name="CollectedFor">Who gets the answers, in words.</param>
public sealed record FeedbackRules(
    bool Enabled,
    IReadOnlyList<FeedbackFrom> From,
    string CollectedFor,
    FeedbackAskAfter AskAfter,
    bool AnswerOptional,
    IReadOnlyList<FeedbackQuestion> Questions,
    ShareWithSupporter ShareWithSupporter,
    int RemindAfterWorkingDays,
    int MaxReminders)
{
    internal static FeedbackRules Read(DefinitionNode node)
    {
        var share = node.Child("shareWithSupporter");
        return new(
            node.Flag("enabled"),
            node.WordList<FeedbackFrom>("from"),
            node.Phrase("collectedFor"),
            node.Word<FeedbackAskAfter>("askAfter"),
            node.Flag("answerOptional"),
            node.List("questions", FeedbackQuestion.Read),
            new(share.Flag("ask"), share.Text("default")),
            node.WholeOrNull("remindAfterWorkingDays") ?? 5,
            node.WholeOrNull("maxReminders") ?? 2);
    }
}

public enum FeedbackFrom
{
    Requester,
    Supporter,
    Member,
}

public enum FeedbackAskAfter
{
    CycleClosed,
    EachMeeting,
    Term,
}

/// <param name="Ask">Whether the person is asked for permission at all.</param>
/// <param name="Default">Always "no".</param>
public sealed record ShareWithSupporter(bool Ask, string Default);

/// <param name="Options">Choices in order; empty where the type has none.</param>
/// <param name="Default">Chosen beforehand; null: nothing is. A permission's default is always "no", which is its first option.</param>
/// <param name="Reportable">Whether the answers may be counted in a report.</param>
public sealed record FeedbackQuestion(
    string Id,
    LocalText Text,
    QuestionType Type,
    bool Required,
    IReadOnlyList<LocalText> Options,
    string? Default,
    int? MaxLength,
    bool Reportable)
{
    internal static FeedbackQuestion Read(DefinitionNode node) => new(
        node.Text("id"), node.Words("text"), node.Word<QuestionType>("type"), node.Flag("required"),
        node.List("options", option => option.Words()), node.TextOrNull("default"), node.WholeOrNull("maxLength"),
        node.Flag("reportable", otherwise: true));
}

public enum QuestionType
{
    Scale,
    Choice,
    YesNo,
    Text,
    Permission,
}
