using System.Diagnostics;

namespace PeerBot.Cards.Tests;

public sealed class The_official_schema_and_parser
{
    [NodeFact]
    public async Task Take_every_approved_card()
    {
        var (output, exitCode) = await Check(Folders.Approved);
        Assert.True(exitCode == 0, output);
    }

    [NodeFact]
    public async Task Refuse_a_card_that_is_wrong()
    {
        var folder = Directory.CreateTempSubdirectory("peerbot-cards-");
        try
        {
            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "wrong.json"),
                """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":1},{"type":"Chart"},{"type":"Input.Text","label":"no id"}]}""");
            var (output, exitCode) = await Check(folder.FullName);
            Assert.Equal(1, exitCode);
            Assert.Contains("no 'Chart' in version 1.5", output, StringComparison.Ordinal);
            Assert.Contains("/body/0/text: must be string", output, StringComparison.Ordinal);
            Assert.Contains("/body/2: must have required property 'id'", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(string Output, int ExitCode)> Check(string folder)
    {
        using var node = Process.Start(new ProcessStartInfo(NodeFactAttribute.OnPath("node")!, [Path.Combine(Folders.Node, "check.mjs"), folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (output + await errors, node.ExitCode);
    }
}
