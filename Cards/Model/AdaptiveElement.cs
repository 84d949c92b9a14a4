using System.Text.Json.Serialization;

namespace PeerBot.Cards;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(AdaptiveTextBlock), "TextBlock")]
[JsonDerivedType(typeof(AdaptiveRichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(AdaptiveContainer), "Container")]
[JsonDerivedType(typeof(AdaptiveColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(AdaptiveFactSet), "FactSet")]
[JsonDerivedType(typeof(AdaptiveActionSet), "ActionSet")]
[JsonDerivedType(typeof(AdaptiveTextInput), "Input.Text")]
[JsonDerivedType(typeof(AdaptiveChoiceSetInput), "Input.ChoiceSet")]
[JsonDerivedType(typeof(AdaptiveDateInput), "Input.Date")]
[JsonDerivedType(typeof(AdaptiveTimeInput), "Input.Time")]
[JsonDerivedType(typeof(AdaptiveToggleInput), "Input.Toggle")]
public abstract record AdaptiveElement
{
    public AdaptiveSpacing? Spacing { get; init; }

    public bool? Separator { get; init; }
}

/// <summary>Text in which a client reads Markdown: words of ours, with whatever a person typed escaped.</summary>
public sealed record AdaptiveTextBlock(string Text) : AdaptiveElement
{
    public bool Wrap { get; } = true;

    public AdaptiveTextBlockStyle? Style { get; init; }

    public AdaptiveTextSize? Size { get; init; }

    public AdaptiveTextWeight? Weight { get; init; }

    public bool? IsSubtle { get; init; }
}

/// <summary>Text in which no client reads Markdown: what a person typed is shown as they typed it.</summary>
public sealed record AdaptiveRichTextBlock(IReadOnlyList<AdaptiveTextRun> Inlines) : AdaptiveElement;

public sealed record AdaptiveTextRun(string Text)
{
    public string Type { get; } = "TextRun";
}

public sealed record AdaptiveContainer(IReadOnlyList<AdaptiveElement> Items) : AdaptiveElement
{
    public AdaptiveContainerStyle? Style { get; init; }
}

public sealed record AdaptiveColumnSet(IReadOnlyList<AdaptiveColumn> Columns) : AdaptiveElement;

/// <param name="Width"><c>auto</c>, <c>stretch</c> or a weight.</param>
public sealed record AdaptiveColumn(string Width, IReadOnlyList<AdaptiveElement> Items)
{
    public string Type { get; } = "Column";

    public AdaptiveVerticalAlignment? VerticalContentAlignment { get; init; }
}

public sealed record AdaptiveFactSet(IReadOnlyList<AdaptiveFact> Facts) : AdaptiveElement;

public sealed record AdaptiveFact(string Title, string Value);

public sealed record AdaptiveActionSet(IReadOnlyList<AdaptiveAction> Actions) : AdaptiveElement;
