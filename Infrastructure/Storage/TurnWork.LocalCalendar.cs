using NodaTime;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

public sealed partial class TurnWork
{
    /// <summary>The event of the meeting in PeerBot's own calendar, cancelled or not; null when there never was one.</summary>
    public Task<LocalEventRow?> EventAsync(MeetingId meeting) => FindAsync(Tables.LocalEvents, meeting.ToString());

    /// <summary>The person's events that touch the half-open window, cancelled ones included, in no order.</summary>
    public async Task<IReadOnlyList<LocalEventRow>> EventsAsync(PersonId person, Interval window)
    {
        var events = await ListAsync(
            Queries.EventsOf, person.Value, window.Start.ToUnixTimeTicks(), window.End.ToUnixTimeTicks()).ConfigureAwait(false);
        return [.. events.Where(e => e.People.Contains(person))];
    }

    /// <summary>Null when PeerBot keeps no calendar of this person.</summary>
    public Task<BusyTimesRow?> BusyTimesAsync(PersonId person) => FindAsync(Tables.BusyTimes, person.Value);

    public async Task<IReadOnlyList<Interval>> BusyOnceAsync(PersonId person) =>
        (await BusyTimesAsync(person).ConfigureAwait(false))?.Once ?? [];

    public async Task DeclareBusyAsync(PersonId person, IReadOnlyList<Interval> once) =>
        Save((await BusyTimesAsync(person).ConfigureAwait(false) ?? new BusyTimesRow(person, [], [])) with { Once = once });

    public async Task<PersonalAddresses> AddressesAsync(PersonId person) =>
        await BusyTimesAsync(person).ConfigureAwait(false) is { } row ? new PersonalAddresses(row.Feed, row.File) : new PersonalAddresses();

    public async Task KeepAsync(PersonId person, PersonalAddresses addresses) =>
        Save((await BusyTimesAsync(person).ConfigureAwait(false) ?? new BusyTimesRow(person, [], [])) with { Feed = addresses.Feed, File = addresses.File });

    public void Save(LocalEventRow localEvent)
    {
        // Whoever is no longer in it has nothing to find.
        var before = _known.GetValueOrDefault((Tables.LocalEvents, localEvent.Meeting.ToString())) as LocalEventRow;
        foreach (var person in before?.People.Except(localEvent.People) ?? [])
            Remove(Tables.EventPeople, new EventPerson(person, localEvent.Meeting, localEvent.Start, localEvent.End));
        Save(Tables.LocalEvents, localEvent);
        foreach (var person in localEvent.People)
            Save(Tables.EventPeople, new EventPerson(person, localEvent.Meeting, localEvent.Start, localEvent.End));
    }

    private void Remove(LocalEventRow localEvent)
    {
        Remove(Tables.LocalEvents, localEvent);
        foreach (var person in localEvent.People)
            Remove(Tables.EventPeople, new EventPerson(person, localEvent.Meeting, localEvent.Start, localEvent.End));
    }

    public void Save(BusyTimesRow times) => Save(Tables.BusyTimes, times);
}
