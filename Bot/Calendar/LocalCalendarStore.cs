using NodaTime;
using PeerBot.Calendar;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Storage;

namespace PeerBot.Bot.Calendar;

/// <summary>PeerBot's own calendar in its database. Each call is a transaction of its own, as calls to any other calendar are.</summary>
internal sealed class LocalCalendarStore(Database database, IClock clock) : ILocalCalendarStore, IDeclaredTimes
{
    public async Task<LocalEvent?> FindAsync(MeetingId meeting, CancellationToken cancellation) =>
        (await Begin().EventAsync(meeting))?.ToEvent();

    public async Task<IReadOnlyList<LocalEvent>> EventsAsync(PersonId person, Interval window, CancellationToken cancellation) =>
        [.. (await Begin().EventsAsync(person, window)).Select(row => row.ToEvent())];

    public Task PutAsync(LocalEvent localEvent, CancellationToken cancellation) => SaveAsync(
        async work => work.Save(LocalRows.Of(localEvent, (await work.EventAsync(localEvent.Meeting))?.Version ?? 0)), cancellation);

    public async Task<BusyTimes?> BusyTimesAsync(PersonId person, CancellationToken cancellation)
    {
        var work = Begin();
        if (await work.BusyTimesAsync(person) is { } declared)
            return declared.ToTimes();
        return await work.PersonAsync(person) is null ? null : BusyTimes.None;
    }

    public async Task<BusyTimes> OfAsync(PersonId person, CancellationToken cancellation) =>
        await BusyTimesAsync(person, cancellation) ?? BusyTimes.None;

    public Task PutBusyTimesAsync(PersonId person, BusyTimes times, CancellationToken cancellation) => SaveAsync(
        async work => work.Save(LocalRows.Of(person, times, await work.BusyTimesAsync(person))), cancellation);

    public async Task<int?> FeedAsync(PersonId person, CancellationToken cancellation)
    {
        var work = Begin();
        return await work.PersonAsync(person) is { GoneSince: null } ? (await work.AddressesAsync(person)).Feed : null;
    }

    private TurnWork Begin() => database.BeginTurn(clock.GetCurrentInstant());

    /// <summary>Who comes second reads what the first has written and writes over it.</summary>
    private async Task SaveAsync(Func<TurnWork, Task> save, CancellationToken cancellation)
    {
        CommitOutcome outcome;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var work = Begin();
            await save(work);
            outcome = await work.CommitAsync();
        }
        while (outcome is CommitOutcome.Conflict);
    }
}
