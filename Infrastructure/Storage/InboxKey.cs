using System.Security.Cryptography;
using System.Text;

namespace PeerBot.Storage;

internal static class InboxKey
{
    /// <summary>Keys are long and tell who talked when; 128 bits of a hash are neither, and make the inbox a small table.</summary>
    public static string HashOf(string inboxKey)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(inboxKey), hash);
        return Convert.ToHexStringLower(hash[..16]);
    }
}
