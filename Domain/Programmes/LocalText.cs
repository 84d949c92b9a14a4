namespace PeerBot.Domain.Programmes;

/// <summary>Words in the languages of a programme. British English is always there.</summary>
public sealed class LocalText
{
    public const string FallbackLocale = "en-GB";

    private readonly Dictionary<string, string> texts;

    public LocalText(IEnumerable<KeyValuePair<string, string>> texts)
    {
        this.texts = new(texts, StringComparer.OrdinalIgnoreCase);
        if (!this.texts.ContainsKey(FallbackLocale))
            throw new ArgumentException($"A text needs {FallbackLocale}.", nameof(texts));
    }

    public IReadOnlyCollection<string> Locales => texts.Keys;

    public static LocalText Of(string english) => new([new(FallbackLocale, english)]);

    /// <summary>The text in a locale, or in British English where that locale has none.</summary>
    public string In(string? locale) =>
        locale is not null && texts.TryGetValue(locale, out var text) ? text : texts[FallbackLocale];

    public override string ToString() => texts[FallbackLocale];
}
