using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.AllPairs;

/// <summary>What somebody is to the thing that a card is about.</summary>
internal enum Party
{
    Requester,
    Supporter,
    Stranger,
    Coordinator,
}

/// <summary>A world in which one thing is in one state.</summary>
/// <param name="Name">For the message of a test that fails.</param>
/// <param name="Id">The thing whose card is pressed.</param>
internal sealed record Situation(string Name, string Id, params IReadOnlyList<object> Given);

/// <summary>A change of state that a press may cause.</summary>
/// <param name="From">A member of the thing's enum of states; null: the thing is new.</param>
internal sealed record Way(string Verb, Enum? From, Enum To);

/// <summary>
/// Buttons, every situation in which they can be pressed, and all that may come of it. To try another kind of thing add a room to
/// <see cref="All"/>; its situations are made from the enum of its states, so that a new state is tried without anybody thinking of it.
/// </summary>
/// <param name="Owners">Each button with the one party whose it is; everybody else gets the card that is for someone else.</param>
/// <param name="Ways">Everything that may happen, and each of it does in some situation.</param>
internal sealed record Room(string Name, IReadOnlyDictionary<string, Party> Owners, IReadOnlyList<Way> Ways, IEnumerable<Situation> Situations)
{
    public static IReadOnlyList<Room> All { get; } = [RequestRooms.Requests, RequestRooms.Asks];

    public static Person Of(Party party) => party switch
    {
        Party.Requester => Authority.Amira,
        Party.Supporter => Authority.Grace,
        Party.Coordinator => Authority.Sam,
        _ => Authority.Hannah,
    };

    /// <summary>The state of a thing whose changes the ways describe; null for things that have none.</summary>
    public static Enum? StateOf(object? thing) => thing switch
    {
        Ask ask => ask.State,
        SupportRequest request => request.State,
        Cycle cycle => cycle.State,
        SupporterProfile profile => profile.State,
        Meeting meeting => meeting.State,
        _ => null,
    };
}
