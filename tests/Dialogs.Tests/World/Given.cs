using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Tests.World;

/// <summary>Things as they stand after earlier steps, for tests that begin in the middle.</summary>
internal static class Given
{
    public static SupportRequest Request(
        Person requester, RequestState state = RequestState.Asking, string madeAt = "2026-11-21T19:05", params IReadOnlyList<Person> preferences) => new(
        new RequestId(Guid.NewGuid()), "2026-014", Authority.Programme.Key, requester.Id, state, "workload", null,
        [.. preferences.Select(person => person.Id)], SchoolTime.At(madeAt));

    public static Ask Ask(
        SupportRequest request, Person supporter, AskState state = AskState.Sent, string notBefore = "2026-11-23T08:30", string respondBy = "2026-11-30T17:30") =>
        new(
            new AskId(Guid.NewGuid()), request.Id, request.Programme, request.Requester, supporter.Id, state,
            SchoolTime.At(notBefore), SchoolTime.At(respondBy));

    /// <summary>Two who have agreed how they work and how they meet.</summary>
    public static Cycle Cycle(
        Person requester, Person supporter, MeetingMode mode = MeetingMode.Teams, int minutes = 60, string pairedAt = "2026-11-24T10:00",
        RequestId? request = null)
    {
        PersonId[] both = [requester.Id, supporter.Id];
        var at = SchoolTime.At(pairedAt);
        return new Cycle(
            new CycleId(Guid.NewGuid()), request ?? new RequestId(Guid.NewGuid()), Authority.Programme.Key, requester.Id, supporter.Id,
            CycleState.Active, at, at.InZone(SchoolTime.London).Date.PlusDays(3),
            new GroundRules(Place: null, ["teams", "work-email"], NotesKeptBy.Nobody, Revision: 1, both, AgreedOn: at.InZone(SchoolTime.London).Date),
            new CadenceAgreement(new CadencePattern.ChosenDates([]), minutes, mode, Approach: null, requester.Id, both, [], Revision: 1));
    }

    public static Meeting Meeting(
        Cycle cycle, string start, MeetingState state = MeetingState.Booked, MeetingMode mode = MeetingMode.Teams, bool initial = false) =>
        new(
            new MeetingId(Guid.NewGuid()), cycle.Id, cycle.Requester, [cycle.Supporter], SchoolTime.At(start), 60, mode, initial, state,
            Calendar: CalendarState.Written, EventId: "event");

    /// <summary>Meetings held a week apart, the first one initial.</summary>
    public static IEnumerable<Meeting> Held(Cycle cycle, MeetingMode mode, string first, int count)
    {
        var start = SchoolTime.Local(first);
        return Enumerable.Range(0, count).Select(week => Meeting(cycle, SchoolTime.Written(start.PlusWeeks(week).InZoneLeniently(SchoolTime.London).ToInstant()), MeetingState.Held, mode, week == 0));
    }
}
