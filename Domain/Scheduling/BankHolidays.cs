using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>The bank holidays of one division, as published and proclaimed; nothing is computed.</summary>
public sealed class BankHolidays
{
    private readonly Dictionary<LocalDate, string> _titles;
    private readonly int _firstYear;
    private readonly int _lastYear;

    private BankHolidays(Dictionary<LocalDate, string> titles, int firstYear, int lastYear) =>
        (_titles, _firstYear, _lastYear) = (titles, firstYear, lastYear);

    /// <summary>For a scheme or a country whose bank holidays do not count.</summary>
    public static BankHolidays None { get; } = new([], int.MinValue, int.MaxValue);

    /// <summary>For a division that nobody has loaded: no year is covered.</summary>
    public static BankHolidays NotLoaded { get; } = new([], int.MaxValue, int.MinValue);

    /// <param name="titles">Whole years: between the first and the last of them every year is taken as complete.</param>
    public static BankHolidays Of(IReadOnlyDictionary<LocalDate, string> titles) =>
        titles.Count == 0 ? NotLoaded : new(titles.ToDictionary(), titles.Keys.Min(d => d.Year), titles.Keys.Max(d => d.Year));

    public string? TitleOn(LocalDate date) => _titles.GetValueOrDefault(date);

    /// <summary>Whether the holidays of this date's year are known.</summary>
    public bool Covers(LocalDate date) => date.Year >= _firstYear && date.Year <= _lastYear;

    /// <summary>One day more, in a year that may or may not be covered; a day that has a title keeps it.</summary>
    public BankHolidays With(LocalDate date, string title) =>
        new(_titles.Append(new(date, title)).DistinctBy(h => h.Key).ToDictionary(), _firstYear, _lastYear);
}
