using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.People;

public enum ApplicationAnswer
{
    Approved,

    /// <summary>Something is open; the volunteer may send it again.</summary>
    NotYet,
    Refused,
}

/// <summary>What a volunteer has said, and what was checked, on the way to becoming a supporter; for them and the coordinator.</summary>
/// <param name="Service">Times in the role that the years are counted in.</param>
/// <param name="Declared">Ids of criteria that the volunteer has declared.</param>
/// <param name="Reference">Referee or short statement; null: none given.</param>
/// <param name="SentAt">When it was sent for approval; null: not yet, or it came back.</param>
/// <param name="Experience">What they add about listening, coaching or mentoring; null: nothing.</param>
/// <param name="WillingSince">When they said that they are willing to be listed; they are asked again before anybody sees them.</param>
/// <param name="Checked">Ids of criteria that the coordinator has checked.</param>
/// <param name="Inspection">Null: not recorded.</param>
/// <param name="Answer">The coordinator's last answer; null before the first.</param>
/// <param name="RecheckOn">When the criteria are looked at again; null: not due.</param>
/// <param name="RemindOn">The volunteer wants to hear from PeerBot on that day; null: no.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record SupporterApplication(
    PersonId Person, string ProgrammeId, IReadOnlyList<ServicePeriod> Service, IReadOnlyList<string> Declared, string? Reference = null,
    Instant? SentAt = null, string? Experience = null, LocalDate? WillingSince = null, IReadOnlyList<string>? Checked = null,
    InspectionRecord? Inspection = null, ApplicationAnswer? Answer = null, LocalDate? AnsweredOn = null, PersonId? AnsweredBy = null,
    LocalDate? RecheckOn = null, LocalDate? RemindOn = null, long Version = 0)
{
    public IReadOnlyList<string> Checked { get; init; } = Checked ?? [];

    /// <summary>Programme and person; tells applications apart and puts them in order.</summary>
    public string Key => $"{ProgrammeId} {Person}";

    public bool Waits => SentAt is not null && Answer is null;

    public static SupporterApplication Empty(PersonId person, string programmeId) => new(person, programmeId, [], []);

    /// <summary>How each criterion of the programme stands for this volunteer.</summary>
    public IReadOnlyList<CriterionFinding> Findings(Programme programme, Person person, Organisation? organisation, LocalDate today) =>
        Eligibility.OfSupporter(
            programme, person, organisation,
            new SupporterFacts(
                Service, Inspection?.Outcome,
                programme.Eligibility.Supporter.Where(criterion => IsRecorded(criterion, programme, person)).Select(criterion => criterion.Id).ToHashSet(),
                Decisions(programme)),
            today);

    /// <summary>Whether the person is in the role that the scheme is for, as the register has it (S2-08).</summary>
    public static bool IsServing(Programme programme, Person person) =>
        person.JobRole is not null
        && programme.Eligibility.Requester.Where(criterion => criterion.Kind == CriterionKind.JobRole).All(criterion => criterion.Test switch
        {
            CriterionTest.OneOf(var roles) => person.HasRole(roles),
            CriterionTest.Policy(var roles, var open) => person.HasRole(roles.Concat(open)),
            _ => true,
        });

    /// <summary>Whether the volunteer says so themselves, by a tick.</summary>
    public static bool IsDeclared(Criterion criterion) =>
        criterion.Force != CriterionForce.Prompt
        && (criterion.Kind == CriterionKind.Declaration || criterion is { Evidence: CriterionEvidence.SelfDeclared, Test: CriterionTest.IsTrue });

    /// <summary>Whether the coordinator marks what they have looked at (S2-29).</summary>
    public static bool IsChecked(Criterion criterion) =>
        criterion is { Evidence: CriterionEvidence.CoordinatorChecked, Test: CriterionTest.IsTrue, Force: not CriterionForce.Prompt }
        && criterion.Kind is not (CriterionKind.Training or CriterionKind.Inspection or CriterionKind.JobRole or CriterionKind.YearsExperience);

    private bool IsRecorded(Criterion criterion, Programme programme, Person person) => criterion.Kind switch
    {
        CriterionKind.JobRole => IsServing(programme, person),
        _ when criterion.Evidence == CriterionEvidence.SelfDeclared => Declared.Contains(criterion.Id),
        CriterionKind.Declaration => Declared.Contains(criterion.Id) && Checked.Contains(criterion.Id),
        _ => Checked.Contains(criterion.Id),
    };

    private Dictionary<string, bool> Decisions(Programme programme) =>
        Inspection is { IsComplete: true, Decision: not InspectionDecision.CoordinatorDecides } decided
            ? programme.Eligibility.Supporter.Where(criterion => criterion.Kind == CriterionKind.Inspection)
                .ToDictionary(criterion => criterion.Id, _ => decided.Decision == InspectionDecision.Met)
            : [];
}
