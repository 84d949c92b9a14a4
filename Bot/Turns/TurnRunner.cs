using System.Data.Common;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using PeerBot.Bot.Delivery;
using PeerBot.Bot.Telemetry;
using PeerBot.Dialogs;
using PeerBot.Domain;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Storage;

namespace PeerBot.Bot.Turns;

/// <summary>
/// Runs one turn: reads, lets the flow decide, and commits state, domain change and outgoing messages together. When somebody else was
/// faster, or the database was away for a moment, the turn runs again from its beginning; nothing has left the process, so that does no harm.
/// </summary>
internal sealed partial class TurnRunner(
    Database database, Reference reference, ICalendar calendar, Router router, IClock clock, Dispatch dispatch, Unreached unreached,
    Instruments instruments, ILogger<TurnRunner> logger)
{
    private const int Attempts = 12;

    /// <summary>The pauses before the tries after a failure of the database: shorter in all than Teams waits for an answer.</summary>
    private static readonly TimeSpan[] Pauses = [.. new[] { 100, 300, 900, 2700 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds))];

    private readonly OneAtATime chats = new();

    /// <param name="payload">The press as JSON; null for typed words.</param>
    /// <param name="answerInResponse">A press whose answer travels in the HTTP response.</param>
    /// <returns>Null when everything to say was put into the outbox.</returns>
    /// <exception cref="TurnInDoubtException">The database is away, and nobody knows whether the turn was committed.</exception>
    public async Task<CardAnswer?> RunAsync(
        ITurnContext context, Address address, Incoming incoming, string? payload, bool answerInResponse, CancellationToken cancellation)
    {
        var person = address.Person;
        var keys = InboxKeys.Of(context.Activity, person, payload, clock.GetCurrentInstant());
        using var measured = instruments.Turn(incoming);
        using var turn = await chats.EnterAsync(address.ConversationId);
        var (failures, doubt) = (0, (DbException?)null);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var committing = false;
            CardAnswer? answer;
            CommitOutcome outcome;
            try
            {
                var work = database.BeginTurn(clock.GetCurrentInstant());
                (answer, var kept) = await StepAsync(context, work, person, address, incoming, answerInResponse, cancellation);
                foreach (var key in keys)
                {
                    work.Receive(key, kept?.ToJson());
                }

                CrashPoint.Pass(CrashPoint.Decided);
                committing = true;
                outcome = await work.CommitAsync();
            }
            catch (DbException away) when (away.IsTransient)
            {
                // A connection may break after the server has committed. The keys tell on the next try; without keys a try might do it twice.
                doubt = committing ? away : doubt;
                if (failures == Pauses.Length || (doubt is not null && keys.Count == 0))
                {
                    if (doubt is null)
                    {
                        throw;
                    }

                    throw new TurnInDoubtException(doubt);
                }

                Log.Away(logger, away, attempt);
                await Task.Delay(Pauses[failures++], cancellation);
                continue;
            }

            // Whatever the database has answered, it is known now.
            doubt = null;
            switch (outcome)
            {
                case CommitOutcome.Committed committed:
                    CrashPoint.Pass(CrashPoint.Committed);
                    dispatch.Deliver(committed);
                    await unreached.ReachedAsync(person);
                    measured.Outcome = "committed";
                    return answer;
                case CommitOutcome.Repeated repeated:
                    measured.Outcome = "repeated";
                    return repeated.Answer is { } before ? CardAnswer.Read(before) : null;
                default:
                    Log.Replayed(logger, attempt);
                    instruments.Conflict("turn");
                    break;
            }
        }

        throw new InvalidOperationException($"A turn met {Attempts} conflicts in a row.");
    }

    /// <returns>The answer in the response, and what is kept of it for a press that comes again.</returns>
    private async Task<(CardAnswer? Answer, CardAnswer? Kept)> StepAsync(
        ITurnContext context, TurnWork work, PersonId personId, Address address, Incoming incoming, bool answerInResponse,
        CancellationToken cancellation)
    {
        await work.OpenAsync(address.ConversationId, personId);
        var conversation = await work.ConversationAsync(address.ConversationId)
            ?? new Conversation(address.ConversationId, personId, address.ToJson(), StoredConversation.New.ToJson(), work.Now);
        var stored = StoredConversation.Read(conversation.State);
        var flowContext = await new People(reference, calendar).ContextAsync(work, personId, work.Now, stored.Memory.Scheme);
        if (flowContext is null)
        {
            Put(work, address, Strangers.Answer(reference), stored.Memory.AsText, null, personId);
            return answerInResponse ? (Strangers.CardAnswer, Strangers.CardAnswer) : (null, null);
        }

        var state = DialogStack.Load(stored, work.Now - conversation.SeenAt);
        context.TurnState.Set(state);
        var desk = new FlowDesk(flowContext, incoming, stored.Memory);
        await router.RouteAsync(context, desk, cancellation);

        var pressed = (incoming as Incoming.Pressed)?.Card;
        var seeBelow = flowContext.Texts.Plain("Flow.SeeBelow");
        var (answer, rest) = answerInResponse && !stored.Memory.AsText
            ? CardAnswer.Take(desk.Shows, flowContext.Texts)
            : (answerInResponse ? new CardAnswer(null, seeBelow) : null, desk.Shows);
        var memory = desk.Memory.Showing([.. desk.Shows.SelectMany(show => show.AllCards)]);
        work.Save(conversation.Told(context.Activity.Timestamp?.ToInstant()) with
        {
            Reference = address.ToJson(),
            State = new StoredConversation(DialogStack.Save(state), memory).ToJson(),
            SeenAt = work.Now,
            Lost = null,
        });
        Put(work, address, rest, memory.AsText, pressed, personId);
        return (answer, answer is null ? null : KeptAnswer.Of(answer, seeBelow));
    }

    private static void Put(TurnWork work, Address address, IEnumerable<Show> shows, bool asText, string? pressed, PersonId person)
    {
        foreach (var message in Outgoing.Of(shows, address, asText, pressed))
        {
            work.Send(message.ToJson(), person, address.ConversationId, work.Now);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2, LogLevel.Warning, "A turn met a database that was away for a moment and runs again (attempt {Attempt})")]
        public static partial void Away(ILogger logger, Exception exception, int attempt);

        [LoggerMessage(1, LogLevel.Debug, "A turn met a newer version and runs again (attempt {Attempt})")]
        public static partial void Replayed(ILogger logger, int attempt);
    }
}
