using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace PeerBot.Benchmarks;

/// <summary>The real product in a process of its own, in Development without an app id, so that it takes activities without a token.</summary>
internal sealed partial class Product : IAsyncDisposable
{
    private const int LinesKept = 40;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private Product(string connection, string folder, Dictionary<string, string> surroundings)
    {
        process = new Process { StartInfo = HowToStart(connection, folder, surroundings), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("PeerBot ended before it listened."));
    }

    public Uri Messages => new(listening.Task.Result, "/api/messages");

    /// <summary>From the start of the process to the first 200 of <c>/health/ready</c>.</summary>
    public TimeSpan StartToReady { get; private set; }

    /// <summary>Time on a processor so far, all threads together.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public double ResidentMiB
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / (1024.0 * 1024);
        }
    }

    /// <param name="folder">Where it may leave files.</param>
    /// <param name="surroundings">Variables of its environment beside ours.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message ends with what it said last.</exception>
    public static async Task<Product> StartAsync(
        string connection, string folder, Dictionary<string, string> surroundings, CancellationToken stop)
    {
        var product = new Product(connection, folder, surroundings);
        var began = Stopwatch.GetTimestamp();
        product.process.Start();
        product.process.BeginOutputReadLine();
        product.process.BeginErrorReadLine();
        try
        {
            await product.BecomesReadyAsync(stop).WaitAsync(Patience, stop);
            product.StartToReady = Stopwatch.GetElapsedTime(began);
            return product;
        }
        catch (Exception reason)
        {
            await product.DisposeAsync();
            if (stop.IsCancellationRequested)
                throw;
            throw new InvalidOperationException($"{reason.Message}\n{string.Join('\n', product.output)}", reason);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static ProcessStartInfo HowToStart(string connection, string folder, Dictionary<string, string> surroundings)
    {
        var program = typeof(Product).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "BotDll").Value!;
        foreach (var settings in Directory.EnumerateFiles(Path.GetDirectoryName(program)!, "appsettings*.json"))
            File.Copy(settings, Path.Combine(folder, Path.GetFileName(settings)), overwrite: true);
        var start = new ProcessStartInfo(
            "dotnet",
            [program, "--environment", "Development", "--urls", "http://127.0.0.1:0", "--ConnectionStrings:PeerBot", connection])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in surroundings)
            start.Environment[name] = value;
        return start;
    }

    private async Task BecomesReadyAsync(CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = await listening.Task, Timeout = Patience };
        while (!(await http.GetAsync("/health/ready", stop)).IsSuccessStatusCode)
            await Task.Delay(TimeSpan.FromMilliseconds(5), stop);
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
