using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>What a coordinator looks at to decide.</summary>
/// <param name="School">Null when the register does not know it.</param>
public sealed record Volunteer(
    Person Person, Organisation? School, SupporterProfile Profile, SupporterApplication Application, IReadOnlyList<CriterionFinding> Findings);

/// <param name="Framework">What the grades are in.</param>
/// <param name="Decision">The coordinator's, where the table leaves it open; null: none yet.</param>
public sealed record InspectionEntry(
    string Inspectorate, InspectionFramework Framework, LocalDate? Date, IReadOnlyDictionary<string, string> Grades, bool? SafeguardingMet,
    Uri? ReportUrl, UngradedVisit? Visit);

public abstract record Approving
{
    private Approving()
    {
    }

    public sealed record Done(Volunteer Volunteer) : Approving;

    /// <summary>These are not met; all that must be are needed together (S2-24).</summary>
    public sealed record NotMet(Volunteer Volunteer, IReadOnlyList<Criterion> Criteria) : Approving;

    /// <summary>The rules leave it to the coordinator, who has not said yet whether it counts as met, or not why.</summary>
    public sealed record DecisionMissing(Volunteer Volunteer, bool ReasonOnly) : Approving;

    public sealed record InspectionMissing(Volunteer Volunteer) : Approving;

    /// <summary>The volunteer stands elsewhere by now.</summary>
    public sealed record OutOfDate(Volunteer Volunteer) : Approving;

    /// <summary>Nobody decides about themself.</summary>
    public sealed record Own : Approving;

    public sealed record NotYours : Approving;
}
