using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

/// <summary>
/// Another time for a meeting that lies beyond what the programme suggests, so that only all of them together can choose it. Until enough
/// have said yes the meeting stays where it is; then this is the record of what they agreed.
/// </summary>
/// <param name="AgreedBy">Who has said yes to exactly this; the proposer has.</param>
/// <param name="DeclinedBy">Who has said no; in a group one alone need not settle it.</param>
/// <param name="Overrides">What a yes overrules, by <see cref="MarkOf"/>.</param>
/// <param name="AnswerBy">From then on the meeting stays where it is.</param>
/// <param name="Agreed">Enough have said yes, and the meeting is there.</param>
public sealed record MoveProposal(
    Instant Start, PersonId By, IReadOnlyList<PersonId> AgreedBy, IReadOnlyList<PersonId> DeclinedBy, IReadOnlyList<string> Overrides, Instant AnswerBy,
    bool Agreed = false)
{
    public bool HasAnswered(PersonId person) => AgreedBy.Contains(person) || DeclinedBy.Contains(person);

    /// <summary>How many have to say yes: all but those whom a group lets miss a meeting, and never one alone.</summary>
    internal static int Needed(Meeting meeting, Cycle cycle) => Math.Max(2, meeting.People.Count() - (cycle.Cadence?.MayMiss ?? 0));

    /// <summary>Where the rule comes from; hours and days have no source of their own.</summary>
    internal static string MarkOf(BrokenRule rule, Programme programme) => Overruled.SourceOf(rule, programme) ?? rule switch
    {
        BrokenRule.BeforeHours or BrokenRule.AfterHours or BrokenRule.EndsTooLate or BrokenRule.NoCommonHours => "hours",
        _ => "day",
    };
}
