using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PeerBot.Storage.Model;

// Writes each migration's script beside it. dotnet-ef also looks in this program for the contexts.
if (args is not [var folder])
{
    Console.Error.WriteLine("Say where the migrations are: dotnet run -- ../Storage/Migrations");
    return 1;
}

Write(new SqliteContext(), "Sqlite");
Write(new PostgresContext(), "Postgres");
return 0;

void Write(StorageContext context, string engine)
{
    using (context)
    {
        var before = Migration.InitialDatabase;
        foreach (var id in context.Database.GetMigrations())
        {
            File.WriteAllText(Path.Combine(folder, engine, id + ".sql"), context.ScriptOf(before, id));
            before = id;
        }
    }
}
