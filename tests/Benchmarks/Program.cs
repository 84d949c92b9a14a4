using PeerBot.Benchmarks;
using PeerBot.Benchmarks.Fanout;
using PeerBot.Benchmarks.Definitions;
using PeerBot.Benchmarks.Groups;
using PeerBot.Benchmarks.Match;
using PeerBot.Benchmarks.Oversight;
using PeerBot.Benchmarks.Slots;
using PeerBot.Benchmarks.Turns;

const string Usage =
    """
    Usage:
      turns [--database "CONNECTION"] [--seconds N] [--conversations N] [--processes N] [--invokes] [--flush-ms N]
          Turns of a dialog against the product as a process of its own; a JSON line for 1 sender and one for 32.
          --database       SQLite file or PostgreSQL server; it must be empty or left by an earlier run. Default: a temporary SQLite file.
          --seconds        How long each of the two is measured. Default: 10.
          --conversations  How many conversations are stored before it begins. Default: 1000.
          --processes      How many processes of the product share the database, which has to be PostgreSQL's; they take turns. Default: 1.
          --invokes        The last step of each dialog is a press that is answered in its response; the lines then say invokeP99Ms too.
          --flush-ms       Each flush of the product to the disk takes at least so long. On Linux with a C compiler.
      fanout [--messages N] [--kill] [--per-second N] [--processes N] [--database "CONNECTION"]
          Messages that are due for as many people, sent by the product; a JSON line with how many a second, and how many were lost or came twice.
          --messages       Default: 100000.
          --kill           The product is killed (SIGKILL) after two fifths of them and started again. What it had just claimed stays claimed for
                           two minutes; seconds without a message are not counted as time.
          --per-second     The limit of the tenant. Default: none.
          --processes, --database   As above.
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
      definitions
          Reads and checks the shipped definitions; a JSON line with the time, the first time and from then on.
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
    case ["fanout", .. var rest] when FanoutOptions.Read(rest) is { } options:
        return await FanoutBenchmark.RunAsync(options);
    case ["definitions"]:
        return DefinitionsBenchmark.Run();
    case ["groups", "--figures"]:
        return GroupsBenchmark.RunFigures();
    case ["groups", var path, .. var rest] when GroupsOptions.Read(rest) is { } options:
        return GroupsBenchmark.Run(path, options);
    default:
        await Console.Error.WriteLineAsync(Usage);
        return 2;
}
