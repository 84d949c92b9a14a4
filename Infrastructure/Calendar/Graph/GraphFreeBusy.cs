using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Calendar.GetSchedule;
using Microsoft.Kiota.Abstractions;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

/// <summary>Free/busy by getSchedule. Only the availability string of an answer is looked at: its items carry other titles.</summary>
internal sealed partial class GraphFreeBusy(GraphServiceClient graph, GraphCalls calls, Organisers organisers, ILogger logger)
{
    private static readonly FreeBusy Unknown = new(Known: false, []);

    public async Task<Dictionary<PersonId, FreeBusy>> ReadAsync(
        IReadOnlyCollection<(PersonId Person, Mailbox? Mailbox)> people, Interval window, CancellationToken cancellation)
    {
        var found = people.ToDictionary(p => p.Person, _ => Unknown);
        var parts = AvailabilityView.Parts(window).ToList();
        var readable = people.Where(p => p.Mailbox is not null).Select(p => (p.Person, p.Mailbox!.Address));
        foreach (var group in readable.Chunk(AvailabilityView.PeopleAtOnce))
        {
            var answers = await Task.WhenAll(parts.Select(part => ScheduleAsync(group, part, cancellation)));
            foreach (var (person, address) in group)
            {
                found[person] = Joined(address, parts.Zip(answers), window);
                if (found[person].Known) continue;
                var reason = Reason(address, answers);
                Log.NotKnown(logger, person, reason);
            }
        }

        return found;
    }

    private static FreeBusy Joined(string address, IEnumerable<(Interval Part, List<ScheduleInformation> Answer)> answers, Interval window)
    {
        var busy = new List<Interval>();
        foreach (var (part, answer) in answers)
        {
            // A person's own error comes inside a 200, and then there is no string: other tenants, groups, mistyped addresses.
            var own = answer.Find(s => string.Equals(s.ScheduleId, address, StringComparison.OrdinalIgnoreCase));
            if (own is not { Error: null, AvailabilityView: { } view } || AvailabilityView.Read(view, part, window) is not { } taken)
                return Unknown;
            busy.AddRange(taken);
        }

        return new FreeBusy(Known: true, busy);
    }

    /// <summary>For the log: Graph's own code, for its message names the address.</summary>
    private static string Reason(string address, IEnumerable<List<ScheduleInformation>> answers) =>
        answers.SelectMany(a => a).FirstOrDefault(s => string.Equals(s.ScheduleId, address, StringComparison.OrdinalIgnoreCase)) switch
        {
            null => "no answer",
            { Error: { } error } => error.ResponseCode ?? "an error without responseCode",
            _ => "an availabilityView that is missing or too short",
        };

    /// <summary>Empty when no mailbox of the group may be asked through: then nobody's times are known, and nothing else fails.</summary>
    private async Task<List<ScheduleInformation>> ScheduleAsync(
        (PersonId Person, string Address)[] group, Interval part, CancellationToken cancellation)
    {
        foreach (var mailbox in organisers.MayAskThrough(group.Select(p => p.Person)))
        {
            var answer = await calls.RunAsync(mailbox, "read free/busy", async token =>
            {
                try
                {
                    return await graph.Users[mailbox].Calendar.GetSchedule
                        .PostAsGetSchedulePostResponseAsync(Question(group, part), cancellationToken: token);
                }
                catch (ApiException e) when (organisers.AreParticipants && e.IsMailboxRefused())
                {
                    Log.NotThroughThisMailbox(logger, e.ResponseStatusCode, e.Code(), e.RequestId());
                    return null;
                }
            }, cancellation);
            if (answer is not null) return answer.Value ?? throw new GraphAnswerException("free/busy without value");
        }

        return [];
    }

    private static GetSchedulePostRequestBody Question((PersonId Person, string Address)[] group, Interval part) => new()
    {
        Schedules = [.. group.Select(p => p.Address)],
        StartTime = GraphTime.Utc(part.Start),
        EndTime = GraphTime.Utc(part.End),
        AvailabilityViewInterval = AvailabilityView.Minutes,
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Graph: no free/busy of {Person}: {Reason}")]
        public static partial void NotKnown(ILogger logger, PersonId person, string reason);

        [LoggerMessage(Level = LogLevel.Warning,
            Message = "Graph: no free/busy through a participant's mailbox ({Status} {Code}; request {RequestId}); trying the next")]
        public static partial void NotThroughThisMailbox(ILogger logger, int status, string? code, string? requestId);
    }
}
