using NodaTime;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.People;

public enum SupporterState
{
    Interested,
    CriteriaChecked,
    TrainingBooked,
    Trained,
    Listed,

    /// <summary>Off the list until they say otherwise. A pause until a day is <see cref="SupporterProfile.PausedUntil"/>.</summary>
    Paused,
    Left,
}

/// <summary>
/// A volunteer in one programme, on the way from interest to the list. They may pause or leave at any time, without a reason.
/// </summary>
/// <param name="Summary">Background and skills, in their own words: the programme's longest profile field that supporters fill in.</param>
/// <param name="Details">What they put into the other profile fields, by field id.</param>
/// <param name="Capacity">Cycles that they are willing to hold at once.</param>
/// <param name="ActiveCycles">Cycles that they hold.</param>
/// <param name="TrainedOn">Null: no completed training is recorded.</param>
/// <param name="ConsentedOn">When they said that their profile may be shown; null: they have not.</param>
/// <param name="PausedUntil">First day on which they are suggested again; the pause ends by itself.</param>
/// <param name="DeclaredConflicts">People they are never paired with; one of the two said so, nobody is told who or why.</param>
/// <param name="LeftOn">When they left; null while they have not, or where nobody has noted the day.</param>
/// <param name="TrainingBookedFor">Day of the training that they have booked; null: none.</param>
/// <param name="Days">Weekdays on which they can meet; null: any.</param>
/// <param name="Absences">When they are away: they are offered no times then, and hear nothing.</param>
/// <param name="SupervisionDue">When supervision is offered next; null while nobody is supported.</param>
/// <param name="Supervision">The supervision meeting that is asked for or booked; null: none.</param>
/// <param name="TrainingDate">Id of the date that they have booked; null: none, or it was booked before this was noted.</param>
/// <param name="Version">0 until stored; each write raises it by one.</param>
public sealed record SupporterProfile(
    PersonId Person,
    string ProgrammeId,
    SupporterState State,
    string Summary,
    int Capacity,
    int ActiveCycles,
    LocalDate? TrainedOn,
    LocalDate? ConsentedOn,
    LocalDate? PausedUntil,
    IReadOnlyList<PersonId> DeclaredConflicts,
    IReadOnlyDictionary<string, string>? Details = null,
    LocalDate? TrainingBookedFor = null,
    LocalDate? LeftOn = null,
    IReadOnlyList<IsoDayOfWeek>? Days = null,
    IReadOnlyList<Absence>? Absences = null,
    Instant? SupervisionDue = null,
    Supervision? Supervision = null,
    Guid? TrainingDate = null,
    long Version = 0)
{
    public const int MaxSummary = 600;

    public IReadOnlyDictionary<string, string> Details { get; init; } = Details ?? new Dictionary<string, string>();

    public IReadOnlyList<Absence> Absences { get; init; } = Absences ?? [];

    /// <summary>On the list, or on a pause from it.</summary>
    public bool Serves => State is SupporterState.Listed or SupporterState.Paused;

    public bool HasRoom => ActiveCycles < Capacity;

    /// <summary>Somebody offers to support; whoever had left begins again, with the same words and the same conflicts.</summary>
    public SupporterProfile Again() => WithoutTrainingDate() with { State = SupporterState.Interested, LeftOn = null };

    /// <summary>They choose another date of training.</summary>
    public SupporterProfile WithoutTrainingDate() => this with { TrainingBookedFor = null, TrainingDate = null };

    public static SupporterProfile Interested(PersonId person, Programme programme) =>
        new(
            person, programme.Id, SupporterState.Interested, "", programme.Relationship.SupporterCapacity.Default, 0, null, null, null,
            []);

    /// <summary>
    /// Whoever is named by a colleague is on no list: their own yes makes them a supporter, with room for one more as far as the programme
    /// goes. A pause and a conflict stay what they are.
    /// </summary>
    public static SupporterProfile ByOwnYes(SupporterProfile? known, PersonId person, Programme programme, LocalDate today)
    {
        var profile = known ?? Interested(person, programme);
        return profile with
        {
            State = profile.Serves ? profile.State : SupporterState.Listed,
            ConsentedOn = profile.ConsentedOn ?? today,
            Capacity = Math.Max(profile.Capacity, Math.Min(profile.ActiveCycles + 1, programme.Relationship.SupporterCapacity.Max)),
            LeftOn = null,
        };
    }

    public bool IsPausedOn(LocalDate day) => State == SupporterState.Paused || PausedUntil > day;

    /// <summary>
    /// Whether they may be suggested on a day: listed by their own consent, trained where that comes first, not paused, with room.
    /// </summary>
    public bool IsAvailableOn(LocalDate day, Programme programme) =>
        State == SupporterState.Listed && ConsentedOn is not null && HasRoom && !(PausedUntil > day) && IsTrainedFor(programme, day);

    /// <summary>Whether training stands between this volunteer and the list on a day.</summary>
    public bool IsTrainedFor(Programme programme, LocalDate day) =>
        !programme.Training.GatesListing || TrainedOn <= day;

    // The way onto the list. Each step starts from certain states only; a step that is not due is the answer to an old card.

    public SupporterStep PassCriteria() =>
        Step(this with { State = SupporterState.CriteriaChecked }, SupporterState.Interested);

    /// <summary>Training comes after the criteria, never before (S2-23).</summary>
    public SupporterStep BookTraining(LocalDate day, Guid? date = null) => Step(
        this with { State = SupporterState.TrainingBooked, TrainingBookedFor = day, TrainingDate = date },
        SupporterState.CriteriaChecked, SupporterState.TrainingBooked);

    public SupporterStep CompleteTraining(LocalDate day) => Step(
        this with { State = SupporterState.Trained, TrainedOn = day }, SupporterState.CriteriaChecked, SupporterState.TrainingBooked);

    public SupporterStep Pause() => Step(
        this with { State = SupporterState.Paused, PausedUntil = null }, SupporterState.Listed, SupporterState.Paused);

    public SupporterStep PauseUntil(LocalDate day) => Step(
        this with { State = SupporterState.Listed, PausedUntil = day }, SupporterState.Listed, SupporterState.Paused);

    public SupporterStep Resume() => Step(
        this with { State = SupporterState.Listed, PausedUntil = null }, SupporterState.Listed, SupporterState.Paused);

    /// <summary>Off the list for good, from any state; the consent ends with it. Running cycles are not touched here.</summary>
    public SupporterProfile Leave() => this with { State = SupporterState.Left, ConsentedOn = null, PausedUntil = null };

    /// <summary>Shows the profile to requesters, with the person's own consent of today; refused with everything that is missing.</summary>
    public Listing List(Programme programme, Person person, Organisation? organisation, LocalDate today)
    {
        var faults = ProfileFault.In(this, programme, person, organisation).ToList();
        var ready = programme.Training.GatesListing
            ? State is SupporterState.Trained or SupporterState.Listed or SupporterState.Paused
            : State is not (SupporterState.Interested or SupporterState.Left);
        if (!IsTrainedFor(programme, today))
            faults.Add(new ProfileFault.NotTrained());
        else if (!ready)
            faults.Add(new ProfileFault.NotDue(State));
        return faults.Count > 0
            ? new Listing.Refused(faults)
            : new Listing.Listed(this with { State = SupporterState.Listed, ConsentedOn = today, PausedUntil = null });
    }

    /// <summary>On the list by their own word of today, where the programme asks nothing else of whoever would like to take part.</summary>
    public SupporterProfile Join(LocalDate today) => this with { State = SupporterState.Listed, ConsentedOn = today, PausedUntil = null };

    /// <summary>Takes one place, when there is one. Two takers of the last place meet at the version when they write.</summary>
    public PlaceTaking TakePlace() =>
        HasRoom ? new PlaceTaking.Taken(this with { ActiveCycles = ActiveCycles + 1 }) : new PlaceTaking.Full();

    public SupporterProfile FreePlace() => this with { ActiveCycles = Math.Max(0, ActiveCycles - 1) };

    /// <summary>Never to be paired with the other person, whichever of the two said so.</summary>
    public SupporterProfile Bar(PersonId other) =>
        DeclaredConflicts.Contains(other) ? this : this with { DeclaredConflicts = [.. DeclaredConflicts, other] };

    private SupporterStep Step(SupporterProfile next, params ReadOnlySpan<SupporterState> from) =>
        from.Contains(State) ? new SupporterStep.Taken(next) : new SupporterStep.NotDue(State);
}

/// <summary>Whole days off.</summary>
/// <param name="Until">Last day, included.</param>
public sealed record Absence(LocalDate From, LocalDate Until)
{
    public DateInterval Days => new(From, Until);
}
