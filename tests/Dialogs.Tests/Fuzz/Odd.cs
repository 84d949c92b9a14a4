using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PeerBot.Tests.Fuzz;

/// <summary>Values that nobody means to send, and texts and JSON bent out of shape.</summary>
internal static class Odd
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "\n", "\r\n.", "\u202Eevil", "\u200B", "\uFEFF", "😀😀", "ß ñ 漢字", "e\u0301\u0301\u0301", "null", "true", "-1", "0", "1", "9999999999999999999", "1e999", "NaN",
        "2026-02-30", "9999-12-31T23:59:59Z", "-9998-01-01T00:00:00Z", "0001-01-01", "24:00", "25:61", "29 february", "thursday", "last monday of each month", "every 0 weeks",
        "' OR 1=1 --", "<script>alert(1)</script>", "<at>x</at>", "{number} {0} %s", "[x](https://attacker.example)", "**", "|||", ";;;", "../../x", "00000000-0000-0000-0000-000000000000",
        "{\"verb\":\"help\"}", "07700 900123", "a child at risk", "yes", "no", "help", "cancel",
    ];

    public static string Text(Random random) => random.Next(8) switch
    {
        0 => new string((char)random.Next(1, 0x250), random.Next(1, 12_000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => char.ConvertFromUtf32(AnyRune(random)))),
        2 => random.Next(int.MinValue, int.MaxValue).ToString(CultureInfo.InvariantCulture),
        3 => Bent(random, random.Any(Texts)),
        _ => random.Any(Texts),
    };

    public static JsonNode? Value(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => random.Next(),
        2 => random.NextDouble() * 1e300,
        3 => random.Chance(50),
        4 => new JsonArray(Text(random), 1, new JsonObject()),
        5 => new JsonObject { [Text(random)] = Text(random), ["id"] = new JsonArray() },
        6 => long.MinValue,
        _ => Text(random),
    };

    /// <summary>The same text with something left out, put in, doubled or turned round.</summary>
    public static string Bent(Random random, string text)
    {
        var bent = new StringBuilder(text);
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = bent.Length == 0 ? 0 : random.Next(bent.Length);
            switch (random.Next(5))
            {
                case 0 when bent.Length > 0:
                    bent.Remove(at, 1);
                    break;
                case 1:
                    bent.Insert(at, char.ConvertFromUtf32(AnyRune(random)));
                    break;
                case 2:
                    bent.Append(text);
                    break;
                case 3 when bent.Length > 0:
                    bent.Length = at;
                    break;
                default:
                    bent.Insert(at, random.Any(Texts));
                    break;
            }
        }

        return bent.ToString();
    }

    /// <summary>Changes a few places anywhere in the tree.</summary>
    public static JsonNode Bend(Random random, JsonNode tree)
    {
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            switch (random.Any([.. Below(tree)]))
            {
                case JsonObject { Count: > 0 } one:
                    var (name, value) = random.Any([.. one]);
                    Change(random, one, name, value);
                    break;
                case JsonArray { Count: > 0 } many:
                    many[random.Next(many.Count)] = Value(random);
                    break;
                case JsonArray empty:
                    empty.Add(Value(random));
                    break;
            }
        }

        return tree;
    }

    private static void Change(Random random, JsonObject one, string name, JsonNode? value)
    {
        switch (random.Next(7))
        {
            case 0:
                one.Remove(name);
                break;
            case 1:
                one[random.Chance(50) ? name.ToUpperInvariant() : Text(random)] = value?.DeepClone();
                break;
            case 2:
                one[name] = new JsonArray(value?.DeepClone(), value?.DeepClone());
                break;
            case 3:
                one[name] = new JsonObject { [name] = value?.DeepClone() };
                break;
            case 4 when value is JsonValue text && text.TryGetValue<string>(out var words):
                one[name] = Bent(random, words);
                break;
            default:
                one[name] = Value(random);
                break;
        }
    }

    private static IEnumerable<JsonNode> Below(JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(field => Below(field.Value)).Prepend(one),
        JsonArray many => many.SelectMany(Below).Prepend(many),
        _ => [],
    };

    /// <summary>Any character but half of a pair.</summary>
    private static int AnyRune(Random random) => random.Next(4) switch
    {
        0 => random.Next(0, 0x80),
        1 => random.Next(0xE000, 0x1_0000),
        2 => random.Next(0x1_0000, 0x11_0000),
        _ => random.Next(0x80, 0xD800),
    };
}
