using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Calendar;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using static PeerBot.Infrastructure.Tests.Calendar.People;

namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

public sealed class Free_busy_through_Graph : IAsyncLifetime
{
    private GraphCalendarFixture fixture = null!;

    private FakeGraph Graph => fixture.Graph;

    public async Task InitializeAsync() => fixture = await GraphCalendarFixture.StartAsync();

    public async Task DisposeAsync() => await fixture.DisposeAsync();

    [Fact]
    public async Task Many_people_over_half_a_year_are_asked_in_parts_that_Graph_accepts()
    {
        var people = Enumerable.Range(10, 45).Select(Known).ToList();
        var window = new Interval(Thursday, Thursday + Duration.FromDays(180));
        var late = window.End - Duration.FromHours(1);
        Graph.Busy.Add((fixture.Addresses[people[44]].Address, new Interval(late, window.End)));
        var found = await fixture.Calendar.FreeBusyAsync(people, window, default);

        Assert.Equal(3 * 5, Graph.Requests.Count); // 45 people by 20, 180 days by 41
        Assert.Equal(45, found.Count);
        Assert.All(found.Values, f => Assert.True(f.Known));
        Assert.Equal([new Interval(late, window.End)], found[people[44]].Busy);
        Assert.Empty(found[people[0]].Busy);
    }

    [Fact]
    public async Task A_time_across_the_edge_of_two_parts_is_found_whole()
    {
        var edge = Thursday + Duration.FromDays(41);
        Graph.Busy.Add(("g.obi@brooklane.example", new Interval(edge - Duration.FromHours(1), edge + Duration.FromHours(1))));
        var found = await fixture.Calendar.FreeBusyAsync([Grace], new Interval(Thursday, Thursday + Duration.FromDays(60)), default);

        Assert.Equal([new Interval(edge - Duration.FromHours(1), edge), new Interval(edge, edge + Duration.FromHours(1))],
            found[Grace].Busy.OrderBy(b => b.Start));
    }

    [Fact]
    public async Task A_time_taken_in_part_takes_its_whole_quarter_of_an_hour()
    {
        Graph.Busy.Add(("g.obi@brooklane.example", new Interval(Thursday + Duration.FromMinutes(5), Thursday + Duration.FromMinutes(20))));
        var found = await fixture.Calendar.FreeBusyAsync([Grace], Day(Thursday), default);

        Assert.Equal([new Interval(Thursday, Thursday + Duration.FromMinutes(30))], found[Grace].Busy);
    }

    [Fact]
    public async Task A_mailbox_outside_the_scope_does_not_hide_the_others()
    {
        Graph.Forbidden.Add("a0000000-0000-4000-8000-000000000001");
        Graph.Busy.Add(("g.obi@brooklane.example", Hour(Thursday)));
        var found = await fixture.Calendar.FreeBusyAsync([Amira, Grace], Day(Thursday), default);

        Assert.Equal([Hour(Thursday)], found[Grace].Busy);
        Assert.Equal(2, Graph.Requests.Count);
    }

    [Fact]
    public async Task When_no_mailbox_may_be_asked_nobody_is_known_and_nothing_fails()
    {
        Graph.Forbidden.UnionWith(["a0000000-0000-4000-8000-000000000001", "a0000000-0000-4000-8000-000000000002"]);
        var found = await fixture.Calendar.FreeBusyAsync([Amira, Grace], Day(Thursday), default);

        Assert.All(found.Values, f => Assert.False(f.Known));
    }

    [Fact]
    public async Task One_mailbox_for_all_that_may_not_be_asked_shows_in_the_log()
    {
        await using var other = await GraphCalendarFixture.StartAsync(GraphCalendarFixture.OneMailbox);
        other.Graph.Forbidden.Add(GraphCalendarFixture.OneMailbox);

        Assert.False((await other.Calendar.FreeBusyAsync([Amira], Day(Thursday), default))[Amira].Known);
        Assert.Contains(other.Log.Lines, line => line.Contains("403 ErrorAccessDenied", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "U-12")]
    public async Task What_somebody_declared_counts_beside_their_calendar_and_in_place_of_one_that_cannot_be_read()
    {
        var before = Hour(Thursday - Duration.FromHours(3));
        fixture.Declared[Grace] = new BusyTimes([before], []);
        fixture.Declared[Stranger] = new BusyTimes([before], []);
        Graph.Busy.Add(("g.obi@brooklane.example", Hour(Thursday)));
        var found = await fixture.Calendar.FreeBusyAsync([Grace, Stranger], Day(Thursday), default);

        Assert.Equal([Hour(Thursday), before], found[Grace].Busy);
        Assert.Equal((false, before), (found[Stranger].Known, Assert.Single(found[Stranger].Busy)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Requirement", "U-12")]
    public async Task What_somebody_declared_counts_while_Graph_does_not_answer_too(bool hangs)
    {
        await using var away = await GraphCalendarFixture.StartAsync(settings: [("Graph:FreeBusyTimeout", "00:00:00.1")]);
        using var held = new SemaphoreSlim(0);
        (away.Graph.Away, away.Graph.Hold) = (!hangs, hangs ? held : null);
        away.Declared[Grace] = new BusyTimes([Hour(Thursday)], []);

        var found = await away.Calendar.FreeBusyAsync([Grace, Amira], Day(Thursday), default);

        held.Release(10);
        Assert.Equal((false, Hour(Thursday)), (found[Grace].Known, Assert.Single(found[Grace].Busy)));
        Assert.Equal((false, 0), (found[Amira].Known, found[Amira].Busy.Count));
    }

    [Fact]
    public async Task Why_somebody_is_not_known_is_in_the_log_without_their_address()
    {
        await fixture.Calendar.FreeBusyAsync([Amira, Stranger], Day(Thursday), default);

        Assert.Contains(fixture.Log.Lines, l => l.Contains($"no free/busy of {Stranger}: 5009", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Somebody_who_waits_for_it_in_their_chat_does_not_wait_through_every_try()
    {
        await using var slow = await GraphCalendarFixture.StartAsync(settings: [("Graph:FreeBusyTimeout", "00:00:00.1")]);
        using var held = new SemaphoreSlim(0);
        slow.Graph.Hold = held;

        var found = await slow.Calendar.FreeBusyAsync([Grace], Day(Thursday), default)
            .WaitAsync(TimeSpan.FromSeconds(20)); // less than one of Graph's own attempts may take, and not reached otherwise
        Assert.False(found[Grace].Known);
        held.Release();
        Assert.Single(slow.Graph.Requests);
        Assert.Contains(slow.Log.Lines, line => line.Contains("given up after", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_and_no_time_ask_nothing()
    {
        Assert.Empty(await fixture.Calendar.FreeBusyAsync([], Day(Thursday), default));
        Assert.True((await fixture.Calendar.FreeBusyAsync([Grace], new Interval(Thursday, Thursday), default))[Grace].Known);
        Assert.Empty(Graph.Requests);
    }

    [Theory]
    [InlineData("short")] // a cut string: its gaps would look free
    [InlineData("none")]
    public async Task A_string_that_does_not_cover_the_window_says_nothing(string what)
    {
        Graph.Availability = view => what == "short" ? view[..^1] : "";

        Assert.False((await fixture.Calendar.FreeBusyAsync([Grace], Day(Thursday), default))[Grace].Known);
    }

    [Theory]
    [InlineData("0000", "")]
    [InlineData("0100", "15-30")]
    [InlineData("2222", "0-60")]
    [InlineData("3021", "0-15 30-60")] // away; busy and tentative side by side
    [InlineData("0040", "30-45")] // a word that Graph may add counts as taken
    public void The_string_reads_as(string view, string minutes)
    {
        var busy = AvailabilityView.Read(view, Hour(Thursday), Hour(Thursday));

        Assert.Equal(minutes, string.Join(' ', busy!.Select(b => $"{(b.Start - Thursday).TotalMinutes}-{(b.End - Thursday).TotalMinutes}")));
    }

    [Theory]
    [InlineData("2026-12-03T15:30:00Z", "2026-12-03T16:30:00Z")]
    [InlineData("2026-12-03T15:31:07Z", "2026-12-03T16:22:00Z")] // widened to quarters
    [InlineData("1969-12-31T23:59:00Z", "1970-01-01T00:01:00Z")]
    [InlineData("2026-12-03T00:00:00Z", "2027-06-03T00:00:01Z")]
    public void Parts_cover_the_window_without_gap_and_none_is_42_days_long(string from, string to)
    {
        var text = NodaTime.Text.InstantPattern.ExtendedIso;
        var window = new Interval(text.Parse(from).Value, text.Parse(to).Value);
        var parts = AvailabilityView.Parts(window).ToList();

        Assert.True(parts[0].Start <= window.Start && window.Start - parts[0].Start < Duration.FromMinutes(15));
        Assert.True(parts[^1].End >= window.End && parts[^1].End - window.End < Duration.FromMinutes(15));
        Assert.All(parts.Zip(parts.Skip(1)), p => Assert.Equal(p.First.End, p.Second.Start));
        Assert.All(parts, p => Assert.True(p.Duration < Duration.FromDays(42) && p.Start.ToUnixTimeSeconds() % 900 == 0));
    }

    [Fact]
    public async Task The_question_is_in_UTC_and_names_addresses_only()
    {
        await fixture.Calendar.FreeBusyAsync([Amira, Grace], Hour(Thursday), default);

        var expected = JsonNode.Parse("""
            {
              "AvailabilityViewInterval": 15,
              "Schedules": ["a.khan@oakfield.example", "g.obi@brooklane.example"],
              "StartTime": {"dateTime": "2026-12-03T15:30:00", "timeZone": "UTC"},
              "EndTime": {"dateTime": "2026-12-03T16:30:00", "timeZone": "UTC"}
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, Graph.Requests[0].Body), Graph.Requests[0].Body!.ToJsonString());
    }

    private PersonId Known(int number)
    {
        var objectId = new Guid(number, 0, 0, [1, 0, 0, 0, 0, 0, 0, 0]).ToString();
        var person = PersonId.Of("7d1c0000-0000-4000-8000-000000000001", objectId);
        fixture.Addresses[person] = new Mailbox($"head{number}@school.example", $"Head {number}");
        Graph.Mailboxes[objectId] = $"head{number}@school.example";
        return person;
    }
}
