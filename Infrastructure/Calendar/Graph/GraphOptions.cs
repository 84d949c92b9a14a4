using System.ComponentModel.DataAnnotations;

namespace PeerBot.Calendar;

internal enum GraphCredential
{
    None,
    ManagedIdentity,
    WorkloadIdentity,
    Certificate,
    Secret,
}

/// <summary>Section <c>Graph</c>; read only when <c>Calendar:Provider</c> is Graph.</summary>
internal sealed class GraphOptions : IValidatableObject
{
    public const string Section = "Graph";

    /// <summary>Microsoft Graph, a national cloud's Graph, or a server on this machine. Without a path, <c>/v1.0</c> is meant.</summary>
    [Required(ErrorMessage = "Graph:BaseUrl is empty: set it to https://graph.microsoft.com/v1.0 or to your national cloud's address.")]
    public Uri? BaseUrl { get; set; } = new("https://graph.microsoft.com/v1.0");

    [Required(ErrorMessage = "Graph:Credential is missing: set it to ManagedIdentity, WorkloadIdentity, Certificate or Secret.")]
    [EnumDataType(typeof(GraphCredential),
        ErrorMessage = "Graph:Credential is not known: set it to ManagedIdentity, WorkloadIdentity, Certificate or Secret.")]
    public GraphCredential? Credential { get; set; }

    /// <summary>Where tokens come from; national clouds have their own.</summary>
    [Required(ErrorMessage =
        "Graph:AuthorityHost is empty: set it to https://login.microsoftonline.com/ or to your national cloud's address.")]
    public Uri? AuthorityHost { get; set; } = new("https://login.microsoftonline.com/");

    public string? TenantId { get; set; }

    /// <summary>The app registration; for a managed identity the client id of a user-assigned one, empty for the system's own.</summary>
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>A PFX or PEM file with the private key.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    [Range(0, 10, ErrorMessage = "Graph:Retries must be from 0 to 10.")]
    public int Retries { get; set; } = 3;

    /// <summary>A longer wait that Graph asks for is left to the caller, who books again later.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00", ErrorMessage = "Graph:LongestWait must be from 00:00:01 to 00:05:00.")]
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>For one attempt.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00", ErrorMessage = "Graph:Timeout must be from 00:00:00.1 to 00:05:00.")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>For free/busy with all its tries: somebody waits for it in their chat, and can be offered times without it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Graph:FreeBusyTimeout must be from 00:00:00.1 to 00:01:00.")]
    public TimeSpan FreeBusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For booking, moving, cancelling or looking back, with all its calls and tries: less than <c>Delivery:Lease</c>, so that nobody else
    /// begins with it meanwhile.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00", ErrorMessage = "Graph:BookingTimeout must be from 00:00:00.1 to 00:10:00.")]
    public TimeSpan BookingTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often meetings are looked at for changes that people made in Outlook.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00", ErrorMessage = "Graph:LookEvery must be from 00:05:00 to 1.00:00:00.")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>A mailbox that the app may read, for the check at the start; absent: the organising mailbox, where there is one.</summary>
    public string? MailboxInScope { get; set; }

    /// <summary>A mailbox that the app must not be able to read, for the check at the start; absent: that half is left out.</summary>
    public string? MailboxOutOfScope { get; set; }

    internal Uri ServiceRoot => BaseUrl!.AbsolutePath == "/" ? new Uri(BaseUrl, "/v1.0") : new Uri(BaseUrl.AbsoluteUri.TrimEnd('/'));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (BaseUrl is not null)
            foreach (var problem in Address(BaseUrl))
                yield return problem;
        foreach (var (name, value) in Needed())
            if (string.IsNullOrWhiteSpace(value))
                yield return new($"Graph:{name} is missing: Graph:Credential {Credential} needs it.", [name]);
        if (Credential == GraphCredential.Certificate && !string.IsNullOrWhiteSpace(CertificatePath) && !File.Exists(CertificatePath))
            yield return new("Graph:CertificatePath names no file: set it to a PFX or PEM file that this process may read.",
                [nameof(CertificatePath)]);
    }

    private IEnumerable<ValidationResult> Address(Uri url)
    {
        if (!url.IsAbsoluteUri || url.Scheme is not ("https" or "http"))
            yield return new("Graph:BaseUrl is not a web address: set it to one such as https://graph.microsoft.com/v1.0.",
                [nameof(BaseUrl)]);
        else if (!url.IsLoopback && url.Scheme != "https")
            yield return new("Graph:BaseUrl must start with https: a token would travel in the open.", [nameof(BaseUrl)]);
        else if (!url.IsLoopback && Credential == GraphCredential.None)
            yield return new("Graph:Credential None works only with a Graph:BaseUrl on this machine: set ManagedIdentity, "
                + "WorkloadIdentity, Certificate or Secret.", [nameof(Credential)]);
        else if (url.IsLoopback && Credential is not (null or GraphCredential.None))
            yield return new("Graph:BaseUrl is on this machine, so no token is sent there: set Graph:Credential to None, or the "
                + "address of Graph.", [nameof(BaseUrl)]);
    }

    private (string Name, string? Value)[] Needed() => Credential switch
    {
        GraphCredential.Secret => [(nameof(TenantId), TenantId), (nameof(ClientId), ClientId), (nameof(ClientSecret), ClientSecret)],
        GraphCredential.Certificate =>
            [(nameof(TenantId), TenantId), (nameof(ClientId), ClientId), (nameof(CertificatePath), CertificatePath)],
        _ => [],
    };
}
