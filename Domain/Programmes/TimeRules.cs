using System.Text.Json;
using NodaTime;

namespace PeerBot.Domain.Programmes;

/// <summary>Rules on the days and times of a definition.</summary>
internal static class TimeRules
{
    public static void Check(DefinitionDocument document)
    {
        var contact = ("boundaries.contactWindow.from", "boundaries.contactWindow.to");
        ExpectOrder(document, contact.Item1, contact.Item2);
        const string Session = "boundaries.sessionWindow";
        ExpectOrder(document, $"{Session}.from", $"{Session}.to");
        if (TimeAt(document, $"{Session}.latestEnd") is { } latest && TimeOrNull(document, $"{Session}.to") is { } to && latest < to)
            document.Expect($"{Session}.latestEnd", $"the same time as \"to\" or a later one, found {Show(latest)} before {Show(to)}");

        var basis = document.Text($"{Session}.basis");
        string[] needed = basis switch
        {
            "school-day-plus" => ["from", "to", "afterSchoolStartWithinMinutes", "latestEnd"],
            "fixed" => ["from", "to"],
            _ => [],
        };
        foreach (var name in needed.Where(name => document.At($"{Session}.{name}") is null))
            document.Expect($"{Session}.{name}", $"a value, because basis is \"{basis}\", but the field is missing");

        if (document.At("boundaries.days") is { ValueKind: JsonValueKind.Array } days && days.GetArrayLength() == 0)
            document.Expect("boundaries.days", "at least one day, found an empty list");
        document.ExpectDistinct("boundaries.days", "day");
    }

    private static void ExpectOrder(DefinitionDocument document, string from, string to)
    {
        var (start, end) = (TimeAt(document, from), TimeAt(document, to));
        if (start >= end)
            document.Expect(to, $"a time after \"from\" ({Show(start.Value)}), found {Show(end.Value)}");
    }

    private static LocalTime? TimeAt(DefinitionDocument document, string path)
    {
        if (document.Text(path) is { } text && !DefinitionWords.TryTime(text, out _))
            document.Expect(path, $"a time from \"00:00\" to \"23:59\", found \"{text}\"");
        return TimeOrNull(document, path);
    }

    private static LocalTime? TimeOrNull(DefinitionDocument document, string path) =>
        document.Text(path) is { } text && DefinitionWords.TryTime(text, out var time) ? time : null;

    private static string Show(LocalTime time) => $"\"{DefinitionWords.Show(time)}\"";
}
