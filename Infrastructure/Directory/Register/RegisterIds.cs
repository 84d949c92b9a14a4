using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PeerBot.Domain.People;

namespace PeerBot.Register;

/// <summary>The id of a school from its number in a register: the same at every import, so that a second one updates.</summary>
public static partial class RegisterIds
{
    /// <param name="number">A URN of England's register, or Scotland's SchUID: SEED code and P, S or SP, because schools on one campus share the code.</param>
    /// <returns>Null for what is neither.</returns>
    public static OrganisationId? Of(string number) =>
        number.Trim().ToUpperInvariant() is var plain && Urn().IsMatch(plain) ? Named($"gias/{plain}")
        : SchUid().IsMatch(plain) ? Named($"seed/{plain}")
        : null;

    private static OrganisationId Named(string name)
    {
        // Version 8 of RFC 9562: what an id is made of is its maker's own affair.
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes("peerbot/" + name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new OrganisationId(new Guid(bytes, bigEndian: true));
    }

    [GeneratedRegex("^[0-9]{5,6}$")]
    private static partial Regex Urn();

    [GeneratedRegex("^[0-9]{7}(P|S|SP)?$")]
    private static partial Regex SchUid();
}
