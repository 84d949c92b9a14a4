using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace PeerBot.Cards;

/// <summary>All texts of one resource in one language, those of its parents where it has none; read once a process.</summary>
/// <remarks>A ResourceManager walks the languages again for every text; a card asks for forty.</remarks>
internal static class TextSource
{
    private static readonly ConcurrentDictionary<(ResourceManager, string), FrozenDictionary<string, string>> Read = new();

    public static FrozenDictionary<string, string> Of(ResourceManager resource, CultureInfo culture) =>
        Read.GetOrAdd((resource, culture.Name), _ => All(resource, culture).ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Whether a resource has texts in a language, or in that language without its country.</summary>
    public static bool Has(ResourceManager resource, CultureInfo culture) =>
        !culture.Equals(CultureInfo.InvariantCulture)
        && (resource.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is not null || Has(resource, culture.Parent));

    private static Dictionary<string, string> All(ResourceManager resource, CultureInfo culture)
    {
        var texts = culture.Equals(CultureInfo.InvariantCulture) ? [] : All(resource, culture.Parent);
        var own = resource.GetResourceSet(culture, createIfNotExists: true, tryParents: false);
        foreach (var (key, value) in own?.Cast<DictionaryEntry>().Select(entry => ((string)entry.Key, (string?)entry.Value)) ?? [])
            if (value is not null) texts[key] = value;
        return texts;
    }
}
