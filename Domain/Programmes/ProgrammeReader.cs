using System.Text.Json;
using PeerBot.Domain.Reflection;

namespace PeerBot.Domain.Programmes;

/// <summary>Turns the text of a definition into a programme, or says what is wrong with it.</summary>
internal static class ProgrammeReader
{
    /// <summary>Null when problems were added.</summary>
    public static Programme? Read(DefinitionSource source, ReflectionLibrary library, List<DefinitionProblem> problems)
    {
        var before = problems.Count;
        using var json = DefinitionFolder.Parse(source.Name, source.Json, problems);
        if (json is null)
            return null;

        var document = new DefinitionDocument(source.Name, json.RootElement, problems);
        DefinitionSchema.Shipped.Check(document);
        DefinitionRules.Check(document, library);
        return problems.Count == before ? Programme.Read(json.RootElement) : null;
    }
}
