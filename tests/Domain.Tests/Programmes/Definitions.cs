using System.Text.Json.Nodes;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;

namespace PeerBot.Domain.Tests.Programmes;

/// <summary>The shipped definitions, for tests to read and to spoil.</summary>
internal static class Definitions
{
    public const string Headteachers = "headteacher-peer-support";

    public static ReflectionLibrary Library { get; } = ReflectionLibrary.Load(ReflectionLibrary.ShippedFolder).OrThrow();

    public static ProgrammeCatalogue Catalogue { get; } = ProgrammeCatalogue.Load(ProgrammeCatalogue.ShippedFolder, Library).OrThrow();

    public static Programme Programme(string id) => Catalogue.Current(id)!;

    public static JsonObject Json(string id = Headteachers) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(ProgrammeCatalogue.ShippedFolder, id + ".json")))!.AsObject();

    public static DefinitionSource Source(Action<JsonObject> change, string id = Headteachers, string name = "changed.json")
    {
        var json = Json(id);
        change(json);
        return new(name, json.ToJsonString());
    }

    /// <summary>A programme like a shipped one, but for what the test changes.</summary>
    public static Programme Changed(Action<JsonObject> change, string id = Headteachers) => Only(Source(change, id));

    public static Programme Only(DefinitionSource source) =>
        ProgrammeCatalogue.From([source], Library).OrThrow().Programmes.Single();

    public static IReadOnlyList<DefinitionProblem> Problems(params IEnumerable<DefinitionSource> sources) =>
        ProgrammeCatalogue.From(sources, Library) switch
        {
            CatalogueLoad.Refused refused => refused.Problems,
            _ => [],
        };

    /// <summary>The node at a path such as <c>cycle.limits.months</c> or <c>feedback.questions[0]</c>.</summary>
    public static JsonNode At(this JsonObject json, string path)
    {
        JsonNode node = json;
        foreach (var part in path.Split('.'))
        {
            var name = part.Split('[')[0];
            node = node[name]!;
            if (part.Contains('['))
                node = node[int.Parse(part.Split('[', ']')[1], System.Globalization.CultureInfo.InvariantCulture)]!;
        }

        return node;
    }

    /// <summary>Puts a JSON value at a path; null as text "null", nothing at all to take the field away.</summary>
    public static void Put(this JsonObject json, string path, string value)
    {
        var dot = path.LastIndexOf('.');
        var parent = dot < 0 ? json : json.At(path[..dot]).AsObject();
        if (value.Length == 0)
            parent.Remove(path[(dot + 1)..]);
        else
            parent[path[(dot + 1)..]] = JsonNode.Parse(value);
    }
}
