using NodaTime;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Matching;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Domain;

// What one turn reads and, at its end, writes in one commit. Finding gives null for what does not exist. Saving only notes the new
// state: the commit checks that the stored version is still the one that was read (0: not stored yet) and raises it by one.
// What was saved earlier in the same turn is found again by its id; lists show what was stored when the turn began.

public interface IPeople
{
    Task<Person?> PersonAsync(PersonId id);

    Task<Organisation?> OrganisationAsync(OrganisationId id);
}

public interface ISupporters
{
    Task<SupporterProfile?> SupporterAsync(PersonId person, string programmeId);

    /// <summary>Everyone listed for the programme, with what a shortlist needs; in no order.</summary>
    Task<IReadOnlyList<Candidate>> CandidatesAsync(string programmeId);

    Task<SupporterApplication?> ApplicationAsync(PersonId person, string programmeId);

    void Save(SupporterProfile supporter);

    void Save(SupporterApplication application);
}

public interface IRequests
{
    Task<SupportRequest?> RequestAsync(RequestId id);

    /// <summary>The person's requests that still run, latest first.</summary>
    Task<IReadOnlyList<SupportRequest>> OpenRequestsAsync(PersonId requester);

    Task<Ask?> AskAsync(AskId id);

    Task<IReadOnlyList<Ask>> AsksOfAsync(RequestId request);

    /// <summary>Asks of one programme that the supporter has not answered.</summary>
    Task<IReadOnlyList<Ask>> OpenAsksToAsync(PersonId supporter, string programmeId);

    /// <summary>The next number of a yearly series, taken when the turn commits.</summary>
    Task<int> NextNumberAsync(string series);

    void Save(SupportRequest request);

    void Save(Ask ask);
}

public interface ICycles
{
    Task<Cycle?> CycleAsync(CycleId id);

    /// <summary>Cycles that the person is part of and that are not closed, latest first.</summary>
    Task<IReadOnlyList<Cycle>> OpenCyclesAsync(PersonId person);

    Task<Meeting?> MeetingAsync(MeetingId id);

    /// <summary>All meetings of the cycle, by start.</summary>
    Task<IReadOnlyList<Meeting>> MeetingsAsync(CycleId cycle);

    void Save(Cycle cycle);

    void Save(Meeting meeting);
}

public interface IGroups
{
    Task<LearningGroup?> GroupAsync(GroupId id);

    /// <summary>Groups that the person was asked to be in, whatever came of it; latest first.</summary>
    Task<IReadOnlyList<LearningGroup>> GroupsOfAsync(PersonId person);

    /// <summary>All groups of the programme, closed ones too; latest first.</summary>
    Task<IReadOnlyList<LearningGroup>> GroupsInAsync(string programmeId);

    void Save(LearningGroup group);

    void Remove(LearningGroup group);
}

public interface IReflections
{
    Task<SelfEvaluation?> SelfEvaluationAsync(PersonId owner, CycleId cycle, Occasion occasion);

    /// <summary>Notes of one kind about one request or cycle, whoever owns them; oldest first.</summary>
    Task<IReadOnlyList<PrivateNote>> NotesAsync(NoteKind kind, string subject);

    void Save(SelfEvaluation evaluation);

    void Save(PrivateNote note);
}

public interface IFeedbackStore
{
    Task<CycleFeedback?> FeedbackAsync(CycleId cycle, PersonId from);

    /// <summary>All about one cycle, whoever it is from, and also what has no name any more; in no order.</summary>
    Task<IReadOnlyList<CycleFeedback>> FeedbackOfAsync(CycleId cycle);

    void Save(CycleFeedback feedback);
}

public interface IBusyTimes
{
    /// <summary>Single times that the person has declared as taken; half-open, in no order.</summary>
    Task<IReadOnlyList<Interval>> BusyOnceAsync(PersonId person);

    /// <summary>Keeps these in place of the single times declared before; what comes every week stays.</summary>
    Task DeclareBusyAsync(PersonId person, IReadOnlyList<Interval> once);
}

public interface IErrands
{
    /// <summary>Does the errand at its time or soon after, once the turn has committed.</summary>
    /// <param name="hold">Whose contact window it waits for and why; null where it is due by plan.</param>
    void Send(Errand errand, Instant due, Hold? hold = null);
}

/// <summary>All stores of one turn.</summary>
public interface IStores
    : IPeople, ISupporters, IRequests, ICycles, IGroups, IReflections, IFeedbackStore, IBusyTimes, IErrands, IOversight, IPersonalData, IRetention;
