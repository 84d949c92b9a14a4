using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using PeerBot.Bot.Turns;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage;

namespace PeerBot.Bot.Delivery;

/// <summary>Carries one outbox row to where it goes, and settles the row by what became of it.</summary>
internal sealed partial class Courier(
    Database database, ChannelSender sender, ErrandRunner errands, DigestRunner digests, ChannelRoom room, SecondCopies copies, LostReach lost,
    People people, IClock clock, IOptions<DeliveryOptions> options, ILogger<Courier> logger)
{
    /// <summary>How long a row that was taken is left alone by others.</summary>
    public Duration Lease { get; } = Duration.FromTimeSpan(options.Value.Lease);

    /// <summary>What has lain for longer may have come to lie in the night.</summary>
    private static readonly Duration Fresh = Duration.FromMinutes(5);

    /// <returns>When a message that was not taken is tried again; null when the row is settled.</returns>
    public async Task<Instant?> CarryAsync(OutboxRow row, CancellationToken cancellation)
    {
        if (row.Kind != OutboxKind.Activity)
        {
            await (row.Person is not null && Hold.ComesTogether(row.Held) ? digests.RunAsync(row, Lease) : errands.RunAsync(row));
            return null;
        }

        var message = Outgoing.Read(row.Body);
        if (message.Started && row.Person is { } person && (row.Attempts > 0 || clock.GetCurrentInstant() - row.CreatedAt > Fresh)
            && await WindowAsync(person) is { } window)
        {
            await database.GiveBackAsync(row, window, row.Attempts);
            return window;
        }

        var (wait, isTaken) = await room.TakeAsync(message.To);
        if (!isTaken)
        {
            var free = clock.GetCurrentInstant() + wait;
            await database.GiveBackAsync(row, free, row.Attempts);
            return free;
        }

        if (wait > Duration.Zero)
        {
            // Not given up when the process stops: it is short, and a message that never left must not be taken for one in doubt.
            await Task.Delay(wait.ToTimeSpan(), CancellationToken.None);
        }

        // Last, so that whoever was stopped for a while, here or before, does not send what another process has taken over.
        if (!await database.StillHoldsAsync(row, Lease))
        {
            Log.TakenOver(logger, row.Id);
            return null;
        }

        CrashPoint.Pass(CrashPoint.Sending);
        var sent = await sender.SendAsync(
            Verdict.LeavesDoubt(row.Status) ? await copies.OfAsync(message, row.Person) : message, cancellation);
        return await SettleAsync(row, message, sent);
    }

    private async Task<Instant?> SettleAsync(OutboxRow row, Outgoing message, Sent sent)
    {
        switch (sent)
        {
            case Delivered:
                CrashPoint.Pass(CrashPoint.Sent);
                database.MarkSent(row.Id);
                return null;
            case OutOfReach gone:
                Log.Dropped(logger, row.Id, gone.Status, gone.Code);
                await lost.ClosedAsync(row, gone.Why);
                return null;
            case Undeliverable never:
                Log.Dropped(logger, row.Id, never.Status, never.Code);
                await EndAsync(row, message);
                return null;
        }

        var (status, next) = (StatusOf(sent), Patience.NextTry(row, sent, clock.GetCurrentInstant()));
        if (next is not { } notBefore)
        {
            Log.GivenUp(logger, row.Id, status, row.Attempts + 1);
            await EndAsync(row, message);
            return null;
        }

        // A doubt stays, whatever comes after it.
        Log.Postponed(logger, row.Id, status, row.Attempts + 1);
        await database.RetryAsync(row, notBefore, row.Attempts + 1, Verdict.LeavesDoubt(row.Status) ? row.Status!.Value : status);
        return notBefore;
    }

    /// <summary>What the bot began and cannot tell, somebody else may have to tell; an answer is asked for again by whoever wants it.</summary>
    private async Task EndAsync(OutboxRow row, Outgoing message)
    {
        if (message.Started)
        {
            await lost.MissedAsync(row, message);
        }
        else
        {
            database.MarkSent(row.Id);
        }
    }

    /// <summary>An update that had no answer is not in doubt: it may be repeated.</summary>
    private static int StatusOf(Sent sent) => sent switch
    {
        InDoubt doubt => doubt.Status,
        Refused { Status: var status } => Verdict.LeavesDoubt(status) ? NotTaken : status,
        _ => NotTaken,
    };

    private const int NotTaken = -1;

    /// <summary>A message that was not sent in the contact window of its reader must not come in the middle of the night.</summary>
    /// <returns>When the next window opens; null when it is open, or nobody knows it.</returns>
    private async Task<Instant?> WindowAsync(PersonId person)
    {
        var now = clock.GetCurrentInstant();
        return await people.ContextAsync(database.BeginTurn(now), person, now) is { } context
            && await new Hours(context.Turn, context.Programme).NextContactAsync(person) is var window && window > now
                ? window
                : null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Outbox row {Row} was not taken (status {Status}); attempt {Attempt} follows")]
        public static partial void Postponed(ILogger logger, long row, int status, int attempt);

        [LoggerMessage(2, LogLevel.Warning, "Outbox row {Row} cannot be delivered (status {Status}, code {Code})")]
        public static partial void Dropped(ILogger logger, long row, int status, string? code);

        [LoggerMessage(3, LogLevel.Warning, "Outbox row {Row} is given up (status {Status}) after {Attempts} attempts")]
        public static partial void GivenUp(ILogger logger, long row, int status, int attempts);

        [LoggerMessage(4, LogLevel.Warning, "Outbox row {Row} was taken over by another process while this one stood still")]
        public static partial void TakenOver(ILogger logger, long row);
    }
}
