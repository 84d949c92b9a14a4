using PeerBot.Benchmarks;
using PeerBot.Benchmarks.Groups;
using PeerBot.Benchmarks.Match;
using PeerBot.Benchmarks.Oversight;
using PeerBot.Benchmarks.Slots;
using PeerBot.Benchmarks.Turns;

const string Usage =
    """
    Usage:
      turns [--database "CONNECTION"] [--seconds N] [--conversations N]
          Turns of a dialog against the product as a process of its own; a JSON line for 1 sender and one for 32.
          --database       SQLite file or PostgreSQL server; it must be empty or left by an earlier run. Default: a temporary SQLite file.
          --seconds        How long each of the two is measured. Default: 10.
          --conversations  How many conversations are stored before it begins. Default: 1000.
      slots CASE.json
          Looks for the slots of the case; a JSON line with them, the time of one search, and that of a bare loop which sorts, merges and cuts.
      slots --figures
          The promised figures on cases of its own: two people, eight people, and a series of twelve; a JSON line each.
      match [--supporters N] [--database "CONNECTION"]
          The first page of profiles with reasons, for one head after another; a JSON line with the time of one.
          --supporters     How many are listed. Default: 25000.
          --database       As above.
      groups INSTANCE.txt [--seconds S] [--seed N]
          Groups of people who differ the most, from a published instance (.txt or .txt.gz); a JSON line with the groups and the time.
          --seconds        How long it may look. Default: the effort that the product spends.
          --seed           Default: 1.
      groups --figures
          The promised figure: 500 people into groups of a programme; a JSON line with the time.
      oversight [--cycles N] [--database "CONNECTION"]
          The counts of a coordinator's home; a JSON line with the time of one.
          --cycles         How many are open. Default: 10000.
          --database       As above.
    """;

switch (args)
{
    case ["turns", .. var rest] when TurnsOptions.Read(rest) is { } options:
        return await TurnsBenchmark.RunAsync(options);
    case ["slots", "--figures"]:
        return SlotsBenchmark.RunFigures();
    case ["slots", var path]:
        return SlotsBenchmark.Run(path);
    case ["match", .. var rest] when StoresOptions.Read(rest, "--supporters", 25_000) is { } options:
        return await StoresBenchmark.RunAsync(options, MatchBenchmark.RunAsync);
    case ["oversight", .. var rest] when StoresOptions.Read(rest, "--cycles", 10_000) is { } options:
        return await StoresBenchmark.RunAsync(options, OversightBenchmark.RunAsync);
    case ["groups", "--figures"]:
        return GroupsBenchmark.RunFigures();
    case ["groups", var path, .. var rest] when GroupsOptions.Read(rest) is { } options:
        return GroupsBenchmark.Run(path, options);
    case ["fanout", ..]:
        await Console.Error.WriteLineAsync($"The benchmark \"{args[0]}\" does not exist yet: what it measures is not built.");
        return 2;
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
