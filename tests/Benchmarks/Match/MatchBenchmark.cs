using System.Text.Json;
using PeerBot.Benchmarks.Turns;
using PeerBot.Domain.Matching;
using PeerBot.Storage;

namespace PeerBot.Benchmarks.Match;

/// <summary>Whom a head may choose from, in order and with reasons, the first page of it: as the product does when profiles are asked for.</summary>
internal static class MatchBenchmark
{
    private const int Heads = 1_000;
    private const int Page = 5;

    public static async Task RunAsync(Database database, int supporters)
    {
        await Authority.FillAsync(database, new Import
        {
            Organisations = Enumerable.Range(0, Authority.Schools).Select(Authority.School),
            People = Enumerable.Range(0, supporters + Heads).Select(Authority.Head),
            Supporters = Enumerable.Range(0, supporters).Select(number => Authority.Supporter(number) with { ActiveCycles = number % 2 }),
        });
        var programme = StoresBenchmark.Reference.Programmes.Current(Authority.Programme)!;
        var (p50, p99) = await StoresBenchmark.TimeAsync(database, async (turn, number) =>
        {
            var head = await turn.Stores.PersonAsync(Authority.Id(supporters + (number % Heads)));
            var school = await turn.Stores.OrganisationAsync(head!.Organisation!.Value);
            var list = await new WhoIsFree(turn).ForAsync(head, school, programme);
            if (list.Page(0, Page).Count != Math.Min(Page, list.Count) || list.Count == 0)
                throw new InvalidOperationException("There is nobody on the list.");
        });
        Console.WriteLine(JsonSerializer.Serialize(new { supporters, p50Ms = p50, p99Ms = p99 }));
    }
}
