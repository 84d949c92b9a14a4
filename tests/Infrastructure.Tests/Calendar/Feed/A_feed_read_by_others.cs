using System.Diagnostics;
using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Calendar;
using PeerBot.Domain.Scheduling;
using PeerBot.Infrastructure.Tests.Calendar.Local;
using static PeerBot.Infrastructure.Tests.Calendar.People;

namespace PeerBot.Infrastructure.Tests.Calendar.Feed;

/// <summary>What an iCalendar reader that is not ours makes of the feed.</summary>
public sealed class A_feed_read_by_others
{
    private const string Subject = "Déjà vu; \"peer\", support – a\\b\nsecond line 𝄞 and on and on and on and on and on and on";

    [NodeFact]
    public async Task Every_field_comes_back_as_it_was_meant()
    {
        var cancelled = A_persons_feed.Standing with
        {
            Meeting = new MeetingId(new Guid(2, 0, 0, new byte[8])),
            Subject = Subject,
            Start = Thursday + Duration.FromDays(200),
            End = Thursday + Duration.FromDays(200) + Duration.FromMinutes(20),
            Sequence = 11,
            Cancelled = true,
        };
        var read = await ReadAsync(CalendarFeed.Write("Peer support; yours, mine", [A_persons_feed.Standing, cancelled]));

        Assert.Equal("Peer support; yours, mine", (string?)read["name"]);
        var expected = JsonNode.Parse("""
            [
              {
                "uid": "00000001-0000-0000-0102-030405060708@peerbot", "summary": "Peer support – protected time",
                "start": "2026-12-03T15:30:00Z", "end": "2026-12-03T16:30:00Z", "zone": "UTC", "sequence": 2,
                "status": "CONFIRMED", "class": "PRIVATE", "transp": "OPAQUE", "stamp": "2026-11-23T08:30:00Z"
              },
              {
                "uid": "00000002-0000-0000-0000-000000000000@peerbot", "summary": "",
                "start": "2027-06-21T15:30:00Z", "end": "2027-06-21T15:50:00Z", "zone": "UTC", "sequence": 11,
                "status": "CANCELLED", "class": "PRIVATE", "transp": "TRANSPARENT", "stamp": "2026-11-23T08:30:00Z"
              }
            ]
            """)!;
        expected[1]!["summary"] = Subject;
        Assert.True(JsonNode.DeepEquals(expected, read["events"]), read.ToJsonString());
    }

    [NodeFact]
    public async Task A_meeting_that_was_booked_moved_and_cancelled_is_one_event_of_the_last_state()
    {
        var store = new InMemoryCalendarStore();
        var calendar = new LocalCalendar(store, new NoFeeds(), new ImpatientTime(Thursday));
        foreach (var number in new[] { 1, 2 })
        {
            var booked = await calendar.BookAsync(Meeting(number), default);
            await calendar.MoveAsync(Meeting(number, Thursday + Duration.FromDays(7 * number)), booked.EventId, default);
        }

        await calendar.CancelAsync(Meeting(2).Id, [Amira, Grace], "", default);
        var feed = CalendarFeed.Write("PeerBot", await store.EventsAsync(Grace, new Interval(Thursday, Thursday + Duration.FromDays(30)), default));
        var read = (await ReadAsync(feed))["events"]!.AsArray();

        Assert.Equal(
            [("2026-12-10T15:30:00Z", "CONFIRMED", 1), ("2026-12-17T15:30:00Z", "CANCELLED", 2)],
            read.Select(e => ((string?)e!["start"], (string?)e["status"], (int)e["sequence"]!)));
    }

    [NodeFact]
    public async Task A_feed_without_meetings_is_read_as_an_empty_calendar()
    {
        var read = await ReadAsync(CalendarFeed.Write("Peer support", []));

        Assert.Empty(read["events"]!.AsArray());
    }

    [NodeFact]
    [Trait("Requirement", "U-12")]
    public async Task The_lines_that_somebody_without_an_invitation_gets_are_read_as_the_meeting()
    {
        var lines = AppointmentText.Of(Meeting().Id, Subject.ReplaceLineEndings(" ").Replace('\n', ' '), Thursday, Thursday + Duration.FromMinutes(40), Thursday);
        var read = (await ReadAsync(string.Join('\n', lines)))["events"]!.AsArray();

        var one = Assert.Single(read)!;
        Assert.Equal(
            ("00000001-0000-0000-0102-030405060708@peerbot", Subject.ReplaceLineEndings(" ").Replace('\n', ' '), "2026-12-03T15:30:00Z", "2026-12-03T16:10:00Z"),
            ((string?)one["uid"], (string?)one["summary"], (string?)one["start"], (string?)one["end"]));
    }

    private static async Task<JsonNode> ReadAsync(string feed)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(NodeFactAttribute.Folder, "read-feed.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var answer = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.WriteAsync(feed);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return JsonNode.Parse(await answer)!;
    }
}

/// <summary>A fact that needs node and the packages beside this project; without them it is skipped and says how to get them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules", "ical.js")))
            Skip = "Needs ical.js: install Node.js 20 or later and run `npm install` in tests/Infrastructure.Tests/node.";
        else if (!HasNode())
            Skip = "Needs the command `node`: install Node.js 20 or later.";
    }

    internal static string Folder { get; } = Path.Combine(Root(), "tests", "Infrastructure.Tests", "node");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PeerBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }

    private static bool HasNode() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => folder.Length > 0 && (File.Exists(Path.Combine(folder, "node")) || File.Exists(Path.Combine(folder, "node.exe"))));
}
