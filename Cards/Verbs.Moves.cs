namespace PeerBot.Cards;

public static partial class Verbs
{
    // Another time that only all of them together can choose
    public const string MoveShow = "move.show";
    public const string MoveAsk = "move.ask";
    public const string MoveAgree = "move.agree";
    public const string MoveDecline = "move.decline";
    public const string MoveTakeBack = "move.take-back";

    private static string[] MovesReading => [MoveShow];
}
