using System.Globalization;

namespace PeerBot.Benchmarks.Fanout;

/// <param name="PerSecond">Limit of the tenant; null: none.</param>
/// <param name="Database">Null: a SQLite file that is made for the run and deleted after it.</param>
internal sealed record FanoutOptions(int Messages = 100_000, bool Kill = false, int? PerSecond = null, int Processes = 1, string? Database = null)
{
    /// <returns>Null when the arguments are none of ours.</returns>
    public static FanoutOptions? Read(string[] arguments)
    {
        var options = new FanoutOptions(Kill: arguments.Contains("--kill"));
        arguments = [.. arguments.Where(one => one != "--kill")];
        while (arguments is [var name, var value, .. var rest])
        {
            var next = (name, int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0) switch
            {
                ("--database", _) => options with { Database = value },
                ("--messages", > 0) => options with { Messages = number },
                ("--per-second", > 0) => options with { PerSecond = number },
                ("--processes", > 0) => options with { Processes = number },
                _ => null,
            };
            if (next is null)
                return null;
            (options, arguments) = (next, rest);
        }

        return arguments.Length == 0 ? options : null;
    }
}
