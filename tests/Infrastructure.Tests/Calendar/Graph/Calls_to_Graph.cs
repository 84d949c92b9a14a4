using NodaTime;
using NodaTime.Extensions;
using PeerBot.Domain.Scheduling;
using static PeerBot.Infrastructure.Tests.Calendar.People;

namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

public sealed class Calls_to_Graph : IAsyncLifetime
{
    private GraphCalendarFixture fixture = null!;

    /// <summary>An event that Graph is asked for by its id.</summary>
    private static readonly KnownEvent X = Known(new CalendarEntry("x", Thursday, Thursday + Duration.FromHours(1), null));

    private FakeGraph Graph => fixture.Graph;

    public async Task InitializeAsync() => fixture = await GraphCalendarFixture.StartAsync();

    public async Task DisposeAsync() => await fixture.DisposeAsync();

    [Theory]
    [InlineData(429, "7", 7)]
    [InlineData(429, "Mon, 23 Nov 2026 08:30:09 GMT", 9)]
    [InlineData(503, "Mon, 23 Nov 2026 08:29:00 GMT", 0)] // already past
    [InlineData(429, "soon", 1)] // not understood: our own first step
    [InlineData(503, null, 1)]
    [InlineData(504, null, 1)]
    public async Task Another_try_comes_when_Graph_says(int status, string? retryAfter, int seconds)
    {
        Graph.Next("POST", "/events", status, retryAfter: retryAfter);
        await fixture.Calendar.BookAsync(Meeting(), default);

        Assert.Equal(seconds == 0 ? [] : [TimeSpan.FromSeconds(seconds)], fixture.Time.Waits);
        Assert.Equal(2, Graph.Requests.Count);
    }

    [Fact]
    public async Task Tries_are_bounded_and_come_at_growing_distances()
    {
        for (var call = 0; call < 10; call++) Graph.Next("POST", "/events", 503, "ServiceUnavailable");
        var failure = await Assert.ThrowsAsync<CalendarUnavailableException>(() => fixture.Calendar.BookAsync(Meeting(), default));

        Assert.Equal([1, 2, 4], fixture.Time.Waits.Select(w => w.TotalSeconds));
        Assert.Equal(4, Graph.Requests.Count);
        Assert.Equal("Graph answered 503 ServiceUnavailable to create event; request 8f2c.", failure.Message);
    }

    [Fact]
    public async Task A_wait_longer_than_a_conversation_bears_is_left_to_the_caller()
    {
        Graph.Next("POST", "/events", 429, retryAfter: "120");
        var failure = await Assert.ThrowsAsync<CalendarUnavailableException>(() => fixture.Calendar.BookAsync(Meeting(), default));

        Assert.Equal(Duration.FromMinutes(2), failure.RetryAfter);
        Assert.Empty(fixture.Time.Waits);
        Assert.Single(Graph.Requests);
    }

    [Theory]
    [InlineData(400, "RequestBodyRead")]
    [InlineData(401, "InvalidAuthenticationToken")]
    [InlineData(403, "ErrorAccessDenied")]
    [InlineData(500, "InternalServerError")]
    [InlineData(502, "BadGateway")]
    public async Task Other_refusals_are_not_tried_again(int status, string code)
    {
        Graph.Next("POST", "/events", status, code);
        var failure = await Assert.ThrowsAsync<CalendarUnavailableException>(() => fixture.Calendar.BookAsync(Meeting(), default));

        Assert.Single(Graph.Requests);
        Assert.Contains($"{status} {code}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Graph_says_in_words_reaches_neither_the_exception_nor_the_log()
    {
        Graph.Next("POST", "/events", 403, "ErrorAccessDenied");
        var failure = await Assert.ThrowsAsync<CalendarUnavailableException>(() => fixture.Calendar.BookAsync(Meeting(), default));

        Assert.DoesNotContain("oakfield", failure.ToString(), StringComparison.Ordinal);
        Assert.Contains(fixture.Log.Lines, l => l.Contains("403 ErrorAccessDenied; request 8f2c", StringComparison.Ordinal));
        Assert.DoesNotContain(fixture.Log.Lines, l => l.Contains("oakfield", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_page_of_a_gateway_counts_by_its_status()
    {
        Graph.Next("GET", "/events/x", 404, asPage: true);

        Assert.IsType<EventNow.Gone>((await fixture.Calendar.ReadBackAsync([X], default))[Meeting().Id]);
    }

    [Fact]
    public async Task A_page_in_place_of_an_answer_is_no_answer()
    {
        for (var call = 0; call < 4; call++) Graph.Next("GET", "/events/x", 200, asPage: true);

        await Assert.ThrowsAsync<CalendarUnavailableException>(() => fixture.Calendar.ReadBackAsync([X], default));
        Assert.Equal(1 + 4, Graph.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_again_and_then_unavailable()
    {
        await Graph.StopAsync();

        await Assert.ThrowsAsync<CalendarUnavailableException>(() => fixture.Calendar.BookAsync(Meeting(), default));
        Assert.Equal([1, 2, 4], fixture.Time.Waits.Select(w => w.TotalSeconds));
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long_is_given_up()
    {
        await using var slow = await GraphCalendarFixture.StartAsync(settings: [("Graph:Timeout", "00:00:00.1"), ("Graph:Retries", "0")]);
        using var held = new SemaphoreSlim(0);
        slow.Graph.Hold = held;

        await Assert.ThrowsAsync<CalendarUnavailableException>(() => slow.Calendar.BookAsync(Meeting(), default));
        held.Release();
    }

    [Fact]
    public async Task Work_is_given_up_with_all_its_tries_long_before_others_would_begin_with_it()
    {
        await using var slow = await GraphCalendarFixture.StartAsync(settings: [("Graph:BookingTimeout", "00:00:00.1")]);
        using var held = new SemaphoreSlim(0);
        slow.Graph.Hold = held;
        var calendar = slow.Calendar;
        foreach (var work in new Func<Task>[]
        {
            () => calendar.BookAsync(Meeting(), default), () => calendar.MoveAsync(Meeting(), "x", default),
            () => calendar.CancelAsync(Meeting().Id, [Amira, Grace], "x", default), () => calendar.ReadBackAsync([X], default),
        })
        {
            // Less than one of Graph's own attempts may take, and not reached otherwise.
            await Assert.ThrowsAsync<CalendarUnavailableException>(() => work().WaitAsync(TimeSpan.FromSeconds(20)));
        }

        held.Release(10);
    }

    [Fact]
    public async Task While_Graph_is_silent_one_finds_out_whether_it_is_and_the_others_do_not_wait_for_it()
    {
        await using var silent = await GraphCalendarFixture.StartAsync(settings: [("Graph:BookingTimeout", "00:00:01")]);
        using var held = new SemaphoreSlim(0);
        silent.Graph.Hold = held;
        Task<CalendarUnavailableException> Unavailable(int number) =>
            Assert.ThrowsAsync<CalendarUnavailableException>(() => silent.Calendar.BookAsync(Meeting(number), default));

        await Task.WhenAll(Enumerable.Range(1, 3).Select(Unavailable));
        Assert.Equal(3, silent.Graph.Requests.Count);
        await Task.WhenAll(Enumerable.Range(4, 6).Select(Unavailable));
        Assert.Equal(4, silent.Graph.Requests.Count);

        silent.Graph.Hold = null;
        held.Release(10);
        await silent.Calendar.BookAsync(Meeting(20), default);
        await Task.WhenAll(Enumerable.Range(21, 6).Select(number => silent.Calendar.BookAsync(Meeting(number), default)));
    }

    [Fact]
    public async Task What_cannot_be_read_for_one_cycle_is_not_asked_for_again_for_each_of_the_others()
    {
        await using var one = await GraphCalendarFixture.StartAsync(GraphCalendarFixture.OneMailbox);
        one.Graph.Away = true;
        for (var cycle = 0; cycle < 3; cycle++)
            await Assert.ThrowsAsync<CalendarUnavailableException>(() => one.Calendar.ReadBackAsync([X], default));
        Assert.Equal(1 + 3, one.Graph.Requests.Count); // with its tries

        one.Graph.Away = false;
        one.Time.Set(one.Time.GetUtcNow().ToInstant() + Duration.FromSeconds(31));
        Assert.IsType<EventNow.Gone>((await one.Calendar.ReadBackAsync([X], default))[Meeting().Id]);
    }

    [Fact]
    public async Task No_more_than_four_requests_are_under_way_for_one_mailbox()
    {
        using var held = new SemaphoreSlim(0);
        Graph.Hold = held;
        var calls = Enumerable.Range(1, 9).Select(n => fixture.Calendar.BookAsync(Meeting(n), default)).ToList();
        for (var arrived = 1; arrived <= 9; arrived++)
        {
            await Graph.Arrived.WaitAsync().WaitAsync(TimeSpan.FromSeconds(30)); // a bound for a broken gate, never reached otherwise
            if (arrived >= 4) held.Release();
        }

        held.Release(9);
        await Task.WhenAll(calls);

        Assert.Equal(4, Graph.MostAtOnce);
        Assert.Equal(9, Graph.Events.Count);
    }

    [Theory]
    [InlineData("""{"id":"x","end":{"dateTime":"2026-12-03T16:30:00","timeZone":"UTC"}}""", "start")]
    [InlineData("""{"id":"x","start":{"dateTime":"half past three","timeZone":"UTC"}}""", "start")]
    [InlineData("""{"id":"x","start":{"dateTime":"2026-12-03T15:30:00","timeZone":"Middle Earth Standard Time"}}""", "start")]
    [InlineData("""{"start":{"dateTime":"2026-12-03T15:30:00","timeZone":"UTC"}}""", "id")]
    public async Task An_answer_with_a_hole_names_the_hole(string answer, string field)
    {
        Graph.NextAnswer("GET", "/events/x", answer);
        var failure = await Assert.ThrowsAsync<CalendarUnavailableException>(
            () => fixture.Calendar.ReadBackAsync([X], default));

        Assert.Contains(field, failure.Message, StringComparison.Ordinal);
        Assert.Contains(fixture.Log.Lines, l => l.Contains(failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_that_is_missing_is_named_and_does_not_count_as_empty()
    {
        Graph.NextAnswer("POST", "/getSchedule", "{}");
        Assert.False((await fixture.Calendar.FreeBusyAsync([Amira], Day(Thursday), default))[Amira].Known);
        Assert.Contains(fixture.Log.Lines, line => line.Contains("Graph answered free/busy without value.", StringComparison.Ordinal));

        Graph.NextAnswer("GET", "/calendarView", "{}");
        var failure = await Assert.ThrowsAsync<CalendarUnavailableException>(() => fixture.Calendar.ReadBackAsync([X], default));
        Assert.Equal("Graph answered a calendar view without value.", failure.Message);
    }

    [Fact]
    public async Task Unknown_words_and_other_zones_in_an_answer_do_no_harm()
    {
        Graph.NextAnswer("POST", "/events", """
            {"id":"x","sensitivity":"newWord","showAs":"elsewhen","onlineMeetingProvider":"holograms","onlineMeeting":{"joinUrl":"https://teams.example/1"},
            "start":{"dateTime":"2026-12-03T15:30:00.0000000","timeZone":"GMT Standard Time"},"end":{"dateTime":"2026-12-03T16:30:00","timeZone":"Europe/London"}}
            """);
        var made = await fixture.Calendar.BookAsync(Meeting(), default);

        Assert.Equal(new CalendarEntry("x", Thursday, Thursday + Duration.FromHours(1), new Uri("https://teams.example/1")), made);
    }

    [Theory]
    [InlineData("""{"id":"x","start":{"dateT""")]
    [InlineData("""{"id":"x","showAs":7}""")]
    [InlineData("""{"id":["x"],"start":"then"}""")]
    [InlineData("null")]
    public async Task An_answer_that_is_cut_off_or_of_another_shape_is_no_answer(string answer)
    {
        Graph.NextAnswer("GET", "/events/x", answer);

        await Assert.ThrowsAsync<CalendarUnavailableException>(() => fixture.Calendar.ReadBackAsync([X], default));
    }
}
