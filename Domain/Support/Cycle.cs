using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public readonly record struct CycleId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

public enum CycleState
{
    Proposed,
    Active,
    Review,
    Extended,
    Closing,
    Closed,
}

public enum CloseReason
{
    Completed,
    EndedEarly,
    SupporterLeft,
    RequesterLeft,
    NeverMet,
}

/// <summary>
/// A relationship that runs for a while under one version of one programme: of two people, or of a group, whose lead then stands in both
/// places of a pair.
/// </summary>
/// <param name="FirstContactBy">Last day for whoever acts first.</param>
/// <param name="Rules">How the two work together; agreed when both have ticked the same revision.</param>
/// <param name="Cadence">The rhythm proposed or agreed; null before the first proposal.</param>
/// <param name="Stalled">No meeting for too long; a flag, not a state.</param>
/// <param name="Review">How the two would like to go on; null before they are asked.</param>
/// <param name="Extension">What was added to the limits; null: nothing.</param>
/// <param name="Dates">Dates proposed or agreed together; null before the first proposal.</param>
/// <param name="Watched">An errand looks in the calendar, time and again, for what people change there.</param>
/// <param name="ContactMadeOn">When whoever acts first said that they have made contact; null: not yet.</param>
/// <param name="Paused">By either of the two, without a reason: nothing is sent about the cycle until either resumes.</param>
/// <param name="QuietFrom">Day from which quiet days are counted anew, such as the end of a pause; null: from pairing or the last meeting.</param>
/// <param name="NudgedOn">When the two were last told that nothing is booked.</param>
/// <param name="LastQuestion">Id of the question asked last, so that none comes twice running.</param>
/// <param name="Phase">Id of the phase that it is in; null: the first, or the programme has none.</param>
/// <param name="EndsOn">Last day of the school session that the cycle belongs to; null: the limits say when it ends, if it does.</param>
/// <param name="NameAskedBy">Who has asked to name the other one in their learning record.</param>
/// <param name="NameGivenBy">Who lets the other one name them there; they may take it back.</param>
/// <param name="SharedViews">Cards that show what the other one shares, to be covered when they stop sharing.</param>
/// <param name="Members">The members of a group, in the order in which they lead a session; null: a pair.</param>
/// <param name="Former">Who has left the group; null: nobody.</param>
/// <param name="TurnsFrom">Which of the members led a first session, had they always been the members that they are now.</param>
public sealed record Cycle(
    CycleId Id, RequestId Request, ProgrammeKey Programme, PersonId Requester, PersonId Supporter, CycleState State,
    Instant PairedAt, LocalDate FirstContactBy, GroundRules Rules, CadenceAgreement? Cadence = null,
    CloseReason? Closed = null, Instant? ClosedAt = null, bool Stalled = false, CycleReview? Review = null, CycleExtension? Extension = null,
    bool Watched = false, DatesAgreement? Dates = null,
    LocalDate? ContactMadeOn = null, bool Paused = false, LocalDate? QuietFrom = null, LocalDate? NudgedOn = null,
    string? LastQuestion = null, IReadOnlyList<SharedView>? SharedViews = null, string? Phase = null,
    LocalDate? EndsOn = null, IReadOnlyList<PersonId>? NameAskedBy = null, IReadOnlyList<PersonId>? NameGivenBy = null,
    IReadOnlyList<PersonId>? Members = null, IReadOnlyList<PersonId>? Former = null, int TurnsFrom = 0, long Version = 0)
{
    public bool IsOpen => State != CycleState.Closed;

    /// <summary>The end that is set for this cycle beside the programme's limits; null: none.</summary>
    public CycleExtension? Bounds => Extension ?? (EndsOn is { } end ? new CycleExtension(end, 0) : null);

    public CycleStanding Standing => Review is { WaitsForCoordinator: true } ? CycleStanding.Review
        : !IsGroup && Review is { Settled: false } ? CycleStanding.NearLimit
        : Stalled ? CycleStanding.Stalled
        : CycleStanding.Running;

    public bool IsGroup => Members is not null;

    /// <summary>Everybody whose cycle it is.</summary>
    public IReadOnlyList<PersonId> People => Members ?? [Requester, Supporter];

    public bool Has(PersonId person) => Members?.Contains(person) ?? (person == Requester || person == Supporter);

    /// <summary>Whether it is over for this person: for all, or because they have left the group.</summary>
    public bool IsOverFor(PersonId person) => Has(person) ? !IsOpen : Former?.Contains(person) == true;

    /// <summary>The other one of a pair. What a group does alike asks for <see cref="Others"/>.</summary>
    public PersonId Other(PersonId person) => IsGroup
        ? throw new InvalidOperationException("In a group there is no one other.")
        : person == Requester ? Supporter : Requester;

    public IReadOnlyList<PersonId> Others(PersonId person) => [.. People.Where(one => one != person)];

    /// <summary>Who signs the ground rules: everybody, and the lead of a group, who need not be in it.</summary>
    public IReadOnlyList<PersonId> Signers => IsGroup ? [Requester, .. Others(Requester)] : People;

    /// <summary>The lead goes first with what they would like to say of themselves; then the others are asked (S4-06).</summary>
    public bool WaitsForLead => IsGroup && Rules.Revision == 1 && !Rules.AgreedBy.Contains(Requester);

    /// <summary>In whose calendar a meeting is made.</summary>
    public PersonId Organiser => Members is [var first, ..] ? first : Requester;
}

public enum ReviewWish
{
    Finish,
    Extend,
    NotSure,
}

/// <summary>Each of the two says for themselves how to go on; neither sees the other's answer.</summary>
/// <param name="Wishes">By person id.</param>
/// <param name="WaitsForCoordinator">Both have asked for more.</param>
/// <param name="Settled">The cycle finishes as planned, or was extended.</param>
/// <param name="Decision">What the coordinator last said; null: nothing yet, or nobody needed to ask.</param>
public sealed record CycleReview(
    Instant AskedAt, IReadOnlyDictionary<string, ReviewWish> Wishes, bool WaitsForCoordinator = false, bool Settled = false,
    ReviewDecision? Decision = null);

public enum ReviewDecision
{
    Agree,
    TalkFirst,
    NotThisTime,
}

/// <param name="Card">Message that the reader opened it on.</param>
public sealed record SharedView(PersonId Reader, string Card);

/// <param name="Revision">Raised by every change; a tick counts for the revision it was given to.</param>
/// <param name="ChangedBy">Whose change this revision holds; its words are a <see cref="PrivateNote"/> of the pair.</param>
/// <param name="Ways">How the two reach each other: "teams", "work-email", "work-phone".</param>
public sealed record GroundRules(
    string? Place, IReadOnlyList<string> Ways, NotesKeptBy Notes, int Revision, IReadOnlyList<PersonId> AgreedBy,
    PersonId? ChangedBy = null, LocalDate? AgreedOn = null)
{
    public bool Agreed => AgreedOn is not null;
}

public enum NotesKeptBy
{
    Nobody,
    Requester,
    Supporter,
    EachOwn,
}

/// <param name="AgreedBy">Who has said yes to exactly this; the proposer has.</param>
/// <param name="Overrides">
/// Rules that this rhythm oversteps and that the two may overrule together, by their source; agreeing confirms them.
/// </param>
/// <param name="Needed">How many have to say yes: all but those who may be missing.</param>
/// <param name="MayMiss">How many of a group may be missing at a meeting; 0: all are wanted.</param>
public sealed record CadenceAgreement(
    CadencePattern Pattern, int Minutes, MeetingMode Mode, string? Approach, PersonId ProposedBy, IReadOnlyList<PersonId> AgreedBy,
    IReadOnlyList<string> Overrides, int Revision, int Needed = 2, int MayMiss = 0)
{
    public bool Agreed => AgreedBy.Count >= Needed;
}
