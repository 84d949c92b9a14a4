namespace PeerBot.Cards;

public static partial class Verbs
{
    // Cycles with phases
    public const string PhaseOpen = "phase.open";
    public const string PhaseMove = "phase.move";
    public const string CycleAnother = "cycle.another";
    public const string SubjectOpen = "subject.open";
    public const string SubjectSave = "subject.save";
    public const string SubjectChange = "subject.change";
    public const string MeetingDescribe = "meeting.describe";
    public const string MeetingDescribed = "meeting.described";

    private static string[] PhasesReading => [PhaseOpen, SubjectOpen, MeetingDescribe];
}
