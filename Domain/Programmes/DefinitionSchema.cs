using System.Text.Json;
using System.Text.RegularExpressions;

namespace PeerBot.Domain.Programmes;

/// <summary>
/// Checks a definition against programme-definition.schema.json, which is part of this assembly, and says everything that differs.
/// </summary>
/// <remarks>
/// Knows the keywords that this schema uses, read as draft 2020-12 means them. "oneOf" occurs only as "null or one other shape", so
/// that a fault inside the other shape is named where it is.
/// </remarks>
internal sealed partial class DefinitionSchema
{
    private readonly JsonElement root;
    private readonly Dictionary<string, Regex> patterns = [];

    private DefinitionSchema(JsonElement root) => this.root = root;

    public static DefinitionSchema Shipped { get; } = Load();

    public void Check(DefinitionDocument document) => Check(root, document.Root, "$", document);

    private void Check(JsonElement schema, JsonElement value, string path, DefinitionDocument document)
    {
        schema = Resolve(schema);
        if (schema.TryGetProperty("oneOf", out var shapes))
        {
            var shape = shapes.EnumerateArray().First(shape => !IsNullShape(shape));
            if (value.ValueKind == JsonValueKind.Null)
                return;
            if (!HasKind(Resolve(shape), value))
                document.Expect(path, $"{Describe(schema)}, found {Found(value)}");
            else
                Check(shape, value, path, document);
            return;
        }

        if (!HasKind(schema, value) || !IsAllowed(schema, value))
        {
            document.Expect(path, $"{Describe(schema)}, found {Found(value)}");
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckFields(schema, value, path, document);
                break;
            case JsonValueKind.Array:
                CheckItems(schema, value, path, document);
                break;
        }
    }

    private void CheckFields(JsonElement schema, JsonElement value, string path, DefinitionDocument document)
    {
        var known = schema.TryGetProperty("properties", out var properties);
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!))
            {
                if (!value.TryGetProperty(name, out _))
                    document.Expect($"{path}.{name}", $"{DescribeField(schema, name)}, but the field is missing");
            }
        }

        var others = schema.TryGetProperty("additionalProperties", out var additional) ? additional : default;
        foreach (var field in value.EnumerateObject())
        {
            if (known && properties.TryGetProperty(field.Name, out var fieldSchema))
                Check(fieldSchema, field.Value, $"{path}.{field.Name}", document);
            else if (others.ValueKind == JsonValueKind.Object)
                Check(others, field.Value, $"{path}.{field.Name}", document);
            else if (others.ValueKind == JsonValueKind.False)
                document.Expect($"{path}.{field.Name}", $"no field of this name; the fields here are {Names(properties)}");
        }
    }

    private void CheckItems(JsonElement schema, JsonElement value, string path, DefinitionDocument document)
    {
        if (!schema.TryGetProperty("items", out var items))
            return;
        var index = 0;
        foreach (var item in value.EnumerateArray())
            Check(items, item, $"{path}[{index++}]", document);
    }

    private JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
            schema = root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
        return schema;
    }

    private static bool HasKind(JsonElement schema, JsonElement value)
    {
        if (!schema.TryGetProperty("type", out var type))
            return true;
        return type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => IsOfType(one.GetString()!, value))
            : IsOfType(type.GetString()!, value);
    }

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        _ => throw new NotSupportedException($"The schema uses the type {type}."),
    };

    private bool IsAllowed(JsonElement schema, JsonElement value)
    {
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
            return false;
        if (schema.TryGetProperty("enum", out var choices)
            && !choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value)))
            return false;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            && (number < Bound(schema, "minimum", int.MinValue) || number > Bound(schema, "maximum", int.MaxValue)))
            return false;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < Bound(schema, "minItems", 0))
            return false;
        return value.ValueKind != JsonValueKind.String || !schema.TryGetProperty("pattern", out var pattern)
            || PatternOf(pattern.GetString()!).IsMatch(value.GetString()!);
    }

    private static int Bound(JsonElement schema, string keyword, int otherwise) =>
        schema.TryGetProperty(keyword, out var bound) ? bound.GetInt32() : otherwise;

    // "$" of ECMA-262, which JSON Schema means, does not match before a last line feed as it does in .NET.
    private Regex PatternOf(string pattern)
    {
        lock (patterns)
        {
            return patterns.TryGetValue(pattern, out var regex)
                ? regex
                : patterns[pattern] = new(pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern, RegexOptions.CultureInvariant);
        }
    }

    private static bool IsNullShape(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "null";

    private static DefinitionSchema Load()
    {
        using var stream = typeof(DefinitionSchema).Assembly.GetManifestResourceStream("programme-definition.schema.json")!;
        using var document = JsonDocument.Parse(stream);
        return new(document.RootElement.Clone());
    }
}
