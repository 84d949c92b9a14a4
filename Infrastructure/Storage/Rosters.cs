using System.Collections.Concurrent;
using NodaTime;
using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

/// <summary>
/// The listed supporters of each programme, kept in memory: to read some thousand profiles anew for every shortlist takes longer than
/// people wait. Before each use only what has changed is read, so that what another process has committed is there as well.
/// </summary>
/// <remarks>
/// Changes are found by the time of writing, which is stamped just before the commit and by each process's own clock; so the search
/// reaches back a while and knows by the versions what it has seen. A row that is deleted is no change that could be found: it is taken off
/// the list an hour before, and who has not looked for so long reads everything anew.
/// </remarks>
internal sealed class Rosters(IEngine engine, DatabaseOptions options)
{
    private readonly ConcurrentDictionary<string, Roster> _byProgramme = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<Candidate>> OfAsync(string programmeId)
    {
        var roster = _byProgramme.GetOrAdd(programmeId, id => new Roster(id, engine, options));
        if (roster.IsOld)
        {
            _byProgramme.TryUpdate(programmeId, new Roster(programmeId, engine, options), roster);
            roster = _byProgramme.GetOrAdd(programmeId, id => new Roster(id, engine, options));
        }

        return roster.ReadAsync();
    }

    public void Forget() => _byProgramme.Clear();

    private sealed class Roster(string programmeId, IEngine engine, DatabaseOptions options)
    {
        private static readonly Duration Overlap = Duration.FromMinutes(2);
        private static readonly Duration Old = Duration.FromMinutes(30);

        private readonly Lock _merging = new();
        private readonly ConcurrentDictionary<PersonId, Entry> _entries = new();
        private IReadOnlyList<Candidate> _listed = [];
        private Instant? _readAt;

        public bool IsOld
        {
            get
            {
                lock (_merging)
                    return _readAt is { } at && Instant.FromDateTimeOffset(options.Time.GetUtcNow()) - at > Old;
            }
        }

        public async Task<IReadOnlyList<Candidate>> ReadAsync()
        {
            var now = Instant.FromDateTimeOffset(options.Time.GetUtcNow());
            Instant? before;
            lock (_merging)
                before = _readAt;
            var changes = before is { } at
                ? await engine.ReadAsync(RosterSql.Changes, [programmeId, (at - Overlap).ToUnixTimeTicks()], Read).ConfigureAwait(false)
                : await engine.ReadAsync(RosterSql.All, [programmeId], Read).ConfigureAwait(false);
            lock (_merging)
            {
                if (Merge(changes) || before is null)
                    _listed = [.. _entries.Values.Select(e => e.Candidate).Where(c => c.State == SupporterState.Listed)];
                _readAt = _readAt is { } other && other > now ? other : now;
                return _listed;
            }
        }

        private bool Merge(IReadOnlyList<Entry?> changes)
        {
            var changed = false;
            foreach (var entry in changes.OfType<Entry>())
            {
                if (_entries.TryGetValue(entry.Candidate.Person, out var known) && !entry.IsNewerThan(known))
                    continue;
                _entries[entry.Candidate.Person] = entry;
                changed = true;
            }

            return changed;
        }

        /// <returns>Null for what is known in these versions.</returns>
        private Entry? Read(IRow row)
        {
            var versions = (row.Number(1), row.Number(3), row.IsNull(5) ? 0 : row.Number(5));
            if (_entries.TryGetValue(new PersonId(row.Text(0)!), out var known) && known.Versions == versions)
                return null;
            var profile = Tables.Supporters.Read(versions.Item1, row.Bytes(2), options.PrivateText);
            var person = Tables.People.Read(versions.Item2, row.Bytes(4), options.PrivateText);
            var organisation = row.IsNull(5) ? null : Tables.Organisations.Read(versions.Item3, row.Bytes(6), options.PrivateText);
            return new Entry(versions, Candidate.Of(profile, person, organisation));
        }
    }

    private sealed record Entry((long Supporter, long Person, long Organisation) Versions, Candidate Candidate)
    {
        /// <summary>
        /// Of two readings at once the older may arrive last. A person who moves brings another organisation with its own count.
        /// </summary>
        public bool IsNewerThan(Entry other)
        {
            var (mine, theirs) = (Versions.Supporter + Versions.Person, other.Versions.Supporter + other.Versions.Person);
            return mine > theirs || (mine == theirs && Versions.Organisation > other.Versions.Organisation);
        }
    }
}
