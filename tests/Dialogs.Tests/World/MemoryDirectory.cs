using PeerBot.Domain.People;

namespace PeerBot.Tests.World;

/// <summary>Groups and accounts, in memory; whoever is not named has an account that stands.</summary>
internal sealed class MemoryDirectory : IDirectory
{
    public Dictionary<string, IReadOnlyList<PersonId>> Groups { get; } = [];

    public Dictionary<PersonId, Account> Accounts { get; } = [];

    public bool Unavailable { get; set; }

    /// <summary>Whoever was asked for.</summary>
    public HashSet<PersonId> Asked { get; } = [];

    public bool IsThere => true;

    public Task<IReadOnlyList<PersonId>?> MembersAsync(string group, CancellationToken cancellation)
    {
        Reach();
        return Task.FromResult(Groups.GetValueOrDefault(group));
    }

    public Task<IReadOnlyDictionary<PersonId, Account>> AccountsAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation)
    {
        Reach();
        Asked.UnionWith(people);
        return Task.FromResult<IReadOnlyDictionary<PersonId, Account>>(
            people.ToDictionary(person => person, person => Accounts.GetValueOrDefault(person) ?? new Account(AccountState.Active)));
    }

    private void Reach()
    {
        if (Unavailable)
        {
            throw new DirectoryUnavailableException("The directory is out of reach.");
        }
    }
}
