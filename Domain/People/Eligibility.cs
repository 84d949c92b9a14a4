using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.People;

/// <summary>Whether somebody may ask for support.</summary>
public abstract record RequesterEligibility
{
    private RequesterEligibility()
    {
    }

    public sealed record Eligible : RequesterEligibility;

    /// <param name="Criterion">The first that is not met.</param>
    /// <param name="CoordinatorDecides">All that is not met is left to the coordinator, who may make an exception (I-09).</param>
    public sealed record NotEligible(Criterion Criterion, bool CoordinatorDecides) : RequesterEligibility;
}

/// <summary>What is known of a volunteer when their criteria are looked at.</summary>
/// <param name="Service">Times in the role that the years are counted in.</param>
/// <param name="LastInspection">Null: not recorded.</param>
/// <param name="Recorded">Ids of criteria that were declared, or that the coordinator has checked and found met.</param>
/// <param name="Decisions">The coordinator's decisions, by criterion id: whether it counts as met.</param>
public sealed record SupporterFacts(
    IReadOnlyList<ServicePeriod> Service,
    Inspection? LastInspection,
    IReadOnlySet<string> Recorded,
    IReadOnlyDictionary<string, bool> Decisions);

/// <summary>How one criterion stands.</summary>
public abstract record Finding
{
    private Finding()
    {
    }

    public sealed record Met : Finding;

    public sealed record NotMet : Finding;

    /// <summary>Not met yet, by time alone.</summary>
    public sealed record MetFrom(LocalDate Day) : Finding;

    /// <summary>Nobody but the coordinator can say, with a reason.</summary>
    public sealed record CoordinatorDecides : Finding;
}

public sealed record CriterionFinding(Criterion Criterion, Finding Finding);

/// <summary>The criteria of a programme against what is known. All that must be met are needed together.</summary>
public static class Eligibility
{
    /// <param name="recorded">Ids of criteria that the person has declared or a coordinator has checked; null: none.</param>
    public static RequesterEligibility OfRequester(
        Programme programme, Person person, Organisation? organisation, IReadOnlySet<string>? recorded = null)
    {
        var unmet = programme.Eligibility.Requester
            .Where(criterion => criterion.Force != CriterionForce.Prompt && !IsMet(criterion, programme, person, organisation, recorded)).ToList();
        return unmet.Count == 0
            ? new RequesterEligibility.Eligible()
            : new RequesterEligibility.NotEligible(unmet[0], unmet.All(criterion => IsLeftToCoordinator(criterion, person, organisation)));
    }

    /// <summary>Every criterion for supporters but those that are only to think about, in the order of the programme.</summary>
    public static IReadOnlyList<CriterionFinding> OfSupporter(
        Programme programme, Person person, Organisation? organisation, SupporterFacts facts, LocalDate today) =>
        [.. programme.Eligibility.Supporter
            .Where(criterion => criterion.Force != CriterionForce.Prompt)
            .Select(criterion => new CriterionFinding(criterion, Find(criterion, programme, person, organisation, facts, today)))];

    /// <summary>
    /// Whether the volunteer may go on to training: every criterion is met, three of four are not enough (S2-24). Training itself, where
    /// a programme names it among the criteria, comes after and is checked by the list.
    /// </summary>
    public static bool AllMet(IEnumerable<CriterionFinding> findings) =>
        findings.All(entry => entry.Finding is Finding.Met || entry.Criterion.Kind == CriterionKind.Training);

    private static Finding Find(Criterion criterion, Programme programme, Person person, Organisation? organisation, SupporterFacts facts, LocalDate today)
    {
        Finding finding = (criterion.Kind, criterion.Test) switch
        {
            (CriterionKind.YearsExperience, CriterionTest.AtLeast(var years)) => OfYears(facts.Service, years, today),
            (CriterionKind.Inspection, _) => OfInspection(facts.LastInspection),
            _ => IsMet(criterion, programme, person, organisation, facts.Recorded) ? new Finding.Met() : new Finding.NotMet(),
        };

        // A decision fills what the rules leave open; it does not overturn what they settle.
        var isOpen = finding is Finding.CoordinatorDecides
            || (finding is not Finding.Met
                && criterion is { Force: CriterionForce.CoordinatorDecides, Kind: not CriterionKind.Inspection });
        if (!isOpen)
            return finding;
        return facts.Decisions.TryGetValue(criterion.Id, out var met)
            ? met ? new Finding.Met() : new Finding.NotMet()
            : new Finding.CoordinatorDecides();
    }

    private static Finding OfYears(IReadOnlyList<ServicePeriod> service, int years, LocalDate today) =>
        Service.FullOn(service, years) switch
        {
            null => new Finding.NotMet(),
            { } day when day <= today => new Finding.Met(),
            { } day => new Finding.MetFrom(day),
        };

    private static Finding OfInspection(Inspection? inspection) => inspection?.Decision switch
    {
        InspectionDecision.Met => new Finding.Met(),
        InspectionDecision.NotMet => new Finding.NotMet(),
        _ => new Finding.CoordinatorDecides(),
    };

    private static bool IsMet(
        Criterion criterion, Programme programme, Person person, Organisation? organisation, IReadOnlySet<string>? recorded) =>
        (criterion.Kind, criterion.Test) switch
        {
            (CriterionKind.OrganisationType, CriterionTest.OneOf(var types)) => Contains(types, organisation?.TypeGroup),
            (CriterionKind.OrganisationType, CriterionTest.Policy(var types, _)) => Contains(types, organisation?.TypeGroup),
            (CriterionKind.JobRole, CriterionTest.OneOf(var roles)) => person.HasRole(roles),
            (CriterionKind.JobRole, CriterionTest.Policy(var roles, _)) => person.HasRole(roles),
            (CriterionKind.Membership, _) when criterion.Evidence == CriterionEvidence.Register => organisation is not null,

            // Whoever was put into the scheme, or has joined it, is a member of it.
            (CriterionKind.Membership, _) when person.Programmes.Contains(programme.Id) => true,
            _ => recorded?.Contains(criterion.Id) ?? false,
        };

    private static bool IsLeftToCoordinator(Criterion criterion, Person person, Organisation? organisation) =>
        criterion.Test is CriterionTest.Policy(_, var open)
        && (criterion.Kind == CriterionKind.OrganisationType ? Contains(open, organisation?.TypeGroup) : person.HasRole(open));

    private static bool Contains(IReadOnlyList<string> words, string? word) =>
        word is not null && words.Contains(word, StringComparer.OrdinalIgnoreCase);
}
