using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

public abstract record Recording
{
    private Recording()
    {
    }

    /// <param name="Listed">They are on the list already, so that nothing is asked of them.</param>
    public sealed record Recorded(SupporterProfile Profile, bool Listed) : Recording;

    /// <summary>Other criteria come before training, and these are not met.</summary>
    public sealed record CriteriaFirst(IReadOnlyList<Criterion> Criteria) : Recording;

    /// <summary>A day that has not come yet.</summary>
    public sealed record NotYet : Recording;

    /// <summary>Nobody records their own training.</summary>
    public sealed record Own : Recording;

    public sealed record NotYours : Recording;
}

/// <summary>
/// Whoever looks after a programme enters that somebody was trained; without such a record nobody is listed where training comes first (S1-01). Whoever
/// was trained then says yes to being shown, as everybody else does.
/// </summary>
public sealed class RecordTraining(Turn turn, PersonId overseer, Programme programme)
{
    private readonly IStores stores = turn.Stores;

    public async Task<Recording> EnterAsync(PersonId person, LocalDate day)
    {
        if (!turn.Reference.Oversees(overseer, programme.Id) || await stores.PersonAsync(person) is not { GoneSince: null } known
            || !known.Programmes.Contains(programme.Id))
        {
            return new Recording.NotYours();
        }

        if (person == overseer)
        {
            return new Recording.Own();
        }

        var today = turn.Now.InZone(programme.Zone).Date;
        if (day > today)
        {
            return new Recording.NotYet();
        }

        var (profile, application) = await new BecomeSupporter(turn).StandAsync(known, programme);
        if (profile.Serves)
        {
            return Entered(profile with { TrainedOn = day }, listed: true);
        }

        var school = known.Organisation is { } at ? await stores.OrganisationAsync(at) : null;
        var findings = application.Findings(programme, known, school, today);
        if (profile.State == SupporterState.Interested && !Eligibility.AllMet(findings))
        {
            return new Recording.CriteriaFirst(
                [.. findings.Where(one => one.Finding is not Finding.Met && one.Criterion.Kind != CriterionKind.Training).Select(one => one.Criterion)]);
        }

        var checkedOff = profile.PassCriteria() is SupporterStep.Taken passed ? passed.Profile : profile;
        var trained = checkedOff.CompleteTraining(day) is SupporterStep.Taken taken ? taken.Profile : checkedOff with { TrainedOn = day };
        await new CoordinatorTasks(turn).CloseAboutAsync(TaskKind.Approval, programme.Id, person, overseer);
        await new Hours(turn, programme).SendAsync(new Errand.OfferListing(person, programme.Id), person);
        return Entered(trained, listed: false);
    }

    private Recording.Recorded Entered(SupporterProfile profile, bool listed)
    {
        stores.Save(profile);
        new Looking(turn, programme.Id, overseer).Note("supporter.trained", profile.Person, subject: null);
        return new Recording.Recorded(profile, listed);
    }
}
