using System.Text.Json;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Reflection;

/// <summary>What came of reading instruments.</summary>
public abstract record LibraryLoad
{
    private LibraryLoad()
    {
    }

    public sealed record Loaded(ReflectionLibrary Library) : LibraryLoad;

    public sealed record Refused(IReadOnlyList<DefinitionProblem> Problems) : LibraryLoad;

    /// <summary>The library, for a start that must not go on without it.</summary>
    /// <exception cref="InvalidDefinitionsException">Something is wrong in a file; the message has a sentence for each problem.</exception>
    public ReflectionLibrary OrThrow() => this switch
    {
        Loaded loaded => loaded.Library,
        Refused refused => throw new InvalidDefinitionsException(refused.Problems),
        _ => throw new InvalidOperationException(),
    };
}

/// <summary>The instruments that programmes refer to, by id.</summary>
public sealed class ReflectionLibrary
{
    private readonly Dictionary<string, SelfEvaluationInstrument> instruments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ThemeList> themes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, QuestionBank> questionBanks = new(StringComparer.Ordinal);

    private ReflectionLibrary()
    {
    }

    /// <summary>Where the instruments are that come with the product.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "Reflection", "Instruments");

    public IReadOnlyDictionary<string, SelfEvaluationInstrument> Instruments => instruments;

    public IReadOnlyDictionary<string, ThemeList> Themes => themes;

    public IReadOnlyDictionary<string, QuestionBank> QuestionBanks => questionBanks;

    /// <summary>Reads every <c>*.json</c> of a folder; what a file is shows in its fields, not in its name.</summary>
    public static LibraryLoad Load(string folder)
    {
        var sources = DefinitionFolder.Read(folder, "instrument", out var problems);
        return From(sources, problems);
    }

    public static LibraryLoad From(IEnumerable<DefinitionSource> sources) => From(sources, []);

    private static LibraryLoad From(IEnumerable<DefinitionSource> sources, List<DefinitionProblem> problems)
    {
        var library = new ReflectionLibrary();
        foreach (var source in sources)
        {
            using var json = DefinitionFolder.Parse(source.Name, source.Json, problems);
            if (json is not null)
                library.Add(new InstrumentDocument(new(source.Name, json.RootElement, problems)));
        }

        return problems.Count > 0 ? new LibraryLoad.Refused(problems) : new LibraryLoad.Loaded(library);
    }

    private void Add(InstrumentDocument document)
    {
        if (document.Has("sections"))
            Add(instruments, document, InstrumentReader.Read(document), instrument => instrument.Id);
        else if (document.Has("themes"))
            Add(themes, document, ThemeReader.Read(document), list => list.Id);
        else if (document.Has("phases"))
            Add(questionBanks, document, QuestionBankReader.Read(document), bank => bank.Id);
        else
            document.Expect("", "an instrument with \"sections\", \"themes\" or \"phases\"");
    }

    private static void Add<T>(Dictionary<string, T> shelf, InstrumentDocument document, T? instrument, Func<T, string> id)
        where T : class
    {
        if (instrument is not null && !shelf.TryAdd(id(instrument), instrument))
            document.Expect("id", $"an id of its own, found \"{id(instrument)}\" in another file as well");
    }
}
