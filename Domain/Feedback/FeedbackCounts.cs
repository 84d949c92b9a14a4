using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Feedback;

public static class FeedbackCounts
{
    /// <summary>What may still be counted: the options chosen. Every word, and what the supporter was allowed to see, is gone.</summary>
    /// <param name="rules">Null when nobody knows any more what the questions were: nothing is left then.</param>
    public static CycleFeedback CountsAlone(this CycleFeedback given, FeedbackRules? rules) => given with
    {
        Answers = given.Answers
            .Where(answer => rules?.Questions.FirstOrDefault(question => question.Id == answer.Key) is { Type: not QuestionType.Text })
            .ToDictionary(),
        Permission = Permission.No,
        Message = null,
    };
}
