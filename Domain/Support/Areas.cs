namespace PeerBot.Domain.Support;

/// <summary>What a request may be about: a choice, so that nothing needs to be written (C02). Words are the card's.</summary>
public static class Areas
{
    public const string NotSaid = "prefer-not-to-say";

    public static readonly IReadOnlyList<string> All =
    [
        "staffing", "governance", "inspection", "finance", "workload", "additional-needs", "leading-change", "something-else", NotSaid,
    ];
}
