namespace PeerBot.Domain.People;

/// <summary>A person as Entra knows them: <c>{tenantId}:{objectId}</c> in lower case. Never a name or an address.</summary>
public readonly record struct PersonId(string Value)
{
    public static PersonId Of(string tenantId, string objectId) =>
        new($"{tenantId}:{objectId}".ToLowerInvariant());

    public override string ToString() => Value;
}
