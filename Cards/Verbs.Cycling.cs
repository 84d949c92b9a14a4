namespace PeerBot.Cards;

public static partial class Verbs
{
    // The life of a cycle
    public const string ContactMade = "contact.made";
    public const string CycleKeepGoing = "cycle.keep-going";
    public const string CyclePause = "cycle.pause";
    public const string CycleResume = "cycle.resume";
    public const string ReviewAsk = "review.ask";
    public const string ReviewOpen = "review.open";
    public const string ReviewSend = "review.send";
    public const string MeetingShorten = "meeting.shorten";
    public const string MeetingShorterYes = "meeting.shorter-yes";
    public const string MeetingShorterNo = "meeting.shorter-no";
    public const string JournalOpen = "journal.open";
    public const string JournalUnshare = "journal.unshare";
    public const string SharedShow = "shared.show";
    public const string SharedOpen = "shared.open";
    public const string FeedbackUnshare = "feedback.unshare";
    public const string RequestLacked = "request.lacked";

    private static string[] CyclingReading => [ReviewOpen, JournalOpen, JournalList, SharedShow, SharedOpen];
}
