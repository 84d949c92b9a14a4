namespace PeerBot.Cards;

public static partial class Verbs
{
    // Pairs that whoever looks after a programme brings together. The card's id is the programme's; a request or a person is in the arg.
    public const string AssignAsk = "assign.ask";
    public const string AssignShow = "assign.show";
    public const string AssignChoose = "assign.choose";
    public const string AssignWaiting = "assign.waiting";

    // Training that somebody else has held
    public const string TrainingRecord = "training.record";
    public const string TrainingRecorded = "training.recorded";

    // At the end of a cycle
    public const string MightTrain = "supporter.might-train";

    private static string[] AssigningReading => [AssignShow, AssignWaiting, TrainingRecord];
}
