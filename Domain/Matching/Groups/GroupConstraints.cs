using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Matching.Groups;

/// <summary>What the group rules of a definition say, as far as it can be checked here.</summary>
/// <param name="Unchecked">Sentences of the definition that only the lead can look after; to be shown to them.</param>
public sealed record GroupConstraints(
    int MinSize,
    int MaxSize,
    IReadOnlyList<GroupFacet> VaryBy,
    bool LineManagersApart,
    bool UnlessBothAgree,
    bool MixedDepartments,
    IReadOnlyList<string> Unchecked)
{
    private const string ManagersApart = "no line manager with the person they manage";
    private const string IfAgreed = " unless both agree";
    private const string NotOneDepartment = "no group wholly from one department";
    private const string IfAvoidable = " where avoidable";

    /// <exception cref="ArgumentException">The programme forms no groups.</exception>
    public static GroupConstraints Of(Programme programme)
    {
        var rules = programme.Groups ?? throw new ArgumentException("The programme forms no groups.", nameof(programme));
        var facets = rules.VaryBy.Select(word => (Word: word, Facet: Facet(word))).ToList();
        var known = rules.Constraints.ToLookup(IsKnown);
        return new(
            rules.MinSize, rules.MaxSize,
            [.. facets.Where(facet => facet.Facet is not null).Select(facet => facet.Facet!.Value).Distinct()],
            known[true].Any(sentence => Starts(sentence, ManagersApart)),
            known[true].Any(sentence => Is(sentence, ManagersApart + IfAgreed)),
            known[true].Any(sentence => Starts(sentence, NotOneDepartment)),
            [.. facets.Where(facet => facet.Facet is null).Select(facet => facet.Word), .. known[false]]);
    }

    private static bool IsKnown(string sentence) =>
        new[] { ManagersApart, ManagersApart + IfAgreed, NotOneDepartment, NotOneDepartment + IfAvoidable }.Any(known => Is(sentence, known));

    private static GroupFacet? Facet(string word) => word.Trim().ToUpperInvariant() switch
    {
        "SKILL" or "SKILLS" => GroupFacet.Skills,
        "ROLE" or "ROLES" => GroupFacet.Role,
        "DEPARTMENT" or "DEPARTMENTS" => GroupFacet.Department,
        "EXPERIENCE" or "EXPERIENCE BAND" => GroupFacet.Experience,
        "SCHOOL" or "SCHOOLS" or "ORGANISATION" => GroupFacet.School,
        _ => null,
    };

    private static bool Is(string sentence, string known) => string.Equals(sentence.Trim(), known, StringComparison.OrdinalIgnoreCase);

    private static bool Starts(string sentence, string known) => sentence.Trim().StartsWith(known, StringComparison.OrdinalIgnoreCase);
}
