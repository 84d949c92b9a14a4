using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

/// <content>Who was at the training, and who comes off the list.</content>
public sealed partial class ApproveSupporter
{
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
}
