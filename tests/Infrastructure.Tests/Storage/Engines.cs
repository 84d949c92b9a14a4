using System.Reflection;
using Xunit.Sdk;

namespace PeerBot.Infrastructure.Tests.Storage;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory on a SQLite file.</summary>
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Sqlite]];
}

/// <summary>Runs a theory on a PostgreSQL server, where one is named.</summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    public const string Variable = "PEERBOT_TEST_POSTGRES";

    public OnPostgresAttribute()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            Skip = $"Needs PostgreSQL: set {Variable} to a connection string with a database in which schemas may be made, " +
                "for example Host=localhost;Username=postgres;Database=postgres.";
        }
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[Engine.Postgres]];
}
