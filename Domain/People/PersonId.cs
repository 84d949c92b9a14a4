namespace PeerBot.Domain.People;

/// <summary>A person as Entra knows them: <c>{tenantId}:{objectId}</c> in lower case. Never a name or an address.</summary>
public readonly record struct PersonId(string Value)
{
    public static PersonId Of(string tenantId, string objectId) =>
        new($"{tenantId}:{objectId}".ToLowerInvariant());

    /// <summary>Every id of the tenant is at least the first of these and less than the second; of nobody's where there is no tenant.</summary>
    public static string[] RangeOf(string? tenantId) => tenantId is null ? ["", ""] : [$"{tenantId}:".ToLowerInvariant(), $"{tenantId};".ToLowerInvariant()];

    public override string ToString() => Value;
}
