using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>Open questions from the programme's bank, one a reminder, another for each meeting.</summary>
internal static class Questions
{
    public static string? For(FlowContext context, Meeting meeting)
    {
        var rules = context.Programme.QuestionBank;
        if (!context.Turn.Reference.Library.QuestionBanks.TryGetValue(rules.Ref, out var bank))
        {
            return null;
        }

        var questions = bank.Phases.Where(phase => rules.Phases.Count == 0 || rules.Phases.Contains(phase.Id))
            .SelectMany(phase => phase.Questions).ToList();
        return questions.Count == 0 ? null : questions[meeting.Id.Value.ToByteArray()[0] % questions.Count].Text;
    }
}
