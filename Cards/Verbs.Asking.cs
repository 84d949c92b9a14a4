namespace PeerBot.Cards;

public static partial class Verbs
{
    /// <summary>Choose supporters for a request that stands: nobody was free, nobody could say yes, or others were suggested.</summary>
    public const string RequestAgain = "request.again";

    /// <summary>The coordinator is to get in touch.</summary>
    public const string CoordinatorAsk = "coordinator.ask";

    /// <summary>The two of a cycle are not to be brought together again.</summary>
    public const string PairBar = "pair.bar";

    // A coordinator's answer to a request that waits for it
    public const string GateGoOn = "gate.go-on";
    public const string GateTalk = "gate.talk-first";
    public const string GateRefuse = "gate.not-this-one";

    // A request started for somebody
    public const string BehalfStart = "behalf.start";
    public const string BehalfYes = "behalf.yes";
    public const string BehalfNo = "behalf.no";

    private static readonly string[] AskingReading = [RequestAgain];
}
