using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Resources;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text.RegularExpressions;

namespace PeerBot.Tests.Languages;

/// <summary>
/// A language that nobody speaks, for finding what cannot be translated: each text of the resources with every letter in another sign. What
/// is shown in plain letters does not come from a resource. The runtime finds it as it finds a real translation, in a satellite assembly.
/// </summary>
internal static partial class PseudoLanguage
{
    public const string Locale = "qps-Ploc";

    private const string Plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Other = "áƀçðéƒĝĥíĵķļṁñóþǫŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞǪŔŠŢÚṼŴẊÝŽ";

    /// <summary>How a date or a clock is written: its letters are no words.</summary>
    private static readonly string[] Patterns = ["Date.Long", "Date.Day", "Time.Clock", "Time.OnTheHour"];

    /// <summary>The same text in the other signs; what stands in braces stays.</summary>
    public static string Of(string text) => Outside().Replace(text, part => string.Concat(part.Value.Select(Of)));

    /// <summary>Words in plain letters, one after the other as long as nothing but a space is between them; no letter or two, such as the name of a group.</summary>
    public static IEnumerable<string> Leftovers(string shown) => Words().Matches(Addresses().Replace(shown, "")).Select(words => words.Value).Where(words => words.Length > 2);

#pragma warning disable CA2255 // The tests of a language need it before the first text is looked for.
    [ModuleInitializer]
    public static void Begin() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        string.Equals(name.CultureName, Locale, StringComparison.OrdinalIgnoreCase) && name.Name is { } satellite && satellite.StartsWith("PeerBot.", StringComparison.Ordinal)
            ? context.LoadFromStream(Satellite(context.LoadFromAssemblyName(new AssemblyName(Path.GetFileNameWithoutExtension(satellite))), name))
            : null;
#pragma warning restore CA2255

    private static char Of(char letter) => Plain.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Other[at] : letter;

    /// <summary>An assembly that holds nothing but the translated resources.</summary>
    private static MemoryStream Satellite(Assembly main, AssemblyName name)
    {
        var metadata = new MetadataBuilder();
        metadata.AddModule(0, metadata.GetOrAddString(name.Name + ".dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        metadata.AddAssembly(
            metadata.GetOrAddString(name.Name!), main.GetName().Version!, metadata.GetOrAddString(name.CultureName!), default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var resources = new BlobBuilder();
        foreach (var resource in main.GetManifestResourceNames().Where(one => one.EndsWith(".resources", StringComparison.Ordinal)))
        {
            var translated = Translated(main.GetManifestResourceStream(resource)!);
            metadata.AddManifestResource(
                ManifestResourceAttributes.Public,
                metadata.GetOrAddString($"{Path.GetFileNameWithoutExtension(resource)}.{name.CultureName}.resources"), default, (uint)resources.Count);
            resources.WriteInt32(translated.Length);
            resources.WriteBytes(translated);
            resources.Align(8);
        }

        var image = new BlobBuilder();
        new ManagedPEBuilder(
            PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder(), managedResources: resources,
            flags: CorFlags.ILOnly).Serialize(image);
        return new MemoryStream(image.ToArray());
    }

    private static byte[] Translated(Stream resource)
    {
        using var reader = new ResourceReader(resource);
        using var written = new MemoryStream();
        using (var writer = new ResourceWriter(written))
        {
            foreach (DictionaryEntry text in reader)
            {
                writer.AddResource((string)text.Key, Patterns.Contains((string)text.Key) ? (string)text.Value! : Of((string)text.Value!));
            }

            writer.Generate();
            return written.ToArray();
        }
    }

    [GeneratedRegex(@"(?<=^|\})[^{}]+(?=\{|$)")]
    private static partial Regex Outside();

    // An address, or a line of a calendar file, which may stand on a card as it is.
    [GeneratedRegex(@"\b(?:data|https?|mailto):\S+|^[A-Z]{3,}[:;].*$", RegexOptions.Multiline)]
    private static partial Regex Addresses();

    [GeneratedRegex("[A-Za-z]+(?:[ '’-]+[A-Za-z]+)*")]
    private static partial Regex Words();
}
