using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <content>The decision itself, and what follows from it.</content>
public sealed partial class ApproveSupporter
{
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
}
