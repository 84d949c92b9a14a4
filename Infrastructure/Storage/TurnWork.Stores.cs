using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;
using PeerBot.Storage.Rows;

namespace PeerBot.Storage;

public sealed partial class TurnWork
{
    public Task<Person?> PersonAsync(PersonId id) => FindAsync(Tables.People, id.Value);

    public Task<Organisation?> OrganisationAsync(OrganisationId id) => FindAsync(Tables.Organisations, id.ToString());

    public Task<SupporterProfile?> SupporterAsync(PersonId person, string programmeId) =>
        FindAsync(Tables.Supporters, programmeId, person.Value);

    public Task<IReadOnlyList<Candidate>> CandidatesAsync(string programmeId) => _rosters.OfAsync(programmeId);

    public Task<SupportRequest?> RequestAsync(RequestId id) => FindAsync(Tables.Requests, id.ToString());

    public Task<IReadOnlyList<SupportRequest>> OpenRequestsAsync(PersonId requester) =>
        ListAsync(Queries.OpenRequests, requester.Value);

    public Task<Ask?> AskAsync(AskId id) => FindAsync(Tables.Asks, id.ToString());

    public Task<IReadOnlyList<Ask>> AsksOfAsync(RequestId request) => ListAsync(Queries.AsksOf, request.ToString());

    public Task<IReadOnlyList<Ask>> OpenAsksToAsync(PersonId supporter, string programmeId) =>
        ListAsync(Queries.OpenAsksTo, supporter.Value, programmeId);

    public async Task<int> NextNumberAsync(string series)
    {
        var counter = await FindAsync(Tables.Counters, series).ConfigureAwait(false) ?? new Counter(series, 0);
        var next = counter with { Last = counter.Last + 1 };
        Save(Tables.Counters, next);
        return next.Last;
    }

    public Task<Cycle?> CycleAsync(CycleId id) => FindAsync(Tables.Cycles, id.ToString());

    public async Task<IReadOnlyList<Cycle>> OpenCyclesAsync(PersonId person) =>
        [.. (await ListAsync(Queries.OpenCycles, person.Value).ConfigureAwait(false)).Where(c => c.Has(person)).OrderByDescending(c => c.PairedAt)];

    public Task<LearningGroup?> GroupAsync(GroupId id) => FindAsync(Tables.Groups, id.ToString());

    public async Task<IReadOnlyList<LearningGroup>> GroupsOfAsync(PersonId person) =>
        [.. (await ListAsync(Queries.GroupsOf, person.Value).ConfigureAwait(false)).Where(g => g.Member(person) is not null).OrderByDescending(g => g.FormedAt)];

    public async Task<IReadOnlyList<LearningGroup>> GroupsInAsync(string programmeId) =>
        [.. (await ListAsync(Queries.GroupsIn, programmeId).ConfigureAwait(false)).OrderByDescending(g => g.FormedAt)];

    public Task<Meeting?> MeetingAsync(MeetingId id) => FindAsync(Tables.Meetings, id.ToString());

    public Task<IReadOnlyList<Meeting>> MeetingsAsync(CycleId cycle) => ListAsync(Queries.Meetings, cycle.ToString());

    public Task<SelfEvaluation?> SelfEvaluationAsync(PersonId owner, CycleId cycle, Occasion occasion) =>
        FindAsync(Tables.SelfEvaluations, cycle.ToString(), owner.Value, occasion.ToString());

    public Task<IReadOnlyList<PrivateNote>> NotesAsync(NoteKind kind, string subject) =>
        ListAsync(Queries.Notes, subject, kind.ToString());

    public Task<CycleFeedback?> FeedbackAsync(CycleId cycle, PersonId from) =>
        FindAsync(Tables.Feedback, cycle.ToString(), from.Value);

    public Task<IReadOnlyList<CycleFeedback>> FeedbackOfAsync(CycleId cycle) => ListAsync(Queries.FeedbackOf, cycle.ToString());

    public Task<Conversation?> ConversationAsync(string id) => FindAsync(Tables.Conversations, id);

    /// <summary>The open conversation in which the person was last heard; null when they never spoke to the bot, or have shut it out.</summary>
    public async Task<Conversation?> ConversationOfAsync(PersonId person) =>
        (await ListAsync(Queries.ConversationsOf, person.Value).ConfigureAwait(false)).Where(c => c.Lost is null).MaxBy(c => c.SeenAt);

    public void Save(Person person) => Save(Tables.People, person);

    public void Save(Organisation organisation) => Save(Tables.Organisations, organisation);

    public void Save(SupporterProfile supporter) => Save(Tables.Supporters, supporter);

    public void Save(SupportRequest request) => Save(Tables.Requests, request);

    public void Save(Ask ask) => Save(Tables.Asks, ask);

    public void Save(Cycle cycle) => Save(Tables.Cycles, cycle);

    public void Save(LearningGroup group)
    {
        Save(Tables.Groups, group);
        foreach (var member in group.Members)
            Save(Tables.Memberships, new Membership(member.Person, group.Id));
    }

    public void Save(Meeting meeting) => Save(Tables.Meetings, meeting);

    public void Save(SelfEvaluation evaluation) => Save(Tables.SelfEvaluations, evaluation);

    public void Save(PrivateNote note) => Save(Tables.PrivateNotes, note);

    public void Save(CycleFeedback feedback) => Save(Tables.Feedback, feedback);

    public void Save(Conversation conversation) => Save(Tables.Conversations, conversation);
}
