using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace PeerBot.Bot;

/// <summary>Locks a key of data protection before it is stored: AES-256-GCM under a key made for it, and that one locked by Key Vault.</summary>
/// <remarks>Data protection knows no waiting; nothing that Key Vault waits for comes through here.</remarks>
internal sealed class KeyVaultLock(KeyVault vault) : IXmlEncryptor
{
    internal const string Name = "keyVault";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        try
        {
            var (nonce, tag) = (RandomNumberGenerator.GetBytes(AesGcm.NonceByteSizes.MaxSize), new byte[AesGcm.TagByteSizes.MaxSize]);
            var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
            var locked = new byte[text.Length];
            using var cipher = new AesGcm(key, tag.Length);
            cipher.Encrypt(nonce, text, locked, tag);
            CryptographicOperations.ZeroMemory(text);
            var (lockedWith, wrapped) = Task.Run(() => vault.WrapAsync(key)).GetAwaiter().GetResult();
            return new EncryptedXmlInfo(
                new XElement(Name, new XElement("kid", lockedWith), Bytes("key", wrapped), Bytes("nonce", nonce), Bytes("tag", tag), Bytes("value", locked)),
                typeof(KeyVaultUnlock));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static XElement Bytes(string name, byte[] bytes) => new(name, Convert.ToBase64String(bytes));
}

/// <summary>Opens what <see cref="KeyVaultLock"/> has locked. Made by data protection, from the name that stands beside the key.</summary>
internal sealed class KeyVaultUnlock(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var vault = services.GetService<KeyVault>() ?? throw new CryptographicException($"Set {KeyVault.Setting} to the key that they were locked with.");
        try
        {
            var key = Task.Run(() => vault.UnwrapAsync((string?)encryptedElement.Element("kid") ?? "", Bytes(encryptedElement, "key"))).GetAwaiter().GetResult();
            var (tag, locked) = (Bytes(encryptedElement, "tag"), Bytes(encryptedElement, "value"));
            var text = new byte[locked.Length];
            using var cipher = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
            cipher.Decrypt(Bytes(encryptedElement, "nonce"), locked, tag, text);
            return XElement.Parse(Encoding.UTF8.GetString(text));
        }
        catch (Exception odd) when (odd is FormatException or ArgumentException)
        {
            throw new CryptographicException("A key in the database is damaged.", odd);
        }
    }

    private static byte[] Bytes(XElement element, string name) => Convert.FromBase64String((string?)element.Element(name) ?? "");
}
