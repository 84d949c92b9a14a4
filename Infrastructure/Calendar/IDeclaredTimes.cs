using PeerBot.Domain.People;

namespace PeerBot.Calendar;

/// <summary>What people have told PeerBot about times they are taken. Counts beside what any calendar says.</summary>
public interface IDeclaredTimes
{
    /// <summary><see cref="BusyTimes.None"/> when nothing.</summary>
    Task<BusyTimes> OfAsync(PersonId person, CancellationToken cancellation);
}
