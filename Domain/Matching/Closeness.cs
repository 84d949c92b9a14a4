using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Matching;

/// <summary>What one supporter is to one requester under the rules of a programme.</summary>
/// <param name="Standing">What the conflict rules make of the pair.</param>
/// <param name="Points">How much speaks for the pair; more is better.</param>
internal readonly record struct Closeness(Standing Standing, int Points)
{
    private const int OtherAuthority = 8;
    private const int SamePhase = 4;
    private const int SameSize = 2;
    private const int SimilarSize = 1;
    private const int OtherLocality = 1;

    public static Closeness Of(Requester requester, Candidate candidate, in ConflictActions actions, bool spreadsAuthorities)
    {
        var standing = StandingOf(requester, candidate, actions, null);
        return new(standing, standing == Standing.Blocked ? 0 : PointsOf(requester, candidate, spreadsAuthorities, null));
    }

    /// <summary>The same rules once more, for the few that are shown, this time with the reasons written down.</summary>
    public static List<SuggestionReason> Explain(
        Requester requester, Candidate candidate, in ConflictActions actions, bool spreadsAuthorities)
    {
        var reasons = new List<SuggestionReason>();
        StandingOf(requester, candidate, actions, reasons);
        PointsOf(requester, candidate, spreadsAuthorities, reasons);
        return reasons;
    }

    private static Standing StandingOf(
        Requester requester, Candidate candidate, in ConflictActions actions, List<SuggestionReason>? reasons)
    {
        var (ours, theirs) = (requester.Workplace, candidate.Workplace);
        var standing = Standing.Plain;
        if (ours.Organisation is { } organisation && theirs.Organisation == organisation)
            Weigh(ConflictTest.SameOrganisation, actions, ref standing, reasons);
        if (ours.Group is { } group && string.Equals(theirs.Group, group, StringComparison.Ordinal))
            Weigh(ConflictTest.SameTrustOrFederation, actions, ref standing, reasons);
        if (candidate.LineManager == requester.Person || requester.LineManager == candidate.Person)
            Weigh(ConflictTest.LineManagement, actions, ref standing, reasons);
        if (Contains(candidate.DeclaredConflicts, requester.Person) || Contains(requester.DeclaredConflicts, candidate.Person))
            Weigh(ConflictTest.DeclaredConflict, actions, ref standing, reasons);
        if (Contains(requester.PreviousPartners, candidate.Person))
            Weigh(ConflictTest.PreviousPair, actions, ref standing, reasons);
        return standing;
    }

    // The strictest action decides: block before warn before prefer.
    private static void Weigh(ConflictTest test, in ConflictActions actions, ref Standing standing, List<SuggestionReason>? reasons)
    {
        var (found, reason) = actions[test] switch
        {
            ConflictAction.Block => (Standing.Blocked, null),
            ConflictAction.Warn => (Standing.Warned, new SuggestionReason.Caution(test)),
            ConflictAction.Prefer => (Standing.Preferred, (SuggestionReason?)new SuggestionReason.Preferred(test)),
            _ => (Standing.Plain, null),
        };
        if (found == Standing.Blocked || (found == Standing.Warned && standing != Standing.Blocked)
            || (found == Standing.Preferred && standing == Standing.Plain))
            standing = found;
        if (reason is not null)
            reasons?.Insert(found == Standing.Warned ? 0 : reasons.Count, reason);
    }

    private static int PointsOf(Requester requester, Candidate candidate, bool spreadsAuthorities, List<SuggestionReason>? reasons)
    {
        var (ours, theirs) = (requester.Workplace, candidate.Workplace);
        var points = 0;
        if (spreadsAuthorities && IsOther(ours.Authority, theirs.Authority))
        {
            points += OtherAuthority;
            reasons?.Add(new SuggestionReason.OtherAuthority(theirs.Authority!));
        }

        if (ours.Phase is { } phase && string.Equals(theirs.Phase, phase, StringComparison.OrdinalIgnoreCase))
        {
            points += SamePhase;
            reasons?.Add(new SuggestionReason.SamePhase(phase));
        }

        if (ours.Size is { } size && theirs.Size is { } other && Math.Abs(size - other) is 0 or 1)
        {
            points += size == other ? SameSize : SimilarSize;
            reasons?.Add(size == other ? new SuggestionReason.SameSize(other) : new SuggestionReason.SimilarSize(other));
        }

        if (IsOther(ours.Locality, theirs.Locality))
        {
            points += OtherLocality;
            reasons?.Add(new SuggestionReason.OtherLocality());
        }

        return points;
    }

    private static bool IsOther(string? ours, string? theirs) =>
        ours is not null && theirs is not null && !string.Equals(ours, theirs, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(IReadOnlyList<PersonId> people, PersonId person)
    {
        for (var i = 0; i < people.Count; i++)
        {
            if (people[i] == person)
                return true;
        }

        return false;
    }
}

/// <summary>In the order in which suggestions come.</summary>
internal enum Standing
{
    Preferred,
    Plain,
    Warned,
    Blocked,
}

/// <summary>The programme's action on each test, looked up once for all candidates.</summary>
internal readonly struct ConflictActions
{
    private static readonly ConflictTest[] Tests = Enum.GetValues<ConflictTest>();
    private readonly ConflictAction[] actions;

    public ConflictActions(MatchingRules rules) => actions = Array.ConvertAll(Tests, rules.ActionOn);

    public ConflictAction this[ConflictTest test] => actions[(int)test];
}
