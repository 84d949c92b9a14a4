using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace PeerBot.Bot.Rehearsal;

/// <summary>Keeps chats and clock across a restart, because the bot's database survives one too.</summary>
internal sealed partial class RehearsalStateFile : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly string path;
    private readonly RehearsalChats chats;
    private readonly RehearsalClock clock;
    private readonly ILogger<RehearsalStateFile> logger;
    private readonly Channel<bool> changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public RehearsalStateFile(
        RehearsalChats chats, RehearsalClock clock, IOptions<RehearsalOptions> options, IHostEnvironment environment,
        ILogger<RehearsalStateFile> logger)
    {
        (this.chats, this.clock, this.logger) = (chats, clock, logger);
        path = Path.Combine(environment.ContentRootPath, options.Value.StateFile);
        chats.Changed += () => changes.Writer.TryWrite(true);
        clock.Moved += () => changes.Writer.TryWrite(true);
    }

    /// <summary>The state an earlier run has left; null when there is none or it cannot be read.</summary>
    public static RehearsalState? Read(string path)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            return JsonSerializer.Deserialize<RehearsalState>(File.ReadAllBytes(path), RehearsalJson.Options);
        }
        catch (JsonException)
        {
            // Of no more use than a missing file; the next change overwrites it.
            return null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await changes.Reader.WaitToReadAsync(stoppingToken))
            {
                // Several changes come close together; one write is enough for them.
                await Task.Delay(Pause, stoppingToken);
                changes.Reader.TryRead(out _);
                Write();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            if (changes.Reader.TryRead(out _))
                Write();
        }
    }

    private void Write()
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var bytes = JsonSerializer.SerializeToUtf8Bytes(new RehearsalState(clock.Offset, chats.Snapshot()), RehearsalJson.Options);
            File.WriteAllBytes(path + ".new", bytes);
            File.Move(path + ".new", path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Log.NotKept(logger, failure);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The rehearsal could not keep its chats; they will be lost when the product stops.")]
        public static partial void NotKept(ILogger logger, Exception failure);
    }
}

internal sealed record RehearsalState(TimeSpan ClockOffset, Dictionary<string, RehearsalChat> Chats);
