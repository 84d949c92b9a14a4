using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;
using PeerBot.Bot;
using PeerBot.Storage;

namespace PeerBot.Benchmarks;

/// <summary>The database as the product opens it: private words locked with the keys that lie in it.</summary>
internal static class Protection
{
    public static async Task<Database> OpenAsync(string connection)
    {
        IDataProtectionProvider? provider = null;
        var text = new ProtectedText(() => provider!);
        var database = Database.Open(connection, new DatabaseOptions { PrivateText = text });
        var services = new ServiceCollection();
        services.AddProtection();
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new DatabaseKeys(database, TimeProvider.System.ToClock()));
        provider = services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();

        // The first key is made now: later the writer of the database would wait for itself.
        await database.MigrateAsync();
        text.Protect("first", [1]);
        return database;
    }
}
