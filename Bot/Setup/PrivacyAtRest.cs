using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using NodaTime;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>
/// Private words lie encrypted in the database, and so do the keys to personal links. The keys are those of ASP.NET Core Data Protection;
/// they are kept in the database too, so that every replica has them and a backup is whole, and there a certificate or Key Vault can lock them.
/// </summary>
internal static class PrivacyAtRest
{
    public static void AddPrivacyAtRest(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var protection = services.AddProtection();
        services.AddOptions<KeyManagementOptions>()
            .Configure<Database, IClock>((options, database, clock) => options.XmlRepository = new DatabaseKeys(database, clock));
        services.AddHostedService<OldRowsKeeper>();
        var (configuration, certificate) = (builder.Configuration, Certificate(builder.Configuration, "DataProtection:Certificate"));
        X509Certificate2?[] readers = [certificate, Certificate(configuration, "DataProtection:EarlierCertificate")];
        protection.UnprotectKeysWithAnyCertificate([.. readers.OfType<X509Certificate2>()]);
        var (vault, earlier) = (KeyVault.KeyIn(configuration, KeyVault.Setting), KeyVault.KeyIn(configuration, KeyVault.EarlierSetting));
        if (vault is not null && certificate is not null)
        {
            throw new InvalidOperationException($"Set {KeyVault.Setting} or DataProtection:Certificate, not both; the one before goes into DataProtection:EarlierCertificate or {KeyVault.EarlierSetting}.");
        }

        if ((vault ?? earlier) is { } key)
        {
            services.AddSingleton(_ => new KeyVault(key, earlier, Identity(configuration[KeyVault.IdentitySetting]), new SocketsHttpHandler { AllowAutoRedirect = false }));
        }

        if (vault is not null)
        {
            services.AddOptions<KeyManagementOptions>().Configure<KeyVault>((options, locks) => options.XmlEncryptor = new KeyVaultLock(locks));
        }
        else if (certificate is not null)
        {
            protection.ProtectKeysWithCertificate(certificate);
        }
    }

    private static ManagedIdentityCredential Identity(string? clientId) =>
        new(clientId is { Length: > 0 } ? ManagedIdentityId.FromUserAssignedClientId(clientId) : ManagedIdentityId.SystemAssigned);

    /// <summary>Has the keys read, or the first one made, before anything needs them; a certificate that does not fit stops the start here.</summary>
    public static void OpenKeys(this IServiceProvider services)
    {
        try
        {
            // One that cannot be opened would be passed over in silence, and what it protects could not be read.
            foreach (var key in services.GetRequiredService<IKeyManager>().GetAllKeys().Where(key => !key.IsRevoked))
            {
                key.CreateEncryptor();
            }

            Probe(services.GetRequiredService<IDataProtectionProvider>());
        }
        catch (Exception reason) when (reason is CryptographicException or InvalidOperationException or System.Xml.XmlException)
        {
            throw new InvalidOperationException(
                "The keys in the database cannot be opened. Set DataProtection:Certificate or DataProtection:KeyVaultKey to what they were locked with, or "
                    + $"DataProtection:EarlierCertificate or DataProtection:EarlierKeyVaultKey after a change. {reason.GetBaseException().Message}",
                reason);
        }
    }

    /// <exception cref="CryptographicException">No key can be used.</exception>
    public static void Probe(IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("probe");
        protector.Unprotect(protector.Protect([1]));
    }

    /// <param name="setting">Names a PKCS#12 file; its password is the setting with "Password" behind it.</param>
    private static X509Certificate2? Certificate(IConfiguration configuration, string setting)
    {
        if (configuration[setting] is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, configuration[setting + "Password"]);
        }
        catch (Exception reason) when (reason is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException(
                $"Set {setting} to a PKCS#12 file (.pfx) that PeerBot can read, and {setting}Password to its password.", reason);
        }
    }
}
