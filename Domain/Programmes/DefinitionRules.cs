using System.Text.Json;
using NodaTime;
using PeerBot.Domain.Reflection;

namespace PeerBot.Domain.Programmes;

/// <summary>What a definition must hold beyond its schema: parts that have to agree with each other, or with the instruments.</summary>
internal static class DefinitionRules
{
    public static void Check(DefinitionDocument document, ReflectionLibrary library)
    {
        ValueRules.Check(document);
        CheckStatus(document);
        TimeRules.Check(document);
        CheckRelationship(document);
        CheckMatching(document);
        CriterionRules.Check(document);
        CheckMeetings(document);
        CheckReferences(document, library);
        QuestionRules.Check(document);
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
        document.ExpectDistinct("locales", "locale");
    }

    private static void CheckRelationship(DefinitionDocument document)
    {
        document.ExpectAtMost("relationship.supporterCapacity.default", "relationship.supporterCapacity.max");
        document.ExpectAtMost("groups.minSize", "groups.maxSize");
        if (document.Whole("groups.minSize") is < 2 and var size)
            document.Expect("groups.minSize", $"2 or more, found {size}");

        var shape = document.Text("relationship.shape");
        if (shape == "group" && document.At("groups") is null)
            document.Expect("groups", "the rules for forming groups, because relationship.shape is \"group\", found null");
        if (shape == "pair" && document.At("groups") is not null)
            document.Expect("groups", "null, because relationship.shape is \"pair\"");
        var model = document.Text("matching.model");
        if (shape is not null && model is not null && (shape == "group") != (model == "group-former"))
            document.Expect("matching.model", $"\"group-former\" for groups and only for groups, found \"{model}\" for a {shape}");
        document.ExpectDistinctIds("roles", "id");
    }

    private static void CheckMatching(DefinitionDocument document)
    {
        document.ExpectDistinctIds("matching.profileFields", "id");
        document.ExpectDistinctIds("matching.conflictRules", "test");
        if (document.Text("matching.model") == "requester-chooses-profile" && document.Whole("matching.maxPreferences") is 0)
            document.Expect("matching.maxPreferences", "1 or more, because the requester chooses, found 0");
        if (document.Whole("matching.responseWindowWorkingDays") is < 1 and var window)
            document.Expect("matching.responseWindowWorkingDays", $"1 or more, found {window}");
        if (document.Whole("matching.remindAfterWorkingDays") is { } remind
            && document.Whole("matching.responseWindowWorkingDays") is { } respond && remind >= respond)
            document.Expect("matching.remindAfterWorkingDays", $"fewer days than responseWindowWorkingDays ({respond}), found {remind}");
    }

    private static void CheckMeetings(DefinitionDocument document)
    {
        foreach (var meeting in new[] { "cycle.initialMeeting", "cycle.meeting" })
        {
            document.ExpectAtMost($"{meeting}.minMinutes.value", $"{meeting}.maxMinutes.value");
            document.ExpectAtMost($"{meeting}.minMinutes.value", $"{meeting}.defaultMinutes");
            document.ExpectAtMost($"{meeting}.defaultMinutes", $"{meeting}.maxMinutes.value");
            if (document.Whole($"{meeting}.defaultMinutes") is 0)
                document.Expect($"{meeting}.defaultMinutes", "1 or more, found 0");
            if (document.At($"{meeting}.modes") is { ValueKind: JsonValueKind.Array } modes && modes.GetArrayLength() == 0)
                document.Expect($"{meeting}.modes", "at least one mode, found an empty list");
            document.ExpectDistinct($"{meeting}.modes", "mode");
        }

        document.ExpectDistinctIds("cycle.phases", "id");
        document.ExpectDistinctIds("cycle.milestones", "id");
        document.ExpectDistinctIds("cycle.meetingKinds", "id");
        CheckMeetingKinds(document);
        if (document.Flag("cycle.review.extension.allowed") is true && !document.Items("cycle.review.extension.agreedBy").Any())
            document.Expect("cycle.review.extension.agreedBy", "at least one person who agrees, because an extension is allowed");
        if (document.Flag("supervision.offeredToAll") is true && document.Whole("supervision.offerEverySchoolWeeks") is null or 0)
            document.Expect("supervision.offerEverySchoolWeeks", "1 or more, because supervision is offered to all");
    }

    private static void CheckMeetingKinds(DefinitionDocument document)
    {
        var kinds = document.Items("cycle.meetingKinds").ToList();
        for (var at = 0; at < kinds.Count; at++)
        {
            if (document.Text($"cycle.meetingKinds[{at}].partnerSees") is { } other
                && !Enumerable.Range(0, kinds.Count).Any(one => document.Text($"cycle.meetingKinds[{one}].id") == other))
                document.Expect($"cycle.meetingKinds[{at}].partnerSees", $"the id of one of the kinds, found \"{other}\"");
        }
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
}
