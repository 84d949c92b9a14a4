namespace PeerBot.Cards.Tests;

/// <summary>Compares a text with the file that a person has looked at. Set UPDATE_APPROVED=1 to write the files anew, then read the diff.</summary>
internal static class ApprovedFile
{
    public static void Matches(string name, string actual)
    {
        var file = Path.Combine(Folders.Approved, name);
        var text = actual.ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Folders.Approved);
            File.WriteAllText(file, text);
            return;
        }
        Assert.True(File.Exists(file), $"There is no approved file {name}. Look at the card, then run with UPDATE_APPROVED=1.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }
}
