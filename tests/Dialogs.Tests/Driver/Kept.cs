using System.Collections;
using System.Reflection;
using PeerBot.Tests.World;

namespace PeerBot.Dialogs.Tests.Driver;

/// <summary>Every word that is kept anywhere: in the stores, in errands, in the state of a chat.</summary>
internal static class Kept
{
    /// <param name="words">Plain letters and digits, which every encoding leaves as they are.</param>
    public static void Nowhere(Scheme scheme, params string[] words)
    {
        var everything = In(scheme).ToList();
        Assert.NotEmpty(everything);
        foreach (var word in words)
        {
            Assert.DoesNotContain(everything, kept => kept.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
    }

    public static IEnumerable<string> In(Scheme scheme) =>
        InStores(scheme).Concat(scheme.Everybody.Select(person => person.Stored));

    public static IEnumerable<string> InStores(Scheme scheme) =>
        Words(scheme.Store.All<object>()).Concat(Words(scheme.Store.Errands));

    private static IEnumerable<string> Words(object? value, int depth = 0)
    {
        Assert.True(depth < 12, "Something is kept in something without end.");
        return value switch
        {
            null => [],
            string words => [words],
            IDictionary map => Words(map.Keys, depth + 1).Concat(Words(map.Values, depth + 1)),
            IEnumerable items => items.Cast<object?>().SelectMany(item => Words(item, depth + 1)),
            Uri address => [address.ToString()],
            _ when value.GetType().Namespace?.StartsWith("PeerBot", StringComparison.Ordinal) != true || value.GetType().IsEnum => [],
            _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0)
                .SelectMany(property => Words(property.GetValue(value), depth + 1)),
        };
    }
}
