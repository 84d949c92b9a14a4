using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>What was looked at or changed, as the person it was about reads it.</summary>
public static class AuditWords
{
    private static readonly HashSet<string> Known =
    [
        "Audit.request.listed", "Audit.request.viewed", "Audit.request.acted-on", "Audit.request.reminded", "Audit.request.moved-on",
        "Audit.request.others-suggested", "Audit.request.assigned", "Audit.request.started-for", "Audit.gate.gone-on", "Audit.gate.talking", "Audit.gate.refused",
        "Audit.cycle.listed", "Audit.cycle.viewed", "Audit.extension.decided", "Audit.supporter.listed", "Audit.task.listed",
        "Audit.task.done", "Audit.meeting.listed", "Audit.person.found", "Audit.role.listed", "Audit.role.changed", "Audit.account.gone",
        "Audit.calendar.changed", "Audit.contact.changed", "Audit.report.viewed", "Audit.report.exported", "Audit.right.settled", "Audit.supporter.viewed",
        "Audit.supporter.inspection-recorded", "Audit.supporter.approved", "Audit.supporter.not-yet", "Audit.supporter.refused",
        "Audit.supporter.rechecked", "Audit.supporter.trained", "Audit.supporter.training-missed", "Audit.supporter.taken-off", "Audit.told-by-email",
    ];

    /// <param name="action">As the entry has it; one without words of its own gets general ones.</param>
    public static string Audited(this Texts texts, string action) =>
        texts.Plain(Known.Contains("Audit." + action) ? "Audit." + action : "Audit.other");
}
