using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PeerBot.EndToEnd.Setup;

/// <summary>The real product in a process of its own, in Development, on a free port, with an empty database.</summary>
internal sealed partial class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("peerbot-");
    private readonly ConcurrentQueue<string> output = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private ProductProcess()
    {
        process = new Process { StartInfo = HowToStart(), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) =>
            listening.TrySetException(new InvalidOperationException("PeerBot ended before it listened.\n" + Output));
    }

    public Uri Address => listening.Task.Result;

    /// <summary>What it has written to its console so far.</summary>
    public string Output => string.Join('\n', output);

    public static async Task<ProductProcess> StartAsync()
    {
        var product = new ProductProcess();
        product.process.Start();
        product.process.BeginOutputReadLine();
        product.process.BeginErrorReadLine();
        try
        {
            await product.listening.Task.WaitAsync(Patience);
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private ProcessStartInfo HowToStart()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(BuildFacts.BotDll),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            BuildFacts.BotDll,
            "--environment", "Development",
            "--urls", "http://127.0.0.1:0",
            "--ConnectionStrings:PeerBot", $"Data Source={Path.Combine(folder.FullName, "peerbot.db")}",
            "--Rehearsal:StateFile", Path.Combine(folder.FullName, "rehearsal-chats.json"),
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return start;
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        output.Enqueue(line);
        if (ListeningOn().Match(line) is { Success: true } found)
            listening.TrySetResult(new Uri(found.Groups[1].Value));
    }

    [GeneratedRegex(@"Now listening on: (http://\S+?:\d+)")]
    private static partial Regex ListeningOn();
}
