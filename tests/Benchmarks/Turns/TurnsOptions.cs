using System.Globalization;

namespace PeerBot.Benchmarks.Turns;

/// <param name="Database">Null: a SQLite file that is made for the run and deleted after it.</param>
/// <param name="FlushMs">What each flush of the product to the disk takes at least; null: what the disk takes.</param>
internal sealed record TurnsOptions(
    string? Database = null, int Seconds = 10, int Conversations = 1000, int Processes = 1, bool Invokes = false, double? FlushMs = null)
{
    /// <summary>Each sender needs conversations of its own.</summary>
    private const int FewestConversations = 64;

    /// <returns>Null when the arguments are none of ours.</returns>
    public static TurnsOptions? Read(string[] arguments)
    {
        var options = new TurnsOptions();
        if (arguments.Contains("--invokes"))
            (options, arguments) = (options with { Invokes = true }, [.. arguments.Where(one => one != "--invokes")]);
        while (arguments is [var name, var value, .. var rest])
        {
            var next = (name, Number(value)) switch
            {
                ("--database", _) => options with { Database = value },
                ("--seconds", { } seconds and >= 1) => options with { Seconds = seconds },
                ("--conversations", { } conversations and >= FewestConversations) => options with { Conversations = conversations },
                ("--processes", { } processes and >= 1) => options with { Processes = processes },
                ("--flush-ms", _) when double.TryParse(value, CultureInfo.InvariantCulture, out var flush) => options with { FlushMs = flush },
                _ => null,
            };
            if (next is null)
                return null;
            (options, arguments) = (next, rest);
        }

        // A SQLite file is for one process.
        return arguments.Length == 0 && (options.Processes == 1 || options.Database?.Contains("Host=", StringComparison.OrdinalIgnoreCase) == true)
            ? options
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
