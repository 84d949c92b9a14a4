using System.Text.Json;
using System.Text.RegularExpressions;

namespace PeerBot.Domain.Programmes;

/// <summary>Rules on values wherever they stand: no number below zero, no blank English text, contacts by key only.</summary>
internal static partial class ValueRules
{
    public static void Check(DefinitionDocument document) => Check(document, document.Root, "$", "");

    private static void Check(DefinitionDocument document, JsonElement value, string path, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
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

    private static bool IsContact(string name) => name.EndsWith("ontactRef", StringComparison.Ordinal);

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex ContactKey();
}
