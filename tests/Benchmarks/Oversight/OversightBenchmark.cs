using System.Text.Json;
using NodaTime;
using PeerBot.Benchmarks.Turns;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Benchmarks.Oversight;

/// <summary>The counts of a coordinator's home, with cycles of every standing, requests and tasks beside them.</summary>
internal static class OversightBenchmark
{
    private const int InOneTurn = 500;

    public static async Task RunAsync(Database database, int cycles)
    {
        await Authority.FillAsync(database, new Import
        {
            Organisations = Enumerable.Range(0, Authority.Schools).Select(Authority.School),
            People = Enumerable.Range(0, (2 * cycles) + 1).Select(Authority.Head),
        });
        var programme = StoresBenchmark.Reference.Programmes.Current(Authority.Programme)!;
        foreach (var some in Enumerable.Range(0, cycles).Chunk(InOneTurn))
        {
            var work = database.BeginTurn(StoresBenchmark.Now);
            foreach (var number in some)
                Put(work, number, programme);
            if (await work.CommitAsync() is not CommitOutcome.Committed)
                throw new InvalidOperationException("Somebody else writes to this database.");
        }

        var (p50, p99) = await StoresBenchmark.TimeAsync(database, async (turn, _) =>
        {
            var counts = await new OverseeProgramme(turn, programme).CountAsync();
            if (counts.Running + counts.Stalled + counts.NearLimit + counts.Reviews != cycles)
                throw new InvalidOperationException("A cycle was not counted.");
        });
        Console.WriteLine(JsonSerializer.Serialize(new { cycles, p50Ms = p50, p99Ms = p99 }));
    }

    /// <summary>One cycle; each fiftieth with a request that waits and a task.</summary>
    private static void Put(TurnWork work, int number, Programme programme)
    {
        var paired = StoresBenchmark.Now - Duration.FromDays(number % 150);
        var request = new SupportRequest(
            new RequestId(Guid.NewGuid()), $"2026-{number:00000}", programme.Key, Authority.Id(number * 2),
            number % 50 == 0 ? RequestState.Unmatched : RequestState.Matched, "workload", null, [Authority.Id((number * 2) + 1)], paired - Duration.FromDays(3));
        var cycle = new Cycle(
            new CycleId(Guid.NewGuid()), request.Id, programme.Key, request.Requester, Authority.Id((number * 2) + 1), CycleState.Active, paired,
            paired.InZone(programme.Zone).Date.PlusDays(3), new GroundRules(null, ["teams"], NotesKeptBy.Nobody, 1, []), Stalled: number % 20 == 0,
            Review: number % 25 == 1 ? new CycleReview(paired, new Dictionary<string, ReviewWish>(), WaitsForCoordinator: number % 50 == 1) : null);
        work.Save(request);
        work.Save(cycle);
        if (number % 50 == 0)
            work.Save(new CoordinatorTask(Guid.NewGuid(), programme.Id, TaskKind.Stalled, paired, request.Requester, cycle.Id.ToString()));
    }
}
