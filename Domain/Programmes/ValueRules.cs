using System.Text.Json;
using System.Text.RegularExpressions;

namespace PeerBot.Domain.Programmes;

/// <summary>Rules on values wherever they stand: no number below zero, no blank English text, no name twice, contacts by key only.</summary>
internal static partial class ValueRules
{
    public static void Check(DefinitionDocument document) => Check(document, document.Root, "$", "");

    private static void Check(DefinitionDocument document, JsonElement value, string path, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                if (Twice(value) is { } twice)
                    document.Expect(path, $"each name once, found {twice} again in other letters");
                foreach (var field in value.EnumerateObject())
                    Check(document, field.Value, $"{path}.{field.Name}", field.Name);
                break;
            case JsonValueKind.Array:
                foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
                    Check(document, item, $"{path}[{index}]", "");
                break;
            case JsonValueKind.Number when value.TryGetInt32(out var number) && number < 0:
                document.Expect(path, $"0 or more, found {number}");
                break;
            case JsonValueKind.String when name == LocalText.FallbackLocale && string.IsNullOrWhiteSpace(value.GetString()):
                document.Expect(path, $"words in {LocalText.FallbackLocale}, found an empty text");
                break;
            case JsonValueKind.String when IsContact(name) && !ContactKey().IsMatch(value.GetString()!):
                document.Expect(
                    path, "a key of the contacts configuration (small letters, digits and hyphens), never an address or a number");
                break;
        }
    }

    /// <summary>A name that is there in capitals and in small letters: languages are the same in both.</summary>
    private static string? Twice(JsonElement value)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return value.EnumerateObject().Where(field => !names.Add(field.Name)).Select(field => field.Name).FirstOrDefault();
    }

    private static bool IsContact(string name) => name.EndsWith("ontactRef", StringComparison.Ordinal);

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex ContactKey();
}
