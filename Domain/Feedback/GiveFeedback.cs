using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Feedback;

public abstract record FeedbackAnswer
{
    private FeedbackAnswer()
    {
    }

    public sealed record Given(CycleFeedback Feedback) : FeedbackAnswer;

    public sealed record Declined : FeedbackAnswer;

    public sealed record WillBeReminded : FeedbackAnswer;

    /// <summary>Permission for a message was given, and no message was written.</summary>
    public sealed record MessageMissing : FeedbackAnswer;

    /// <param name="Question">Null when it is the message to the supporter.</param>
    public sealed record TooLong(FeedbackQuestion? Question, int MaxLength) : FeedbackAnswer;

    /// <summary>Nothing is shared any more.</summary>
    public sealed record Unshared : FeedbackAnswer;

    public sealed record AlreadyGiven(CycleFeedback Feedback) : FeedbackAnswer;

    /// <summary>It was shown already, or none was given.</summary>
    public sealed record TooLate : FeedbackAnswer;

    public sealed record NotYours : FeedbackAnswer;
}

/// <summary>Goes to whom the programme collects it for. The supporter sees what was permitted, and nothing without (S2-37).</summary>
public sealed class GiveFeedback(Turn turn)
{
    public const int MessageLength = 500;

    private readonly IStores stores = turn.Stores;

    /// <param name="answers">By question id; unknown ids and options that do not exist are left out.</param>
    public async Task<FeedbackAnswer> GiveAsync(
        PersonId person, CycleId id, IReadOnlyDictionary<string, string> answers, Permission permission, string? message)
    {
        if (await FindAsync(person, id) is not { } cycle)
        {
            return new FeedbackAnswer.NotYours();
        }

        var before = await stores.FeedbackAsync(id, person);
        if (before is { Standing: FeedbackStanding.Given })
        {
            return new FeedbackAnswer.AlreadyGiven(before);
        }

        if (permission == Permission.MessageOnly && message is null)
        {
            return new FeedbackAnswer.MessageMissing();
        }

        if (message?.Length > MessageLength)
        {
            return new FeedbackAnswer.TooLong(null, MessageLength);
        }

        var known = new Dictionary<string, string>();
        foreach (var question in turn.Programme(cycle.Programme).Feedback.Questions)
        {
            if (!answers.TryGetValue(question.Id, out var answer) || string.IsNullOrWhiteSpace(answer) || question.Type == QuestionType.Permission)
            {
                continue;
            }

            if (question.Type == QuestionType.Text && answer.Length > (question.MaxLength ?? MessageLength))
            {
                return new FeedbackAnswer.TooLong(question, question.MaxLength ?? MessageLength);
            }

            if (question.Type == QuestionType.Text || (int.TryParse(answer, out var option) && option >= 0 && option < question.Options.Count))
            {
                known[question.Id] = answer;
            }
        }

        var feedback = new CycleFeedback(id, person, known, permission, permission == Permission.No ? null : message, turn.Now, Version: before?.Version ?? 0);
        stores.Save(feedback);
        if (permission != Permission.No && !cycle.IsGroup)
        {
            await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.ShowFeedback(id, person, cycle.Other(person)), cycle.Other(person));
        }

        return new FeedbackAnswer.Given(feedback);
    }

    /// <summary>They would rather not: nobody asks again, and a change of mind is still welcome.</summary>
    public Task<FeedbackAnswer> DeclineAsync(PersonId person, CycleId id) =>
        StandAsync(person, id, FeedbackStanding.Declined, new FeedbackAnswer.Declined());

    /// <summary>One reminder in place of those that would have come by themselves.</summary>
    public async Task<FeedbackAnswer> RemindOnceAsync(PersonId person, CycleId id)
    {
        if (await stores.FeedbackAsync(id, person) is { Standing: FeedbackStanding.RemindOnce })
        {
            return new FeedbackAnswer.WillBeReminded();
        }

        var answer = await StandAsync(person, id, FeedbackStanding.RemindOnce, new FeedbackAnswer.WillBeReminded());
        if (answer is FeedbackAnswer.WillBeReminded && await stores.CycleAsync(id) is { } cycle)
        {
            var programme = turn.Programme(cycle.Programme);
            stores.Send(
                new Errand.AskFeedback(id, person, programme.Feedback.MaxReminders + 1),
                await new Hours(turn, programme).MorningAfterAsync(person, turn.Now, programme.Feedback.RemindAfterWorkingDays));
        }

        return answer;
    }

    /// <summary>Takes the permission back, as long as the other one has not seen what it was for.</summary>
    public async Task<FeedbackAnswer> UnshareAsync(PersonId person, CycleId id)
    {
        if (await FindAsync(person, id) is null)
        {
            return new FeedbackAnswer.NotYours();
        }

        if (await stores.FeedbackAsync(id, person) is not { Standing: FeedbackStanding.Given, SharedAt: null } given)
        {
            return new FeedbackAnswer.TooLate();
        }

        stores.Save(given with { Permission = Permission.No, Message = null });
        return new FeedbackAnswer.Unshared();
    }

    /// <summary>What the other one may see, which from now on they have seen; null: nothing.</summary>
    public async Task<CycleFeedback?> ToShowAsync(CycleId id, PersonId from)
    {
        if (await stores.FeedbackAsync(id, from) is not { Permission: not Permission.No } feedback)
        {
            return null;
        }

        stores.Save(feedback with { SharedAt = feedback.SharedAt ?? turn.Now });
        return feedback;
    }

    private async Task<Cycle?> FindAsync(PersonId person, CycleId id) =>
        await stores.CycleAsync(id) is { } cycle && cycle.IsOverFor(person) && FinishCycle.AsksFeedback(turn.Programme(cycle.Programme), cycle, person)
            ? cycle
            : null;

    /// <summary>Whether an ask on its way is still wanted.</summary>
    public async Task<bool> MayAskAsync(Cycle cycle, Errand.AskFeedback ask) => (await stores.FeedbackAsync(cycle.Id, ask.To))?.Standing switch
    {
        null => true,
        FeedbackStanding.RemindOnce => ask.Reminder > turn.Programme(cycle.Programme).Feedback.MaxReminders,
        _ => false,
    };

    private async Task<FeedbackAnswer> StandAsync(PersonId person, CycleId id, FeedbackStanding standing, FeedbackAnswer answer)
    {
        if (await FindAsync(person, id) is null)
        {
            return new FeedbackAnswer.NotYours();
        }

        var before = await stores.FeedbackAsync(id, person);
        if (before is { Standing: FeedbackStanding.Given })
        {
            return new FeedbackAnswer.AlreadyGiven(before);
        }

        stores.Save(new CycleFeedback(
            id, person, new Dictionary<string, string>(), Permission.No, Message: null, turn.Now, standing, Version: before?.Version ?? 0));
        return answer;
    }
}
