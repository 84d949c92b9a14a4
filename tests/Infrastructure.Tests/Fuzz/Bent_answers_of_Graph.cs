using System.Text.Json.Nodes;
using NodaTime;
using PeerBot.Domain.Scheduling;
using PeerBot.Infrastructure.Tests.Calendar.Graph;
using PeerBot.Tests.Fuzz;
using static PeerBot.Infrastructure.Tests.Calendar.People;

namespace PeerBot.Infrastructure.Tests.Fuzz;

/// <summary>Whatever a calendar answers, it counts as an answer or as none: nothing else is thrown, nothing hangs, and no time is made up.</summary>
public sealed class Bent_answers_of_Graph
{
    /// <summary>Each case is some requests: a twentieth of the cases come here.</summary>
    private const int Share = 20;

    private const int InOneCalendar = 25;

    private int answers;
    private int none;

    [Fact, Trait("Category", "Fuzz"), Trait("Requirement", "U-12")]
    public async Task Count_as_an_answer_or_as_none()
    {
        foreach (var group in Fuzzing.Groups(Share).Chunk(InOneCalendar))
        {
            var fixture = await GraphCalendarFixture.StartAsync();
            try
            {
                foreach (var seed in group)
                {
                    await TryAsync(fixture, seed);
                }
            }
            finally
            {
                // Bent ids lead to addresses that Graph does not have; so what was asked is not looked at as in other tests.
                await fixture.Graph.DisposeAsync();
            }
        }

        Assert.True(Fuzzing.Cases < 1_000 || (answers > 0 && none > 0), $"{answers} answers and {none} times none: the cases do not bend what matters.");
    }

    private async Task TryAsync(GraphCalendarFixture fixture, int seed)
    {
        var random = new Random(seed);
        var (graph, calendar) = (fixture.Graph, fixture.Calendar);
        try
        {
            graph.Bends = null;
            var entry = await calendar.BookAsync(Meeting(seed, Thursday + Duration.FromDays(seed % 300)), default);
            graph.Bends = body => random.Chance(85) ? Odd.Bend(random, JsonNode.Parse(body)!).ToJsonString() : Odd.Bent(random, body);
            await (random.Next(5) switch
            {
                0 => FreeBusyAsync(calendar),
                1 => EntryAsync(() => calendar.BookAsync(Meeting(seed + 1_000_000), default)),
                2 => EntryAsync(() => calendar.MoveAsync(Meeting(seed, Thursday + Duration.FromDays(2)), random.Chance(80) ? entry.EventId : "", default)),
                3 => AnsweredAsync(() => calendar.ReadBackAsync([Known(entry, seed) with { Mark = random.Chance(50) ? null : entry.Mark }], default)),
                _ => AnsweredAsync(async () =>
                {
                    await calendar.CancelAsync(Meeting(seed).Id, [Amira, Grace], random.Chance(50) ? entry.EventId : "", default);
                    return true;
                }),
            });
        }
        catch (Exception reason)
        {
            throw new Xunit.Sdk.XunitException($"PEERBOT_FUZZ_SEED={seed} PEERBOT_FUZZ_CASES={Share} tries it again.\n{reason}");
        }
    }

    private async Task FreeBusyAsync(ICalendar calendar)
    {
        var window = Day(Thursday);
        if (await AnsweredAsync(() => calendar.FreeBusyAsync([Amira, Grace, Stranger], window, default)) is { } read)
        {
            Assert.Equal(3, read.Count);
            Assert.All(read.Values.SelectMany(one => one.Busy), busy => Assert.True(busy.Start < busy.End, busy.ToString()));
        }
    }

    private async Task EntryAsync(Func<Task<CalendarEntry>> call)
    {
        if (await AnsweredAsync(call) is { } entry)
        {
            Assert.True(entry.EventId.Length > 0 && entry.Start <= entry.End, entry.ToString());
        }
    }

    private async Task<T?> AnsweredAsync<T>(Func<Task<T>> call)
    {
        try
        {
            var answer = await call().WaitAsync(TimeSpan.FromMinutes(1));
            answers++;
            return answer;
        }
        catch (CalendarUnavailableException)
        {
            none++;
            return default;
        }
    }
}
