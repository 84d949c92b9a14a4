using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Azure.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions;
using NodaTime;
using PeerBot.Domain.Scheduling;
using Polly;
using Polly.Retry;

namespace PeerBot.Calendar;

/// <summary>
/// How Graph is called: four requests at once a mailbox, again after 429, 503, 504 and broken connections, each attempt with a request made
/// anew. What still fails leaves as <see cref="CalendarUnavailableException"/> without Graph's own words, which may name a mailbox.
/// </summary>
internal sealed partial class GraphCalls(IOptions<GraphOptions> options, TimeProvider time, GraphSign sign, ILogger<GraphCalls> logger)
{
    /// <summary>Graph's limit for one app on one mailbox.</summary>
    private const int AtOncePerMailbox = 4;

    /// <summary>So many pieces of work in a row without any answer: Graph is away, and not one mailbox slow.</summary>
    private const int Silence = 3;

    private int unanswered;
    private int asking;

    // Mailboxes share gates, so that none has to be cleared away; two at one gate wait for each other for a moment.
    private readonly SemaphoreSlim[] gates = [.. Enumerable.Range(0, 256).Select(_ => new SemaphoreSlim(AtOncePerMailbox))];
    private readonly TimeSpan longestWait = options.Value.LongestWait;
    private readonly int retries = options.Value.Retries;

    /// <param name="operation">For the log: a verb and a thing, no ids.</param>
    /// <param name="attempt">Makes its request body itself: a body that was sent is empty when sent again.</param>
    public async Task<T> RunAsync<T>(
        string mailbox, string operation, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellation)
    {
        var gate = gates[(uint)string.GetHashCode(mailbox, StringComparison.OrdinalIgnoreCase) % gates.Length];
        using var span = GraphMeasures.Begin(operation);
        var (began, outcome) = (Stopwatch.GetTimestamp(), "failed");
        try
        {
            var result = await Pipeline<T>(operation).ExecuteAsync(async token =>
            {
                await gate.WaitAsync(token);
                try
                {
                    return await attempt(token);
                }
                finally
                {
                    gate.Release();
                }
            }, cancellation);
            outcome = "ok";
            sign.Note(answered: true);
            Volatile.Write(ref unanswered, 0);
            return result;
        }
        catch (ApiException e)
        {
            outcome = IsAway(e) ? "unavailable" : "refused";
            sign.Note(answered: !IsAway(e));
            Volatile.Write(ref unanswered, 0);
            CountIfSlowedDown(operation, e);
            Log.Refused(logger, operation, e.ResponseStatusCode, e.Code(), e.RequestId());
            throw new CalendarUnavailableException(
                $"Graph answered {e.ResponseStatusCode} {e.Code()} to {operation}; request {e.RequestId()}.",
                inner: null, e.RetryAfter(time.GetUtcNow()));
        }
        catch (Exception e) when (IsNoAnswer(e, cancellation))
        {
            outcome = "unavailable";
            sign.Note(answered: false);
            Interlocked.Increment(ref unanswered);
            Log.NoAnswer(logger, operation, e.GetType().Name);
            throw new CalendarUnavailableException($"Graph gave no usable answer to {operation} ({e.GetType().Name}).");
        }
        finally
        {
            GraphMeasures.Ended(span, operation, began, outcome);
        }
    }

    /// <summary>
    /// Bounds several calls with all their tries. While Graph is silent one at a time finds out whether it still is; everybody else hears at
    /// once that it does not answer, in place of waiting for it as well.
    /// </summary>
    /// <exception cref="CalendarUnavailableException">They took longer, or it is no use to ask just now.</exception>
    public async Task<T> WithinAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        if (Volatile.Read(ref unanswered) < Silence) return await BoundedAsync(limit, work, cancellation);
        if (Interlocked.Exchange(ref asking, 1) == 1) throw new CalendarUnavailableException("Graph does not answer at present.");
        try
        {
            return await BoundedAsync(limit, work, cancellation);
        }
        finally
        {
            Volatile.Write(ref asking, 0);
        }
    }

    public Task WaitAsync(TimeSpan delay, CancellationToken cancellation) => Task.Delay(delay, time, cancellation);

    private async Task<T> BoundedAsync<T>(TimeSpan limit, Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        source.CancelAfter(limit);
        try
        {
            return await work(source.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            sign.Note(answered: false);
            Interlocked.Increment(ref unanswered);
            Log.TooLong(logger, limit);
            throw new CalendarUnavailableException($"Graph gave no usable answer within {limit}.");
        }
    }

    private ResiliencePipeline<T> Pipeline<T>(string operation)
    {
        var pipeline = new ResiliencePipelineBuilder<T> { TimeProvider = time };
        if (retries > 0)
            pipeline.AddRetry(new RetryStrategyOptions<T>
            {
                MaxRetryAttempts = retries,
                ShouldHandle = failed => ValueTask.FromResult(WorthAnotherTry(failed.Outcome.Exception, failed.Context.CancellationToken)),
                DelayGenerator = failed => ValueTask.FromResult<TimeSpan?>(Wait(failed.Outcome.Exception, failed.AttemptNumber)),
                OnRetry = retried =>
                {
                    var answer = retried.Outcome.Exception as ApiException;
                    var request = answer?.RequestId();
                    CountIfSlowedDown(operation, answer);
                    Log.Again(logger, operation, answer?.ResponseStatusCode ?? 0, retried.AttemptNumber + 1, retried.RetryDelay, request);
                    return default;
                },
            });
        return pipeline.Build();
    }

    private bool WorthAnotherTry(Exception? failure, CancellationToken cancellation) => failure switch
    {
        ApiException e => (HttpStatusCode)e.ResponseStatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout
            && (e.RetryAfter(time.GetUtcNow())?.ToTimeSpan() ?? TimeSpan.Zero) <= longestWait,
        HttpRequestException => true,
        { } e => TimedOut(e, cancellation),
        null => false,
    };

    /// <summary>What a gateway says that has no Graph behind it.</summary>
    private static bool IsAway(ApiException e) =>
        (HttpStatusCode)e.ResponseStatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static void CountIfSlowedDown(string operation, ApiException? e)
    {
        if (e?.ResponseStatusCode is (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.ServiceUnavailable)
            GraphMeasures.SlowedDown(operation, e.ResponseStatusCode);
    }

    /// <summary>What Graph asks for, else 1, 2, 4… seconds; up to a quarter more, so that calls refused together come back apart.</summary>
    private TimeSpan Wait(Exception? failure, int attempt)
    {
        var asked = (failure as ApiException)?.RetryAfter(time.GetUtcNow())?.ToTimeSpan();
        var wait = asked ?? TimeSpan.FromSeconds(1 << attempt);
        var spread = (time.GetTimestamp() & 0xFF) / 1024.0;
        return (asked is null && wait > longestWait ? longestWait : wait) * (1 + spread);
    }

    /// <summary>Nothing, no token, or JSON of a shape that the SDK cannot read: for that it throws the last two.</summary>
    private static bool IsNoAnswer(Exception e, CancellationToken cancellation) =>
        e is HttpRequestException or AuthenticationFailedException or JsonException or InvalidOperationException or FormatException
        || TimedOut(e, cancellation);

    private static bool TimedOut(Exception e, CancellationToken cancellation) =>
        e is OperationCanceledException && !cancellation.IsCancellationRequested;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information,
            Message = "Graph: {Operation} answered {Status}, retry {Retry} in {Wait}; request {RequestId}")]
        public static partial void Again(ILogger logger, string operation, int status, int retry, TimeSpan wait, string? requestId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Graph: {Operation} failed with {Status} {Code}; request {RequestId}")]
        public static partial void Refused(ILogger logger, string operation, int status, string? code, string? requestId);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Graph: given up after {Limit} without a usable answer")]
        public static partial void TooLong(ILogger logger, TimeSpan limit);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Graph: {Operation} got no usable answer: {Failure}")]
        public static partial void NoAnswer(ILogger logger, string operation, string failure);
    }
}
