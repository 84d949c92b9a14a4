using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Domain.Scheduling;
using static PeerBot.Infrastructure.Tests.Calendar.People;

namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

public sealed class Booking_through_Graph : IAsyncLifetime
{
    private GraphCalendarFixture fixture = null!;

    private FakeGraph Graph => fixture.Graph;

    private ICalendar Calendar => fixture.Calendar;

    public async Task InitializeAsync() => fixture = await GraphCalendarFixture.StartAsync();

    public async Task DisposeAsync() => await fixture.DisposeAsync();

    [Fact]
    public async Task The_event_is_private_busy_and_says_nothing_but_its_neutral_subject()
    {
        await Calendar.BookAsync(Meeting(), default);

        var sent = Assert.Single(Graph.Requests);
        Assert.Equal(("POST", "/v1.0/users/a0000000-0000-4000-8000-000000000001/events"), (sent.Method, sent.Path));
        var expected = JsonNode.Parse("""
            {
              "@odata.type": "#microsoft.graph.event",
              "allowNewTimeProposals": false,
              "attendees": [{
                "@odata.type": "#microsoft.graph.attendee",
                "emailAddress": {"address": "g.obi@brooklane.example", "name": "Grace Obi"},
                "type": "required"
              }],
              "start": {"dateTime": "2026-12-03T15:30:00", "timeZone": "GMT Standard Time"},
              "end": {"dateTime": "2026-12-03T16:30:00", "timeZone": "GMT Standard Time"},
              "isOnlineMeeting": true,
              "onlineMeetingProvider": "teamsForBusiness",
              "sensitivity": "private",
              "showAs": "busy",
              "singleValueExtendedProperties": [{
                "id": "String {7c1de3b5-0f6c-4f0e-9d53-52a1c3b7e8d4} Name PeerBotMeeting",
                "value": "00000001000000000102030405060708"
              }],
              "subject": "Peer support – protected time",
              "transactionId": "00000001-0000-0000-0102-030405060708"
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, sent.Body), sent.Body!.ToJsonString());
    }

    [Fact]
    public async Task Every_call_asks_for_immutable_ids_and_for_UTC()
    {
        await Calendar.BookAsync(Meeting(), default);

        Assert.Equal("IdType=\"ImmutableId\", outlook.timezone=\"UTC\"", Assert.Single(Graph.Requests).Headers["Prefer"]);
    }

    [Theory]
    [InlineData(MeetingMode.InPerson)]
    [InlineData(MeetingMode.PhoneWork)]
    public async Task A_meeting_without_Teams_is_not_made_an_online_one(MeetingMode mode)
    {
        var entry = await Calendar.BookAsync(Meeting(mode: mode), default);

        Assert.Null(entry.JoinUrl);
        var sent = Assert.Single(Graph.Requests).Body!;
        Assert.False((bool)sent["isOnlineMeeting"]!);
        Assert.False(sent.ContainsKey("onlineMeetingProvider"));
    }

    [Theory]
    [InlineData(Links.AtOnce, 1, "https://teams.example/l/11")]
    [InlineData(Links.OnSecondLook, 2, "https://teams.example/l/11")]
    [InlineData(Links.OnPatch, 3, "https://teams.example/l/11")]
    [InlineData(Links.Never, 3, null)]
    public async Task A_missing_Teams_link_is_looked_for_and_then_asked_for_once_more(object links, int calls, string? link)
    {
        Graph.TeamsLinks = (Links)links;
        var entry = await Calendar.BookAsync(Meeting(), default);

        Assert.Equal(link, entry.JoinUrl?.AbsoluteUri);
        Assert.Equal(calls, Graph.Requests.Count);
        Assert.Equal(link is null, fixture.Log.Lines.Any(l => l.Contains("no Teams link", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Duplicates.AnswerTheEvent, "POST POST")]
    [InlineData(Duplicates.BadRequestWithId, "POST POST GET")]
    [InlineData(Duplicates.BadRequest, "POST POST GET")]
    [InlineData(Duplicates.Conflict, "POST POST GET")]
    public async Task An_event_that_was_made_before_a_504_is_found_in_each_way_that_Graph_tells_it(object duplicates, string calls)
    {
        Graph.RepeatedCreate = (Duplicates)duplicates;
        Graph.Next("POST", "/events", 504, afterDoingIt: true, asPage: true);
        var entry = await Calendar.BookAsync(Meeting(), default);

        Assert.Equal(calls, string.Join(' ', Graph.Requests.Select(r => r.Method)));
        Assert.Equal($"a0000000-0000-4000-8000-000000000001|{Assert.Single(Graph.Events).Id}", entry.EventId);
        Assert.True(JsonNode.DeepEquals(Graph.Requests[0].Body, Graph.Requests[1].Body), "The second attempt sends the whole event again.");
        Assert.Equal([TimeSpan.FromSeconds(1)], fixture.Time.Waits);
    }

    [Fact]
    public async Task An_event_that_Graph_has_but_does_not_show_yet_is_not_made_a_second_time()
    {
        await Calendar.BookAsync(Meeting(), default);
        Graph.RepeatedCreate = Duplicates.BadRequest;
        Graph.Events[0].Deleted = true;

        await Assert.ThrowsAsync<CalendarUnavailableException>(() => Calendar.BookAsync(Meeting(), default));
        Assert.Single(Graph.Events);
    }

    [Fact]
    public async Task Booking_after_the_event_was_cancelled_in_Outlook_makes_a_new_one()
    {
        var first = await Calendar.BookAsync(Meeting(), default);
        Graph.Events[0].Cancelled = true;
        var second = await Calendar.BookAsync(Meeting(), default);

        Assert.NotEqual(first.EventId, second.EventId);
        Assert.Equal($"{Meeting().Id.Value:D}-{Thursday.ToUnixTimeSeconds()}", Graph.Events[1].TransactionId);
    }

    [Fact]
    [Trait("Requirement", "U-24")]
    public async Task Taking_somebody_out_sends_attendees_alone_and_keeps_whom_people_have_invited_themselves()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        Graph.Events[0].Body["attendees"]!.AsArray().Add(JsonNode.Parse("""{"type": "optional", "emailAddress": {"address": "room@oakfield.example", "name": "Room"}}"""));
        await Calendar.MoveAsync(Meeting() with { Others = [], Gone = [Grace] }, booked.EventId, default);

        var patch = Assert.Single(Graph.Requests, request => request.Method == "PATCH");
        Assert.Equal(["attendees"], patch.Body!.Select(field => field.Key).Where(key => !key.StartsWith('@')));
        Assert.Equal(["room@oakfield.example"], Graph.Events[0].Attendees.Select(address => address.ToLowerInvariant()));
    }

    [Fact]
    public async Task Moving_sends_the_time_alone()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        var moved = await Calendar.MoveAsync(Meeting(start: Thursday + Duration.FromDays(5)), booked.EventId, default);

        var sent = Graph.Requests[^1];
        Assert.Equal(
            ("PATCH", $"/v1.0/users/a0000000-0000-4000-8000-000000000001/events/{Assert.Single(Graph.Events).Id}"), (sent.Method, Uri.UnescapeDataString(sent.Path)));
        Assert.Equal(["@odata.type", "end", "start"], sent.Body!.Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.Equal(booked.JoinUrl, moved.JoinUrl);
    }

    [Fact]
    public async Task An_event_that_was_cancelled_in_Outlook_is_gone_and_moving_makes_a_new_one()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        Graph.Events[0].Cancelled = true;

        var moved = await Calendar.MoveAsync(Meeting(start: Thursday + Duration.FromDays(5)), booked.EventId, default);
        Assert.NotEqual(booked.EventId, moved.EventId);
    }

    [Fact]
    public async Task A_time_that_stands_already_is_not_sent_again_and_mails_nobody()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        var again = await Calendar.MoveAsync(Meeting(), booked.EventId, default);

        Assert.Equal(booked, again);
        Assert.DoesNotContain(Graph.Requests, r => r.Method == "PATCH");
    }

    [Fact]
    public async Task A_move_that_is_tried_twice_keeps_the_link()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        Graph.Next("PATCH", Assert.Single(Graph.Events).Id, 504, afterDoingIt: true, asPage: true);
        var moved = await Calendar.MoveAsync(Meeting(start: Thursday + Duration.FromDays(5)), booked.EventId, default);

        Assert.NotNull(moved.JoinUrl);
        Assert.Equal(booked.JoinUrl, moved.JoinUrl);
    }

    [Fact]
    public async Task What_is_lost_for_good_is_made_with_another_transaction_each_time()
    {
        for (var edition = 0; edition < 3; edition++)
        {
            await Calendar.BookAsync(Meeting() with { Edition = edition }, default);
            Graph.Events[^1].Binned = true;
        }

        var id = Meeting().Id.Value.ToString("D");
        Assert.Equal([id, $"{id}-1", $"{id}-2"], Graph.Events.Select(e => e.TransactionId));
    }

    [Fact]
    public async Task Cancelling_is_the_organisers_cancel_without_words()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        await Calendar.CancelAsync(Meeting().Id, [Amira, Grace], booked.EventId, default);

        var sent = Graph.Requests[^1];
        Assert.Equal("POST", sent.Method);
        Assert.EndsWith("/cancel", sent.Path, StringComparison.Ordinal);
        Assert.DoesNotContain(sent.Body ?? [], p => p.Value is JsonValue v && v.GetValue<string>().Length > 0 && p.Key == "comment");
    }

    [Fact]
    public async Task A_mailbox_that_Graph_does_not_find_is_not_taken_for_a_missing_event()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        Graph.Mailboxes.Remove("a0000000-0000-4000-8000-000000000001");

        await Assert.ThrowsAsync<CalendarUnavailableException>(() => Calendar.CancelAsync(Meeting().Id, [Amira, Grace], booked.EventId, default));
        await Assert.ThrowsAsync<CalendarUnavailableException>(() => Calendar.ReadBackAsync([Known(booked)], default));
    }

    [Fact]
    public async Task A_person_without_a_mailbox_is_left_out_of_the_invitation()
    {
        fixture.Addresses.Remove(Grace);
        var entry = await Calendar.BookAsync(Meeting(), default);

        Assert.Equal(Thursday, entry.Start);
        Assert.Empty(Graph.Requests[0].Body!["attendees"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task One_mailbox_for_all_invites_every_participant_and_needs_no_other()
    {
        await using var other = await GraphCalendarFixture.StartAsync(GraphCalendarFixture.OneMailbox);
        other.Graph.Forbidden.UnionWith(["a0000000-0000-4000-8000-000000000001", "a0000000-0000-4000-8000-000000000002"]);
        await other.Calendar.BookAsync(Meeting(), default);
        await other.Calendar.FreeBusyAsync([Amira, Grace], Day(Thursday), default);

        Assert.All(other.Graph.Requests, r => Assert.StartsWith("/v1.0/users/peer-support@council.example/", r.Path, StringComparison.Ordinal));
        Assert.Equal(["a.khan@oakfield.example", "g.obi@brooklane.example"], Assert.Single(other.Graph.Events).Attendees);
    }

    [Fact]
    [Trait("Requirement", "U-13")]
    public async Task An_event_is_looked_for_where_it_was_made_whoever_organises_by_now()
    {
        var booked = await Calendar.BookAsync(Meeting(), default);
        await using var restarted = await GraphCalendarFixture.StartAsync(GraphCalendarFixture.OneMailbox, ("Graph:BaseUrl", Graph.Address.AbsoluteUri));
        var calendar = restarted.Calendar;

        Assert.Empty(await calendar.ReadBackAsync([Known(booked)], default));
        var moved = await calendar.MoveAsync(Meeting(start: Thursday + Duration.FromDays(5)), booked.EventId, default);
        Assert.Equal((booked.EventId, Thursday + Duration.FromDays(5)), (moved.EventId, Assert.Single(Graph.Events).Start));
        await calendar.CancelAsync(Meeting().Id, [Amira, Grace], moved.EventId, default);
        Assert.False(Assert.Single(Graph.Events).InCalendar);

        // What is made now is made where the settings say.
        Assert.StartsWith($"{GraphCalendarFixture.OneMailbox}|", (await calendar.BookAsync(Meeting(2), default)).EventId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_out_of_PeerBots_own_calendar_is_no_news_here_and_gets_its_event_when_it_moves()
    {
        var own = new CalendarEntry(Meeting().Id.ToString(), Thursday, Thursday + Duration.FromHours(1), JoinUrl: null, Mark: "0");
        Assert.Empty(await Calendar.ReadBackAsync([Known(own)], default));
        await Calendar.CancelAsync(Meeting().Id, [Amira, Grace], own.EventId, default);

        await Calendar.MoveAsync(Meeting(), own.EventId, default);
        Assert.Single(Graph.Events);
    }

    [Fact]
    [Trait("Requirement", "U-12")]
    public async Task A_pair_across_two_tenants_is_organised_by_the_one_who_has_a_mailbox_here_and_the_other_is_invited()
    {
        await using var other = await GraphCalendarFixture.StartAsync(settings: [("Graph:TenantId", "7d1c0000-0000-4000-8000-000000000001")]);
        var usual = Meeting();
        var meeting = new CalendarMeeting(usual.Id, Stranger, [Grace], usual.Subject, usual.Start, usual.Length, usual.Zone, usual.Mode);
        var booked = await other.Calendar.BookAsync(meeting, default);
        var free = await other.Calendar.FreeBusyAsync([Stranger, Grace], Day(Thursday), default);
        await other.Calendar.CancelAsync(meeting.Id, [Stranger, Grace], booked.EventId, default);

        Assert.All(other.Graph.Requests, r => Assert.StartsWith("/v1.0/users/a0000000-0000-4000-8000-000000000002/", r.Path, StringComparison.Ordinal));
        Assert.Equal(["p.lloyd@elsewhere.example"], Assert.Single(other.Graph.Events).Attendees);
        Assert.Equal((false, true), (free[Stranger].Known, free[Grace].Known));
        Assert.False(other.Graph.Events[0].InCalendar);
    }
}
