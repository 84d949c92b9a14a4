using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>English names of days and months, as people type them in lower case.</summary>
internal static class CalendarNames
{
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static IsoDayOfWeek? Weekday(string word) =>
        Find(word, Weekdays, "mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun") is { } index
            ? (IsoDayOfWeek)(index + 1)
            : null;

    public static int? Month(string word) =>
        Find(word, Months, "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec") + 1;

    private static int? Find(string word, string[] names, params ReadOnlySpan<string> shortForms)
    {
        var full = Array.IndexOf(names, word);
        if (full >= 0) return full;
        // The first three letters tell them apart; "weds" and "tues" go on as the name does not.
        return shortForms.Contains(word) ? Array.FindIndex(names, n => n.StartsWith(word[..3], StringComparison.Ordinal)) : null;
    }
}
