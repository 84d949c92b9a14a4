using System.Text;

namespace PeerBot.Register;

/// <summary>The text of a file whose encoding nobody has written down.</summary>
/// <remarks>
/// Registers come in Windows-1252, and what people have saved themselves in UTF-8, with or without a mark. What is valid UTF-8 is that: Windows-1252
/// with letters beyond ASCII hardly ever is. UTF-16 is refused by name, because spreadsheets offer it as "Unicode text".
/// </remarks>
public static class CsvText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <returns>The text and the name of its encoding; no text, and why, where it is none of the two.</returns>
    public static (string? Text, string Encoding) Of(byte[] file)
    {
        if (file is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Array.IndexOf(file, (byte)0) >= 0)
            return (null, "The file is in UTF-16 or is no text at all. Save it as \"CSV UTF-8\" and try again.");
        try
        {
            return (Strict.GetString(file is [0xEF, 0xBB, 0xBF, ..] ? file[3..] : file), "UTF-8");
        }
        catch (DecoderFallbackException)
        {
            return (Windows.GetString(file), "Windows-1252");
        }
    }
}
