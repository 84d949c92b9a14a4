using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;
using PeerBot.Storage;

namespace PeerBot.Bot;

/// <summary>Private words under the keys of data protection: encrypted, sealed against change, and bound to their table.</summary>
/// <param name="protection">Asked for at first use: the keys lie in the database that this protects.</param>
internal sealed class ProtectedText(Func<IDataProtectionProvider> protection) : IPrivateText
{
    /// <summary>No JSON text begins with it. Another way of protecting gets another number.</summary>
    private const byte DataProtected = 1;

    private readonly ConcurrentDictionary<string, IDataProtector> protectors = new(StringComparer.Ordinal);

    public byte? Mark => DataProtected;

    public byte[] Protect(string purpose, byte[] text)
    {
        var locked = Of(purpose).Protect(text);
        var stored = new byte[locked.Length + 1];
        stored[0] = DataProtected;
        locked.CopyTo(stored, 1);
        return stored;
    }

    public ReadOnlySpan<byte> Reveal(string purpose, ReadOnlySpan<byte> stored) =>
        stored is [DataProtected, .. var locked] ? Of(purpose).Unprotect(locked.ToArray()) : stored;

    private IDataProtector Of(string purpose) => protectors.GetOrAdd(
        purpose, static (table, find) => find().CreateProtector("private-text", table), protection);
}
