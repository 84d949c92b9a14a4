using System.Globalization;
using System.Text.Json;

namespace PeerBot.Domain.Programmes;

/// <summary>JSON files of a folder, for definitions and for instruments.</summary>
internal static class DefinitionFolder
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="what">One of the things that the folder should hold, for the sentence when it does not.</param>
    public static List<DefinitionSource> Read(string folder, string what, out List<DefinitionProblem> problems)
    {
        problems = [];
        var sources = new List<DefinitionSource>();
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        if (files.Length == 0)
            problems.Add(new(folder, "$", $"a folder with at least one {what} (*.json)"));

        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            try
            {
                sources.Add(new(Path.GetFileName(file), File.ReadAllText(file)));
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                problems.Add(new(Path.GetFileName(file), "$", $"a file that can be read, but {failure.Message}"));
            }
        }

        return sources;
    }

    /// <summary>Null when the text is no JSON; the problem says where.</summary>
    public static JsonDocument? Parse(string name, string json, List<DefinitionProblem> problems)
    {
        try
        {
            return JsonDocument.Parse(json, Strict);
        }
        catch (JsonException failure)
        {
            var line = (failure.LineNumber + 1)?.ToString(CultureInfo.InvariantCulture) ?? "?";
            problems.Add(new(name, "$", $"valid JSON in which no field occurs twice, but line {line} is wrong"));
            return null;
        }
    }
}
