using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage.Model;

/// <summary>The tables as EF Core sees them: for migrations. Turns read and write by statements of their own.</summary>
public abstract class StorageContext : DbContext
{
    private protected StorageContext()
    {
    }

    /// <summary>What one migration does, without a transaction of its own.</summary>
    public string ScriptOf(string before, string migration) =>
        this.GetService<IMigrator>().GenerateScript(before, migration, MigrationsSqlGenerationOptions.NoTransactions);

    /// <summary>Collation that compares bytes; null where the engine does so anyway.</summary>
    private protected abstract string? ByteOrder { get; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var table in Tables.All)
        {
            modelBuilder.SharedTypeEntity<Dictionary<string, object>>(table.Name, entity =>
            {
                entity.ToTable(table.Name);
                for (var i = 0; i < table.Columns.Count; i++)
                {
                    // In the order of the description: a long body comes last, so that what is read beside it is not behind it.
                    var column = table.Columns[i];
                    var property = entity.IndexerProperty(ClrType(column), column.Name)
                        .IsRequired(!column.Nullable).HasColumnOrder(i);
                    if (column.Kind == ColumnKind.Text && ByteOrder is not null && column.Name != AggregateTable.Body)
                        property.UseCollation(ByteOrder);
                }

                entity.HasKey([.. table.Columns.Where(c => c.Key).Select(c => c.Name)]);
                foreach (var index in table.Indexes)
                    entity.HasIndex(index.Columns).IsUnique(index.Unique).HasFilter(index.Where);
            });
        }
    }

    private static Type ClrType(Column column) => column.Kind switch
    {
        ColumnKind.Text => typeof(string),
        ColumnKind.Bytes => typeof(byte[]),
        _ => column.Nullable ? typeof(long?) : typeof(long),
    };
}

public sealed class SqliteContext : StorageContext
{
    private protected override string? ByteOrder => null;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite();
}

public sealed class PostgresContext : StorageContext
{
    private protected override string? ByteOrder => "C";

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseNpgsql();
}
