namespace PeerBot.Cards;

public static partial class Verbs
{
    /// <summary>The arg is the id of the programme.</summary>
    public const string SchemeChoose = "scheme.choose";

    private static string[] SchemesReading => [SchemeChoose];
}
