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

    /// <summary>Text of a version as it was read.</summary>
    public DefinitionSource? SourceOf(ProgrammeKey key) => versions.TryGetValue(key, out var entry) ? entry.Source : null;

    /// <summary>Reads every <c>*.json</c> of a folder: every version that a running cycle has begun under has to be in it.</summary>
    public static CatalogueLoad Load(string folder, ReflectionLibrary library) =>
        From(DefinitionFolder.Read(folder, "programme definition", out var problems), library, problems);

    public static CatalogueLoad From(IEnumerable<DefinitionSource> sources, ReflectionLibrary library) => From(sources, library, []);

    private static CatalogueLoad From(IEnumerable<DefinitionSource> sources, ReflectionLibrary library, List<DefinitionProblem> problems)
    {
        var entries = Read(sources, library, problems);
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

    private static Programme InForce(IEnumerable<Programme> versions) =>
        versions.MaxBy(programme => (programme.Status != ProgrammeStatus.Draft, programme.Version))!;
}
