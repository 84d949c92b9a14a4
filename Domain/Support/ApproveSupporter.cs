using NodaTime;
using PeerBot.Domain.Oversight;
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

/// <summary>
/// What only a coordinator does for a volunteer: looks at the evidence, records the inspection, decides and says why, marks the training.
/// Every look and every decision is audited.
/// </summary>
public sealed class ApproveSupporter(Turn turn, PersonId coordinator, Programme programme)
{
    private readonly IStores stores = turn.Stores;

    private bool MayLook => turn.Reference.Holds(coordinator, programme.Id, ProgrammeRoles.Coordinator);

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

    /// <summary>The record without which nobody is listed (S2-07). Training comes after the criteria (S2-23).</summary>
    public async Task<Approving> AttendedAsync(PersonId person)
    {
        if (await FindAsync(person) is not { } volunteer)
        {
            return Refused(person);
        }

        if (volunteer.Profile is not { State: SupporterState.TrainingBooked, TrainingBookedFor: { } day } || day > Today
            || volunteer.Profile.CompleteTraining(day) is not SupporterStep.Taken trained)
        {
            return new Approving.OutOfDate(volunteer);
        }

        stores.Save(trained.Profile);
        await new CoordinatorTasks(turn).CloseAboutAsync(TaskKind.Approval, programme.Id, person, coordinator);
        Audit(person, "supporter.trained");
        await new Hours(turn, programme).SendAsync(new Errand.OfferListing(person, programme.Id), person);
        return new Approving.Done(Look(volunteer with { Profile = trained.Profile }));
    }

    /// <summary>They were not there; they choose another date.</summary>
    public async Task<Approving> AbsentAsync(PersonId person)
    {
        if (await FindAsync(person) is not { } volunteer)
        {
            return Refused(person);
        }

        if (volunteer.Profile is not { State: SupporterState.TrainingBooked, TrainingBookedFor: { } day } || day > Today)
        {
            return new Approving.OutOfDate(volunteer);
        }

        var open = volunteer.Profile.WithoutTrainingDate();
        stores.Save(open);
        await new CoordinatorTasks(turn).CloseAboutAsync(TaskKind.Approval, programme.Id, person, coordinator);
        Audit(person, "supporter.training-missed");
        await new Hours(turn, programme).SendAsync(new Errand.OfferTraining(person, programme.Id), person);
        return new Approving.Done(Look(volunteer with { Profile = open }));
    }

    /// <summary>Off the list. Running cycles go on, or wait for the coordinator where the supporter is no longer in the role (S2-08).</summary>
    public async Task<Approving> TakeOffListAsync(PersonId person, SupporterNews news)
    {
        if (await FindAsync(person) is not { } volunteer)
        {
            return Refused(person);
        }

        if (volunteer.Profile.State == SupporterState.Left)
        {
            return new Approving.OutOfDate(volunteer);
        }

        await new LookAfterSupporter(turn).TakeOffListAsync(volunteer.Profile, programme, news);
        Audit(person, "supporter.taken-off");
        return new Approving.Done(Look(volunteer with { Profile = volunteer.Profile.Leave() }));
    }

    private async Task<Approving> DecideAsync(Volunteer volunteer, IReadOnlyList<string> checkedCriteria, bool? inspectionMet, string? reason)
    {
        var application = volunteer.Application with
        {
            Checked = [.. programme.Eligibility.Supporter.Where(SupporterApplication.IsChecked).Select(one => one.Id).Where(checkedCriteria.Contains)],
        };
        if (programme.Eligibility.Supporter.Any(criterion => criterion.Kind == CriterionKind.Inspection))
        {
            if (application.Inspection is not { IsComplete: true } record)
            {
                return new Approving.InspectionMissing(volunteer);
            }

            if (record.ByTheTable == InspectionDecision.CoordinatorDecides)
            {
                if (inspectionMet is not { } met || reason is null)
                {
                    return new Approving.DecisionMissing(volunteer, ReasonOnly: inspectionMet is not null);
                }

                application = application with
                {
                    Inspection = record with
                    {
                        Decision = met ? InspectionDecision.Met : InspectionDecision.NotMet,
                        DecidedBy = coordinator,
                        DecidedOn = Today,
                        Reason = reason,
                    },
                };
            }
        }

        var decided = Look(volunteer with { Application = application });
        if (!Eligibility.AllMet(decided.Findings))
        {
            return new Approving.NotMet(
                volunteer,
                [.. decided.Findings.Where(entry => entry.Finding is not Finding.Met && entry.Criterion.Kind != CriterionKind.Training).Select(entry => entry.Criterion)]);
        }

        stores.Save(application);
        return new Approving.Done(decided);
    }

    private async Task<Approving> PassedAsync(Volunteer volunteer, SupporterProfile passed)
    {
        var application = Answered(volunteer.Application, ApplicationAnswer.Approved);
        stores.Save(application);

        // Whoever was trained before, and left, need not go again.
        var next = passed.TrainedOn is { } trainedOn && passed.CompleteTraining(trainedOn) is SupporterStep.Taken trained ? trained.Profile : passed;
        stores.Save(next);
        await new CoordinatorTasks(turn).CloseAboutAsync(TaskKind.Approval, programme.Id, volunteer.Person.Id, coordinator);
        Audit(volunteer.Person.Id, "supporter.approved");
        var needsTraining = programme.Training.GatesListing && next.State == SupporterState.CriteriaChecked;
        await new Hours(turn, programme).SendAsync(
            needsTraining ? new Errand.OfferTraining(next.Person, programme.Id) : new Errand.OfferListing(next.Person, programme.Id), next.Person);
        return new Approving.Done(Look(volunteer with { Application = application, Profile = next }));
    }

    private async Task<Approving> AnswerAsync(PersonId person, ApplicationAnswer answer, SupporterNews news)
    {
        if (await FindAsync(person) is not { } volunteer)
        {
            return Refused(person);
        }

        if (volunteer.Profile.State != SupporterState.Interested || !volunteer.Application.Waits)
        {
            return new Approving.OutOfDate(volunteer);
        }

        var application = volunteer.Application with
        {
            Answer = answer,
            AnsweredOn = Today,
            AnsweredBy = coordinator,
            SentAt = answer == ApplicationAnswer.NotYet ? null : volunteer.Application.SentAt,
        };
        stores.Save(application);
        if (answer == ApplicationAnswer.Refused)
        {
            stores.Save(volunteer.Profile.Leave());
        }

        await new CoordinatorTasks(turn).CloseAboutAsync(TaskKind.Approval, programme.Id, person, coordinator);
        Audit(person, answer == ApplicationAnswer.Refused ? "supporter.refused" : "supporter.not-yet");
        await new Hours(turn, programme).SendAsync(new Errand.TellSupporterNews(person, programme.Id, news), person);
        return new Approving.Done(Look(volunteer with { Application = application }));
    }

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
