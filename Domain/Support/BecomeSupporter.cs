using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <param name="Details">By the id of the profile field.</param>
/// <param name="Willing">They would like to be listed; asked once more before anybody sees them.</param>
public sealed record ProfileDraft(string Summary, IReadOnlyDictionary<string, string> Details, string? Experience, bool Willing);

public abstract record ProfileSaving
{
    private ProfileSaving()
    {
    }

    public sealed record Saved(SupporterProfile Profile, SupporterApplication Application) : ProfileSaving;

    /// <summary>Nothing was saved.</summary>
    public sealed record Refused(IReadOnlyList<ProfileFault> Faults) : ProfileSaving;

    /// <summary>Experience is no field of the profile; it has the same rules.</summary>
    public sealed record ExperienceRefused(ProfileFault Fault) : ProfileSaving;
}

public sealed record CriteriaDraft(IReadOnlyList<ServicePeriod> Service, IReadOnlyList<string> Declared, string? Reference);

public abstract record CriteriaSending
{
    private CriteriaSending()
    {
    }

    public sealed record Sent : CriteriaSending;

    /// <summary>All that is missing is time. Nothing was sent.</summary>
    public sealed record FromDay(LocalDate Day, int Years) : CriteriaSending;

    /// <param name="Missing">What the volunteer has still to say.</param>
    public sealed record Incomplete(IReadOnlyList<Criterion> Missing, bool ReferenceMissing) : CriteriaSending;

    /// <summary>A criterion is not met, and no time will change that.</summary>
    public sealed record NotMet(Criterion Criterion) : CriteriaSending;

    /// <summary>It was sent or answered before.</summary>
    public sealed record NotDue : CriteriaSending;
}

/// <summary>
/// From the offer to the list: the profile, the criteria, the training, and the volunteer's own yes (S2-23, S2-25). What the coordinator
/// does in between is <see cref="ApproveSupporter"/>.
/// </summary>
public sealed class BecomeSupporter(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>What is stored of the volunteer, or how they begin; whoever has left begins again.</summary>
    public async Task<(SupporterProfile Profile, SupporterApplication Application)> StandAsync(Person person, Programme programme)
    {
        var profile = await stores.SupporterAsync(person.Id, programme.Id) ?? SupporterProfile.Interested(person.Id, programme);
        var application = await stores.ApplicationAsync(person.Id, programme.Id) ?? SupporterApplication.Empty(person.Id, programme.Id);
        return profile.State == SupporterState.Left
            ? (profile.Again(), application with { SentAt = null, Answer = null, RecheckOn = null })
            : (profile, application);
    }

    /// <summary>Checked before it is saved: what may not be shown is not kept either (S2-38).</summary>
    public async Task<ProfileSaving> SaveProfileAsync(Person person, Organisation? school, Programme programme, ProfileDraft draft)
    {
        var (profile, application) = await StandAsync(person, programme);
        var filled = profile with { Summary = draft.Summary, Details = draft.Details };
        var faults = ProfileFault.In(filled, programme, person, school).Where(fault => !FromRegister(fault)).ToList();
        if (faults.Count > 0)
        {
            return new ProfileSaving.Refused(faults);
        }

        if (draft.Experience is { } experience && ProfileFault.InText(ExperienceField, experience).FirstOrDefault() is { } fault)
        {
            return new ProfileSaving.ExperienceRefused(fault);
        }

        var today = Today(programme);
        var said = application with
        {
            Experience = draft.Experience,
            WillingSince = draft.Willing ? application.WillingSince ?? today : null,
        };
        stores.Save(filled);
        stores.Save(said);
        return new ProfileSaving.Saved(filled, said);
    }

    public async Task<SupporterApplication> SaveCriteriaAsync(Person person, Programme programme, CriteriaDraft draft)
    {
        var (profile, application) = await StandAsync(person, programme);
        if (profile.State != SupporterState.Interested || application.Waits)
        {
            return application;
        }

        var said = application with { Service = draft.Service, Declared = draft.Declared, Reference = draft.Reference, Answer = null };
        stores.Save(profile);
        stores.Save(said);
        return said;
    }

    /// <summary>Goes to the coordinator when everything that the volunteer can say is said, and the years are full.</summary>
    public async Task<CriteriaSending> SendAsync(Person person, Organisation? school, Programme programme)
    {
        var (profile, application) = await StandAsync(person, programme);
        if (profile.State != SupporterState.Interested || application.Waits)
        {
            return new CriteriaSending.NotDue();
        }

        var findings = application.Findings(programme, person, school, Today(programme));
        var open = findings.Where(entry => SupporterApplication.IsDeclared(entry.Criterion) && !application.Declared.Contains(entry.Criterion.Id))
            .Concat(findings.Where(entry => entry.Criterion.Kind == CriterionKind.YearsExperience && application.Service.Count == 0))
            .Select(entry => entry.Criterion).ToList();
        var referenceMissing = NeedsReference(programme) && application.Reference is null;
        if (open.Count > 0 || referenceMissing)
        {
            return new CriteriaSending.Incomplete(open, referenceMissing);
        }

        if (findings.FirstOrDefault(entry => entry is { Criterion.Kind: CriterionKind.JobRole or CriterionKind.OrganisationType, Finding: Finding.NotMet }) is { } never)
        {
            return new CriteriaSending.NotMet(never.Criterion);
        }

        foreach (var entry in findings.Where(entry => entry.Criterion.Kind == CriterionKind.YearsExperience))
        {
            if (entry.Finding is Finding.MetFrom from)
            {
                return new CriteriaSending.FromDay(from.Day, entry.Criterion.Test is CriterionTest.AtLeast(var years) ? years : 0);
            }

            if (entry.Finding is Finding.NotMet)
            {
                return new CriteriaSending.NotMet(entry.Criterion);
            }
        }

        stores.Save(profile);
        stores.Save(application with { SentAt = turn.Now, Answer = null, AnsweredOn = null, AnsweredBy = null, RemindOn = null });
        await new CoordinatorTasks(turn).OpenAboutAsync(TaskKind.Approval, programme.Id, person.Id);
        return new CriteriaSending.Sent();
    }

    /// <summary>The volunteer would like to be reminded when the years are full.</summary>
    /// <returns>The day; null when there is no such day.</returns>
    public async Task<LocalDate?> RemindAsync(Person person, Organisation? school, Programme programme)
    {
        var (profile, application) = await StandAsync(person, programme);
        if (application.Findings(programme, person, school, Today(programme)).Select(entry => entry.Finding).OfType<Finding.MetFrom>().FirstOrDefault()
            is not { Day: var day })
        {
            return null;
        }

        stores.Save(profile);
        stores.Save(application with { RemindOn = day });
        stores.Send(
            new Errand.RemindYears(person.Id, programme.Id, day), (await new Hours(turn, programme).OfAsync(person.Id)).Morning(day.PlusDays(-1), 1).At);
        return day;
    }

    /// <summary>Days of training to come.</summary>
    public async Task<IReadOnlyList<TrainingDate>> TrainingDatesAsync(Programme programme) =>
    [
        .. (await stores.SettingsAsync()).TrainingDates
            .Where(date => date.ProgrammeId == programme.Id && date.Day > Today(programme)).OrderBy(date => date.Day),
    ];

    /// <returns>Null when that date is not offered any more.</returns>
    public async Task<SupporterStep?> BookTrainingAsync(PersonId person, Programme programme, Guid date)
    {
        if ((await TrainingDatesAsync(programme)).FirstOrDefault(one => one.Id == date) is not { } training)
        {
            return null;
        }

        if (await stores.SupporterAsync(person, programme.Id) is not { } profile)
        {
            return new SupporterStep.NotDue(SupporterState.Interested);
        }

        var step = profile.BookTraining(training.Day, training.Id);
        if (step is SupporterStep.Taken booked)
        {
            stores.Save(booked.Profile);
            await new CoordinatorTasks(turn).CloseAboutAsync(TaskKind.Approval, programme.Id, person, by: null);
            stores.Send(
                new Errand.CheckTraining(person, programme.Id, training.Day), programme.Zone.AtStartOfDay(training.Day.PlusDays(1)).ToInstant());
        }

        return step;
    }

    /// <summary>The day of the training is over: the coordinator says who was there.</summary>
    public async Task TrainingOverAsync(Errand.CheckTraining check)
    {
        if (await stores.SupporterAsync(check.Person, check.ProgrammeId) is { State: SupporterState.TrainingBooked } profile
            && profile.TrainingBookedFor == check.Day)
        {
            await new CoordinatorTasks(turn).OpenAboutAsync(TaskKind.Approval, check.ProgrammeId, check.Person, check.Day);
        }
    }

    /// <summary>The coordinator hears that other dates are wanted.</summary>
    public async Task<bool> NoDateSuitsAsync(PersonId person, Programme programme)
    {
        if (await stores.SupporterAsync(person, programme.Id) is not { State: SupporterState.CriteriaChecked or SupporterState.TrainingBooked })
        {
            return false;
        }

        await new CoordinatorTasks(turn).OpenAboutAsync(TaskKind.Approval, programme.Id, person);
        return true;
    }

    /// <summary>The volunteer's own yes to being shown, dated today; nobody is listed without it.</summary>
    public async Task<Listing> ListAsync(Person person, Organisation? school, Programme programme)
    {
        if (await stores.SupporterAsync(person.Id, programme.Id) is not { } profile)
        {
            return new Listing.Refused([new ProfileFault.NotDue(SupporterState.Interested)]);
        }

        var listing = profile.List(programme, person, school, Today(programme));
        if (listing is Listing.Listed listed)
        {
            stores.Save(listed.Profile);
        }

        return listing;
    }

    /// <summary>Whether the programme asks nothing of those who would like to take part: no criteria, no training, nobody's approval.</summary>
    public static bool AsksNothing(Programme programme) => programme is { Eligibility.Supporter.Count: 0, Training.Required: false, Stance.Reciprocal: true };

    /// <summary>Puts them on the list by what they have just saved.</summary>
    /// <returns>Null when the programme is for others.</returns>
    public SupporterProfile? Join(Person person, Organisation? school, Programme programme, SupporterProfile saved)
    {
        if (!AsksNothing(programme) || Eligibility.OfRequester(programme, person, school) is not RequesterEligibility.Eligible)
        {
            return null;
        }

        var joined = saved.Join(Today(programme));
        stores.Save(joined);
        return joined;
    }

    /// <summary>Whether a referee or a short statement is asked for: where the coordinator checks what was declared (S2-29).</summary>
    public static bool NeedsReference(Programme programme) => programme.Eligibility.Supporter.Any(criterion =>
        criterion is { Kind: CriterionKind.Declaration, Evidence: CriterionEvidence.CoordinatorChecked });

    /// <summary>The rules for what is written beside the profile: referee, statement, experience.</summary>
    public static ProfileFault? FaultIn(string text) => ProfileFault.InText(ExperienceField, text).FirstOrDefault();

    private static readonly ProfileField ExperienceField = new("experience", "", ProfileFieldSource.Supporter, SupporterProfile.MaxSummary);

    /// <summary>The register's gaps are not the volunteer's; they are looked at again before listing.</summary>
    private static bool FromRegister(ProfileFault fault) =>
        fault is ProfileFault.FieldMissing { Field.Source: not ProfileFieldSource.Supporter } or ProfileFault.CapacityOutOfRange;

    private LocalDate Today(Programme programme) => turn.Now.InZone(programme.Zone).Date;
}
