using System.Collections.Frozen;
using NodaTime;

namespace PeerBot.Domain.Programmes;

/// <param name="Strength">The force of the days, hours and terms below.</param>
/// <param name="CalendarRef">Default term calendar; an organisation may have its own.</param>
public sealed record BoundaryRules(
    LimitStrength Strength,
    IReadOnlySet<IsoDayOfWeek> Days,
    SessionWindow SessionWindow,
    ContactWindow ContactWindow,
    bool TermTimeOnly,
    InsetDays InsetDays,
    BankHolidayRules BankHolidays,
    PersonalPhone PersonalPhone,
    string CalendarRef)
{
    internal static BoundaryRules Read(DefinitionNode node)
    {
        var (contact, holidays) = (node.Child("contactWindow"), node.Child("bankHolidays"));
        return new(
            node.Word<LimitStrength>("strength"),
            node.Texts("days").Select(DefinitionWords.Day).ToFrozenSet(),
            SessionWindow.Read(node.Child("sessionWindow")),
            new(contact.Time("from"), contact.Time("to")),
            node.Flag("termTimeOnly"),
            node.Word<InsetDays>("insetDays"),
            new(holidays.Word<BankHolidayDivision>("division"), holidays.Word<BankHolidayAction>("action")),
            node.Word<PersonalPhone>("personalPhone"),
            node.Text("calendarRef"));
    }
}

/// <summary>When meetings may be. All local times; null where the basis does not need one.</summary>
/// <param name="From">Start of the day where an organisation gives none.</param>
/// <param name="To">End of the day where an organisation gives none.</param>
/// <param name="AfterSchoolStartWithinMinutes">How long after the end of the school day a meeting may still start.</param>
public sealed record SessionWindow(
    SessionBasis Basis,
    LocalTime? From = null,
    LocalTime? To = null,
    int? AfterSchoolStartWithinMinutes = null,
    LocalTime? LatestEnd = null)
{
    internal static SessionWindow Read(DefinitionNode node) => new(
        node.Word<SessionBasis>("basis"), node.TimeOrNull("from"), node.TimeOrNull("to"), node.WholeOrNull("afterSchoolStartWithinMinutes"),
        node.TimeOrNull("latestEnd"));
}

public enum SessionBasis
{
    SchoolDayPlus,
    Fixed,
    OwnWorkingHours,
}

/// <summary>When the bot may start a conversation: from (included) to (excluded), local to the person.</summary>
public sealed record ContactWindow(LocalTime From, LocalTime To);

public enum InsetDays
{
    Allow,
    Warn,
    Block,
}

public sealed record BankHolidayRules(BankHolidayDivision Division, BankHolidayAction Action);

public enum BankHolidayDivision
{
    EnglandAndWales,
    Scotland,
    NorthernIreland,
    None,
}

public enum BankHolidayAction
{
    Block,
    Warn,
    Ignore,
}

public enum PersonalPhone
{
    Never,
    NotCollected,
}
