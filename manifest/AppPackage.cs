using System.IO.Compression;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PeerBot.Manifest;

/// <summary>The zip that Teams takes: the manifest and its two icons, all at the top level and nothing beside them.</summary>
public static class AppPackage
{
    // The same options give the same bytes, so a package can be compared with the one that was approved.
    private static readonly DateTimeOffset Stamp = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(PackageOptions options, Stream output)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "manifest.json", new MemoryStream(Manifest(options)));
        Add(zip, "color.png", Template("color.png"));
        Add(zip, "outline.png", Template("outline.png"));
    }

    /// <summary>The template with one organisation's values, as UTF-8.</summary>
    public static byte[] Manifest(PackageOptions options)
    {
        using var template = Template("manifest.json");
        var manifest = JsonNode.Parse(template)!;
        manifest["id"] = options.AppId.ToString("D");
        manifest["version"] = options.Version ?? manifest["version"]!.GetValue<string>();
        manifest["bots"]![0]!["botId"] = options.BotId.ToString("D");
        manifest["validDomains"] = new JsonArray(options.Domain);

        var developer = manifest["developer"]!;
        Replace(developer, "name", options.Developer);
        Replace(developer, "websiteUrl", options.Website);
        Replace(developer, "privacyUrl", options.Privacy);
        Replace(developer, "termsOfUseUrl", options.Terms);
        return JsonSerializer.SerializeToUtf8Bytes(manifest, Readable);
    }

    private static void Replace(JsonNode parent, string name, string? value)
    {
        if (value is not null)
            parent[name] = value;
    }

    private static void Add(ZipArchive zip, string name, Stream content)
    {
        using (content)
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = Stamp;
            using var target = entry.Open();
            content.CopyTo(target);
        }
    }

    private static Stream Template(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"{name} is not embedded in this program.");
}
