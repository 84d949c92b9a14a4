using System.Text.Json.Serialization;

namespace PeerBot.BotFramework;

/// <summary>Metadata of an activity: a mention, the client's locale and time zone, and whatever else a channel adds.</summary>
[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)]
[JsonDerivedType(typeof(Mention))]
public class Entity
{
    public Entity()
    {
    }

    public Entity(string? type = null) => Type = type;

    public string? Type { get; set; }

    [JsonExtensionData]
    public JsonProperties Properties { get; set; } = [];

    public T? GetAs<T>() => BotJson.Deserialize<T>(BotJson.SerializeToUtf8Bytes(this));

    public void SetAs<T>(T obj)
    {
        var entity = BotJson.Deserialize<Entity>(BotJson.SerializeToUtf8Bytes(obj)) ?? new Entity();
        Type = entity.Type;
        Properties = entity.Properties;
    }
}

public class Mention : Entity
{
    public Mention() => Type = "mention";

    public Mention(ChannelAccount? mentioned = null, string? text = null, string? type = null)
    {
        Mentioned = mentioned;
        Text = text;
        Type = type ?? "mention";
    }

    public ChannelAccount? Mentioned { get; set; }

    public string? Text { get; set; }
}
