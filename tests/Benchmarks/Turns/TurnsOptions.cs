using System.Globalization;

namespace PeerBot.Benchmarks.Turns;

/// <param name="Database">Null: a SQLite file that is made for the run and deleted after it.</param>
internal sealed record TurnsOptions(string? Database = null, int Seconds = 10, int Conversations = 1000)
{
    /// <summary>Each sender needs conversations of its own.</summary>
    private const int FewestConversations = 64;

    /// <returns>Null when the arguments are none of ours.</returns>
    public static TurnsOptions? Read(string[] arguments)
    {
        var options = new TurnsOptions();
        while (arguments is [var name, var value, .. var rest])
        {
            var next = (name, Number(value)) switch
            {
                ("--database", _) => options with { Database = value },
                ("--seconds", { } seconds and >= 1) => options with { Seconds = seconds },
                ("--conversations", { } conversations and >= FewestConversations) => options with { Conversations = conversations },
                _ => null,
            };
            if (next is null)
                return null;
            (options, arguments) = (next, rest);
        }

        return arguments.Length == 0 ? options : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
