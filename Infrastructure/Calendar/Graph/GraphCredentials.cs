using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;

namespace PeerBot.Calendar;

internal static class GraphCredentials
{
    public static IAuthenticationProvider Authentication(GraphOptions options)
    {
        if (Credential(options) is not { } credential) return new AnonymousAuthenticationProvider();
        var root = options.ServiceRoot;
        // The only host that may ever see the token, and its own scope: national clouds have their own audience.
        return new AzureIdentityAuthenticationProvider(
            credential, allowedHosts: [root.Host], scopes: [$"{root.GetLeftPart(UriPartial.Authority)}/.default"]);
    }

    /// <summary>Null for <see cref="GraphCredential.None"/>.</summary>
    public static TokenCredential? Credential(GraphOptions options) => options.Credential switch
    {
        GraphCredential.ManagedIdentity => new ManagedIdentityCredential(Identity(options)),
        GraphCredential.WorkloadIdentity => new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions
        {
            AuthorityHost = options.AuthorityHost!,
            // Left alone when empty: the platform then names tenant and app in its own variables.
            TenantId = Given(options.TenantId) ?? Environment.GetEnvironmentVariable("AZURE_TENANT_ID"),
            ClientId = Given(options.ClientId) ?? Environment.GetEnvironmentVariable("AZURE_CLIENT_ID"),
        }),
        GraphCredential.Certificate => new ClientCertificateCredential(
            options.TenantId, options.ClientId, Certificate(options),
            new ClientCertificateCredentialOptions { AuthorityHost = options.AuthorityHost! }),
        GraphCredential.Secret => new ClientSecretCredential(
            options.TenantId, options.ClientId, options.ClientSecret,
            new ClientSecretCredentialOptions { AuthorityHost = options.AuthorityHost! }),
        _ => null,
    };

    private static ManagedIdentityId Identity(GraphOptions options) =>
        Given(options.ClientId) is { } client ? ManagedIdentityId.FromUserAssignedClientId(client) : ManagedIdentityId.SystemAssigned;

    private static X509Certificate2 Certificate(GraphOptions options)
    {
        var path = options.CertificatePath!;
        if (!path.EndsWith(".pem", StringComparison.OrdinalIgnoreCase))
            return X509CertificateLoader.LoadPkcs12FromFile(path, options.CertificatePassword);
        return Given(options.CertificatePassword) is { } password
            ? X509Certificate2.CreateFromEncryptedPemFile(path, password)
            : X509Certificate2.CreateFromPemFile(path);
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
