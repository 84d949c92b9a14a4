using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;
using PeerBot.Bot.Tests.World;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.Privacy;

/// <summary>The keys that private words are locked with.</summary>
public sealed class Keys_in_the_database : IAsyncLifetime, IDisposable
{
    private readonly Folder folder = new();
    private Database database = null!;

    public async Task InitializeAsync()
    {
        database = Database.Open(folder.ConnectionString);
        await database.MigrateAsync();
    }

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_one_process_locks_another_opens_also_after_a_new_key()
    {
        await using var first = Process();
        var old = Text(first).Protect("PrivateNotes", "Quillfeather"u8.ToArray());
        var now = TimeProvider.System.GetUtcNow();
        first.GetRequiredService<IKeyManager>().CreateNewKey(now.AddMinutes(1), now.AddDays(90)); // within what clocks may differ by

        await using var second = Process();
        var fresh = Text(second).Protect("PrivateNotes", "Quillfeather"u8.ToArray());
        Assert.NotEqual(KeyOf(old), KeyOf(fresh));
        Assert.Equal("Quillfeather", Encoding.UTF8.GetString(Text(second).Reveal("PrivateNotes", old)));
        Assert.Equal("Quillfeather", Encoding.UTF8.GetString(Text(second).Reveal("PrivateNotes", fresh)));
    }

    [Fact]
    public async Task What_was_locked_for_one_table_or_was_changed_cannot_be_opened()
    {
        await using var process = Process();
        var locked = Text(process).Protect("PrivateNotes", "Quillfeather"u8.ToArray());

        Assert.ThrowsAny<CryptographicException>(() => Text(process).Reveal("Feedback", locked).ToArray());
        locked[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => Text(process).Reveal("PrivateNotes", locked).ToArray());
        Assert.Equal("{}", Encoding.UTF8.GetString(Text(process).Reveal("PrivateNotes", "{}"u8)));
    }

    [Fact]
    public async Task A_certificate_locks_them_and_without_it_nothing_starts()
    {
        var file = Certificate("keys.pfx");

        await using (var bot = await StartAsync(("DataProtection:Certificate", file), ("DataProtection:CertificatePassword", "secret")))
        {
            Assert.All(await bot.Database.KeysAsync(), key => Assert.Contains("EncryptedData", key, StringComparison.Ordinal));
            folder.IsKept = true;
        }

        await using (await StartAsync(("DataProtection:Certificate", file), ("DataProtection:CertificatePassword", "secret")))
        {
            folder.IsKept = true;
        }

        folder.IsKept = true;
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync());
        Assert.Contains("DataProtection:Certificate", refusal.Message, StringComparison.Ordinal);
        folder.IsKept = true;
        refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(("DataProtection:Certificate", file), ("DataProtection:CertificatePassword", "wrong")));
        Assert.Contains("DataProtection:CertificatePassword", refusal.Message, StringComparison.Ordinal);
        folder.IsKept = false;
    }

    [Fact]
    public async Task A_certificate_can_be_changed_and_what_the_old_one_locked_is_read_while_it_is_named()
    {
        var (old, fresh) = (Certificate("old.pfx"), Certificate("fresh.pfx"));
        await using var connector = await FakeConnector.StartAsync();
        Teams teams;
        Card ask;
        await using (var bot = await StartAsync(("DataProtection:Certificate", old), ("DataProtection:CertificatePassword", "secret")))
        {
            teams = await Teams.OfAsync(bot, connector);
            ask = await teams["Peter Lloyd"].IsAskedBy(teams["Amira Khan"], bot, "Quillfeather left us");
            folder.IsKept = true;
        }

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAsync(("DataProtection:Certificate", fresh), ("DataProtection:CertificatePassword", "secret")));
        Assert.Contains("DataProtection:EarlierCertificate", refusal.Message, StringComparison.Ordinal);

        folder.IsKept = true;
        await using (var bot = await StartAsync(
            ("DataProtection:Certificate", fresh), ("DataProtection:CertificatePassword", "secret"),
            ("DataProtection:EarlierCertificate", old), ("DataProtection:EarlierCertificatePassword", "secret")))
        {
            await bot.MoveToAsync(Journey.MondayMorning);
            var peter = teams.With(bot)["Peter Lloyd"];
            await peter.Presses(ask, "Yes, I will");
            Assert.True((await peter.HearsCard("You are paired with")).Says("Quillfeather left us"));
            folder.IsKept = true;
        }

        folder.IsKept = false;
    }

    private string Certificate(string name)
    {
        var file = Path.Combine(folder.Path, name);
        using var rsa = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=PeerBot keys", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12, "secret"));
        return file;
    }

    private Task<RunningBot> StartAsync(params (string, string?)[] settings) => RunningBot.StartAsync(folder, settings: settings);

    private static byte[] KeyOf(byte[] locked) => locked[5..21];

    private static ProtectedText Text(ServiceProvider process) => new(process.GetRequiredService<IDataProtectionProvider>);

    private ServiceProvider Process()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddDataProtection().SetApplicationName("PeerBot");
        services.Configure<KeyManagementOptions>(options => options.XmlRepository = new DatabaseKeys(database, TimeProvider.System.ToClock()));
        return services.BuildServiceProvider();
    }
}
