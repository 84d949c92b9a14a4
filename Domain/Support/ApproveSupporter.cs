using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>
/// What only a coordinator does for a volunteer: looks at the evidence, records the inspection, decides and says why, marks the training.
/// Every look and every decision is audited.
/// </summary>
public sealed partial class ApproveSupporter(Turn turn, PersonId coordinator, Programme programme)
{
    private readonly IStores stores = turn.Stores;

    private bool MayLook => turn.Reference.Oversees(coordinator, programme.Id);

    public async Task<Approving> OpenAsync(PersonId person)
    {
        if (await FindAsync(person) is not { } volunteer)
        {
            return Refused(person);
        }

        Audit(person, "supporter.viewed");
        return new Approving.Done(volunteer);
    }

    /// <summary>Recorded with the decision of the table. Somebody who serves already is looked at again; their cycles go on (U-23).</summary>
    public async Task<Approving> RecordInspectionAsync(PersonId person, InspectionEntry entry)
    {
        if (await FindAsync(person) is not { } volunteer)
        {
            return Refused(person);
        }

        var today = Today;
        var record = new InspectionRecord(
            entry.Inspectorate, entry.Framework, entry.Date, entry.Grades, entry.SafeguardingMet, entry.ReportUrl, entry.Visit,
            InspectionDecision.CoordinatorDecides, coordinator, today, RecheckOn: RecheckDay(today));
        if (!record.IsComplete)
        {
            return new Approving.InspectionMissing(volunteer);
        }

        var saved = volunteer.Application with { Inspection = record with { Decision = record.ByTheTable } };
        stores.Save(saved);
        Audit(person, "supporter.inspection-recorded");
        if (volunteer.Profile.State is not (SupporterState.Interested or SupporterState.Left))
        {
            await new CoordinatorTasks(turn).OpenAboutAsync(TaskKind.Recheck, programme.Id, person);
        }

        return new Approving.Done(Look(volunteer with { Application = saved }));
    }

    /// <param name="checkedCriteria">Ids that the coordinator has ticked as checked.</param>
    /// <param name="inspectionMet">The coordinator's decision where the table leaves it open; null: none.</param>
    public async Task<Approving> ApproveAsync(PersonId person, IReadOnlyList<string> checkedCriteria, bool? inspectionMet, string? reason)
    {
        if (await FindAsync(person) is not { } volunteer)
        {
            return Refused(person);
        }

        if (volunteer.Profile.State != SupporterState.Interested || !volunteer.Application.Waits)
        {
            return new Approving.OutOfDate(volunteer);
        }

        return await DecideAsync(volunteer, checkedCriteria, inspectionMet, reason) switch
        {
            Approving.Done { Volunteer: var decided } when decided.Profile.PassCriteria() is SupporterStep.Taken passed =>
                await PassedAsync(decided, passed.Profile),
            var other => other,
        };
    }

    /// <summary>The criteria were looked at again and still hold.</summary>
    public async Task<Approving> StillMeetsAsync(PersonId person, IReadOnlyList<string> checkedCriteria, bool? inspectionMet, string? reason)
    {
        if (await FindAsync(person) is not { } volunteer)
        {
            return Refused(person);
        }

        if (!volunteer.Profile.Serves)
        {
            return new Approving.OutOfDate(volunteer);
        }

        var outcome = await DecideAsync(volunteer, checkedCriteria, inspectionMet, reason);
        if (outcome is Approving.Done { Volunteer: var decided })
        {
            stores.Save(Answered(decided.Application, ApplicationAnswer.Approved));
            await new CoordinatorTasks(turn).CloseAboutAsync(TaskKind.Recheck, programme.Id, person, coordinator);
            Audit(person, "supporter.rechecked");
        }

        return outcome;
    }

    /// <summary>It goes back to the volunteer, who is told kindly and may send it again.</summary>
    public Task<Approving> NotYetAsync(PersonId person) => AnswerAsync(person, ApplicationAnswer.NotYet, SupporterNews.NotYet);

    public Task<Approving> RefuseAsync(PersonId person) => AnswerAsync(person, ApplicationAnswer.Refused, SupporterNews.Refused);

    /// <summary>Approved today, and to be looked at again when the programme says.</summary>
    private SupporterApplication Answered(SupporterApplication application, ApplicationAnswer answer)
    {
        var recheck = RecheckDay(Today);
        if (recheck is { } day)
        {
            stores.Send(new Errand.RecheckSupporter(application.Person, programme.Id, day), programme.Zone.AtStartOfDay(day).ToInstant());
        }

        return application with { Answer = answer, AnsweredOn = Today, AnsweredBy = coordinator, RecheckOn = recheck };
    }

    private LocalDate? RecheckDay(LocalDate from) => programme.Eligibility.RecheckMonths is { } months ? from.PlusMonths(months) : null;

    private Approving Refused(PersonId person) => MayLook && person == coordinator ? new Approving.Own() : new Approving.NotYours();

    private async Task<Volunteer?> FindAsync(PersonId person)
    {
        if (!MayLook || person == coordinator || await stores.PersonAsync(person) is not { } known
            || await stores.SupporterAsync(person, programme.Id) is not { } profile)
        {
            return null;
        }

        var school = known.Organisation is { } at ? await stores.OrganisationAsync(at) : null;
        var application = await stores.ApplicationAsync(person, programme.Id) ?? SupporterApplication.Empty(person, programme.Id);
        return Look(new Volunteer(known, school, profile, application, []));
    }

    private Volunteer Look(Volunteer volunteer) =>
        volunteer with { Findings = volunteer.Application.Findings(programme, volunteer.Person, volunteer.School, Today) };

    private LocalDate Today => turn.Now.InZone(programme.Zone).Date;

    private void Audit(PersonId about, string action) =>
        stores.Save(new AuditEntry(Guid.NewGuid(), programme.Id, coordinator, about, action, Subject: null, turn.Now));
}
