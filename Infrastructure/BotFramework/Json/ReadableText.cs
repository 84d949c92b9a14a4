using System.Text.Json;
using System.Text.Unicode;

namespace PeerBot.BotFramework;

/// <summary>Finds text in JSON that no string can hold: broken UTF-8 and halves of surrogate pairs.</summary>
/// <remarks>A JsonElement accepts such text and throws when it is read, which would be deep inside a turn.</remarks>
internal static class ReadableText
{
    /// <exception cref="JsonException">This is not JSON.</exception>
    public static bool IsIn(ReadOnlySpan<byte> json, int depth)
    {
        if (!Utf8.IsValid(json))
            return false;

        // Only an escape can make half a pair, and most activities have none.
        return (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0) || IsInEveryString(json, depth);
    }

    private static bool IsInEveryString(ReadOnlySpan<byte> json, int depth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    _ = reader.GetString();
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
