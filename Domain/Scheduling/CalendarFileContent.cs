using System.Text.Json;
using System.Text.Json.Serialization;

namespace PeerBot.Domain.Scheduling;

/// <summary>A calendar file as written; everything may be missing, and dates are still text, so that a fault can quote them.</summary>
/// <param name="StandIns">
/// A name that programmes use, such as <c>school-default</c>, and the calendar that it means until an organisation names its own.
/// </param>
internal sealed record CalendarFileContent(
    string? Schema,
    string? Source,
    Dictionary<string, string>? StandIns,
    List<CalendarYearEntry>? Calendars,
    Dictionary<string, List<HolidayEntry>>? Divisions);

/// <param name="Id">Name and school year, such as <c>shropshire-2026-27</c>.</param>
/// <param name="Verified">False: illustrative; the coordinator loads the published dates before use.</param>
internal sealed record CalendarYearEntry(
    string? Id,
    string? Jurisdiction,
    string? Authority,
    string? SchoolYear,
    bool Verified,
    string? Source,
    List<SpanEntry>? Terms,
    List<SpanEntry>? Closures,
    List<string>? InServiceDays,
    string? BankHolidayDivision,
    List<string>? Notes,
    int? WeekdaysOpen);

internal sealed record SpanEntry(string? Name, string? First, string? Last);

internal sealed record HolidayEntry(string? Date, string? Title, bool Substitute, string? Basis);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CalendarFileContent))]
internal sealed partial class CalendarFileJson : JsonSerializerContext;
