using NodaTime;
using NodaTime.Text;

namespace PeerBot.Tests.World;

/// <summary>Times as tests write them, and the working hours of the sample authority written down a second time.</summary>
internal static class SchoolTime
{
    // From the term dates themselves: the product's own reckoning is what the tests look at.
    private static readonly DateInterval[] Terms =
    [
        Days("2026-04-13", "2026-07-17"), Days("2026-09-01", "2026-12-18"), Days("2027-01-04", "2027-03-25"), Days("2027-04-12", "2027-07-20"),
    ];

    private static readonly DateInterval[] Closed =
    [
        Days("2026-05-25", "2026-05-29"), Days("2026-10-26", "2026-10-30"), Days("2027-02-15", "2027-02-19"), Days("2027-05-31", "2027-06-04"),
    ];

    private static readonly LocalDate[] BankHolidays = [Date("2026-05-04"), Date("2027-03-26"), Date("2027-03-29"), Date("2027-05-03")];

    public static DateTimeZone London { get; } = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static Instant At(string local) => Local(local).InZoneStrictly(London).ToInstant();

    public static LocalDateTime Local(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static string Written(Instant instant) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(instant.InZone(London).LocalDateTime);

    /// <summary>Half past eight to half past five on a school day: nothing that the bot starts goes out at any other time (S2-40).</summary>
    /// <param name="zone">The clock that somebody lives by; null for London.</param>
    public static bool IsContactTime(Instant instant, DateTimeZone? zone = null)
    {
        var local = instant.InZone(zone ?? London).LocalDateTime;
        return local.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            && local.TimeOfDay >= new LocalTime(8, 30) && local.TimeOfDay < new LocalTime(17, 30)
            && Terms.Any(term => term.Contains(local.Date)) && !Closed.Any(closure => closure.Contains(local.Date))
            && !BankHolidays.Contains(local.Date);
    }

    private static DateInterval Days(string first, string last) => new(Date(first), Date(last));
}
