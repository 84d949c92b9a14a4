using PeerBot.Bot.Tests.World;

namespace PeerBot.Bot.Tests.Door;

/// <summary>Amira has asked Peter, and Helen has nothing to do with it. What must stay between the two is written down here.</summary>
internal sealed class Asked
{
    private const string Note = "Stretched since Quillfeather left.";

    private Asked(Stage stage, Teams teams, Card sent, Card ask) => (Stage, Teams, Sent, Ask) = (stage, teams, sent, ask);

    public Stage Stage { get; }

    public Teams Teams { get; }

    public Person Amira => Teams["Amira Khan"];

    public Person Peter => Teams["Peter Lloyd"];

    public Person Helen => Teams["Helen Marsh"];

    /// <summary>In front of Amira: the request is in.</summary>
    public Card Sent { get; }

    /// <summary>In front of Peter: will you?</summary>
    public Card Ask { get; }

    public static async Task<Asked> BeginAsync(Stage stage)
    {
        var teams = await stage.BeginAsync();
        var (amira, peter) = (teams["Amira Khan"], teams["Peter Lloyd"]);
        await peter.GetsTheApp();
        var sent = await amira.AsksForSupport(Note, peter.Name);
        await stage.Bot.MoveToAsync(Journey.MondayMorning);
        return new Asked(stage, teams, sent, await peter.HearsCard($"{amira.Name}, {amira.Organisation}"));
    }

    public void AssertTellsNothing(string text)
    {
        // The number of a reader's own data protection request looks like that of a request for support.
        var others = text.Replace("DP-2026-001", "", StringComparison.Ordinal);
        foreach (var secret in new[] { Amira.Name, Amira.Organisation, Amira.Email, Peter.Name, Peter.Organisation, Peter.Email, "Quillfeather", "2026-001" })
            Assert.DoesNotContain(secret, others, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whatever was tried, Peter says yes and the two are paired, with the note as it was written.</summary>
    public async Task GoesOn()
    {
        var paired = await Peter.SaysYes(Ask);
        Assert.True(paired.Says(Note), paired.Words);
        await Amira.Hears($"You are paired with {Peter.Name}");
        Assert.DoesNotContain("Something went wrong", Amira.Read + Peter.Read + Helen.Read, StringComparison.Ordinal);
    }
}
