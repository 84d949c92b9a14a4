using System.Text.Json;

namespace PeerBot.BotFramework;

/// <summary>Fields that came with an object and have no name of their own in its class. They go out again as they came.</summary>
/// <remarks>In the official SDK this is a Newtonsoft JObject; what is here reads the same way under both.</remarks>
public sealed class JsonProperties : Dictionary<string, JsonElement>
{
    public JsonProperties()
        : base(StringComparer.Ordinal)
    {
    }

    public bool HasValues => Count > 0;

    /// <summary>Null when there is no such field.</summary>
    public new JsonElement? this[string key]
    {
        get => TryGetValue(key, out var value) ? value : null;
        set
        {
            if (value is { } present)
                base[key] = present;
            else
                Remove(key);
        }
    }
}
