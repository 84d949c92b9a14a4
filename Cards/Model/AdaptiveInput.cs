using System.Text.Json.Serialization;

namespace PeerBot.Cards;

/// <summary>An input; its label says "(required)" or "(optional)" in words, because not every client announces the state.</summary>
public abstract record AdaptiveInput(string Id, string Label) : AdaptiveElement
{
    public bool? IsRequired { get; init; }

    public string? ErrorMessage { get; init; }

    /// <summary>What is typed here is for this person, or the pair, alone; the text twin warns before it is typed into the chat.</summary>
    [JsonIgnore]
    public bool Private { get; init; }
}

public sealed record AdaptiveTextInput(string Id, string Label, int MaxLength) : AdaptiveInput(Id, Label)
{
    public bool? IsMultiline { get; init; }

    public string? Value { get; init; }
}

public sealed record AdaptiveChoiceSetInput(string Id, string Label, IReadOnlyList<AdaptiveChoice> Choices) : AdaptiveInput(Id, Label)
{
    public AdaptiveChoiceInputStyle Style { get; init; } = AdaptiveChoiceInputStyle.Expanded;

    /// <summary>What a drop-down list shows before a choice is made.</summary>
    public string? Placeholder { get; init; }

    public bool? IsMultiSelect { get; init; }

    public bool Wrap { get; } = true;

    /// <summary>Value chosen beforehand; several are separated by commas.</summary>
    public string? Value { get; init; }
}

public sealed record AdaptiveChoice(string Title, string Value);

/// <summary>A date; <see cref="Min"/>, <see cref="Max"/> and <see cref="Value"/> as 2027-01-11.</summary>
public sealed record AdaptiveDateInput(string Id, string Label) : AdaptiveInput(Id, Label)
{
    public string? Min { get; init; }

    public string? Max { get; init; }

    public string? Value { get; init; }
}

/// <summary>A time of day; <see cref="Min"/>, <see cref="Max"/> and <see cref="Value"/> as 15:30.</summary>
public sealed record AdaptiveTimeInput(string Id, string Label) : AdaptiveInput(Id, Label)
{
    public string? Min { get; init; }

    public string? Max { get; init; }

    public string? Value { get; init; }
}

/// <summary>A tick box; sends <c>true</c> or <c>false</c>.</summary>
public sealed record AdaptiveToggleInput(string Id, string Label, string Title) : AdaptiveInput(Id, Label)
{
    public bool Wrap { get; } = true;

    public string? Value { get; init; }
}
