using System.Text.Json;

namespace PeerBot.Domain.Programmes;

/// <summary>Rules on the criteria of a definition: each value is of the kind that its operator needs.</summary>
internal static class CriterionRules
{
    public static void Check(DefinitionDocument document)
    {
        foreach (var list in new[] { "eligibility.requester", "eligibility.supporter" })
        {
            document.ExpectDistinctIds(list, "id");
            foreach (var (path, criterion) in document.Items(list))
            {
                var value = DefinitionDocument.Member(criterion, "value");
                var expected = DefinitionDocument.TextOf(DefinitionDocument.Member(criterion, "operator")) switch
                {
                    "in" when !IsTextList(value) => "a list of texts, because operator is \"in\"",
                    ">=" when value is not { ValueKind: JsonValueKind.Number } => "a whole number, because operator is \">=\"",
                    "policy" when value is not { ValueKind: JsonValueKind.Object } policy || !IsPolicy(policy) =>
                        "an object with the text lists accept and coordinatorDecides, because operator is \"policy\"",
                    _ => null,
                };
                if (expected is not null)
                    document.Expect($"{path}.value", expected);
            }
        }
    }

    private static bool IsPolicy(JsonElement policy) =>
        IsTextList(DefinitionDocument.Member(policy, "accept")) && IsTextList(DefinitionDocument.Member(policy, "coordinatorDecides"));

    private static bool IsTextList(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
}
