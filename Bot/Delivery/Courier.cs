using Microsoft.Extensions.Logging;
using NodaTime;
using PeerBot.Bot.Turns;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>Carries one outbox row to where it goes, and settles the row by what became of it.</summary>
internal sealed partial class Courier(
    Database database, ChannelSender sender, ErrandRunner errands, DigestRunner digests, People people, IClock clock, ILogger<Courier> logger)
{
    /// <summary>How long a row that was taken is left alone by others.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(2);

    private static readonly Duration LongestWait = Duration.FromHours(1);

    /// <returns>When a message that was not taken is tried again; null when the row is settled.</returns>
    public async Task<Instant?> CarryAsync(OutboxRow row, CancellationToken cancellation)
    {
        if (row.Kind != OutboxKind.Activity)
        {
            await (row.Person is not null && Hold.ComesTogether(row.Held) ? digests.RunAsync(row, Lease) : errands.RunAsync(row));
            return null;
        }

        var message = Outgoing.Read(row.Body);
        if (message.Started && row is { Attempts: > 0, Person: { } person } && await WindowAsync(person) is { } window)
        {
            await database.GiveBackAsync(row, window, row.Attempts);
            return window;
        }

        var sent = await sender.SendAsync(message, cancellation);
        switch (sent)
        {
            case Delivered:
                database.MarkSent(row.Id);
                break;
            case TryAgain again:
                Log.Postponed(logger, row.Id, again.Status, row.Attempts + 1);
                var notBefore = clock.GetCurrentInstant() + (again.After ?? Backoff(row.Attempts));
                await database.RetryAsync(row, notBefore, row.Attempts + 1, again.Status);
                return notBefore;
            case Undeliverable gone:
                Log.Dropped(logger, row.Id, gone.Status, gone.Code);
                database.MarkSent(row.Id);
                break;
        }

        return null;
    }

    /// <summary>A message that was not taken in the contact window of its reader must not come in the middle of the night.</summary>
    /// <returns>When the next window opens; null when it is open, or nobody knows it.</returns>
    private async Task<Instant?> WindowAsync(PersonId person)
    {
        var now = clock.GetCurrentInstant();
        return await people.ContextAsync(database.BeginTurn(now), person, now) is { } context
            && await new Hours(context.Turn, context.Programme).NextContactAsync(person) is var window && window > now
                ? window
                : null;
    }

    /// <summary>2, 4, 8 … seconds, up to an hour.</summary>
    private static Duration Backoff(int attempts)
    {
        var seconds = Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(attempts, 12) + 1));
        return Duration.FromSeconds(seconds);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Outbox row {Row} was not taken (status {Status}); attempt {Attempt} follows")]
        public static partial void Postponed(ILogger logger, long row, int status, int attempt);

        [LoggerMessage(2, LogLevel.Warning, "Outbox row {Row} cannot be delivered (status {Status}, code {Code})")]
        public static partial void Dropped(ILogger logger, long row, int status, string? code);
    }
}

/// <summary>What became of one attempt to send.</summary>
internal abstract record Sent;

internal sealed record Delivered : Sent;

/// <param name="After">As the channel asked; null to choose.</param>
internal sealed record TryAgain(int Status, Duration? After) : Sent;

internal sealed record Undeliverable(int Status, string? Code) : Sent;
