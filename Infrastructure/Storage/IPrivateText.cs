namespace PeerBot.Storage;

/// <summary>
/// What stands between private words and the disk. Every body that may hold them goes through here, and nowhere else: notes,
/// self-evaluations, feedback, the state of conversations, waiting messages and kept answers.
/// </summary>
/// <remarks>Several threads call it at once.</remarks>
public interface IPrivateText
{
    /// <param name="purpose">Name of the table; what was protected for one must not be readable as another's.</param>
    byte[] Protect(string purpose, byte[] text);

    ReadOnlySpan<byte> Reveal(string purpose, ReadOnlySpan<byte> stored);
}

/// <summary>Stores the words as they are; the disk has to be protected by other means.</summary>
public sealed class UnprotectedText : IPrivateText
{
    public byte[] Protect(string purpose, byte[] text) => text;

    public ReadOnlySpan<byte> Reveal(string purpose, ReadOnlySpan<byte> stored) => stored;
}
