using System.Reflection;
using System.Text;

namespace PeerBot.Storage.Model;

/// <summary>
/// The migrations as SQL, embedded by the build: <c>Migrations/{engine}/{id}.sql</c>, written by the project Storage.Migrations.
/// </summary>
/// <remarks>
/// So EF Core is not started where the bot runs: that costs a second. Nor is its <c>Migrate</c> used: its lock on SQLite is a row, which a
/// process that is killed leaves behind for ever. In one transaction, as here, a migration is there or not. The history table is EF Core's.
/// </remarks>
internal static class MigrationScripts
{
    /// <param name="engine"><c>Sqlite</c> or <c>Postgres</c>.</param>
    /// <param name="applied">May name migrations of a later version: those only add.</param>
    /// <returns>In the order to run them in; each notes itself in the history.</returns>
    public static IReadOnlyList<string> Pending(string engine, IReadOnlyCollection<string> applied) =>
        [.. Known(engine).Where(id => !applied.Contains(id)).Select(id => Read(engine, id))];

    public static IEnumerable<string> Known(string engine)
    {
        var prefix = $"{engine}/";
        return Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => name[prefix.Length..^".sql".Length])
            .Order(StringComparer.Ordinal);
    }

    public static string Read(string engine, string id)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{engine}/{id}.sql")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
