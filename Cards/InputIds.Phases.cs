namespace PeerBot.Cards;

public static partial class InputIds
{
    /// <summary>What a cycle is about, in the words of whoever is supported; both of the pair read it.</summary>
    public const string CycleSubject = "cycleSubject";

    /// <summary>What a meeting is to be; an id of the definition.</summary>
    public const string MeetingKind = "meetingKind";

    /// <summary>The class or unit of a meeting; both of the pair read it.</summary>
    public const string MeetingLabel = "meetingLabel";
}
