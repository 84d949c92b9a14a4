using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace PeerBot.Cards;

/// <summary>Reads what a person types under a card's text twin, as if the card had been used.</summary>
/// <remarks>One line a field ("A: 2"), then the number or the words of a button; a number alone where nothing is required.</remarks>
public static class TwinReader
{
    public static TwinAnswer Read(AdaptiveCard card, string typed)
    {
        var lines = typed.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var button = lines.Length == 0 ? null : Find([.. TextTwin.Buttons(card)], lines[^1]);
        if (button is AdaptiveOpenUrlAction link) return new TwinAnswer.Link(link.Url);
        if (button is not AdaptiveExecuteAction execute) return new TwinAnswer.NotAnAnswer();

        var data = JsonSerializer.SerializeToNode(execute.Data, CardJson.Relaxed.ActionData)!.AsObject();
        if (execute.AssociatedInputs == AdaptiveAssociatedInputs.None) return Press(execute, data);

        var fields = TwinField.Of(card);
        foreach (var line in lines[..^1])
        {
            if (Answered(fields, line) is not var (field, answer))
                return new TwinAnswer.Problem(card.Texts.Plain("Twin.WhichField", ("line", line)));
            if (Value(field.Input, answer, card.Texts) is not { } value) return new TwinAnswer.Problem(NotUnderstood(field, card.Texts));
            data[field.Input.Id] = value;
        }
        foreach (var field in fields)
        {
            if (!data.ContainsKey(field.Input.Id) && Default(field.Input) is { } before) data[field.Input.Id] = before;
            if (field.Input.IsRequired == true && data[field.Input.Id]?.GetValue<string>() is null or "" or "false")
                return new TwinAnswer.Problem(field.Input.ErrorMessage ?? NotUnderstood(field, card.Texts));
        }
        return Press(execute, data);
    }

    private static TwinAnswer.Press Press(AdaptiveExecuteAction execute, JsonObject data) => new(execute.Verb, data.ToJsonString());

    // The words are those of the twin ("Remove Grace Obi") or those on the button where only one has them.
    private static AdaptiveAction? Find(IReadOnlyList<AdaptiveAction> buttons, string line)
    {
        if (int.TryParse(line.TrimEnd('.', ')'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return buttons.ElementAtOrDefault(number - 1);
        if (buttons.FirstOrDefault(button => Same(button.Tooltip, line)) is { } named) return named;
        return buttons.Where(button => Same(button.Title, line)).ToList() is [var only] ? only : null;
    }

    private static (TwinField Field, string Answer)? Answered(IReadOnlyList<TwinField> fields, string line)
    {
        foreach (var field in fields)
            if (line.StartsWith(field.Letter, StringComparison.OrdinalIgnoreCase)
                && line[field.Letter.Length..] is [' ' or ':' or '.' or ')' or '=', ..] rest)
                return (field, rest.TrimStart(' ', ':', '.', ')', '='));
        return null;
    }

    /// <summary>The value as a client would send it; null when the answer is not one.</summary>
    private static string? Value(AdaptiveInput input, string answer, Texts texts) => input switch
    {
        AdaptiveTextInput text => answer.Length <= text.MaxLength ? answer : null,
        AdaptiveChoiceSetInput { IsMultiSelect: true } several => Several(several, answer),
        AdaptiveChoiceSetInput one => Choice(one, answer),
        AdaptiveToggleInput => texts.Means(answer, "Twin.Yes") ? "true" : texts.Means(answer, "Twin.No") ? "false" : null,
        AdaptiveDateInput => Date(answer, texts.Culture),
        AdaptiveTimeInput => Time(answer),
        _ => null,
    };

    private static string? Choice(AdaptiveChoiceSetInput input, string answer) =>
        int.TryParse(answer, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? input.Choices.ElementAtOrDefault(number - 1)?.Value
            : input.Choices.FirstOrDefault(choice => Same(choice.Title, answer))?.Value;

    private static string? Several(AdaptiveChoiceSetInput input, string answer)
    {
        var parts = answer.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var values = parts.Select(part => Choice(input, part)).ToList();
        return values.Count == 0 || values.Contains(null) ? null : string.Join(',', values);
    }

    /// <summary>With the names of the reader's language, or in English.</summary>
    private static string? Date(string answer, CultureInfo culture)
    {
        foreach (var pattern in new[] { "uuuu-MM-dd", "d/M/uuuu", "d.M.uuuu", "d MMMM uuuu", "d MMM uuuu", "dddd d MMMM uuuu" })
            foreach (var language in new[] { CultureInfo.InvariantCulture, culture })
                if (LocalDatePattern.Create(pattern, language).Parse(answer) is { Success: true, Value: var date })
                    return LocalDatePattern.Iso.Format(date);
        return null;
    }

    private static string? Time(string answer)
    {
        var text = answer.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        foreach (var pattern in new[] { "H:mm", "HH:mm", "h.mmtt", "h:mmtt", "htt", "H.mm" })
            if (LocalTimePattern.CreateWithInvariantCulture(pattern).Parse(text) is { Success: true, Value: var time })
                return time.ToString("HH':'mm", CultureInfo.InvariantCulture);
        return null;
    }

    private static string? Default(AdaptiveInput input) => input switch
    {
        AdaptiveTextInput text => text.Value,
        AdaptiveChoiceSetInput choice => choice.Value,
        AdaptiveDateInput date => date.Value,
        AdaptiveTimeInput time => time.Value,
        AdaptiveToggleInput toggle => toggle.Value,
        _ => null,
    };

    private static string NotUnderstood(TwinField field, Texts texts) =>
        texts.Plain("Twin.NotUnderstood", ("letter", field.Letter), ("label", field.Input.Label));

    private static bool Same(string? words, string typed) =>
        string.Equals(words?.Trim(), typed.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>What was typed under a text twin.</summary>
public abstract record TwinAnswer
{
    private TwinAnswer() { }

    /// <param name="DataJson">What the press carries together with the fields, as a card's press would.</param>
    public sealed record Press(string Verb, string DataJson) : TwinAnswer;

    /// <summary>The button is a link: answer with its address.</summary>
    public sealed record Link(Uri Url) : TwinAnswer;

    /// <param name="Sentence">What was not understood or is missing, plain words.</param>
    public sealed record Problem(string Sentence) : TwinAnswer;

    /// <summary>Neither a button's number nor its words: ordinary text for the flow.</summary>
    public sealed record NotAnAnswer : TwinAnswer;
}
