namespace PeerBot.Domain.People;

/// <summary>The organisation's directory: who is in a group, and whose account still stands.</summary>
public interface IDirectory
{
    /// <summary>False where none is set up: then nothing needs to be asked.</summary>
    bool IsThere { get; }

    /// <summary>People in the group, by way of other groups too; null for a group that is not there.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory did not answer; retrying may help.</exception>
    Task<IReadOnlyList<PersonId>?> MembersAsync(string group, CancellationToken cancellation);

    /// <summary>How each account stands, by person. Somebody of another tenant is <see cref="AccountState.Unknown"/>.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory did not answer; retrying may help.</exception>
    Task<IReadOnlyDictionary<PersonId, Account>> AccountsAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation);
}

public enum AccountState
{
    /// <summary>Nobody can say: another tenant's, or no directory.</summary>
    Unknown,
    Active,
    Disabled,
    Gone,
}

/// <param name="Workplace">Name of the school or office; null where the directory has none.</param>
public sealed record Account(AccountState State, string? Workplace = null);

/// <summary>The directory could not be reached, or did not answer as it should. Nobody is taken for gone; asking again later helps.</summary>
public sealed class DirectoryUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Where no directory is set up, as on a developer's machine: everybody stays as they are.</summary>
public sealed class NoDirectory : IDirectory
{
    public static readonly NoDirectory Instance = new();

    private NoDirectory()
    {
    }

    public bool IsThere => false;

    public Task<IReadOnlyList<PersonId>?> MembersAsync(string group, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<PersonId>?>(null);

    public Task<IReadOnlyDictionary<PersonId, Account>> AccountsAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<PersonId, Account>>(people.ToDictionary(person => person, _ => new Account(AccountState.Unknown)));
}
