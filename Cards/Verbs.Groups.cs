namespace PeerBot.Cards;

public static partial class Verbs
{
    // Forming groups
    public const string GroupsForm = "groups.form";
    public const string GroupsPropose = "groups.propose";
    public const string GroupsAgain = "groups.again";
    public const string GroupsPage = "groups.page";
    public const string GroupsSwap = "groups.swap";
    public const string GroupsSwapDo = "groups.swap-do";
    public const string GroupsUndo = "groups.undo";
    public const string GroupsPublish = "groups.publish";
    public const string GroupsCancel = "groups.cancel";

    // Looking after groups
    public const string GroupsHome = "groups.home";
    public const string GroupsRates = "groups.rates";
    public const string GroupsRatesFile = "groups.rates-file";
    public const string GroupAddOpen = "group.add-open";
    public const string GroupAdd = "group.add";
    public const string GroupMergeOpen = "group.merge-open";
    public const string GroupMerge = "group.merge";
    public const string GroupLetGo = "group.let-go";
    public const string GroupTakeOn = "group.take-on";

    // A coordinator looks at a group
    public const string GroupGateOpen = "group.gate-open";
    public const string GroupGateGoOn = "group.gate-go-on";
    public const string GroupGateTalk = "group.gate-talk";
    public const string GroupGateRefuse = "group.gate-refuse";

    // In a group
    public const string GroupOpen = "group.open";
    public const string GroupJoin = "group.join";
    public const string GroupDecline = "group.decline";
    public const string GroupTakeBack = "group.take-back";
    public const string SessionThere = "session.there";
    public const string ShareSave = "share.save";

    private static string[] GroupsReading => [GroupsForm, GroupsPage, GroupsHome, GroupsRates, GroupAddOpen, GroupMergeOpen, GroupOpen, GroupGateOpen];
}
