using System.Text.Json;

namespace PeerBot.Domain.Programmes;

/// <summary>Rules on the questions of a definition; above all that nothing is shared unless the person says so.</summary>
internal static class QuestionRules
{
    private const string Questions = "feedback.questions";

    public static void Check(DefinitionDocument document)
    {
        document.ExpectDistinctIds(Questions, "id");
        foreach (var (path, question) in document.Items(Questions))
            CheckQuestion(document, path, question);

        var permissions = document.Items(Questions).Count(entry => TypeOf(entry.Item) == "permission");
        if (document.Flag("feedback.shareWithSupporter.ask") is true && permissions != 1)
            document.Expect(
                Questions, $"exactly one question of type \"permission\", because shareWithSupporter.ask is true, found {permissions}");
        if (document.Flag("feedback.enabled") is true && !document.Items("feedback.from").Any())
            document.Expect("feedback.from", "at least one person to ask, because feedback is enabled, found an empty list");
    }

    private static void CheckQuestion(DefinitionDocument document, string path, JsonElement question)
    {
        var type = TypeOf(question);
        var options = DefinitionDocument.Member(question, "options") is { ValueKind: JsonValueKind.Array } list ? list.GetArrayLength() : 0;
        var least = type switch { "scale" or "choice" => 2, "permission" => 3, _ => 0 };
        if (options < least)
            document.Expect($"{path}.options", $"at least {least} options for a question of type \"{type}\", found {options}");

        var preset = DefinitionDocument.Member(question, "default");
        if (type == "permission" && DefinitionDocument.TextOf(preset) != "no")
            document.Expect($"{path}.default", "\"no\" for a question of type \"permission\"");
        else if (preset is { ValueKind: not JsonValueKind.String })
            document.Expect($"{path}.default", "a text");

        if (DefinitionDocument.Member(question, "maxLength") is { ValueKind: JsonValueKind.Number } length
            && length.TryGetInt32(out var characters) && characters == 0)
            document.Expect($"{path}.maxLength", "1 or more, found 0");
    }

    private static string? TypeOf(JsonElement question) => DefinitionDocument.TextOf(DefinitionDocument.Member(question, "type"));
}
