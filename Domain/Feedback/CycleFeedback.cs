using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Feedback;

public enum Permission
{
    No,
    MessageOnly,
    All,
}

public enum FeedbackStanding
{
    Given,

    /// <summary>They would rather not, and are not asked again.</summary>
    Declined,

    /// <summary>One reminder and no more.</summary>
    RemindOnce,
}

/// <summary>What one person said about a cycle, and how much of it the supporter may see. Nothing, until they say so.</summary>
/// <param name="SharedAt">When the other one was shown what was permitted; until then the permission can be taken back.</param>
/// <param name="Answers">Question id → index of the option chosen, or the words typed.</param>
public sealed record CycleFeedback(
    CycleId Cycle, PersonId From, IReadOnlyDictionary<string, string> Answers, Permission Permission, string? Message,
    Instant GivenAt, FeedbackStanding Standing = FeedbackStanding.Given, Instant? SharedAt = null,
    long Version = 0);
