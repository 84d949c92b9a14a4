using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Cards;

/// <summary>Words for the states and kinds that whoever oversees meets.</summary>
public static class OversightWords
{
    /// <param name="band">One of <see cref="Domain.Groups.ExperienceBands.All"/>.</param>
    public static string Experience(this Texts texts, string band) => texts.Plain("Experience." + band);

    public static string Task(this Texts texts, TaskKind kind) => texts.Plain("Task." + kind);

    public static string Standing(this Texts texts, CycleStanding standing) => texts.Plain("Standing." + standing);

    public static string State(this Texts texts, SupporterState state) => texts.Plain("Supporter." + state);

    public static string State(this Texts texts, CycleState state) => texts.Plain("CycleState." + state);

    public static string Fault(this Texts texts, CalendarFault fault) => texts.Plain("DayFault." + fault);

    public static string Fault(this Texts texts, ContactFault fault) => texts.Plain("ContactFault." + fault);

    public static string Days(this Texts texts, int days) => texts.Plain(days == 1 ? "Days.One" : "Days.Many", ("days", days));
}
