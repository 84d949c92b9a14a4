using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerBot.Cards;

internal sealed class CamelCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

[JsonConverter(typeof(CamelCase<AdaptiveSpacing>))]
public enum AdaptiveSpacing
{
    Default,
    None,
    Small,
    Medium,
    Large,
}

[JsonConverter(typeof(CamelCase<AdaptiveTextSize>))]
public enum AdaptiveTextSize
{
    Default,
    Small,
    Medium,
    Large,
}

[JsonConverter(typeof(CamelCase<AdaptiveTextWeight>))]
public enum AdaptiveTextWeight
{
    Default,
    Bolder,
}

[JsonConverter(typeof(CamelCase<AdaptiveTextBlockStyle>))]
public enum AdaptiveTextBlockStyle
{
    Default,
    Heading,
}

[JsonConverter(typeof(CamelCase<AdaptiveContainerStyle>))]
public enum AdaptiveContainerStyle
{
    Default,
    Emphasis,
    Accent,
    Good,
    Warning,
    Attention,
}

[JsonConverter(typeof(CamelCase<AdaptiveVerticalAlignment>))]
public enum AdaptiveVerticalAlignment
{
    Top,
    Center,
    Bottom,
}

[JsonConverter(typeof(CamelCase<AdaptiveChoiceInputStyle>))]
public enum AdaptiveChoiceInputStyle
{
    Compact,
    Expanded,
}

[JsonConverter(typeof(CamelCase<AdaptiveActionStyle>))]
public enum AdaptiveActionStyle
{
    Default,
    Positive,
    Destructive,
}

[JsonConverter(typeof(CamelCase<AdaptiveAssociatedInputs>))]
public enum AdaptiveAssociatedInputs
{
    /// <summary>The press checks and sends all inputs of the card.</summary>
    Auto,

    /// <summary>The press sends no input, so that an empty required field cannot stop it.</summary>
    None,
}
