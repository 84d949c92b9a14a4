using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;

namespace PeerBot.Bot;

/// <summary>How private words are locked, wherever the keys are kept.</summary>
internal static class ProtectionSetup
{
    public static IDataProtectionBuilder AddProtection(this IServiceCollection services) =>
        services.AddDataProtection().SetApplicationName("PeerBot")
            // Half the work of the usual pair of cipher and hash; a key that was made for those goes on being read.
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
}
