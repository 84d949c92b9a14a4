using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using PeerBot.Bot.Delivery;
using PeerBot.Bot.Tests.World;
using PeerBot.Domain.Support;
using PeerBot.Infrastructure.Tests.Calendar.Graph;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Calendar;

public sealed class Meetings_in_Microsoft_365_organised_by_a_participant() : Meetings_in_Microsoft_365("Participant");

public sealed class Meetings_in_Microsoft_365_organised_by_one_mailbox() : Meetings_in_Microsoft_365("peer-support@council.example");

/// <summary>The product against a Graph on this machine.</summary>
public abstract class Meetings_in_Microsoft_365(string organiser) : CalendarJourney
{
    private FakeGraph graph = null!;

    public override async Task InitializeAsync()
    {
        graph = await FakeGraph.StartAsync();
        graph.Mailboxes["office"] = "peer-support@council.example";
        await base.InitializeAsync();
        foreach (var name in new[] { "Amira Khan", "Grace Obi" })
            graph.Mailboxes[Teams[name].Key.Value.Split(':')[1]] = Teams[name].Email;
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var request in graph.Requests)
        {
            Assert.Contains("IdType=\"ImmutableId\"", request.Headers["Prefer"], StringComparison.Ordinal);
            await request.AssertGraphKnowsAllOfItAsync();
        }

        Assert.DoesNotContain(Bot.Log.Entries, entry => entry.Category.StartsWith("PeerBot.Calendar", StringComparison.Ordinal) && entry.Text.Contains('@', StringComparison.Ordinal));
        await graph.DisposeAsync();
    }

    [Fact]
    [Trait("Requirement", "U-12")]
    [Trait("Requirement", "A-18")]
    public async Task Graph_away_leaves_the_booking_pending_tells_both_after_three_failures_and_books_one_event_when_it_is_back()
    {
        var times = await TimesAsync();
        graph.Away = true;
        await Amira.Presses(times, "slot.pick");
        await Bot.PassAsync(Duration.FromMinutes(2));

        Assert.Equal(CalendarState.Waiting, (await MeetingAsync()).Calendar);
        Assert.Contains("BEGIN:VCALENDAR", (await Amira.Hears("Booked, calendar to follow", "PUT")).Words, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VCALENDAR", (await Grace.Hears("Booked, calendar to follow")).Words, StringComparison.Ordinal);
        Assert.Empty(graph.Events);

        // It comes back, makes the event, and loses its answer on the way.
        graph.Away = false;
        graph.Next("POST", "/events", 504, afterDoingIt: true, asPage: true);
        await Bot.PassAsync(Duration.FromHours(2));

        var one = Assert.Single(graph.Events);
        Assert.Equal((one.Id, CalendarState.Written), ((await MeetingAsync()).EventId!.Split('|')[1], (await MeetingAsync()).Calendar));
        await Grace.Hears("It is in both calendars");
        Assert.Single(graph.Requests.Where(request => request.Body?.ContainsKey("transactionId") == true).Select(request => (string)request.Body!["transactionId"]!).Distinct());
    }

    [Fact]
    [Trait("Requirement", "U-13")]
    public async Task A_meeting_deleted_in_Outlook_is_asked_about_and_put_back_as_one_event()
    {
        await BookAsync();
        graph.Events[0].Binned = true;
        await Bot.PassAsync(Duration.FromMinutes(20));

        await Grace.Hears("The meeting has gone from the calendar");
        await Amira.Presses(await Amira.HearsCard("The meeting has gone from the calendar"), "Put it back");
        await Bot.PassAsync(Duration.FromMinutes(20));
        Assert.Equal([(await MeetingAsync()).Start], await StandingAsync(Grace));

        await Bot.PassAsync(Duration.FromHours(2));
        Assert.Equal(2, graph.Events.Count);
    }

    [Fact]
    [Trait("Requirement", "U-13")]
    public async Task A_move_in_Outlook_that_fits_is_taken_over_and_one_that_does_not_is_flagged_and_left()
    {
        var booked = await BookAsync();
        var fits = booked.Start + Duration.FromMinutes(15);
        Move(graph.Events[0], fits);
        await Bot.PassAsync(Duration.FromMinutes(20));
        Assert.Equal(fits, (await MeetingAsync()).Start);
        await Amira.Hears("The meeting has moved in the calendar");
        await Grace.Hears("The meeting has moved in the calendar");

        var late = fits.InUtc().Date.At(new LocalTime(21, 0)).InUtc().ToInstant();
        Move(graph.Events[0], late);
        await Bot.PassAsync(Duration.FromMinutes(20));
        Assert.Equal((fits, late), ((await MeetingAsync()).Start, graph.Events[0].Start));
        await Amira.Hears("The meeting stands elsewhere in the calendar");
        await Grace.Hears("The meeting stands elsewhere in the calendar");
    }

    [Fact]
    [Trait("Requirement", "A-18")]
    public async Task Whoever_was_too_slow_does_not_leave_the_event_where_the_meeting_stood_before()
    {
        var booked = await BookAsync();
        var (before, after) = (booked.Start + Duration.FromMinutes(15), booked.Start + Duration.FromMinutes(30));
        await Bot.SettleAsync();
        while (await graph.Arrived.WaitAsync(TimeSpan.Zero))
        {
        }

        // One process hangs in Graph with a move…
        var hold = graph.Hold = new SemaphoreSlim(0);
        var slow = Bot.Database.BeginTurn(await Bot.NowAsync());
        slow.Save((await slow.MeetingAsync(booked.Id))! with { Start = before, Calendar = CalendarState.Pending });
        slow.Send(new Errand.WriteCalendar(booked.Id, Amira.Key, Card: null), slow.Now);
        var committed = Assert.IsType<CommitOutcome.Committed>(await slow.CommitAsync());
        Bot.Service<Dispatch>().Deliver(committed);
        await graph.Arrived.WaitAsync();

        // … while another takes it over, and then moves the meeting once more.
        var other = Bot.Database.BeginTurn(await Bot.NowAsync());
        other.Complete(Assert.Single(committed.Due));
        var moved = (await other.MeetingAsync(booked.Id))!;
        other.Save(moved with { Start = after, Sequence = moved.Sequence + 1, Calendar = CalendarState.Written });
        Assert.IsType<CommitOutcome.Committed>(await other.CommitAsync());
        Move(graph.Events[0], after);
        graph.Hold = null;
        hold.Release(100);

        await Bot.PassAsync(Duration.FromMinutes(1));
        await Bot.PassAsync(Duration.FromMinutes(20));
        Assert.Equal((after, after), (Assert.Single(graph.Events).Start, (await MeetingAsync()).Start));
    }

    [Fact]
    public async Task An_invitation_turned_down_in_Outlook_is_asked_about()
    {
        await BookAsync();
        graph.Events[0].Responses[Grace.Email] = "declined";
        await Bot.PassAsync(Duration.FromMinutes(20));

        await Grace.Hears("Your calendar says no to this meeting");
        Assert.DoesNotContain("says no", Amira.Read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_nobody_can_use_books_nothing_by_half()
    {
        var times = await TimesAsync();
        graph.NextAnswer("POST", "/events", """{"subject":"Peer support – protected time"}""");
        await Amira.Presses(times, "slot.pick");
        await Bot.PassAsync(Duration.FromSeconds(5));

        Assert.Equal((CalendarState.Pending, null), ((await MeetingAsync()).Calendar, (await MeetingAsync()).EventId));
        Assert.Contains(Bot.Log.Errors, line => line.Contains("Graph answered an event without id.", StringComparison.Ordinal));
        await Bot.PassAsync(Duration.FromMinutes(1));
        Assert.EndsWith($"|{Assert.Single(graph.Events).Id}", (await MeetingAsync()).EventId, StringComparison.Ordinal);
        Bot.Log.Clear();
    }

    private protected override IEnumerable<(string Key, string? Value)> Settings() =>
    [
        ("Calendar:Provider", "Graph"), ("Calendar:Organiser", organiser), ("Graph:BaseUrl", graph.Address.AbsoluteUri), ("Graph:Credential", "None"),
        ("Graph:Retries", "0"),
    ];

    private protected override Task<IReadOnlyList<Instant>> StandingAsync(Person person) => Task.FromResult<IReadOnlyList<Instant>>(
        [.. graph.Events.Where(e => e.InCalendar && e.Concerns(person.Email)).Select(e => e.Start).Order()]);

    private static void Move(FakeEvent moved, Instant start)
    {
        foreach (var (field, at) in new[] { ("start", start), ("end", start + Duration.FromHours(1)) })
            moved.Body[field] = new JsonObject { ["dateTime"] = LocalDateTimePattern.ExtendedIso.Format(at.InUtc().LocalDateTime), ["timeZone"] = "UTC" };
    }
}
