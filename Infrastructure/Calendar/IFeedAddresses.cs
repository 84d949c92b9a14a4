using PeerBot.Domain.People;

namespace PeerBot.Calendar;

/// <summary>Where each person's feed is found from outside.</summary>
public interface IFeedAddresses
{
    /// <summary>The address of the person's feed, for nobody else; null when PeerBot does not know its public address.</summary>
    /// <param name="number">Of the address; see <see cref="ILocalCalendarStore.FeedAsync"/>.</param>
    Uri? LinkFor(PersonId person, int number);
}
