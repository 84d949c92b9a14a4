namespace PeerBot.Cards;

/// <summary>
/// The few looks that all cards share. Texts given here come from <see cref="Texts.Say"/>; what a person typed goes to <see cref="Quote"/>.
/// </summary>
internal static class Blocks
{
    private const int HeadingMost = 120;

    public static AdaptiveTextBlock Heading(string plain) => new(Typed.Escape(Typed.Line(plain, HeadingMost)))
    {
        Style = AdaptiveTextBlockStyle.Heading,
        Size = AdaptiveTextSize.Large,
        Weight = AdaptiveTextWeight.Bolder,
    };

    public static AdaptiveTextBlock Subheading(string text) => new(text)
    {
        Style = AdaptiveTextBlockStyle.Heading,
        Size = AdaptiveTextSize.Default,
        Weight = AdaptiveTextWeight.Bolder,
        Spacing = AdaptiveSpacing.Medium,
    };

    public static AdaptiveTextBlock Text(string text) => new(text);

    public static AdaptiveTextBlock Small(string text) => new(text)
    {
        Size = AdaptiveTextSize.Small,
        IsSubtle = true,
        Spacing = AdaptiveSpacing.Small,
    };

    /// <summary>A list without Markdown, so that every client draws it alike.</summary>
    public static AdaptiveContainer Bullets(IEnumerable<string> plain) =>
        new([.. plain.Select(item => new AdaptiveTextBlock("• " + Typed.Escape(Typed.Line(item))) { Spacing = AdaptiveSpacing.Small })])
        {
            Spacing = AdaptiveSpacing.Small,
        };

    /// <summary>A list in its order, "1." and so on.</summary>
    public static AdaptiveContainer Numbered(IEnumerable<string> plain) =>
        new([.. plain.Select((item, at) => new AdaptiveTextBlock($"{Texts.Digits(at + 1)}\\. {Typed.Escape(Typed.Line(item))}") { Spacing = AdaptiveSpacing.Small })])
        {
            Spacing = AdaptiveSpacing.Small,
        };

    public static AdaptiveFactSet Facts(IEnumerable<Line> lines) =>
        new([.. lines.Select(line => new AdaptiveFact(Typed.Escape(line.Title), Typed.Escape(Typed.Line(line.Value))))]);

    /// <summary>The same for titles of many words: beside a column of those nobody sees which value belongs to which.</summary>
    public static AdaptiveContainer Sentences(IEnumerable<Line> lines) =>
        new([.. lines.Select(line => new AdaptiveTextBlock($"• **{Typed.Escape(line.Title)}:** {Typed.Escape(Typed.Line(line.Value))}") { Spacing = AdaptiveSpacing.Small })])
        {
            Spacing = AdaptiveSpacing.Small,
        };

    public static AdaptiveContainer Panel(params IReadOnlyList<AdaptiveElement?> items) =>
        new([.. items.OfType<AdaptiveElement>()]) { Style = AdaptiveContainerStyle.Emphasis, Spacing = AdaptiveSpacing.Medium };

    /// <summary>Something to look at before going on; the words say so, the colour only helps.</summary>
    public static AdaptiveContainer Notice(string text) =>
        new([new AdaptiveTextBlock(text)]) { Style = AdaptiveContainerStyle.Warning, Spacing = AdaptiveSpacing.Medium };

    public static AdaptiveContainer Alarm(string text) =>
        new([new AdaptiveTextBlock(text) { Weight = AdaptiveTextWeight.Bolder }]) { Style = AdaptiveContainerStyle.Attention };

    /// <summary>A person's own words, shown as typed: one block a line, none of it read as Markdown.</summary>
    public static AdaptiveContainer Quote(string typed, int most) =>
        new([.. Typed.Block(typed, most).Split('\n').Select(line =>
            new AdaptiveRichTextBlock([new AdaptiveTextRun(line)]) { Spacing = AdaptiveSpacing.Small })])
        {
            Spacing = AdaptiveSpacing.Small,
        };

    public static AdaptiveColumnSet Row(params IReadOnlyList<AdaptiveColumn> columns) => new(columns) { Spacing = AdaptiveSpacing.Small };

    public static AdaptiveColumn Stretch(params IReadOnlyList<AdaptiveElement> items) => new("stretch", items);

    public static AdaptiveColumn Auto(params IReadOnlyList<AdaptiveElement> items) =>
        new("auto", items) { VerticalContentAlignment = AdaptiveVerticalAlignment.Center };
}
