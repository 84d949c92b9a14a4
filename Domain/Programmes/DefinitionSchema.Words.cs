using System.Text.Json;

namespace PeerBot.Domain.Programmes;

// What the schema expects and what was found, in words.
internal sealed partial class DefinitionSchema
{
    private string DescribeField(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var field)
            ? Describe(field)
            : schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.Object
                ? Describe(additional)
                : "a value";

    private string Describe(JsonElement schema)
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("oneOf", out var shapes))
            return "null or " + Describe(shapes.EnumerateArray().First(shape => !IsNullShape(shape)));
        if (schema.TryGetProperty("const", out var only))
            return Json(only);
        if (schema.TryGetProperty("enum", out var choices))
            return "one of " + string.Join(", ", choices.EnumerateArray().Select(Json));
        if (!schema.TryGetProperty("type", out var type))
            return "a value";
        return type.ValueKind == JsonValueKind.Array
            ? string.Join(" or ", type.EnumerateArray().Select(one => DescribeType(schema, one.GetString()!)))
            : DescribeType(schema, type.GetString()!);
    }

    private static string DescribeType(JsonElement schema, string type) => type switch
    {
        "object" => schema.TryGetProperty("required", out var required)
            ? "an object with " + string.Join(", ", required.EnumerateArray().Select(name => name.GetString()))
            : "an object",
        "array" => Bound(schema, "minItems", 0) is > 0 and var least ? $"a list of at least {least}" : "a list",
        "string" => schema.TryGetProperty("pattern", out var pattern) ? $"a text that matches {pattern.GetString()}" : "a text",
        "boolean" => "true or false",
        "integer" => (Bound(schema, "minimum", int.MinValue), Bound(schema, "maximum", int.MaxValue)) switch
        {
            (int.MinValue, _) => "a whole number",
            (var least, int.MaxValue) => $"a whole number of {least} or more",
            var (least, most) => $"a whole number from {least} to {most}",
        },
        _ => type,
    };

    private static string Names(JsonElement properties) =>
        string.Join(", ", properties.EnumerateObject().Select(property => property.Name));

    private static string Json(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? $"\"{value.GetString()}\"" : value.GetRawText();

    private static string Found(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => value.GetArrayLength() == 0 ? "an empty list" : "a list",
        JsonValueKind.String when value.GetString()!.Length > 40 => "another text",
        _ => Json(value),
    };
}
