using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Domain.Scheduling;
using static PeerBot.Infrastructure.Tests.Calendar.People;

namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

/// <summary>What read-back makes of things that people do to meetings in Outlook, and what it costs.</summary>
[Trait("Requirement", "U-13")]
public sealed class Changes_made_in_Outlook : IAsyncLifetime
{
    private GraphCalendarFixture fixture = null!;

    private FakeGraph Graph => fixture.Graph;

    public async Task InitializeAsync() => fixture = await GraphCalendarFixture.StartAsync();

    public async Task DisposeAsync() => await fixture.DisposeAsync();

    [Fact]
    public async Task Nothing_new_costs_one_look_at_the_organisers_calendar_and_asks_for_no_titles()
    {
        var known = await BookedAsync(fixture, 6);
        var before = Graph.Requests.Count;

        Assert.Empty(await fixture.Calendar.ReadBackAsync(known, default));
        var asked = Assert.Single(Graph.Requests.Skip(before));
        Assert.StartsWith("/v1.0/users/a0000000-0000-4000-8000-000000000001/calendarView?", asked.Path, StringComparison.Ordinal);
        Assert.Contains("startDateTime=2026-12-03T15%3A30%3A00Z", asked.Path, StringComparison.Ordinal);
        Assert.Contains("endDateTime=2027-01-07T16%3A30%3A00Z", asked.Path, StringComparison.Ordinal);
        Assert.Contains("$select=id,isCancelled", Uri.UnescapeDataString(asked.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_of_many_pages_is_read_to_the_last()
    {
        Graph.PageSize = 2;
        var known = await BookedAsync(fixture, 5);
        var before = Graph.Requests.Count;

        Assert.Empty(await fixture.Calendar.ReadBackAsync(known, default));
        Assert.Equal(3, Graph.Requests.Count - before);
    }

    [Fact]
    public async Task An_event_in_the_deleted_items_that_still_answers_by_its_id_is_gone()
    {
        var known = await BookedAsync(fixture, 1);
        Graph.Events[0].Binned = true;

        Assert.IsType<EventNow.Gone>(Assert.Single(await fixture.Calendar.ReadBackAsync(known, default)).Value);
    }

    [Fact]
    public async Task An_event_that_was_cancelled_is_gone()
    {
        var known = await BookedAsync(fixture, 1);
        Graph.Events[0].Cancelled = true;

        Assert.IsType<EventNow.Gone>(Assert.Single(await fixture.Calendar.ReadBackAsync(known, default)).Value);
    }

    [Theory]
    [InlineData("declined", true)]
    [InlineData("accepted", false)]
    [InlineData("tentativelyAccepted", false)]
    [InlineData("notResponded", false)]
    [InlineData("aWordOfNextYear", false)]
    public async Task An_answer_to_the_invitation_comes_back_with_its_person(string response, bool declined)
    {
        var known = await BookedAsync(fixture, 1);
        Graph.Events[0].Responses["g.obi@brooklane.example"] = response;
        var stands = Assert.IsType<EventNow.Stands>(Assert.Single(await fixture.Calendar.ReadBackAsync(known, default)).Value);

        Assert.Equal(declined ? [Grace] : [], stands.Declined);
        Assert.Equal(Thursday, stands.Entry.Start);
    }

    [Fact]
    public async Task An_event_of_no_length_stands()
    {
        var known = await BookedAsync(fixture, 1);
        Graph.Events[0].Body["end"] = Graph.Events[0].Body["start"]!.DeepClone();

        var stands = Assert.IsType<EventNow.Stands>(Assert.Single(await fixture.Calendar.ReadBackAsync(known, default)).Value);
        Assert.Equal(stands.Entry.Start, stands.Entry.End);
    }

    [Fact]
    public async Task An_event_that_ends_before_it_starts_is_named_and_not_believed()
    {
        var known = await BookedAsync(fixture, 1);
        Graph.Events[0].Body["end"] = new JsonObject { ["dateTime"] = "2026-12-03T15:00:00", ["timeZone"] = "UTC" };

        var failure = await Assert.ThrowsAsync<CalendarUnavailableException>(() => fixture.Calendar.ReadBackAsync(known, default));
        Assert.Equal("Graph answered an event that ends before it starts.", failure.Message);
    }

    [Fact]
    public async Task Where_one_mailbox_organises_all_those_who_look_together_share_one_look()
    {
        await using var other = await GraphCalendarFixture.StartAsync(GraphCalendarFixture.OneMailbox);
        var known = await BookedAsync(other, 40);
        var before = other.Graph.Requests.Count;
        await Task.WhenAll(known.Select(one => other.Calendar.ReadBackAsync([one], default)));

        Assert.Single(other.Graph.Requests.Skip(before));

        other.Time.Set(Instant.FromUtc(2026, 11, 23, 8, 45));
        await other.Calendar.ReadBackAsync(known, default);
        Assert.Equal(2, other.Graph.Requests.Count - before);
    }

    private static async Task<List<KnownEvent>> BookedAsync(GraphCalendarFixture at, int meetings)
    {
        var known = new List<KnownEvent>();
        foreach (var number in Enumerable.Range(1, meetings))
            known.Add(Known(await at.Calendar.BookAsync(Meeting(number, Thursday + Duration.FromDays(7 * (number - 1))), default), number));
        return known;
    }
}
