namespace PeerBot.Cards;

/// <summary>The names under which a press sends what was filled in. A question or statement of a definition uses its own id.</summary>
public static partial class InputIds
{
    public const string Language = "language";

    /// <summary>One of <see cref="Areas.All"/>.</summary>
    public const string Area = "area";
    public const string Note = "note";

    /// <summary><see cref="ModeValues"/>.</summary>
    public const string Mode = "mode";

    /// <summary>"true" when ticked.</summary>
    public const string Understood = "understood";

    /// <summary><see cref="DeclineReasons"/>.</summary>
    public const string Reason = "reason";
    public const string PauseUntil = "pauseUntil";

    public const string Place = "place";
    public const string Ways = "ways";
    public const string Notes = "notes";
    public const string Change = "change";

    public const string Pattern = "pattern";
    public const string Weeks = "weeks";
    public const string WeekOfMonth = "weekOfMonth";
    public const string Weekday = "weekday";
    public const string Minutes = "minutes";
    public const string Approach = "approach";

    /// <summary>How many of a group may be missing: "0" or "1".</summary>
    public const string Quorum = "quorum";

    /// <summary>With the number of a date that clashes behind it: what is chosen instead.</summary>
    public const string Instead = "instead";

    public const string Date = "date";
    public const string Time = "time";
    public const string TimeUntil = "timeUntil";

    public const string Name = "name";
    public const string DateCompleted = "dateCompleted";
    public const string Evidence = "evidence";
    public const string Topic = "topic";
    public const string Entry = "entry";

    /// <summary>The message of the feedback card for the supporter.</summary>
    public const string Message = "message";
}
