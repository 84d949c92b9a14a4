namespace PeerBot.Cards;

public static partial class InputIds
{
    public const string Summary = "summary";
    public const string Experience = "experience";
    public const string Willing = "willing";

    /// <summary>First day of the present time in the role.</summary>
    public const string Since = "since";
    public const string EarlierFrom = "earlierFrom";
    public const string EarlierUntil = "earlierUntil";
    public const string Referee = "referee";

    public const string Capacity = "capacity";
    public const string Days = "days";
    public const string AwayFrom = "awayFrom";
    public const string AwayUntil = "awayUntil";
    public const string Week = "week";

    public const string Inspectorate = "inspectorate";
    public const string Safeguarding = "safeguarding";
    public const string Report = "report";
    public const string VisitDate = "visitDate";
    public const string VisitConfirms = "visitConfirms";
    public const string Decision = "decision";
    public const string DecisionReason = "decisionReason";
}
