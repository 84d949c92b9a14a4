using System.Text;
using System.Text.Json;

namespace PeerBot.Cards;

/// <summary>The same card in plain words, for whoever does not use cards; every button has a number, every field a letter.</summary>
public static class TextTwin
{
    public static string Of(AdaptiveCard card)
    {
        var texts = card.Texts;
        var twin = new StringBuilder();
        var fields = TwinField.Of(card);
        foreach (var element in Flat(card.Body)) Write(element, fields, texts, twin);

        var actions = Actions(card);
        if (actions.Count == 0) return twin.ToString().TrimEnd();
        twin.Append('\n').Append(texts.Plain(fields.Count == 0 ? "Twin.Reply" : "Twin.ReplyFields")).Append('\n');
        foreach (var action in actions)
            twin.Append(texts.Plain("Twin.Action", ("number", action.Number), ("title", action.Title))).Append('\n');
        return twin.ToString().TrimEnd();
    }

    /// <summary>The buttons in the order of their numbers: those inside the card first, Help last.</summary>
    public static IReadOnlyList<TwinAction> Actions(AdaptiveCard card) =>
        [.. Buttons(card).Select((button, index) => new TwinAction(
            index + 1, button.Tooltip ?? button.Title, (button as AdaptiveExecuteAction)?.Verb,
            button is AdaptiveExecuteAction execute ? Json(execute.Data) : null, (button as AdaptiveOpenUrlAction)?.Url))];

    internal static IEnumerable<AdaptiveAction> Buttons(AdaptiveCard card) =>
        Flat(card.Body).OfType<AdaptiveActionSet>().SelectMany(set => set.Actions).Concat(card.Actions ?? []);

    internal static IEnumerable<AdaptiveElement> Flat(IEnumerable<AdaptiveElement> elements) =>
        elements.SelectMany(element => element switch
        {
            AdaptiveContainer container => Flat(container.Items),
            AdaptiveColumnSet columns => columns.Columns.SelectMany(column => Flat(column.Items)),
            _ => [element],
        });

    private static string Json(ActionData data) => JsonSerializer.Serialize(data, CardJson.Relaxed.ActionData);

    private static void Write(AdaptiveElement element, IReadOnlyList<TwinField> fields, Texts texts, StringBuilder twin)
    {
        switch (element)
        {
            case AdaptiveTextBlock block:
                twin.Append(WithoutMarkdown(block.Text)).Append('\n');
                break;
            case AdaptiveRichTextBlock rich:
                twin.AppendJoin("", rich.Inlines.Select(run => run.Text)).Append('\n');
                break;
            case AdaptiveFactSet facts:
                foreach (var fact in facts.Facts) twin.Append(Line(fact, texts)).Append('\n');
                break;
            case AdaptiveInput input:
                fields.First(field => field.Input == input).Write(texts, twin);
                break;
        }
    }

    private static string Line(AdaptiveFact fact, Texts texts) =>
        texts.Plain("Twin.Fact", ("title", WithoutMarkdown(fact.Title)), ("value", WithoutMarkdown(fact.Value)));

    private static string WithoutMarkdown(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] == '\\' && char.IsAscii(next) && (char.IsPunctuation(next) || char.IsSymbol(next))) plain.Append(text[++i]);
            else if (text[i] == '*' && next == '*') i++;
            else plain.Append(text[i]);
        }
        return plain.ToString();
    }
}

/// <summary>A button as the text twin lists it.</summary>
/// <param name="Verb">Null for a link.</param>
/// <param name="DataJson">What a press on it carries, without inputs; null for a link.</param>
/// <param name="Url">Where a link leads; null for a press.</param>
public sealed record TwinAction(int Number, string Title, string? Verb, string? DataJson, Uri? Url);
