using System.Security.Cryptography;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

/// <summary>When a session of a group is off, each member is offered other times at once; the first who picks one books it for all.</summary>
public sealed partial class BookMeeting
{
    /// <summary>What is booked in place of a meeting that is off; null: nothing.</summary>
    public async Task<Meeting?> InPlaceOfAsync(Meeting off) => (await PlaceOfAsync(off)).Booked;

    /// <summary>The id follows from the meeting that is off, so that two members at one instant cannot both take its place.</summary>
    private async Task<(MeetingId Id, Meeting? Booked)> PlaceOfAsync(Meeting off)
    {
        var id = After(off.Id);
        while (await stores.MeetingAsync(id) is { } there)
        {
            if (there.State != MeetingState.NotHeld)
            {
                return (id, there);
            }

            id = After(id);
        }

        return (id, null);
    }

    private static MeetingId After(MeetingId id) => new(new Guid(SHA256.HashData(id.Value.ToByteArray()).AsSpan(0, 16)));
}
