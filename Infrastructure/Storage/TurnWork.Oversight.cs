using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

public sealed partial class TurnWork
{
    public async Task<IReadOnlyDictionary<CycleStanding, int>> CountCyclesAsync(string programmeId)
    {
        var counts = await _engine.ReadAsync(
            OversightSql.CountCycles, [programmeId], row => (Standing: row.Text(0), Count: (int)row.Number(1))).ConfigureAwait(false);
        return counts.Where(one => one.Standing is not null).ToDictionary(one => Enum.Parse<CycleStanding>(one.Standing!), one => one.Count);
    }

    public async Task<IReadOnlyDictionary<SupporterState, int>> CountSupportersAsync(string programmeId)
    {
        var counts = await _engine.ReadAsync(
            OversightSql.CountSupporters, [programmeId], row => (State: row.Text(0), Count: (int)row.Number(1))).ConfigureAwait(false);
        return counts.Where(one => one.State is not null).ToDictionary(one => Enum.Parse<SupporterState>(one.State!), one => one.Count);
    }

    public Task<IReadOnlyList<Cycle>> CyclesStandingAsync(string programmeId, CycleStanding standing, int skip, int take) =>
        ListAsync(Queries.CyclesStanding, programmeId, standing.ToString(), (long)skip, (long)take);

    public Task<IReadOnlyList<SupportRequest>> OpenRequestsOfAsync(string programmeId) => ListAsync(Queries.OpenRequestsOf, programmeId);

    public Task<IReadOnlyList<SupporterProfile>> SupportersAsync(string programmeId, SupporterState state, int skip, int take) =>
        ListAsync(Queries.SupportersInState, programmeId, state.ToString(), (long)skip, (long)take);

    public Task<CoordinatorTask?> TaskAsync(Guid id) => FindAsync(Tables.Tasks, id.ToString("N"));

    public Task<IReadOnlyList<CoordinatorTask>> OpenTasksAsync(string programmeId) => ListAsync(Queries.OpenTasks, programmeId);

    public Task<IReadOnlyList<Meeting>> BookedMeetingsAsync(Interval window) =>
        ListAsync(Queries.BookedMeetings, window.Start.ToUnixTimeTicks(), window.End.ToUnixTimeTicks());

    public async Task<IReadOnlyList<Person>> PeopleNamedAsync(string part, int most)
    {
        var pattern = part.ToLowerInvariant().Replace("!", "!!").Replace("%", "!%").Replace("_", "!_");
        return await _engine.ReadAsync(
            OversightSql.PeopleNamed, [$"%{pattern}%", (long)most],
            row => Tables.People.Read(row.Number(0), row.Bytes(1), _options.PrivateText)).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<Person>> PeopleAfterAsync(PersonId? after, int take) =>
        ListAsync(Queries.PeopleAfter, after?.Value ?? "", (long)take);

    public async Task<LocalSettings> SettingsAsync() =>
        await FindAsync(Tables.Settings, Tables.SettingsKey).ConfigureAwait(false) ?? LocalSettings.None;

    public Task<SupporterApplication?> ApplicationAsync(PersonId person, string programmeId) =>
        FindAsync(Tables.Applications, programmeId, person.Value);

    public async Task<IReadOnlyList<Cycle>> CyclesOfAsync(PersonId person) =>
    [
        .. (await ListAsync(Queries.CyclesOf, person.Value).ConfigureAwait(false))
            .Where(c => c.Has(person) || c.Former?.Contains(person) == true).OrderByDescending(c => c.PairedAt),
    ];

    public async Task<IReadOnlyList<SupportRequest>> RequestsOfAsync(PersonId requester) =>
        [.. (await ListAsync(Queries.RequestsOf, requester.Value).ConfigureAwait(false)).OrderByDescending(r => r.MadeAt)];

    public Task<IReadOnlyList<Ask>> AsksToAsync(PersonId supporter) => ListAsync(Queries.AsksTo, supporter.Value);

    public Task<IReadOnlyList<SupporterProfile>> ProfilesOfAsync(PersonId person) => ListAsync(Queries.ProfilesOf, person.Value);

    public Task<IReadOnlyList<SupporterApplication>> ApplicationsOfAsync(PersonId person) => ListAsync(Queries.ApplicationsOf, person.Value);

    public Task<IReadOnlyList<PrivateNote>> NotesOfAsync(PersonId owner) => ListAsync(Queries.NotesOf, owner.Value);

    public Task<IReadOnlyList<SelfEvaluation>> SelfEvaluationsOfAsync(PersonId owner) => ListAsync(Queries.SelfEvaluationsOf, owner.Value);

    public Task<IReadOnlyList<CycleFeedback>> FeedbackFromAsync(PersonId person) => ListAsync(Queries.FeedbackFrom, person.Value);

    public Task<IReadOnlyList<AuditEntry>> AuditAboutAsync(PersonId person) => ListAsync(Queries.AuditAbout, person.Value);

    public Task<IReadOnlyList<RightsRequest>> RightsRequestsOfAsync(PersonId person) => ListAsync(Queries.RightsOf, person.Value);

    public Task<RightsRequest?> RightsRequestAsync(Guid id) => FindAsync(Tables.Rights, id.ToString("N"));

    public async Task<IReadOnlyList<HeldMessage>> HeldForAsync(PersonId person) =>
        await _engine.ReadAsync(
            OversightSql.HeldFor, [person.Value],
            row => new HeldMessage(Instant.FromUnixTimeTicks(row.Number(0)), row.Text(1)!)).ConfigureAwait(false);

    public Task<IReadOnlyList<Cycle>> CyclesClosedAsync(Interval window, int most) =>
        ListAsync(Queries.CyclesClosed, window.Start.ToUnixTimeTicks(), window.End.ToUnixTimeTicks(), (long)most);

    public Task<IReadOnlyList<SupportRequest>> RequestsMadeAsync(Interval window, int most) =>
        ListAsync(Queries.RequestsMade, window.Start.ToUnixTimeTicks(), window.End.ToUnixTimeTicks(), (long)most);

    public void Save(SupporterApplication application) => Save(Tables.Applications, application);

    public void Save(CoordinatorTask task) => Save(Tables.Tasks, task);

    public void Save(AuditEntry entry) => Save(Tables.Audit, entry);

    public void Save(LocalSettings settings) => Save(Tables.Settings, settings);

    public void Save(RightsRequest request) => Save(Tables.Rights, request);

    public void Remove(PrivateNote note) => Remove(Tables.PrivateNotes, note);

    public void Remove(SelfEvaluation evaluation) => Remove(Tables.SelfEvaluations, evaluation);

    public void Remove(CycleFeedback feedback) => Remove(Tables.Feedback, feedback);

    public void Remove(Cycle cycle) => Remove(Tables.Cycles, cycle);

    public void Remove(LearningGroup group)
    {
        Remove(Tables.Groups, group);
        foreach (var member in group.Members)
            Remove(Tables.Memberships, new Membership(member.Person, group.Id));
    }

    /// <summary>With what PeerBot's own calendar holds of it.</summary>
    public void Remove(Meeting meeting)
    {
        Remove(Tables.Meetings, meeting);
        Remove(new LocalEventRow(meeting.Id, [.. meeting.People], "", meeting.Start, meeting.End, 0, Cancelled: true, Now, RowWrite.Any));
    }

    public void Remove(SupportRequest request) => Remove(Tables.Requests, request);

    public void Remove(Ask ask) => Remove(Tables.Asks, ask);

    public void Remove(SupporterProfile profile) => Remove(Tables.Supporters, profile);

    public void Remove(SupporterApplication application) => Remove(Tables.Applications, application);

    public void Remove(CoordinatorTask task) => Remove(Tables.Tasks, task);

    public void Remove(AuditEntry entry) => Remove(Tables.Audit, entry);

    public void Remove(RightsRequest request) => Remove(Tables.Rights, request);
}
