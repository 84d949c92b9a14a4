using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PeerBot.Storage.Model;

/// <summary>Which migrations a database still needs, and their script.</summary>
/// <remarks>
/// EF Core's own <c>Migrate</c> is not used: its lock on SQLite is a row, which a process that is killed leaves behind for ever. Run
/// as one script in one transaction, a migration is there or not. And when nothing is pending, EF Core is not even started.
/// </remarks>
internal static class Migrations
{
    /// <summary>The migration to start after; "0" for an empty database, null when all are applied.</summary>
    /// <param name="applied">May name migrations of a later version: those only add.</param>
    public static string? Pending<TContext>(IReadOnlyCollection<string> applied)
        where TContext : StorageContext
    {
        var known = Known(typeof(TContext));
        var first = known.FindIndex(id => !applied.Contains(id));
        return first switch
        {
            -1 => null,
            0 => Migration.InitialDatabase,
            _ => known[first - 1],
        };
    }

    public static string Script(StorageContext context, string from) =>
        context.GetService<IMigrator>().GenerateScript(from, options: MigrationsSqlGenerationOptions.NoTransactions);

    private static List<string> Known(Type context) =>
    [
        .. typeof(Migrations).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];
}
