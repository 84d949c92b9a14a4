using System.Text.Json.Nodes;
using PeerBot.Domain;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Tests.Languages;

namespace PeerBot.Dialogs.Tests.Languages;

/// <summary>The definitions and questions of a world with a second language in every field that the schema allows one in.</summary>
internal static class Translated
{
    private static readonly JsonObject Schema = Read("programme-definition.schema.json");

    public static Reference In(Reference reference)
    {
        var library = Library();
        var sources = reference.Programmes.Programmes.Select(programme => reference.Programmes.SourceOf(programme.Key)!)
            .Select(source => new DefinitionSource(source.Name, Definition(source.Json)));
        return reference with { Programmes = ProgrammeCatalogue.From(sources, library).OrThrow() };
    }

    private static string Definition(string json)
    {
        var definition = JsonNode.Parse(json)!.AsObject();
        definition["locales"]!.AsArray().Add(PseudoLanguage.Locale);
        return In(definition, Schema)!.ToJsonString();
    }

    private static JsonNode? In(JsonNode? value, JsonNode schema)
    {
        var name = (string?)schema["$ref"];
        schema = name is null ? schema : Schema["$defs"]![name["#/$defs/".Length..]]!;
        if (name is "#/$defs/words" or "#/$defs/text" && value is not null)
        {
            var english = value is JsonObject words ? (string)words["en-GB"]! : (string)value!;
            return new JsonObject { ["en-GB"] = english, [PseudoLanguage.Locale] = PseudoLanguage.Of(english) };
        }

        if (schema["oneOf"] is JsonArray shapes)
        {
            return value is null ? null : In(value, shapes.First(shape => (string?)shape!["type"]?.ToString() != "null")!);
        }

        switch (value)
        {
            case JsonObject fields:
                foreach (var (field, below) in fields.ToList().Where(one => schema["properties"]?[one.Key] is not null))
                {
                    fields[field] = In(below?.DeepClone(), schema["properties"]![field]!);
                }

                break;
            case JsonArray items when schema["items"] is { } item:
                for (var at = 0; at < items.Count; at++)
                {
                    items[at] = In(items[at]?.DeepClone(), item);
                }

                break;
        }

        return value;
    }

    private static ReflectionLibrary Library() => ReflectionLibrary.From(
        Directory.GetFiles(ReflectionLibrary.ShippedFolder, "*.json").Select(file => new DefinitionSource(Path.GetFileName(file), Questions(File.ReadAllText(file))))).OrThrow();

    /// <summary>The questions are PeerBot's own and are translated; the other instruments are quoted.</summary>
    private static string Questions(string json)
    {
        var file = JsonNode.Parse(json)!.AsObject();
        foreach (var question in file["phases"]?.AsArray().SelectMany(phase => phase!["questions"]!.AsArray()) ?? [])
        {
            var english = (string)question!["text"]!;
            question["text"] = new JsonObject { ["en-GB"] = english, [PseudoLanguage.Locale] = PseudoLanguage.Of(english) };
        }

        return file.ToJsonString();
    }

    private static JsonObject Read(string name)
    {
        using var stream = typeof(Programme).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
