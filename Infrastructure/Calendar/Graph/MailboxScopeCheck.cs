using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

/// <summary>
/// Looks once at the start whether the app's rights are as they were meant: one mailbox that it may read answers, one that it must not read
/// refuses. Says so in the log and never stops the start: changes of scope take up to two hours to arrive.
/// </summary>
internal sealed partial class MailboxScopeCheck(
    GraphConnection connection, GraphCalls calls, IOptions<GraphOptions> graph, IOptions<CalendarOptions> calendar, ILogger<MailboxScopeCheck> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var organiser = calendar.Value.Organiser == CalendarOptions.Participant ? null : calendar.Value.Organiser;
        if ((graph.Value.MailboxInScope ?? organiser) is { Length: > 0 } inside) await CheckAsync(inside, isInside: true, stoppingToken);
        if (graph.Value.MailboxOutOfScope is { Length: > 0 } outside) await CheckAsync(outside, isInside: false, stoppingToken);
        else Log.NotChecked(logger);
    }

    private async Task CheckAsync(string mailbox, bool isInside, CancellationToken cancellation)
    {
        try
        {
            var status = await calls.RunAsync(mailbox, "check mailbox scope", token => StatusAsync(mailbox, token), cancellation);
            switch (isInside, status)
            {
                case (true, 200) or (false, 403):
                    Log.AsMeant(logger, isInside, status);
                    break;
                case (true, _):
                    Log.CannotRead(logger, status);
                    break;
                case (false, 200):
                    Log.CanReadTooMuch(logger);
                    break;
                default:
                    Log.Unclear(logger, status);
                    break;
            }
        }
        catch (CalendarUnavailableException unavailable)
        {
            Log.NoAnswer(logger, unavailable.Message);
        }
    }

    /// <summary>What Graph says about the mailbox's calendar, of which nothing but its id is asked for; what is worth a retry is thrown.</summary>
    private async Task<int> StatusAsync(string mailbox, CancellationToken cancellation)
    {
        try
        {
            await connection.Client.Users[mailbox].Calendar.GetAsync(r => r.QueryParameters.Select = ["id"], cancellation);
            return 200;
        }
        catch (ApiException e) when (e.ResponseStatusCode is 401 or 403 or 404)
        {
            return e.ResponseStatusCode;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Graph: mailbox scope as meant (in scope: {Inside}, status {Status})")]
        public static partial void AsMeant(ILogger logger, bool inside, int status);

        [LoggerMessage(Level = LogLevel.Error, Message = "Graph: the mailbox of Graph:MailboxInScope or Calendar:Organiser cannot be read "
            + "(status {Status}); meetings will stay pending. See docs/operating.md, Calendars through Microsoft Graph")]
        public static partial void CannotRead(ILogger logger, int status);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Graph: the mailbox of Graph:MailboxOutOfScope can be read, so the app may read "
            + "more calendars than the scheme needs. Take away the consent to Calendars.ReadWrite in Entra; see docs/operating.md")]
        public static partial void CanReadTooMuch(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Graph: the mailbox of Graph:MailboxOutOfScope answered {Status} where 403 was "
            + "expected; choose a mailbox that exists and lies outside the scope")]
        public static partial void Unclear(ILogger logger, int status);

        [LoggerMessage(Level = LogLevel.Information, Message = "Graph: Graph:MailboxOutOfScope is not set, so it is not checked that other mailboxes are refused")]
        public static partial void NotChecked(ILogger logger);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Graph: the mailbox scope could not be checked. {Why}")]
        public static partial void NoAnswer(ILogger logger, string why);
    }
}
