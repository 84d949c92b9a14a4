using System.Text.Json;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Reflection;

/// <summary>
/// An instrument file while it is being read. A value that is missing or of another type is named as a problem and stands in as empty,
/// so that reading goes on to the next fault.
/// </summary>
internal sealed class InstrumentDocument(DefinitionDocument document)
{
    /// <summary>Whether anything was wrong; what was read is then of no use.</summary>
    public bool IsFaulty { get; private set; }

    public bool Has(string name) => document.At(name) is not null;

    public void Expect(string path, string expectation)
    {
        IsFaulty = true;
        document.Expect(path, expectation);
    }

    public Entry Root => new(this, "$", document.Root);

    /// <summary>One object of the file, and where it is.</summary>
    public readonly record struct Entry(InstrumentDocument Document, string Path, JsonElement Element)
    {
        public string Text(string name)
        {
            if (OptionalText(name) is { } text && !string.IsNullOrWhiteSpace(text))
                return text;
            Document.Expect($"{Path}.{name}", "a text that is not empty");
            return "";
        }

        public string? OptionalText(string name) => DefinitionDocument.TextOf(DefinitionDocument.Member(Element, name));

        /// <summary>Words for people, written in British English alone or by language.</summary>
        public LocalText Words(string name)
        {
            if (DefinitionDocument.Member(Element, name) is not { ValueKind: JsonValueKind.Object } byLanguage)
                return LocalText.Of(Text(name));
            var (document, path) = (Document, Path);
            var entry = new Entry(document, $"{path}.{name}", byLanguage);
            var texts = byLanguage.EnumerateObject().ToDictionary(text => text.Name, text => entry.Text(text.Name), StringComparer.OrdinalIgnoreCase);
            texts.TryAdd(LocalText.FallbackLocale, entry.Text(LocalText.FallbackLocale));
            return new(texts);
        }

        public int Whole(string name)
        {
            if (DefinitionDocument.Member(Element, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var whole))
                return whole;
            Document.Expect($"{Path}.{name}", "a whole number");
            return 0;
        }

        public bool Flag(string name)
        {
            if (DefinitionDocument.Member(Element, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag)
                return flag.GetBoolean();
            Document.Expect($"{Path}.{name}", "true or false");
            return false;
        }

        public Entry Child(string name)
        {
            if (DefinitionDocument.Member(Element, name) is { ValueKind: JsonValueKind.Object } child)
                return new(Document, $"{Path}.{name}", child);
            Document.Expect($"{Path}.{name}", "an object");
            return new(Document, $"{Path}.{name}", default);
        }

        /// <summary>The entries of a list that must not be empty.</summary>
        public List<Entry> Children(string name)
        {
            var (document, path) = (Document, Path);
            if (DefinitionDocument.Member(Element, name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0)
                return [.. list.EnumerateArray().Select((item, index) => new Entry(document, $"{path}.{name}[{index}]", item))];
            Document.Expect($"{Path}.{name}", "a list with at least one entry");
            return [];
        }

        public void ExpectDistinct(IEnumerable<string> ids, string name)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var id in ids.Where(id => id.Length > 0 && !seen.Add(id)))
                Document.Expect($"{Path}.{name}", $"a different id for each entry, found \"{id}\" again");
        }
    }
}
