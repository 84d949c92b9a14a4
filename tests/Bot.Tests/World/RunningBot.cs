using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using PeerBot.Bot.Tests.Architecture;
using PeerBot.Storage;

namespace PeerBot.Bot.Tests.World;

/// <summary>The real product in this process: its own composition on a loopback port, a SQLite file of its own, the sample in it.</summary>
internal sealed class RunningBot : IDoor, IAsyncDisposable
{
    private readonly WebApplication app;

    private RunningBot(WebApplication app, Folder folder, LogBook log)
    {
        this.app = app;
        Folder = folder;
        Log = log;
        Http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(app.Urls.Single()),
            Timeout = TimeSpan.FromMinutes(1),
        };
    }

    public Folder Folder { get; }

    public LogBook Log { get; }

    public IReadOnlyList<string> Errors => Log.Errors;

    public HttpClient Http { get; }

    public T Service<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public Database Database => app.Services.GetRequiredService<Database>();

    /// <param name="folder">The place of an earlier run, to go on where it stopped; null for a fresh one, which goes with this bot.</param>
    /// <param name="replace">Puts something else in the place of a service.</param>
    public static async Task<RunningBot> StartAsync(
        Folder? folder = null, string environment = "Development", Action<IServiceCollection>? replace = null, params IEnumerable<(string Key, string? Value)> settings)
    {
        folder ??= new Folder();
        // Without a watch on the settings: one a host would soon use up what a machine has of them.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ContentRootPath = folder.Path,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.AddInMemoryCollection(
            settings.Prepend(("ConnectionStrings:PeerBot", folder.ConnectionString)).Select(one => KeyValuePair.Create(one.Item1, one.Item2)));
        builder.WebHost.UseUrls(builder.Configuration["urls"] ?? "http://127.0.0.1:0");
        var log = new LogBook();
        builder.Logging.ClearProviders().AddProvider(log).AddFilter("PeerBot", LogLevel.Trace);
        builder.AddPeerBot();
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        try
        {
            await app.UsePeerBotAsync();
            await app.StartAsync();
            return new RunningBot(app, folder, log);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Everything in the database as the product itself can read it, private bodies opened.</summary>
    public string Stored()
    {
        var opened = new StringBuilder();
        var privateText = new ProtectedText(app.Services.GetRequiredService<IDataProtectionProvider>);
        using var sqlite = new SqliteConnection($"{Folder.ConnectionString};Mode=ReadOnly;Pooling=False");
        sqlite.Open();
        foreach (var table in Column("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'").Cast<string>().ToList())
        {
            foreach (var value in Column($"SELECT * FROM \"{table}\""))
                opened.AppendLine(value is byte[] bytes ? Encoding.UTF8.GetString(privateText.Reveal(table, bytes)) : value.ToString());
        }

        return opened.ToString();

        IEnumerable<object> Column(string sql)
        {
            using var command = sqlite.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
            command.CommandText = sql;
#pragma warning restore CA2100
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                    yield return reader.GetValue(i);
            }
        }
    }

    public async Task<Answer> PostAsync(JsonNode activity, string? bearer = null)
    {
        using var body = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        if (bearer is not null)
            request.Headers.Add("Authorization", $"Bearer {bearer}");
        using var response = await Http.SendAsync(request);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Empties the database and begins again on the Saturday evening of the sample.</summary>
    public async Task BeginAgainAsync()
    {
        using var response = await Http.PostAsync("/rehearsal/reset", null);
        response.EnsureSuccessStatusCode();
    }

    public async Task<Instant> NowAsync() => Instant((await Http.GetFromJsonAsync<JsonElement>("/rehearsal/clock")).GetProperty("now").GetString()!);

    /// <summary>Lets time pass until then, beginning when nothing is under way; returns when everything that fell due has been done.</summary>
    public async Task MoveToAsync(string instant)
    {
        await SettleAsync();
        await SetClockAsync(instant);
    }

    public Task MoveToAsync(Instant instant) => MoveToAsync(InstantPattern.General.Format(instant));

    public async Task PassAsync(Duration time) => await MoveToAsync(await NowAsync() + time);

    /// <summary>Returns when nothing is due or under way any more.</summary>
    public async Task SettleAsync() => await SetClockAsync(InstantPattern.General.Format(await NowAsync()));

    /// <summary>Stops as on a kind signal.</summary>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        Folder.Dispose();
    }

    private async Task SetClockAsync(string instant)
    {
        using var response = await Http.PostAsJsonAsync("/rehearsal/clock", new { now = instant });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static Instant Instant(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}

/// <summary>Where a bot keeps its files; gone when disposed, unless it is kept for another run.</summary>
internal sealed class Folder : IDisposable
{
    public Folder()
    {
        foreach (var settings in new[] { "appsettings.json", "appsettings.Development.json" })
            File.Copy(Repository.PathOf($"Bot/{settings}"), System.IO.Path.Combine(Path, settings));
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("peerbot-running-").FullName;

    /// <summary>Where the database is; a file here unless something else is said.</summary>
    public string ConnectionString { get => field ?? $"Data Source={System.IO.Path.Combine(Path, "peerbot.db")}"; init; }

    /// <summary>The next to dispose this leaves the files where they are.</summary>
    public bool IsKept { get; set; }

    /// <summary>What a machine that loses its power now would find on its disk.</summary>
    public Folder Image()
    {
        var image = new Folder();
        foreach (var file in Directory.GetFiles(Path, "peerbot.db*"))
        {
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var to = File.Create(System.IO.Path.Combine(image.Path, System.IO.Path.GetFileName(file)));
            from.CopyTo(to);
        }

        return image;
    }

    /// <summary>Every byte of the database, whichever file it lies in.</summary>
    public byte[] DatabaseBytes()
    {
        using var all = new MemoryStream();
        foreach (var file in Directory.GetFiles(Path, "peerbot.db*"))
        {
            using var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            from.CopyTo(all);
        }

        return all.ToArray();
    }

    public void Dispose()
    {
        if (!IsKept)
            Directory.Delete(Path, recursive: true);
        IsKept = false;
    }
}
