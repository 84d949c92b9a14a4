using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Tests.World;

internal sealed partial class MemoryStores
{
    public Task<IReadOnlyDictionary<CycleStanding, int>> CountCyclesAsync(string programmeId) =>
        Task.FromResult<IReadOnlyDictionary<CycleStanding, int>>(
            All<Cycle>().Where(cycle => cycle.Programme.Id == programmeId && cycle.IsOpen).CountBy(cycle => cycle.Standing).ToDictionary());

    public Task<IReadOnlyList<Cycle>> CyclesStandingAsync(string programmeId, CycleStanding standing, int skip, int take) => Listed(
        All<Cycle>().Where(cycle => cycle.Programme.Id == programmeId && cycle.IsOpen && cycle.Standing == standing).Skip(skip).Take(take));

    public Task<IReadOnlyList<SupportRequest>> OpenRequestsOfAsync(string programmeId) => Listed(
        All<SupportRequest>().Where(request => request.Programme.Id == programmeId && request.IsOpen).OrderBy(request => request.MadeAt));

    public Task<IReadOnlyDictionary<SupporterState, int>> CountSupportersAsync(string programmeId) =>
        Task.FromResult<IReadOnlyDictionary<SupporterState, int>>(
            All<SupporterProfile>().Where(profile => profile.ProgrammeId == programmeId).CountBy(profile => profile.State).ToDictionary());

    public Task<IReadOnlyList<SupporterProfile>> SupportersAsync(string programmeId, SupporterState state, int skip, int take) => Listed(
        All<SupporterProfile>().Where(profile => profile.ProgrammeId == programmeId && profile.State == state).Skip(skip).Take(take));

    public Task<CoordinatorTask?> TaskAsync(Guid id) => Find<CoordinatorTask>(id.ToString());

    public Task<IReadOnlyList<CoordinatorTask>> OpenTasksAsync(string programmeId) => Listed(
        All<CoordinatorTask>().Where(task => task.ProgrammeId == programmeId && task.IsOpen).OrderBy(task => task.Since));

    public Task<IReadOnlyList<Meeting>> BookedMeetingsAsync(Interval window) => Listed(
        All<Meeting>().Where(meeting => meeting.State == MeetingState.Booked && window.Contains(meeting.Start)).OrderBy(meeting => meeting.Start));

    public Task<IReadOnlyList<Person>> PeopleNamedAsync(string part, int most) => Listed(
        All<Person>().Where(person => person.Name.Contains(part, StringComparison.OrdinalIgnoreCase)).OrderBy(person => person.Name).Take(most));

    public Task<IReadOnlyList<Person>> PeopleAfterAsync(PersonId? after, int take) => Listed(
        All<Person>().OrderBy(person => person.Id.Value, StringComparer.Ordinal)
            .Where(person => string.CompareOrdinal(person.Id.Value, after?.Value ?? "") > 0).Take(take));

    public async Task<LocalSettings> SettingsAsync() => await Find<LocalSettings>("local") ?? LocalSettings.None;

    public Task<SupporterApplication?> ApplicationAsync(PersonId person, string programmeId) =>
        Find<SupporterApplication>($"{person} {programmeId}");

    public Task<IReadOnlyList<Cycle>> CyclesOfAsync(PersonId person) =>
        Listed(All<Cycle>().Where(cycle => cycle.Has(person) || cycle.Former?.Contains(person) == true).OrderByDescending(cycle => cycle.PairedAt));

    public Task<IReadOnlyList<SupportRequest>> RequestsOfAsync(PersonId requester) =>
        Listed(All<SupportRequest>().Where(request => request.Requester == requester).OrderByDescending(request => request.MadeAt));

    public Task<IReadOnlyList<Ask>> AsksToAsync(PersonId supporter) => Listed(All<Ask>().Where(ask => ask.Supporter == supporter));

    public Task<IReadOnlyList<SupporterProfile>> ProfilesOfAsync(PersonId person) =>
        Listed(All<SupporterProfile>().Where(profile => profile.Person == person));

    public Task<IReadOnlyList<SupporterApplication>> ApplicationsOfAsync(PersonId person) =>
        Listed(All<SupporterApplication>().Where(application => application.Person == person));

    public Task<IReadOnlyList<PrivateNote>> NotesOfAsync(PersonId owner) => Listed(All<PrivateNote>().Where(note => note.Owner == owner));

    public Task<IReadOnlyList<SelfEvaluation>> SelfEvaluationsOfAsync(PersonId owner) =>
        Listed(All<SelfEvaluation>().Where(evaluation => evaluation.Owner == owner));

    public Task<IReadOnlyList<CycleFeedback>> FeedbackFromAsync(PersonId person) =>
        Listed(All<CycleFeedback>().Where(feedback => feedback.From == person));

    public Task<IReadOnlyList<AuditEntry>> AuditAboutAsync(PersonId person) =>
        Listed(All<AuditEntry>().Where(entry => entry.About == person).OrderByDescending(entry => entry.At));

    public Task<IReadOnlyList<RightsRequest>> RightsRequestsOfAsync(PersonId person) =>
        Listed(All<RightsRequest>().Where(request => request.Person == person));

    public Task<RightsRequest?> RightsRequestAsync(Guid id) => Find<RightsRequest>(id.ToString());

    public Task<IReadOnlyList<HeldMessage>> HeldForAsync(PersonId person) => Listed(
        store.Errands.Where(errand => errand.Hold?.For == person).Select(errand => new HeldMessage(errand.Due, errand.Hold!.Why)));

    public Task<IReadOnlyList<Cycle>> CyclesClosedAsync(Interval window, int most) => Listed(
        All<Cycle>().Where(cycle => cycle.ClosedAt is { } at && window.Contains(at)).OrderBy(cycle => cycle.ClosedAt).Take(most));

    public Task<IReadOnlyList<SupportRequest>> RequestsMadeAsync(Interval window, int most) => Listed(
        All<SupportRequest>().Where(request => window.Contains(request.MadeAt)).OrderBy(request => request.MadeAt).Take(most));

    public Task<IReadOnlyList<AuditEntry>> AuditMadeAsync(Interval window, int most) =>
        Listed(All<AuditEntry>().Where(entry => window.Contains(entry.At)).OrderBy(entry => entry.At).Take(most));

    public void Save(SupporterApplication application) => Keep(application);

    public void Save(CoordinatorTask task) => Keep(task);

    public void Save(AuditEntry entry) => Keep(entry);

    public void Save(LocalSettings settings) => Keep(settings);

    public void Save(RightsRequest request) => Keep(request);

    public void Save(Person person) => Keep(person);

    public void Save(Organisation organisation) => Keep(organisation);

    public void Remove(PrivateNote note) => Take(note);

    public void Remove(SelfEvaluation evaluation) => Take(evaluation);

    public void Remove(CycleFeedback feedback) => Take(feedback);

    public void Remove(Cycle cycle) => Take(cycle);

    public void Remove(Meeting meeting) => Take(meeting);

    public void Remove(SupportRequest request) => Take(request);

    public void Remove(Ask ask) => Take(ask);

    public void Remove(SupporterProfile profile) => Take(profile);

    public void Remove(SupporterApplication application) => Take(application);

    public void Remove(CoordinatorTask task) => Take(task);

    public void Remove(AuditEntry entry) => Take(entry);

    public void Remove(RightsRequest request) => Take(request);
}
