using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using PeerBot.Domain.Reflection;

namespace PeerBot.Domain.Programmes;

/// <summary>What a definition must hold beyond its schema: parts that have to agree with each other, or with the instruments.</summary>
internal static partial class DefinitionRules
{
    public static void Check(DefinitionDocument document, ReflectionLibrary library)
    {
        CheckEveryValue(document);
        CheckStatus(document);
        CheckTimes(document);
        CheckRelationship(document);
        CheckMatching(document);
        CheckCriteria(document);
        CheckMeetings(document);
        CheckReferences(document, library);
        FeedbackDefinitionRules.Check(document);
    }

    private static void CheckStatus(DefinitionDocument document)
    {
        var assumptions = document.Items("assumptions").Count();
        if (document.Text("status") == "active" && assumptions > 0)
            document.Expect(
                "assumptions",
                "an empty list before status is \"active\": the programme's lead confirms each value by taking its entry off the list, "
                + $"found {assumptions} not confirmed");

        if (document.Text("timeZone") is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
            document.Expect("timeZone", $"an IANA time zone such as \"Europe/London\", found \"{zone}\"");
        ExpectDistinct(document, "locales", "locale");
    }

    private static void CheckTimes(DefinitionDocument document)
    {
        var contact = ("boundaries.contactWindow.from", "boundaries.contactWindow.to");
        ExpectOrder(document, contact.Item1, contact.Item2);
        const string Session = "boundaries.sessionWindow";
        ExpectOrder(document, $"{Session}.from", $"{Session}.to");
        if (TimeAt(document, $"{Session}.latestEnd") is { } latest && TimeOrNull(document, $"{Session}.to") is { } to && latest < to)
            document.Expect($"{Session}.latestEnd", $"the same time as \"to\" or a later one, found {Show(latest)} before {Show(to)}");

        string[] needed = document.Text($"{Session}.basis") switch
        {
            "school-day-plus" => ["from", "to", "afterSchoolStartWithinMinutes", "latestEnd"],
            "fixed" => ["from", "to"],
            _ => [],
        };
        foreach (var name in needed.Where(name => document.At($"{Session}.{name}") is null))
            document.Expect($"{Session}.{name}", $"a value, because basis is \"{document.Text($"{Session}.basis")}\", but the field is missing");

        if (document.At("boundaries.days") is { ValueKind: JsonValueKind.Array } days && days.GetArrayLength() == 0)
            document.Expect("boundaries.days", "at least one day, found an empty list");
        ExpectDistinct(document, "boundaries.days", "day");
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

    private static void CheckRelationship(DefinitionDocument document)
    {
        ExpectAtMost(document, "relationship.supporterCapacity.default", "relationship.supporterCapacity.max");
        ExpectAtMost(document, "groups.minSize", "groups.maxSize");
        if (document.Whole("groups.minSize") is < 2 and var size)
            document.Expect("groups.minSize", $"2 or more, found {size}");

        var shape = document.Text("relationship.shape");
        if (shape == "group" && document.At("groups") is null)
            document.Expect("groups", "the rules for forming groups, because relationship.shape is \"group\", found null");
        if (shape == "pair" && document.At("groups") is not null)
            document.Expect("groups", "null, because relationship.shape is \"pair\"");
        var model = document.Text("matching.model");
        if (shape is not null && model is not null && (shape == "group") != (model == "group-former"))
            document.Expect("matching.model", $"\"group-former\" for groups and only for groups, found \"{model}\" with the shape \"{shape}\"");
        ExpectDistinctIds(document, "roles", "id");
    }

    private static void CheckMatching(DefinitionDocument document)
    {
        ExpectDistinctIds(document, "matching.profileFields", "id");
        ExpectDistinctIds(document, "matching.conflictRules", "test");
        if (document.Text("matching.model") == "requester-chooses-profile" && document.Whole("matching.maxPreferences") is 0)
            document.Expect("matching.maxPreferences", "1 or more, because the requester chooses, found 0");
        if (document.Whole("matching.responseWindowWorkingDays") is < 1 and var window)
            document.Expect("matching.responseWindowWorkingDays", $"1 or more, found {window}");
        if (document.Whole("matching.remindAfterWorkingDays") is { } remind
            && document.Whole("matching.responseWindowWorkingDays") is { } respond && remind >= respond)
            document.Expect("matching.remindAfterWorkingDays", $"fewer days than responseWindowWorkingDays ({respond}), found {remind}");
    }

    private static void CheckCriteria(DefinitionDocument document)
    {
        foreach (var list in new[] { "eligibility.requester", "eligibility.supporter" })
        {
            ExpectDistinctIds(document, list, "id");
            foreach (var (path, criterion) in document.Items(list))
            {
                var value = DefinitionDocument.Member(criterion, "value");
                var expected = DefinitionDocument.TextOf(DefinitionDocument.Member(criterion, "operator")) switch
                {
                    "in" when !IsTextList(value) => "a list of texts, because operator is \"in\"",
                    ">=" when value is not { ValueKind: JsonValueKind.Number } => "a whole number, because operator is \">=\"",
                    "policy" when value is not { ValueKind: JsonValueKind.Object } policy || !IsPolicy(policy) =>
                        "an object with the text lists accept and coordinatorDecides, because operator is \"policy\"",
                    _ => null,
                };
                if (expected is not null)
                    document.Expect($"{path}.value", expected);
            }
        }
    }

    private static bool IsPolicy(JsonElement policy) =>
        IsTextList(DefinitionDocument.Member(policy, "accept")) && IsTextList(DefinitionDocument.Member(policy, "coordinatorDecides"));

    private static bool IsTextList(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Array } list && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);

    private static void CheckMeetings(DefinitionDocument document)
    {
        foreach (var meeting in new[] { "cycle.initialMeeting", "cycle.meeting" })
        {
            ExpectAtMost(document, $"{meeting}.minMinutes.value", $"{meeting}.maxMinutes.value");
            ExpectAtMost(document, $"{meeting}.minMinutes.value", $"{meeting}.defaultMinutes");
            ExpectAtMost(document, $"{meeting}.defaultMinutes", $"{meeting}.maxMinutes.value");
            if (document.Whole($"{meeting}.defaultMinutes") is 0)
                document.Expect($"{meeting}.defaultMinutes", "1 or more, found 0");
            if (document.At($"{meeting}.modes") is { ValueKind: JsonValueKind.Array } modes && modes.GetArrayLength() == 0)
                document.Expect($"{meeting}.modes", "at least one mode, found an empty list");
            ExpectDistinct(document, $"{meeting}.modes", "mode");
        }

        ExpectDistinctIds(document, "cycle.phases", "id");
        ExpectDistinctIds(document, "cycle.milestones", "id");
        if (document.Flag("cycle.review.extension.allowed") is true && !document.Items("cycle.review.extension.agreedBy").Any())
            document.Expect("cycle.review.extension.agreedBy", "at least one person who agrees, because an extension is allowed");
        if (document.Flag("supervision.offeredToAll") is true && document.Whole("supervision.offerEverySchoolWeeks") is null or 0)
            document.Expect("supervision.offerEverySchoolWeeks", "1 or more, because supervision is offered to all");
    }

    private static void CheckReferences(DefinitionDocument document, ReflectionLibrary library)
    {
        ExpectKnown(document, "selfEvaluation.instrumentRef", library.Instruments.Keys, "selfEvaluation.enabled");
        ExpectKnown(document, "themes.themesRef", library.Themes.Keys, "themes.enabled");
        ExpectKnown(document, "questionBank.ref", library.QuestionBanks.Keys, null);
        if (document.Flag("selfEvaluation.enabled") is true && !document.Items("selfEvaluation.occasions").Any())
            document.Expect("selfEvaluation.occasions", "at least one occasion, because the self-evaluation is enabled, found none");
        if (document.Text("questionBank.ref") is not { } id || !library.QuestionBanks.TryGetValue(id, out var bank))
            return;
        foreach (var (path, phase) in document.Items("questionBank.phases"))
        {
            if (DefinitionDocument.TextOf(phase) is { } name && bank.Phases.All(known => known.Id != name))
                document.Expect(path, $"one of {string.Join(", ", bank.Phases.Select(known => known.Id))}, found \"{name}\"");
        }
    }

    private static void ExpectKnown(DefinitionDocument document, string path, IEnumerable<string> known, string? switchedBy)
    {
        var choices = string.Join(", ", known.Order(StringComparer.Ordinal).Select(id => $"\"{id}\""));
        if (document.Text(path) is { } id)
        {
            if (!known.Contains(id))
                document.Expect(path, $"the id of an instrument that is there ({choices}), found \"{id}\"");
        }
        else if (switchedBy is not null && document.Flag(switchedBy) is true)
        {
            document.Expect(path, $"the id of an instrument ({choices}), because {switchedBy} is true, found none");
        }
    }

    private static void ExpectAtMost(DefinitionDocument document, string small, string great)
    {
        if (document.Whole(small) is { } less && document.Whole(great) is { } most && less > most)
            document.Expect(small, $"at most {most}, which is {great}, found {less}");
    }

    private static void ExpectDistinct(DefinitionDocument document, string list, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, item) in document.Items(list))
        {
            if (DefinitionDocument.TextOf(item) is { } text && !seen.Add(text))
                document.Expect(path, $"each {what} once, found \"{text}\" again");
        }
    }

    internal static void ExpectDistinctIds(DefinitionDocument document, string list, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, item) in document.Items(list))
        {
            if (DefinitionDocument.TextOf(DefinitionDocument.Member(item, key)) is { } id && !seen.Add(id))
                document.Expect($"{path}.{key}", $"a different {key} for each entry of {list}, found \"{id}\" again");
        }
    }

    /// <summary>Rules on values wherever they stand: no number below zero, no blank English text, contacts by key only.</summary>
    private static void CheckEveryValue(DefinitionDocument document) => CheckValue(document, document.Root, "$", "");

    private static void CheckValue(DefinitionDocument document, JsonElement value, string path, string name)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                    CheckValue(document, field.Value, $"{path}.{field.Name}", field.Name);
                break;
            case JsonValueKind.Array:
                foreach (var (item, index) in value.EnumerateArray().Select((item, index) => (item, index)))
                    CheckValue(document, item, $"{path}[{index}]", "");
                break;
            case JsonValueKind.Number when value.TryGetInt32(out var number) && number < 0:
                document.Expect(path, $"0 or more, found {number}");
                break;
            case JsonValueKind.String when name == LocalText.FallbackLocale && string.IsNullOrWhiteSpace(value.GetString()):
                document.Expect(path, $"words in {LocalText.FallbackLocale}, found an empty text");
                break;
            case JsonValueKind.String when name.EndsWith("ontactRef", StringComparison.Ordinal) && !ContactKey().IsMatch(value.GetString()!):
                document.Expect(path, "a key of the contacts configuration (small letters, digits and hyphens), never an address or a number");
                break;
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex ContactKey();
}
