using System.Text;
using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

public sealed partial class TurnWork
{
    public Task<IReadOnlyList<AuditEntry>> AuditMadeAsync(Interval window, int most) =>
        ListAsync(Queries.AuditMade, window.Start.ToUnixTimeTicks(), window.End.ToUnixTimeTicks(), (long)most);

    public Task<IReadOnlyList<CoordinatorTask>> TasksAfterAsync(Guid? after, int take) =>
        ListAsync(Queries.TasksAfter, after?.ToString("N") ?? "", (long)take);

    public Task<IReadOnlyList<RightsRequest>> RightsAfterAsync(Guid? after, int take) =>
        ListAsync(Queries.RightsAfter, after?.ToString("N") ?? "", (long)take);

    public Task<IReadOnlyList<SupporterApplication>> ApplicationsAfterAsync(string? after, int take)
    {
        string[] last = after?.Split(' ', 2) ?? ["", ""];
        return ListAsync(Queries.ApplicationsAfter, last[0], last[1], (long)take);
    }

    public async Task<ChatSweep> SweepChatsAsync(Instant idleSince, string? after, int take, bool count)
    {
        var chats = await ListAsync(Queries.ConversationsAfter, after ?? "", (long)take).ConfigureAwait(false);
        var swept = 0;
        foreach (var chat in chats.Where(chat => chat.QuietSince <= idleSince))
        {
            var left = _options.WhenIdle(chat.State);
            if (left == chat.State)
                continue;
            swept++;
            if (!count)
                Save(chat with { State = left });
        }

        return new ChatSweep(swept, chats.Count == take ? chats[^1].Id : null);
    }

    public async Task<EventSweep> SweepEventsAsync(Instant endedBefore, string? after, int take, bool count)
    {
        var events = await ListAsync(Queries.EventsOfNoMeeting, after ?? "", (long)take).ConfigureAwait(false);
        var over = events.Where(one => one.End < endedBefore).ToList();
        if (!count)
            over.ForEach(Remove);
        return new EventSweep(over.Count, events.Count == take ? events[^1].Meeting.ToString() : null);
    }

    /// <remarks>
    /// An id stands in bodies as a JSON string of its own, so it can be found and replaced as text, wherever an aggregate has it. Private
    /// bodies have another's id only as their owner's, and those are deleted.
    /// </remarks>
    public async Task<bool> AnonymiseAsync(PersonId person, PersonId nobody, int most)
    {
        var left = most;
        left -= await ReplaceAsync(Tables.Requests, person, nobody, left).ConfigureAwait(false);
        left -= await ReplaceAsync(Tables.Asks, person, nobody, left).ConfigureAwait(false);
        left -= await ReplaceAsync(Tables.Cycles, person, nobody, left).ConfigureAwait(false);
        left -= await ReplaceAsync(Tables.Groups, person, nobody, left).ConfigureAwait(false);
        left -= await ReplaceAsync(
            Tables.Meetings, person, nobody, left, meeting => meeting with { JoinUrl = null, EventId = null }).ConfigureAwait(false);
        left -= await ReplaceAsync(Tables.Supporters, person, nobody, left).ConfigureAwait(false);
        left -= await ReplaceAsync(Tables.Tasks, person, nobody, left).ConfigureAwait(false);
        left -= await ReplaceAsync(Tables.Audit, person, nobody, left).ConfigureAwait(false);
        left -= await ReplaceAsync(Tables.LocalEvents, person, nobody, left).ConfigureAwait(false);
        left -= await ReplaceAsync(Tables.People, person, nobody, left).ConfigureAwait(false);
        return left <= 0;
    }

    public async Task ForgetAsync(PersonId person)
    {
        foreach (var chat in await ListAsync(Queries.ConversationsOf, person.Value).ConfigureAwait(false))
            Remove(Tables.Conversations, chat);
        foreach (var membership in await ListAsync(Queries.MembershipsOf, person.Value).ConfigureAwait(false))
            Remove(Tables.Memberships, membership);
        foreach (var entry in await ListAsync(Queries.EventsPeopleOf, person.Value).ConfigureAwait(false))
            Remove(Tables.EventPeople, entry);
        if (await FindAsync(Tables.Counters, Diaries.SeriesOf(person)).ConfigureAwait(false) is { } diary)
            Remove(Tables.Counters, diary);
        if (await BusyTimesAsync(person).ConfigureAwait(false) is { } busy)
            Remove(Tables.BusyTimes, busy);
    }

    public void Remove(Person person) => Remove(Tables.People, person);

    /// <summary>Whether housekeeping waits in the outbox already.</summary>
    public async Task<bool> HasUpkeepAsync() =>
        (await _engine.ReadAsync(OutboxSql.AnyOfKind, [(long)OutboxKind.Upkeep], row => true).ConfigureAwait(false)).Count > 0;

    private async Task<int> ReplaceAsync<T>(Table<T> table, PersonId person, PersonId nobody, int most, Func<T, T>? also = null)
        where T : class
    {
        if (most <= 0)
            return 0;
        var (from, to) = ($"\"{person}\"", $"\"{nobody}\"");
        var pattern = from.Replace("!", "!!").Replace("%", "!%").Replace("_", "!_");

        // The person's own row in the directory has the id as its key, and goes as a whole.
        var own = table == (AggregateTable)Tables.People ? "\"Id\" <> $3 AND " : "";
        object[] parameters = own.Length == 0 ? [$"%{pattern}%", (long)most] : [$"%{pattern}%", (long)most, person.Value];
        var found = await _engine.ReadAsync(
            table.Query($"{own}\"Body\" LIKE $1 ESCAPE '!' LIMIT $2").Sql, parameters,
            row => table.Read(
                row.Number(0), Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(row.Bytes(1)).Replace(from, to, StringComparison.Ordinal)),
                _options.PrivateText)).ConfigureAwait(false);
        foreach (var item in found)
            Save(table, also is null ? item : also(item));
        return found.Count;
    }
}
