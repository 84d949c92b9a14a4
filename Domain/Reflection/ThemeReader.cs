using System.Text.Json;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Reflection;

internal static class ThemeReader
{
    /// <summary>Null when the file is faulty.</summary>
    public static ThemeList? Read(InstrumentDocument document)
    {
        var root = document.Root;
        var themes = root.Children("themes").Select(Theme).ToList();
        root.ExpectDistinct(themes.Select(theme => theme.Id), "themes");
        if (!themes.Select(theme => theme.Number).SequenceEqual(Enumerable.Range(1, themes.Count)))
            document.Expect("themes", "the numbers 1, 2, 3 … as the themes stand in the file");
        var list = new ThemeList(
            root.Text("id"), root.Whole("version"), root.Text("title"), root.Text("preamble"), root.Flag("allowOwn"), themes,
            root.Child("evidenceQuestion").Text("displayText"), root.Text("underpinnedBy"));
        return document.IsFaulty ? null : list;
    }

    private static Theme Theme(InstrumentDocument.Entry theme) => new(
        theme.Text("id"), theme.Whole("number"), theme.Text("sourceText"), theme.Text("displayText"), RelatedStatements(theme));

    private static List<string> RelatedStatements(InstrumentDocument.Entry theme)
    {
        if (DefinitionDocument.Member(theme.Element, "relatedStatements") is { ValueKind: JsonValueKind.Array } list
            && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
            return [.. list.EnumerateArray().Select(item => item.GetString()!)];
        theme.Document.Expect($"{theme.Path}.relatedStatements", "a list of statement ids, which may be empty");
        return [];
    }
}
