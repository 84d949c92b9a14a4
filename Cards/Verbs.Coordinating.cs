namespace PeerBot.Cards;

public static partial class Verbs
{
    // Overseeing. The card's id is the programme's unless it is about one request or cycle.
    public const string CoordinatorHome = "coordinator.home";
    public const string CoordinatorRequests = "coordinator.requests";
    public const string CoordinatorRequest = "coordinator.request";
    public const string CoordinatorSupporters = "coordinator.supporters";
    public const string CoordinatorCycles = "coordinator.cycles";
    public const string CoordinatorCycle = "coordinator.cycle";
    public const string CoordinatorTasks = "coordinator.tasks";
    public const string CoordinatorReports = "coordinator.reports";
    public const string CoordinatorReportFile = "coordinator.report-file";
    public const string CoordinatorRoles = "coordinator.roles";
    public const string CoordinatorFind = "coordinator.find";
    public const string TaskDone = "task.done";

    // A request that nobody has said yes to
    public const string UnansweredRemind = "unanswered.remind";
    public const string UnansweredNext = "unanswered.next";
    public const string UnansweredSuggest = "unanswered.suggest";
    public const string UnansweredTalk = "unanswered.talk";

    // Both ask for more
    public const string ExtensionAgree = "extension.agree";
    public const string ExtensionTalk = "extension.talk";
    public const string ExtensionRefuse = "extension.refuse";

    // What an authority changes for itself
    public const string CalendarShow = "calendar.show";
    public const string CalendarForm = "calendar.form";
    public const string CalendarLook = "calendar.look";
    public const string CalendarAdd = "calendar.add";
    public const string CalendarRemove = "calendar.remove";
    public const string ContactsShow = "contacts.show";
    public const string ContactOpen = "contact.open";
    public const string ContactSave = "contact.save";

    private static string[] CoordinatingReading =>
    [
        CoordinatorHome, CoordinatorRequests, CoordinatorRequest, CoordinatorSupporters, CoordinatorCycles, CoordinatorCycle, CoordinatorTasks,
        CoordinatorReports, CoordinatorReportFile, CoordinatorRoles, CoordinatorFind, CalendarShow, CalendarForm, CalendarLook, ContactsShow, ContactOpen,
    ];
}
