using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime.Text;
using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Crash;

/// <summary>The real product in a process of its own, to be killed, stopped and asked to leave.</summary>
internal sealed partial class BotProcess : IDisposable
{
    private const int LinesKept = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;
    private readonly Folder folder;

    private BotProcess(string connection, DevelopmentClock clock, string? crashAt, IEnumerable<(string Key, string? Value)> settings)
    {
        folder = new Folder();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PeerBot.Bot.dll")])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings.Concat(
        [
            ("environment", "Development"), ("urls", "http://127.0.0.1:0"), ("contentRoot", folder.Path), ("ConnectionStrings:PeerBot", connection),
            ("Rehearsal:Start", InstantPattern.General.Format(clock.Now)), ("Logging:LogLevel:Default", "Warning"),
            ("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),
        ]))
        {
            start.ArgumentList.Add($"--{key}={value}");
        }

        // None of them lives long enough for what that costs.
        start.Environment["DOTNET_TieredPGO"] = "0";
        if (crashAt is not null)
            start.Environment[CrashPoint.Variable] = crashAt;
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("PeerBot ended before it listened."));
    }

    /// <summary>Null until it listens.</summary>
    public Uri? Address => listening.Task is { IsCompletedSuccessfully: true, Result: var address } ? address : null;

    public bool IsOver => process.HasExited;

    public int ExitCode => process.ExitCode;

    public string Output => string.Join('\n', output);

    /// <param name="crashAt">Where it shall die by itself; null: nowhere.</param>
    public static BotProcess Start(string connection, DevelopmentClock clock, string? crashAt, IEnumerable<(string Key, string? Value)> settings)
    {
        var bot = new BotProcess(connection, clock, crashAt, settings);
        bot.process.Start();
        bot.process.BeginOutputReadLine();
        bot.process.BeginErrorReadLine();
        return bot;
    }

    /// <summary>Returns when it listens.</summary>
    public async Task IsReadyAsync()
    {
        try
        {
            await listening.Task.WaitAsync(Patience);
        }
        catch (Exception reason)
        {
            throw new InvalidOperationException($"{reason.Message}\n{Output}", reason);
        }
    }

    public Task EndsAsync() => process.WaitForExitAsync().WaitAsync(Patience);

    /// <summary>As <c>kill -9</c>.</summary>
    public void Kill()
    {
        if (!process.HasExited)
            process.Kill();
    }

    /// <param name="name">TERM, STOP or CONT.</param>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        output.Enqueue(line);
        if (output.Count > LinesKept)
            output.TryDequeue(out _);
        if (ListeningOn().Match(line) is { Success: true } found)
            listening.TrySetResult(new Uri(found.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://\S+?:\d+)")]
    private static partial Regex ListeningOn();
}
