namespace PeerBot.Cards;

public static partial class Verbs
{
    public const string MyDataCorrectSave = "my-data.correct-save";

    /// <summary>What the reader cannot correct themselves.</summary>
    public const string MyDataCorrectAsk = "my-data.correct-ask";

    /// <summary>For whoever has answered a request about somebody's data.</summary>
    public const string RightSettle = "right.settle";

    /// <summary>The language that the welcome offers.</summary>
    public const string LanguageChoose = "language.choose";

    /// <summary>A link is made anew for each press: it ends after some days.</summary>
    private static string[] MyDataReading => [MyDataDownload, MyDataCorrect, JournalDownload];
}
