using System.Text.Json;
using PeerBot.Domain.Reflection;

namespace PeerBot.Domain.Programmes;

/// <summary>Text of a definition, and the name that problems in it go by.</summary>
public sealed record DefinitionSource(string Name, string Json);

/// <summary>What came of reading definitions.</summary>
public abstract record CatalogueLoad
{
    private CatalogueLoad()
    {
    }

    public sealed record Loaded(ProgrammeCatalogue Catalogue) : CatalogueLoad;

    /// <summary>Everything that is wrong, in all files.</summary>
    public sealed record Refused(IReadOnlyList<DefinitionProblem> Problems) : CatalogueLoad;

    /// <summary>The catalogue, for a start that must not go on without it.</summary>
    /// <exception cref="InvalidDefinitionsException">Something is wrong in a file; the message has a sentence for each problem.</exception>
    public ProgrammeCatalogue OrThrow() => this switch
    {
        Loaded loaded => loaded.Catalogue,
        Refused refused => throw new InvalidDefinitionsException(refused.Problems),
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>Every programme that was loaded, in every version.</summary>
public sealed class ProgrammeCatalogue
{
    private readonly Dictionary<ProgrammeKey, (Programme Programme, DefinitionSource Source)> versions;
    private readonly Dictionary<string, Programme> current;

    private ProgrammeCatalogue(IEnumerable<(Programme Programme, DefinitionSource Source)> entries, ReflectionLibrary library)
    {
        versions = entries.ToDictionary(entry => entry.Programme.Key);
        current = versions.Values
            .GroupBy(entry => entry.Programme.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => InForce(group.Select(entry => entry.Programme)), StringComparer.Ordinal);
        Library = library;
    }

    /// <summary>Where the definitions are that come with the product.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Programmes", "Definitions");

    /// <summary>The instruments that the definitions refer to.</summary>
    public ReflectionLibrary Library { get; }

    /// <summary>The version in force of each programme, by id.</summary>
    public IReadOnlyCollection<Programme> Programmes => current.Values;

    /// <summary>
    /// The version that new requests start under: the latest that is no draft, or the latest draft. Null: no such programme.
    /// </summary>
    public Programme? Current(string id) => current.GetValueOrDefault(id);

    /// <summary>The version that a running cycle pinned; null when it is not here any more.</summary>
    public Programme? Get(ProgrammeKey key) => versions.TryGetValue(key, out var entry) ? entry.Programme : null;

    /// <summary>Text of a version, for keeping as long as a cycle runs under it.</summary>
    public DefinitionSource? SourceOf(ProgrammeKey key) => versions.TryGetValue(key, out var entry) ? entry.Source : null;

    /// <summary>Reads every <c>*.json</c> of a folder.</summary>
    /// <param name="kept">
    /// Texts of versions that cycles run under. A version that has left the folder stays in the catalogue; one that was edited under the
    /// same number is a problem, except in status and assumptions, which say how far along the programme is and not what its rules are.
    /// </param>
    public static CatalogueLoad Load(string folder, ReflectionLibrary library, IReadOnlyList<DefinitionSource>? kept = null)
    {
        var files = DefinitionFolder.Read(folder, "programme definition", out var problems);
        return From(files, library, kept, problems);
    }

    public static CatalogueLoad From(
        IEnumerable<DefinitionSource> sources, ReflectionLibrary library, IReadOnlyList<DefinitionSource>? kept = null) =>
        From(sources, library, kept, []);

    private static CatalogueLoad From(
        IEnumerable<DefinitionSource> sources, ReflectionLibrary library, IReadOnlyList<DefinitionSource>? kept,
        List<DefinitionProblem> problems)
    {
        var entries = Read(sources, library, problems);
        foreach (var entry in Read(kept ?? [], library, problems))
        {
            var other = entries.Find(candidate => candidate.Programme.Key == entry.Programme.Key);
            if (other.Programme is null)
                entries.Add(entry);
            else if (!HaveSameRules(entry.Source, other.Source))
                problems.Add(new(
                    other.Source.Name, "$.version",
                    $"a version above {entry.Programme.Version}, because version {entry.Programme.Version} is in use with other rules"));
        }

        return problems.Count > 0 ? new CatalogueLoad.Refused(problems) : new CatalogueLoad.Loaded(new(entries, library));
    }

    private static List<(Programme Programme, DefinitionSource Source)> Read(
        IEnumerable<DefinitionSource> sources, ReflectionLibrary library, List<DefinitionProblem> problems)
    {
        var entries = new List<(Programme Programme, DefinitionSource Source)>();
        foreach (var source in sources)
        {
            if (ProgrammeReader.Read(source, library, problems) is not { } programme)
                continue;
            var twin = entries.Find(entry => entry.Programme.Key == programme.Key);
            if (twin.Programme is null)
                entries.Add((programme, source));
            else
                problems.Add(new(
                    source.Name, "$.version",
                    $"another id or version than in {twin.Source.Name}, found \"{programme.Id}\" version {programme.Version} in both"));
        }

        return entries;
    }

    private static bool HaveSameRules(DefinitionSource one, DefinitionSource other)
    {
        using var left = JsonDocument.Parse(one.Json);
        using var right = JsonDocument.Parse(other.Json);
        return Rules(left) is var a && Rules(right) is var b && a.Count == b.Count
            && a.All(field => b.TryGetValue(field.Key, out var value) && JsonElement.DeepEquals(field.Value, value));

        static Dictionary<string, JsonElement> Rules(JsonDocument document) => document.RootElement.EnumerateObject()
            .Where(field => field.Name is not ("status" or "assumptions"))
            .ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
    }

    private static Programme InForce(IEnumerable<Programme> versions) =>
        versions.MaxBy(programme => (programme.Status != ProgrammeStatus.Draft, programme.Version))!;
}
