using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

/// <summary>What somebody is booked for here, as one of a pair, a group or a supervision: the calendar hears of each only after its turn.</summary>
public static class BookedTimes
{
    /// <param name="but">What is about to move does not stand in its own way.</param>
    public static async Task<IReadOnlyList<Interval>> OfAsync(IStores stores, PersonId person, MeetingId? but)
    {
        var booked = new List<BookedTime>(await stores.SupervisionsByAsync(person));
        foreach (var cycle in await stores.OpenCyclesAsync(person))
        {
            booked.AddRange((await stores.MeetingsAsync(cycle.Id))
                .Where(meeting => meeting.Counts).Select(meeting => new BookedTime(meeting.Id, new Interval(meeting.Start, meeting.End))));
        }

        booked.AddRange((await stores.ProfilesOfAsync(person)).Select(profile => profile.Supervision?.Booked).OfType<BookedTime>());
        return [.. booked.Where(one => one.Id != but).Select(one => one.Time)];
    }
}
