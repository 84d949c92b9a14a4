using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>Counts, states and dates for whoever oversees a programme. There is no way from here to anybody's words.</summary>
public interface IOversight
{
    /// <summary>Open cycles of the programme, counted by how they stand; a standing without cycles is absent.</summary>
    Task<IReadOnlyDictionary<CycleStanding, int>> CountCyclesAsync(string programmeId);

    /// <summary>Open cycles of the programme that stand so, in no order.</summary>
    Task<IReadOnlyList<Cycle>> CyclesStandingAsync(string programmeId, CycleStanding standing, int skip, int take);

    /// <summary>Requests of the programme that still run, longest waiting first.</summary>
    Task<IReadOnlyList<SupportRequest>> OpenRequestsOfAsync(string programmeId);

    /// <summary>Volunteers of the programme, counted by state; a state without any is absent.</summary>
    Task<IReadOnlyDictionary<SupporterState, int>> CountSupportersAsync(string programmeId);

    /// <summary>Volunteers of the programme in that state, in no order.</summary>
    Task<IReadOnlyList<SupporterProfile>> SupportersAsync(string programmeId, SupporterState state, int skip, int take);

    Task<CoordinatorTask?> TaskAsync(Guid id);

    /// <summary>What waits for the programme's coordinator, longest waiting first.</summary>
    Task<IReadOnlyList<CoordinatorTask>> OpenTasksAsync(string programmeId);

    /// <summary>Booked meetings of all programmes that start in the half-open window, by start.</summary>
    Task<IReadOnlyList<Meeting>> BookedMeetingsAsync(Interval window);

    /// <summary>People whose name holds these letters, whatever their case; at most so many, by name.</summary>
    Task<IReadOnlyList<Person>> PeopleNamedAsync(string part, int most);

    /// <summary>People after that one, in the order of their ids; for walking through all of them.</summary>
    /// <param name="after">Null to begin.</param>
    Task<IReadOnlyList<Person>> PeopleAfterAsync(PersonId? after, int take);

    /// <summary>Never null: nothing changed is <see cref="LocalSettings.None"/>.</summary>
    Task<LocalSettings> SettingsAsync();

    void Save(CoordinatorTask task);

    void Save(AuditEntry entry);

    void Save(LocalSettings settings);

    void Save(Person person);

    void Save(Organisation organisation);
}

/// <summary>Everything that is held about one person, closed or open.</summary>
public interface IPersonalData
{
    /// <summary>Latest first.</summary>
    Task<IReadOnlyList<Cycle>> CyclesOfAsync(PersonId person);

    /// <summary>Latest first.</summary>
    Task<IReadOnlyList<SupportRequest>> RequestsOfAsync(PersonId requester);

    Task<IReadOnlyList<Ask>> AsksToAsync(PersonId supporter);

    Task<IReadOnlyList<SupporterProfile>> ProfilesOfAsync(PersonId person);

    Task<IReadOnlyList<SupporterApplication>> ApplicationsOfAsync(PersonId person);

    /// <summary>The person's own notes of every kind, oldest first.</summary>
    Task<IReadOnlyList<PrivateNote>> NotesOfAsync(PersonId owner);

    Task<IReadOnlyList<SelfEvaluation>> SelfEvaluationsOfAsync(PersonId owner);

    Task<IReadOnlyList<CycleFeedback>> FeedbackFromAsync(PersonId person);

    /// <summary>Who looked at or changed what about the person, latest first.</summary>
    Task<IReadOnlyList<AuditEntry>> AuditAboutAsync(PersonId person);

    Task<IReadOnlyList<RightsRequest>> RightsRequestsOfAsync(PersonId person);

    Task<RightsRequest?> RightsRequestAsync(Guid id);

    Task<PersonalAddresses> AddressesAsync(PersonId person);

    /// <summary>From the commit on, these alone are good.</summary>
    Task KeepAsync(PersonId person, PersonalAddresses addresses);

    /// <summary>Messages that wait for the person's next contact window.</summary>
    Task<IReadOnlyList<HeldMessage>> HeldForAsync(PersonId person);

    void Save(RightsRequest request);
}

/// <summary>A message that the bot has started and holds.</summary>
/// <param name="Why">A stable word such as "out-of-term".</param>
public sealed record HeldMessage(Instant Until, string Why);

/// <summary>What the nightly deletion looks for, and takes away for good.</summary>
public interface IRetention
{
    /// <summary>Cycles that were closed in the half-open window, by when; at most so many.</summary>
    Task<IReadOnlyList<Cycle>> CyclesClosedAsync(Interval window, int most);

    /// <summary>Requests made in the half-open window, by when; at most so many.</summary>
    Task<IReadOnlyList<SupportRequest>> RequestsMadeAsync(Interval window, int most);

    /// <summary>Entries made in the half-open window, by when; at most so many.</summary>
    Task<IReadOnlyList<AuditEntry>> AuditMadeAsync(Interval window, int most);

    /// <summary>Tasks after that one, in the order of their ids, done or not; for walking through all of them.</summary>
    /// <param name="after">Null to begin.</param>
    Task<IReadOnlyList<CoordinatorTask>> TasksAfterAsync(Guid? after, int take);

    /// <summary>Requests after that one, in the order of their ids, settled or not; for walking through all of them.</summary>
    /// <param name="after">Null to begin.</param>
    Task<IReadOnlyList<RightsRequest>> RightsAfterAsync(Guid? after, int take);

    /// <summary>Applications after that one, in the order of their keys; for walking through all of them.</summary>
    /// <param name="after">As <see cref="SupporterApplication.Key"/> has it; null to begin.</param>
    Task<IReadOnlyList<SupporterApplication>> ApplicationsAfterAsync(string? after, int take);

    /// <summary>Takes out of chats what was left half done, where nobody has spoken since then.</summary>
    /// <param name="after">Where the chat before has ended; null to begin.</param>
    /// <param name="count">Only counts.</param>
    Task<ChatSweep> SweepChatsAsync(Instant idleSince, string? after, int take, bool count);

    /// <summary>Removes from PeerBot's own calendar what ended before then and belongs to no meeting of a cycle; such go with their cycles.</summary>
    /// <param name="after">Where the part before has ended; null to begin.</param>
    /// <param name="count">Only counts.</param>
    Task<EventSweep> SweepEventsAsync(Instant endedBefore, string? after, int take, bool count);

    /// <summary>Puts somebody who leads to nobody in the person's place, wherever others keep records of them.</summary>
    /// <returns>Whether there is more to do in another turn.</returns>
    Task<bool> AnonymiseAsync(PersonId person, PersonId nobody, int most);

    /// <summary>Forgets what is kept to reach the person and to know when they are free.</summary>
    Task ForgetAsync(PersonId person);

    void Remove(Person person);

    void Remove(PrivateNote note);

    void Remove(SelfEvaluation evaluation);

    void Remove(CycleFeedback feedback);

    void Remove(Cycle cycle);

    void Remove(Meeting meeting);

    void Remove(SupportRequest request);

    void Remove(Ask ask);

    void Remove(SupporterProfile profile);

    void Remove(SupporterApplication application);

    void Remove(CoordinatorTask task);

    void Remove(AuditEntry entry);

    void Remove(RightsRequest request);
}

/// <param name="Swept">How many chats there was something to take out of.</param>
/// <param name="Next">Where to go on; null at the end.</param>
public sealed record ChatSweep(int Swept, string? Next);

/// <param name="Swept">How many events are over.</param>
/// <param name="Next">Where to go on; null at the end.</param>
public sealed record EventSweep(int Swept, string? Next);
