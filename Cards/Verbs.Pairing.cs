namespace PeerBot.Cards;

public static partial class Verbs
{
    // Naming a colleague
    public const string ColleagueStart = "colleague.start";
    public const string ColleagueFind = "colleague.find";
    public const string ColleagueChoose = "colleague.choose";
    public const string ColleagueAsk = "colleague.ask";

    // Choosing each other
    public const string PeerStart = "peer.start";
    public const string PeerJoin = "peer.join";
    public const string PeerList = "peer.list";
    public const string PeerChoose = "peer.choose";
    public const string PeerInvite = "peer.invite";

    // What a scheme says of itself
    public const string RoleShow = "role.show";
    public const string ResourcesShow = "resources.show";
    public const string SignpostShow = "signpost.show";

    // What two talk about
    public const string ThemesOpen = "themes.open";
    public const string ThemesWhy = "themes.why";
    public const string ThemeOpen = "theme.open";
    public const string ThemeSave = "theme.save";
    public const string TopicsOpen = "topics.open";
    public const string TopicPropose = "topic.propose";
    public const string TopicAgree = "topic.agree";

    // One more meeting
    public const string ExtraFind = "extra.find";
    public const string ExtraPropose = "extra.propose";

    // Words at the side of a journal, and what is taken along
    public const string CommentOpen = "comment.open";
    public const string CommentSave = "comment.save";
    public const string LearnedOpen = "learned.open";
    public const string LearnedSave = "learned.save";
    public const string RecordShow = "record.show";
    public const string RecordDownload = "record.download";
    public const string RecordAskName = "record.ask-name";
    public const string RecordGiveName = "record.give-name";
    public const string RecordKeepName = "record.keep-name";

    private static string[] PairingReading =>
        [PeerStart, PeerList, PeerChoose, RoleShow, ResourcesShow, SignpostShow, ThemesOpen, ThemesWhy, ThemeOpen, TopicsOpen, ExtraFind, CommentOpen, LearnedOpen, RecordShow];
}
