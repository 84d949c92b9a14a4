using System.Text;

namespace PeerBot.Storage;

/// <summary>
/// What stands between private words and the disk. Every body that may hold them goes through here, and nowhere else: notes,
/// self-evaluations, feedback, applications, the state of conversations, waiting messages and kept answers.
/// </summary>
/// <remarks>Several threads call it at once.</remarks>
public interface IPrivateText
{
    /// <summary>First byte of everything that was protected, and of no text; null where nothing is protected.</summary>
    byte? Mark { get; }

    /// <param name="purpose">Name of the table; what was protected for one must not be readable as another's.</param>
    byte[] Protect(string purpose, byte[] text);

    /// <param name="stored">Without the mark it is the text itself, from before it was protected.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or its key is gone.</exception>
    ReadOnlySpan<byte> Reveal(string purpose, ReadOnlySpan<byte> stored);
}

/// <summary>Stores the words as they are; the disk has to be protected by other means.</summary>
public sealed class UnprotectedText : IPrivateText
{
    public byte? Mark => null;

    public byte[] Protect(string purpose, byte[] text) => text;

    public ReadOnlySpan<byte> Reveal(string purpose, ReadOnlySpan<byte> stored) => stored;
}

/// <summary>Single private words inside a body that is not private as a whole.</summary>
internal static class PrivateWords
{
    public static string? Protect(this IPrivateText privateText, string purpose, string? words) =>
        words is null || privateText.Mark is not { } mark
            ? words
            : (char)mark + Convert.ToBase64String(privateText.Protect(purpose, Encoding.UTF8.GetBytes(words)));

    public static string? Reveal(this IPrivateText privateText, string purpose, string? words) =>
        words is { Length: > 0 } && words[0] == privateText.Mark
            ? Encoding.UTF8.GetString(privateText.Reveal(purpose, Convert.FromBase64String(words[1..])))
            : words;
}
