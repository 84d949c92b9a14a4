using System.Text.Json;

namespace PeerBot.BotFramework;

public partial class Activity
{
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Summary)
        || Attachments is { Count: > 0 }
        || ChannelData is not null;

    /// <summary>The people and bots this activity names with an @; empty when there are none.</summary>
    public Mention[] GetMentions() =>
        Entities is null
            ? []
            : [.. Entities.Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase)).Select(AsMention)];

    /// <summary>The channel's own part of the activity as <typeparamref name="T"/>; null when there is none.</summary>
    /// <exception cref="JsonException">The channel data has another shape.</exception>
    public T? GetChannelData<T>() => BotJson.Convert<T>(ChannelData);

    public bool TryGetChannelData<T>(out T? instance)
    {
        instance = default;
        if (ChannelData is null)
            return false;

        try
        {
            instance = GetChannelData<T>();
            return true;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            return false;
        }
    }

    private static Mention AsMention(Entity entity) => entity as Mention ?? entity.GetAs<Mention>() ?? new Mention();
}
