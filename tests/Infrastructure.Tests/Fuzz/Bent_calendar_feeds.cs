using System.Text;
using NodaTime;
using PeerBot.Calendar;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Tests.Fuzz;

namespace PeerBot.Infrastructure.Tests.Fuzz;

/// <summary>A subscribed calendar, whatever titles and times are in it, stays one that a strict reader takes, with exactly its own lines.</summary>
public sealed class Bent_calendar_feeds
{
    [Fact, Trait("Category", "Fuzz"), Trait("Requirement", "U-22")]
    public void Are_read_back_as_they_were_meant()
    {
        foreach (var seed in Fuzzing.Groups(1))
        {
            var random = new Random(seed);
            var events = Enumerable.Range(0, random.Next(0, 4)).Select(_ => Event(random)).ToList();
            try
            {
                AssertStrict(CalendarFeed.Write(Odd.Text(random), events), events);
            }
            catch (Exception reason)
            {
                throw new Xunit.Sdk.XunitException($"PEERBOT_FUZZ_SEED={seed} PEERBOT_FUZZ_CASES=1 tries it again.\n{reason}");
            }
        }
    }

    private static LocalEvent Event(Random random)
    {
        var start = Instant.FromUnixTimeSeconds(random.NextInt64(0, 4_000_000_000));
        return new LocalEvent(
            new MeetingId(new Guid(random.Next(), 0, 0, new byte[8])), [new PersonId("t:a"), new PersonId("t:b")], Odd.Text(random), start,
            start + Duration.FromMinutes(random.Next(0, 600)), random.Next(0, 5), random.Chance(20), start);
    }

    private static void AssertStrict(string file, IReadOnlyList<LocalEvent> events)
    {
        Assert.EndsWith("\r\n", file, StringComparison.Ordinal);
        var lines = file[..^2].Split("\r\n");
        Assert.All(lines, line =>
        {
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line);
            Assert.DoesNotContain(line, sign => (char.IsControl(sign) && sign != '\t') || sign is '\n' or '\r');
        });
        var unfolded = file.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(unfolded, line => Assert.Matches("^[A-Z-]+(;[A-Z]+=[A-Z]+)?:", line));
        Assert.Equal(events.Count, unfolded.Count(line => line == "BEGIN:VEVENT"));
        Assert.Equal(events.Count, unfolded.Count(line => line.StartsWith("UID:", StringComparison.Ordinal)));
        Assert.Equal(events.Count, unfolded.Count(line => line.StartsWith("SUMMARY:", StringComparison.Ordinal)));
    }
}
