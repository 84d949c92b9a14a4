using NodaTime;
using static NodaTime.IsoDayOfWeek;

namespace PeerBot.Calendar;

/// <summary>Invented weeks of school leaders, so that trying PeerBot without Microsoft 365 shows diaries that look like diaries.</summary>
/// <remarks>Each leaves an hour after school on at least two days: two people who try it always find a time.</remarks>
public static class SchoolWeek
{
    private static readonly IsoDayOfWeek[] EveryDay = [Monday, Tuesday, Wednesday, Thursday, Friday];

    private static readonly (IsoDayOfWeek[] Days, string Hours)[][] Weeks =
    [
        // teaching head of a small school
        [(EveryDay, "08:30-09:00"), ([Monday, Friday], "09:00-09:30"), ([Tuesday, Thursday], "09:30-12:00"), (EveryDay, "12:00-13:00"),
            ([Wednesday], "15:30-17:00")],
        // head of a larger primary: leadership team on Monday, staff meeting on Wednesday
        [(EveryDay, "08:30-08:50"), ([Monday], "09:00-09:20"), ([Monday], "15:45-17:00"), ([Wednesday], "15:30-17:00"),
            ([Thursday], "13:15-15:00"), ([Friday], "14:30-15:15")],
        // executive head of two schools, on the road between them
        [([Monday, Wednesday], "08:00-10:00"), ([Tuesday, Friday], "12:30-14:00"), ([Wednesday], "15:30-16:45"), ([Friday], "15:15-17:00")],
        // secondary head: line management, duty, late bus
        [(EveryDay, "08:20-08:45"), (EveryDay, "13:00-13:45"), ([Monday, Tuesday], "10:00-12:00"), ([Monday, Friday], "15:00-16:00")],
        // deputy with a class on three days
        [([Monday, Tuesday, Wednesday], "09:00-15:15"), ([Wednesday], "15:30-17:00"), ([Friday], "09:00-09:30")],
        // special school: transport at both ends of the day, reviews on Thursday mornings
        [(EveryDay, "08:45-09:15"), (EveryDay, "14:45-15:20"), ([Thursday], "09:30-12:30"), ([Monday], "15:30-16:30")],
    ];

    public static int Count => Weeks.Length;

    /// <param name="number">Any number from 0; people with the same remainder have the same week.</param>
    public static BusyTimes Of(int number, DateTimeZone zone) =>
        new([], [.. Weeks[number % Weeks.Length].Select(c =>
            new WeeklyCommitment(c.Days, Clock(c.Hours[..5]), Clock(c.Hours[6..]), zone))]);

    private static LocalTime Clock(string text) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}
