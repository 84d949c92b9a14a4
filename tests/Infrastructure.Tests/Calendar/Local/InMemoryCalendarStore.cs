using NodaTime;
using PeerBot.Calendar;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Infrastructure.Tests.Calendar.Local;

internal sealed class InMemoryCalendarStore : ILocalCalendarStore
{
    private readonly Dictionary<MeetingId, LocalEvent> events = [];
    private readonly Dictionary<PersonId, BusyTimes> busy = [];

    /// <summary>Thrown by every call once set.</summary>
    public Exception? Failure { get; set; }

    public Task<LocalEvent?> FindAsync(MeetingId meeting, CancellationToken cancellation) =>
        AnswerAsync(() => events.GetValueOrDefault(meeting), cancellation);

    public Task<IReadOnlyList<LocalEvent>> EventsAsync(PersonId person, Interval window, CancellationToken cancellation) =>
        AnswerAsync<IReadOnlyList<LocalEvent>>(
            () => [.. events.Values.Where(e => e.People.Contains(person) && e.Start < window.End && e.End > window.Start)], cancellation);

    public Task PutAsync(LocalEvent localEvent, CancellationToken cancellation) =>
        AnswerAsync(() => events[localEvent.Meeting] = localEvent, cancellation);

    public Task<BusyTimes?> BusyTimesAsync(PersonId person, CancellationToken cancellation) =>
        AnswerAsync(() => busy.GetValueOrDefault(person), cancellation);

    public Task PutBusyTimesAsync(PersonId person, BusyTimes times, CancellationToken cancellation) =>
        AnswerAsync(() => busy[person] = times, cancellation);

    public Task<int?> FeedAsync(PersonId person, CancellationToken cancellation) =>
        AnswerAsync(() => busy.ContainsKey(person) ? 0 : (int?)null, cancellation);

    private async Task<T> AnswerAsync<T>(Func<T> answer, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await Task.Yield();
        return Failure is null ? answer() : throw Failure;
    }
}
