using NodaTime;
using PeerBot.Calendar;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using static PeerBot.Infrastructure.Tests.Calendar.People;

namespace PeerBot.Infrastructure.Tests.Calendar.Local;

public sealed class Local_calendar : CalendarContract, IAsyncLifetime
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 8, 30);

    private readonly InMemoryCalendarStore store = new();
    private readonly ImpatientTime time = new(Monday);

    public override ICalendar Calendar => new LocalCalendar(store, new NoFeeds(), time);

    public async Task InitializeAsync()
    {
        await store.PutBusyTimesAsync(Amira, BusyTimes.None, default);
        await store.PutBusyTimesAsync(Grace, BusyTimes.None, default);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_change_takes_the_next_number_and_its_instant_and_a_repeated_call_takes_none()
    {
        var seen = new List<(int, bool, Instant)>();
        foreach (var day in new[] { 0, 0, 1, 1 })
        {
            await Calendar.BookAsync(Meeting(start: Thursday + Duration.FromDays(day)), default);
            await SeeAsync();
        }

        await Calendar.CancelAsync(Meeting().Id, [Amira, Grace], "", default);
        await SeeAsync();
        await Calendar.CancelAsync(Meeting().Id, [Amira, Grace], "", default);
        await SeeAsync();

        Assert.Equal(
        [
            (0, false, Monday), (0, false, Monday), (1, false, Monday + Duration.FromHours(2)), (1, false, Monday + Duration.FromHours(2)),
            (2, true, Monday + Duration.FromHours(4)), (2, true, Monday + Duration.FromHours(4)),
        ], seen);

        async Task SeeAsync()
        {
            var e = await store.FindAsync(Meeting().Id, default);
            seen.Add((e!.Sequence, e.Cancelled, e.Changed));
            time.Set(Monday + Duration.FromHours(seen.Count));
        }
    }

    [Fact]
    public async Task A_conflict_in_the_database_passes_through_so_that_the_turn_is_replayed()
    {
        store.Failure = new InvalidOperationException("conflict");

        Assert.Same(store.Failure, await Assert.ThrowsAsync<InvalidOperationException>(() => Calendar.BookAsync(Meeting(), default)));
    }

    [Fact]
    public async Task A_meeting_over_teams_has_no_link_as_there_is_no_teams() =>
        Assert.Null((await Calendar.BookAsync(Meeting(mode: MeetingMode.Teams), default)).JoinUrl);

    [Fact]
    public async Task Lessons_of_the_week_and_meetings_are_taken_together()
    {
        var lessons = new WeeklyCommitment([IsoDayOfWeek.Tuesday, IsoDayOfWeek.Thursday], new(9, 30), new(12, 0), London);
        await store.PutBusyTimesAsync(Grace, new BusyTimes([], [lessons]), default);
        await Calendar.BookAsync(Meeting(), default);
        var found = await Calendar.FreeBusyAsync([Grace], Day(Thursday), default);

        Assert.Equal(
            [new Interval(Instant.FromUtc(2026, 12, 3, 9, 30), Instant.FromUtc(2026, 12, 3, 12, 0)), Hour(Thursday)], found[Grace].Busy);
    }

    protected override async Task<int> EventsOfAsync(PersonId person) =>
        (await store.EventsAsync(person, new Interval(Instant.MinValue, Instant.MaxValue), default)).Count(e => !e.Cancelled);

    protected override async Task DeclareBusyAsync(PersonId person, Interval taken)
    {
        var before = await store.BusyTimesAsync(person, default) ?? BusyTimes.None;
        await store.PutBusyTimesAsync(person, before with { Once = [.. before.Once, taken] }, default);
    }

    protected override void GoAway() => store.Failure = new CalendarUnavailableException("The store does not answer.");

    protected override Task<bool> ChangeAsync(MeetingId meeting, Instant start) => Task.FromResult(false);

    protected override Task RemoveAsync(MeetingId meeting) => Calendar.CancelAsync(meeting, [Amira, Grace], "", default);
}

/// <summary>PeerBot does not know its public address.</summary>
internal sealed class NoFeeds : IFeedAddresses
{
    public Uri? LinkFor(PersonId person, int number) => null;
}
