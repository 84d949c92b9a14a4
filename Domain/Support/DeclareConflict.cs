using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

/// <summary>
/// Either of two people says that they should not be paired. They are not offered to each other again, either way round and for good;
/// nobody is told, no reason is asked for, and what a coordinator sees is that a conflict was declared (U-04).
/// </summary>
public sealed class DeclareConflict(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <returns>False when the other is no supporter of the programme, so that there is nothing to bar.</returns>
    public async Task<bool> WithSupporterAsync(PersonId person, PersonId supporter, string programmeId)
    {
        if (await stores.SupporterAsync(supporter, programmeId) is not { } profile)
        {
            return false;
        }

        Bar(profile, person);

        // A person who is a supporter too keeps it as well, should the other one ever start afresh.
        if (await stores.SupporterAsync(person, programmeId) is { } own)
        {
            Bar(own, supporter);
        }

        return true;
    }

    /// <summary>Discovered later: one of a pair, running or over, does not want the two to be brought together again (U-21).</summary>
    /// <returns>False when the person is no party to the cycle.</returns>
    public async Task<bool> WithPartnerAsync(PersonId person, CycleId id)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return false;
        }

        await WithSupporterAsync(cycle.Requester, cycle.Supporter, cycle.Programme.Id);
        return true;
    }

    private void Bar(SupporterProfile profile, PersonId other)
    {
        if (!profile.DeclaredConflicts.Contains(other))
        {
            stores.Save(profile.Bar(other));
        }
    }
}
