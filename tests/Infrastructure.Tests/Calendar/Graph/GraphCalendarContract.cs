using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Infrastructure.Tests.Calendar.Graph;

public sealed class Graph_calendar_organised_by_a_participant() : GraphCalendarContract("Participant");

public sealed class Graph_calendar_organised_by_one_mailbox() : GraphCalendarContract(GraphCalendarFixture.OneMailbox);

public abstract class GraphCalendarContract(string organiser) : CalendarContract, IAsyncLifetime
{
    private GraphCalendarFixture fixture = null!;

    public override ICalendar Calendar => fixture.Calendar;

    public async Task InitializeAsync() => fixture = await GraphCalendarFixture.StartAsync(organiser);

    public async Task DisposeAsync() => await fixture.DisposeAsync();

    protected override Task<int> EventsOfAsync(PersonId person) =>
        Task.FromResult(fixture.Graph.Events.Count(e => e.InCalendar && e.Concerns(fixture.Addresses[person].Address)));

    protected override Task DeclareBusyAsync(PersonId person, Interval taken)
    {
        fixture.Graph.Busy.Add((fixture.Addresses[person].Address, taken));
        return Task.CompletedTask;
    }

    protected override void GoAway()
    {
        for (var call = 0; call < 40; call++)
            foreach (var method in new[] { "GET", "POST", "PATCH" })
                fixture.Graph.Next(method, "", 503);
    }

    protected override Task<bool> ChangeAsync(MeetingId meeting, Instant start)
    {
        var e = fixture.Graph.Events.Single(e => e.Tag?.Value == meeting.ToString());
        foreach (var (field, at) in new[] { ("start", start), ("end", start + Duration.FromHours(1)) })
            e.Body[field] = new JsonObject
            {
                ["dateTime"] = LocalDateTimePattern.ExtendedIso.Format(at.InUtc().LocalDateTime),
                ["timeZone"] = "UTC",
            };
        return Task.FromResult(true);
    }

    protected override Task RemoveAsync(MeetingId meeting)
    {
        fixture.Graph.Events.Single(e => e.Tag?.Value == meeting.ToString()).Deleted = true;
        return Task.CompletedTask;
    }
}
