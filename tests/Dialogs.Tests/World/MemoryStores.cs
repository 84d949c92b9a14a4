using System.Collections.Immutable;
using NodaTime;
using PeerBot.Domain;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Tests.World;

/// <summary>
/// The stores of one turn. What it saved is found again by its id; its lists show what stood when it began; nothing is there for others
/// before <see cref="Commit"/>.
/// </summary>
internal sealed partial class MemoryStores(MemoryStore store, Instant now) : IStores
{
    private readonly ImmutableDictionary<(Type Kind, string Key), MemoryStore.Row> began = store.Rows;
    private readonly ImmutableDictionary<string, int> counters = store.Counters;

    /// <param name="Removed">It goes for good.</param>
    internal sealed record SavedItem(Shelf Shelf, object Item, bool Removed = false)
    {
        public long Version => Shelf.VersionOf(Item);
    }

    internal sealed record Taken(int Read, int Last);

    public Instant Now => now;

    internal Dictionary<(Type Kind, string Key), SavedItem> Saved { get; } = [];

    internal Dictionary<string, Taken> NumbersTaken { get; } = [];

    internal List<(Errand Errand, Instant Due, Hold? Hold)> Sent { get; } = [];

    internal List<DueErrand> Completed { get; } = [];

    /// <summary>What the turn wrote, with what stood before; null for something new.</summary>
    public IEnumerable<(object? Before, object After)> Changes =>
        Saved.Select(saved => (began.TryGetValue(saved.Key, out var row) ? row.Item : null, saved.Value.Item));

    public bool Commit() => store.Commit(this);

    /// <summary>The turn is what the errand asked for, which goes with the commit.</summary>
    public void Complete(DueErrand errand) => Completed.Add(errand);

    public Task<Person?> PersonAsync(PersonId id) => Find<Person>(id.Value);

    public Task<Organisation?> OrganisationAsync(OrganisationId id) => Find<Organisation>(id.ToString());

    public Task<SupporterProfile?> SupporterAsync(PersonId person, string programmeId) => Find<SupporterProfile>($"{person} {programmeId}");

    public Task<IReadOnlyList<Candidate>> CandidatesAsync(string programmeId) => Listed(
        from profile in All<SupporterProfile>()
        where profile.ProgrammeId == programmeId
        join person in All<Person>() on profile.Person equals person.Id
        select Candidate.Of(profile, person, All<Organisation>().FirstOrDefault(school => school.Id == person.Organisation)));

    public Task<SupportRequest?> RequestAsync(RequestId id) => Find<SupportRequest>(id.ToString());

    public Task<IReadOnlyList<SupportRequest>> OpenRequestsAsync(PersonId requester) => Listed(
        All<SupportRequest>().Where(request => request.Requester == requester && request.IsOpen).OrderByDescending(request => request.MadeAt));

    public Task<Ask?> AskAsync(AskId id) => Find<Ask>(id.ToString());

    public Task<IReadOnlyList<Ask>> AsksOfAsync(RequestId request) => Listed(All<Ask>().Where(ask => ask.Request == request));

    public Task<IReadOnlyList<Ask>> OpenAsksToAsync(PersonId supporter, string programmeId) =>
        Listed(All<Ask>().Where(ask => ask.Supporter == supporter && ask.Programme.Id == programmeId && ask.IsOpen));

    public Task<int> NextNumberAsync(string series)
    {
        var read = counters.GetValueOrDefault(series);
        var last = NumbersTaken.TryGetValue(series, out var taken) ? taken.Last + 1 : read + 1;
        NumbersTaken[series] = new Taken(read, last);
        return Task.FromResult(last);
    }

    public Task<Cycle?> CycleAsync(CycleId id) => Find<Cycle>(id.ToString());

    public Task<IReadOnlyList<Cycle>> OpenCyclesAsync(PersonId person) =>
        Listed(All<Cycle>().Where(cycle => cycle.Has(person) && cycle.IsOpen).OrderByDescending(cycle => cycle.PairedAt));

    public Task<LearningGroup?> GroupAsync(GroupId id) => Find<LearningGroup>(id.ToString());

    public Task<IReadOnlyList<LearningGroup>> GroupsOfAsync(PersonId person) =>
        Listed(All<LearningGroup>().Where(group => group.Member(person) is not null).OrderByDescending(group => group.FormedAt));

    public Task<IReadOnlyList<LearningGroup>> GroupsInAsync(string programmeId) =>
        Listed(All<LearningGroup>().Where(group => group.Programme.Id == programmeId).OrderByDescending(group => group.FormedAt));

    public void Save(LearningGroup group) => Keep(group);

    public void Remove(LearningGroup group) => Take(group);

    public Task<Meeting?> MeetingAsync(MeetingId id) => Find<Meeting>(id.ToString());

    public Task<IReadOnlyList<Meeting>> MeetingsAsync(CycleId cycle) =>
        Listed(All<Meeting>().Where(meeting => meeting.Cycle == cycle).OrderBy(meeting => meeting.Start));

    public Task<SelfEvaluation?> SelfEvaluationAsync(PersonId owner, CycleId cycle, Occasion occasion) =>
        Find<SelfEvaluation>($"{owner} {cycle} {occasion}");

    public Task<IReadOnlyList<PrivateNote>> NotesAsync(NoteKind kind, string subject) =>
        Listed(All<PrivateNote>().Where(note => note.Kind == kind && note.Subject == subject));

    public Task<CycleFeedback?> FeedbackAsync(CycleId cycle, PersonId from) => Find<CycleFeedback>($"{cycle} {from}");

    public Task<IReadOnlyList<CycleFeedback>> FeedbackOfAsync(CycleId cycle) => Listed(All<CycleFeedback>().Where(given => given.Cycle == cycle));

    public async Task<IReadOnlyList<Interval>> BusyOnceAsync(PersonId person) => (await Find<DeclaredBusy>(person.Value))?.Once ?? [];

    public async Task DeclareBusyAsync(PersonId person, IReadOnlyList<Interval> once) =>
        Keep((await Find<DeclaredBusy>(person.Value) ?? new DeclaredBusy(person, [])) with { Once = once });

    public async Task<Domain.Oversight.PersonalAddresses> AddressesAsync(PersonId person) =>
        await Find<DeclaredBusy>(person.Value) is { } kept ? new(kept.Feed, kept.File) : new();

    public async Task KeepAsync(PersonId person, Domain.Oversight.PersonalAddresses addresses) =>
        Keep((await Find<DeclaredBusy>(person.Value) ?? new DeclaredBusy(person, [])) with { Feed = addresses.Feed, File = addresses.File });

    public void Save(SupporterProfile supporter) => Keep(supporter);

    public void Save(SupportRequest request) => Keep(request);

    public void Save(Ask ask) => Keep(ask);

    public void Save(Cycle cycle) => Keep(cycle);

    public void Save(Meeting meeting) => Keep(meeting);

    public void Save(SelfEvaluation evaluation) => Keep(evaluation);

    public void Save(PrivateNote note) => Keep(note);

    public void Save(CycleFeedback feedback) => Keep(feedback);

    public void Send(Errand errand, Instant due, Hold? hold = null) => Sent.Add((errand, due, hold));

    private void Keep(object item)
    {
        var shelf = Shelf.Of(item);
        Saved[(shelf.Kind, shelf.KeyOf(item))] = new SavedItem(shelf, item);
    }

    private void Take(object item)
    {
        var shelf = Shelf.Of(item);
        Saved[(shelf.Kind, shelf.KeyOf(item))] = new SavedItem(shelf, item, Removed: true);
    }

    private Task<T?> Find<T>(string key)
        where T : class =>
        Task.FromResult(
            Saved.TryGetValue((typeof(T), key), out var saved) ? saved.Removed ? null : (T)saved.Item
            : began.TryGetValue((typeof(T), key), out var row) ? (T)row.Item
            : null);

    private IEnumerable<T> All<T>() => began.Values.OrderBy(row => row.Order).Select(row => row.Item).OfType<T>();

    private static Task<IReadOnlyList<T>> Listed<T>(IEnumerable<T> items) => Task.FromResult<IReadOnlyList<T>>([.. items]);
}
