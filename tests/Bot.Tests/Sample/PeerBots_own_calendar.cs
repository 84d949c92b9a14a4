using NodaTime;
using PeerBot.Bot.Calendar;
using PeerBot.Calendar;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Bot.Tests.Sample;

public sealed class PeerBots_own_calendar : IAsyncLifetime
{
    private static readonly PersonId Amira = SampleHost.Id("Amira Khan");
    private static readonly PersonId Grace = SampleHost.Id("Grace Obi");
    private static readonly Instant Start = Instant.FromUtc(2026, 12, 3, 15, 30);
    private static readonly Interval ThatDay = new(Start - Duration.FromHours(12), Start + Duration.FromHours(12));

    private readonly SampleHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Somebody_who_is_known_and_has_declared_nothing_is_free()
    {
        await using var fresh = new FreshDatabase();
        await fresh.Database.MigrateAsync();
        await fresh.Database.ReplaceAllAsync(
            new Storage.Import { People = [new Person(Amira, "Amira Khan", "amira@example.org", null, null)] });

        Assert.Equal(BusyTimes.None, await new LocalCalendarStore(fresh.Database, host).BusyTimesAsync(Amira, default));
    }

    [Fact]
    public async Task Of_a_stranger_there_is_no_calendar() =>
        Assert.Null(await host.Store.BusyTimesAsync(PersonId.Of("tenant", "stranger"), default));

    [Fact]
    public async Task Declared_times_are_kept_as_they_are_and_in_place_of_earlier_ones()
    {
        var declared = new BusyTimes([ThatDay], SchoolWeek.Of(3, SampleHost.London).Weekly);

        await host.Store.PutBusyTimesAsync(Amira, BusyTimes.None, default);
        await host.Store.PutBusyTimesAsync(Amira, declared, default);

        var week = new Interval(Start, Start + Duration.FromDays(7));
        var found = await host.Store.BusyTimesAsync(Amira, default);
        Assert.Equal(declared.Within(week), found!.Within(week));
    }

    [Fact]
    public async Task An_event_takes_the_place_of_the_one_before()
    {
        var first = Event();
        var moved = first with { Start = Start + Duration.FromDays(7), End = first.End + Duration.FromDays(7), Sequence = 1 };

        await host.Store.PutAsync(first, default);
        await host.Store.PutAsync(moved, default);

        Assert.Equal(moved, await host.Store.FindAsync(first.Meeting, default));
        Assert.Empty(await host.Store.EventsAsync(Grace, ThatDay, default));
    }

    [Fact]
    public async Task Two_who_write_at_once_both_succeed()
    {
        var first = Event();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => host.Store.PutAsync(first with { Sequence = n }, default))));

        Assert.Equal(first.Meeting, Assert.Single(await host.Store.EventsAsync(Amira, ThatDay, default)).Meeting);
    }

    [Fact]
    public async Task An_invitation_goes_to_the_address_in_the_directory()
    {
        var mailboxes = new DirectoryMailboxes(host.Database, host);

        Assert.Equal(new Mailbox("amira.khan@example.org", "Amira Khan"), await mailboxes.FindAsync(Amira, default));
        Assert.Null(await mailboxes.FindAsync(PersonId.Of("tenant", "stranger"), default));
    }

    private static LocalEvent Event() => new(
        new MeetingId(Guid.NewGuid()), [Amira, Grace], "Peer support", Start, Start + Duration.FromHours(1), Sequence: 0, Cancelled: false,
        SampleHost.SaturdayEvening);
}
