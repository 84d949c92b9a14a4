using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.AllPairs;

/// <summary>The states of domain things and the ways between them, written down a second time.</summary>
internal static class Changes
{
    private static readonly (AskState, AskState)[] OfAsks =
    [
        (AskState.Queued, AskState.Sent), (AskState.Queued, AskState.Overtaken), (AskState.Queued, AskState.Withdrawn),
        (AskState.Sent, AskState.Accepted), (AskState.Sent, AskState.Declined), (AskState.Sent, AskState.Lapsed),
        (AskState.Sent, AskState.Overtaken), (AskState.Sent, AskState.Withdrawn),
    ];

    /// <summary>Where an ask or a request has come to its end, it stays.</summary>
    private static readonly (Domain.Support.RequestState, Domain.Support.RequestState)[] OfRequests =
    [
        (Domain.Support.RequestState.Draft, Domain.Support.RequestState.Open),
        (Domain.Support.RequestState.Draft, Domain.Support.RequestState.Asking),
        (Domain.Support.RequestState.Draft, Domain.Support.RequestState.Withdrawn),
        (Domain.Support.RequestState.Open, Domain.Support.RequestState.Asking),
        (Domain.Support.RequestState.Open, Domain.Support.RequestState.Unmatched),
        (Domain.Support.RequestState.Open, Domain.Support.RequestState.Withdrawn),
        (Domain.Support.RequestState.Open, Domain.Support.RequestState.Refused),
        (Domain.Support.RequestState.Asking, Domain.Support.RequestState.Matched),
        (Domain.Support.RequestState.Asking, Domain.Support.RequestState.Unmatched),
        (Domain.Support.RequestState.Asking, Domain.Support.RequestState.Withdrawn),
        (Domain.Support.RequestState.Unmatched, Domain.Support.RequestState.Withdrawn),
    ];

    /// <summary>Draft where a coordinator starts, open where it is kept or waits for one, asking where it goes out.</summary>
    private static readonly Domain.Support.RequestState[] FreshRequests =
        [Domain.Support.RequestState.Draft, Domain.Support.RequestState.Open, Domain.Support.RequestState.Asking];

    private static readonly (SupporterState, SupporterState)[] OfSupporters =
    [
        (SupporterState.Interested, SupporterState.CriteriaChecked), (SupporterState.CriteriaChecked, SupporterState.TrainingBooked),
        (SupporterState.TrainingBooked, SupporterState.Trained), (SupporterState.Trained, SupporterState.Listed),
        (SupporterState.Listed, SupporterState.Paused), (SupporterState.Paused, SupporterState.Listed),
        .. Enum.GetValues<SupporterState>().Where(state => state != SupporterState.Left).Select(state => (state, SupporterState.Left)),
        (SupporterState.Left, SupporterState.Interested),
    ];

    private static readonly (MeetingState, MeetingState)[] OfMeetings =
        [(MeetingState.Booked, MeetingState.Held), (MeetingState.Booked, MeetingState.NotHeld)];

    private static readonly (CycleState, CycleState)[] OfCycles =
    [
        (CycleState.Active, CycleState.Review), (CycleState.Active, CycleState.Closed), (CycleState.Review, CycleState.Closed),
        (CycleState.Review, CycleState.Extended),
        (CycleState.Extended, CycleState.Closed),
        (CycleState.Active, CycleState.Closing), (CycleState.Review, CycleState.Closing), (CycleState.Closing, CycleState.Closed),
    ];

    private static readonly (GroupState, GroupState)[] OfGroups =
        [(GroupState.Asking, GroupState.Running), (GroupState.Asking, GroupState.Closed), (GroupState.Running, GroupState.Closed)];

    private static readonly (MemberState, MemberState)[] OfMembers =
    [
        (MemberState.Asked, MemberState.Joined), (MemberState.Asked, MemberState.Declined), (MemberState.Asked, MemberState.Lapsed),
        (MemberState.Joined, MemberState.Left),
        (MemberState.Declined, MemberState.Asked), (MemberState.Lapsed, MemberState.Asked), (MemberState.Left, MemberState.Asked),
    ];

    public static void AreAllowed(MemoryStores stores) => AreAllowed(stores.Changes);

    public static void AreAllowed(IEnumerable<(object? Before, object After)> changes)
    {
        foreach (var (before, after) in changes)
        {
            switch (before, after)
            {
                case (Ask was, Ask now) when was.State != now.State:
                    Assert.Contains((was.State, now.State), OfAsks);
                    Assert.Equal((was.Id, was.Request, was.Requester, was.Supporter), (now.Id, now.Request, now.Requester, now.Supporter));
                    break;
                case (null, Ask fresh):
                    Assert.Equal(AskState.Queued, fresh.State);
                    break;
                case (SupportRequest was, SupportRequest now) when was.State != now.State:
                    Assert.Contains((was.State, now.State), OfRequests);
                    break;
                case (null, SupportRequest fresh):
                    Assert.Contains(fresh.State, FreshRequests);
                    break;
                case (Cycle was, Cycle now):
                    // Whether a name may stand in a learning record is asked and taken back after the end too; nothing else changes then.
                    Assert.True(was.IsOpen || now with { NameAskedBy = was.NameAskedBy, NameGivenBy = was.NameGivenBy } == was, "A closed cycle was written.");
                    Assert.Equal((was.Requester, was.Supporter, was.Programme), (now.Requester, now.Supporter, now.Programme));
                    Assert.True(was.State == now.State || OfCycles.Contains((was.State, now.State)), $"{was.State} to {now.State}.");
                    Assert.True(
                        was.Extension == now.Extension || (was.Extension is null && now.State == CycleState.Extended), "More time came from nowhere.");
                    Assert.Equal(now.IsOpen, now.Closed is null);
                    break;
                case (null, Cycle fresh):
                    Assert.Equal(CycleState.Active, fresh.State);
                    break;
                case (LearningGroup was, LearningGroup now):
                    Assert.True(was.IsOpen, "A closed group was written.");
                    Assert.True(was.State == now.State || OfGroups.Contains((was.State, now.State)), $"{was.State} to {now.State}.");
                    Assert.Equal((was.Name, was.Purpose, was.Programme), (now.Name, now.Purpose, now.Programme));
                    Assert.All(was.Members, member => Assert.True(
                        now.Member(member.Person) is { } after && (after.State == member.State || OfMembers.Contains((member.State, after.State))), $"{member.State} changed."));
                    break;
                case (Meeting was, Meeting now):
                    Assert.Equal((was.Id, was.Cycle, was.Mode), (now.Id, now.Cycle, now.Mode));
                    Assert.True(now.Minutes == was.Minutes || (was.ShorterAskedBy is not null && now is { Minutes: 20, ShorterAskedBy: null }), "A meeting got shorter.");
                    Assert.True(was.State == now.State || OfMeetings.Contains((was.State, now.State)), $"{was.State} to {now.State}.");
                    Assert.Equal(now.State == MeetingState.NotHeld, now.NotHeld is not null);
                    break;
                case (null, Meeting fresh):
                    Assert.Equal(MeetingState.Booked, fresh.State);
                    break;
                case (SupporterProfile was, SupporterProfile now):
                    Assert.True(was.State == now.State || OfSupporters.Contains((was.State, now.State)), $"{was.State} to {now.State}.");
                    Assert.InRange(now.ActiveCycles, 0, 3);
                    Assert.True(now.State != SupporterState.Listed || (now.ConsentedOn is not null && (now.TrainedOn is not null || !NeedsTraining(now))), "Listed without consent or training.");
                    break;
                case (null, SupporterProfile fresh):
                    Assert.Equal(SupporterState.Interested, fresh.State);
                    break;
            }
        }
    }
    private static bool NeedsTraining(SupporterProfile profile) => Authority.Reference.Programmes.Current(profile.ProgrammeId) is not { Training.Required: false };
}
