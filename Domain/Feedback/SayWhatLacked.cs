using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Feedback;

/// <summary>One question to somebody whose request led to nothing (I-21). A choice, no words; who has answered is not asked again.</summary>
public sealed class SayWhatLacked(Turn turn)
{
    public static IReadOnlyList<string> Choices { get; } = ["more-people", "sooner", "further-away", "not-needed", "not-said"];

    public async Task<LackAnswer> AnswerAsync(PersonId person, RequestId id, string? choice)
    {
        if (await turn.Stores.RequestAsync(id) is not { } request || request.Requester != person)
        {
            return new LackAnswer.NotYours();
        }

        if (!MayAsk(request))
        {
            return new LackAnswer.OutOfDate();
        }

        if (choice is null || !Choices.Contains(choice))
        {
            return new LackAnswer.Missing();
        }

        turn.Stores.Save(request with { Lacked = choice });
        return new LackAnswer.Noted();
    }

    /// <summary>Whether the request ended without a pair, and nothing was said about it.</summary>
    public static bool MayAsk(SupportRequest request) =>
        request is { Lacked: null, State: RequestState.Unmatched or RequestState.Withdrawn };
}

public abstract record LackAnswer
{
    private LackAnswer()
    {
    }

    public sealed record Noted : LackAnswer;

    public sealed record Missing : LackAnswer;

    /// <summary>Answered before, or there is a supporter by now.</summary>
    public sealed record OutOfDate : LackAnswer;

    public sealed record NotYours : LackAnswer;
}
