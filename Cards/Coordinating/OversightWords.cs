using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Cards;

/// <summary>Words for the states and kinds that whoever oversees meets.</summary>
public static class OversightWords
{
    public static string Task(this Texts texts, TaskKind kind) => texts.Plain("Task." + kind);

    public static string Standing(this Texts texts, CycleStanding standing) => texts.Plain("Standing." + standing);

    public static string State(this Texts texts, SupporterState state) => texts.Plain("Supporter." + state);

    public static string State(this Texts texts, CycleState state) => texts.Plain("CycleState." + state);

    public static string Fault(this Texts texts, CalendarFault fault) => texts.Plain("DayFault." + fault);

    public static string Fault(this Texts texts, ContactFault fault) => texts.Plain("ContactFault." + fault);

    public static string Days(this Texts texts, int days) => texts.Plain(days == 1 ? "Days.One" : "Days.Many", ("days", days));

    /// <summary>What was done, as the person it was done about reads it.</summary>
    /// <param name="action">Of <see cref="AuditEntry.Action"/>; one that has no words of its own gets general ones.</param>
    public static string Audited(this Texts texts, string action) =>
        texts.Plain(texts.Has("Audit." + action) ? "Audit." + action : "Audit.other");
}
