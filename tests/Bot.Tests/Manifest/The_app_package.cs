using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using PeerBot.Manifest;

namespace PeerBot.Bot.Tests.Manifest;

public sealed class The_app_package
{
    private const string AppId = "2f0c1d5e-8a43-4b7e-9d61-5c3b7a9e1f20";
    private const string BotId = "7d3e90aa-11c2-4f35-8b06-0a9d4e2c6b58";

    private static readonly PackageOptions Options =
        new(Guid.Parse(AppId), Guid.Parse(BotId), "peerbot.example.gov.uk", "peerbot.zip");

    [Fact]
    public void Holds_the_manifest_and_two_icons_and_nothing_else()
    {
        using var zip = Zip(Options);
        Assert.Equal(["manifest.json", "color.png", "outline.png"], zip.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public void Is_the_same_to_the_byte_when_made_again() => Assert.Equal(Bytes(Options), Bytes(Options));

    [Fact]
    public void Carries_the_ids_and_the_domain_of_one_registration()
    {
        var manifest = Manifest(Options);
        Assert.Equal(AppId, (string?)manifest["id"]);
        Assert.Equal(BotId, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal(["peerbot.example.gov.uk"], manifest["validDomains"]!.AsArray().Select(domain => (string?)domain));
        Assert.DoesNotContain(Guid.Empty.ToString(), manifest.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_the_developers_details_as_text_whatever_they_hold()
    {
        var manifest = Manifest(Options with { Developer = "Oakfield \"Trust\" & Sons", Version = "1.2.3", Privacy = "https://example.org/p?a=1&b=2" });
        Assert.Equal("Oakfield \"Trust\" & Sons", (string?)manifest["developer"]!["name"]);
        Assert.Equal("https://example.org/p?a=1&b=2", (string?)manifest["developer"]!["privacyUrl"]);
        Assert.Equal("1.2.3", (string?)manifest["version"]);
    }

    [Fact]
    public void Offers_a_personal_chat_with_the_words_that_work_everywhere()
    {
        var bot = Manifest(Options)["bots"]![0]!;
        Assert.Equal(["personal"], bot["scopes"]!.AsArray().Select(scope => (string?)scope));
        Assert.False((bool)bot["supportsFiles"]!);
        Assert.False((bool)bot["isNotificationOnly"]!);
        Assert.Equal(
            ["help", "status", "my request", "self-evaluation", "concern", "my data", "cancel"],
            bot["commandLists"]![0]!["commands"]!.AsArray().Select(command => (string?)command!["title"]));
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public void Has_icons_of_the_sizes_that_Teams_asks_for(string name, int side)
    {
        using var zip = Zip(Options);
        var icon = new Png(Read(zip, name));
        Assert.Equal((side, side), (icon.Width, icon.Height));
    }

    [Fact]
    public void Has_an_outline_of_white_on_nothing()
    {
        using var zip = Zip(Options);
        var pixels = new Png(Read(zip, "outline.png")).Pixels();
        Assert.Contains(pixels, pixel => pixel[3] == 0);
        Assert.Contains(pixels, pixel => pixel[3] == 255);
        Assert.All(pixels.Where(pixel => pixel[3] > 0), pixel => Assert.Equal([255, 255, 255], pixel[..3]));
    }

    [NodeFact]
    public async Task Is_valid_by_Microsofts_own_schema() => Assert.Equal("", await SchemaProblems(AppPackage.Manifest(Options)));

    [NodeFact]
    public async Task Is_found_invalid_by_that_schema_when_it_is_wrong()
    {
        var manifest = Manifest(Options);
        manifest["accentColor"] = "blue";
        Assert.Contains("/accentColor", await SchemaProblems(Encoding.UTF8.GetBytes(manifest.ToJsonString())), StringComparison.Ordinal);
    }

    private static async Task<string> SchemaProblems(byte[] manifest)
    {
        var node = new ProcessStartInfo("node", "check-manifest.mjs")
        {
            WorkingDirectory = NodeFactAttribute.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var check = Process.Start(node)!;
        await check.StandardInput.BaseStream.WriteAsync(manifest);
        check.StandardInput.Close();
        var problems = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();
        Assert.Equal(0, check.ExitCode);
        return problems;
    }

    private static JsonNode Manifest(PackageOptions options)
    {
        using var zip = Zip(options);
        return JsonNode.Parse(Read(zip, "manifest.json"))!;
    }

    private static ZipArchive Zip(PackageOptions options) => new(new MemoryStream(Bytes(options)));

    private static byte[] Bytes(PackageOptions options)
    {
        using var output = new MemoryStream();
        AppPackage.Write(options, output);
        return output.ToArray();
    }

    private static byte[] Read(ZipArchive zip, string name)
    {
        using var entry = zip.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        entry.CopyTo(copy);
        return copy.ToArray();
    }
}
