using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace PeerBot.Cards;

public sealed partial class Texts
{
    /// <summary>"Monday 11 January 2027".</summary>
    public string Date(LocalDate date) => Format(date, "Date.Long");

    /// <summary>"3.30pm", "4pm", "12 noon".</summary>
    public string Time(LocalTime time)
    {
        if (time == LocalTime.Noon) return Plain("Time.Noon");
        if (time == LocalTime.Midnight) return Plain("Time.Midnight");
        return Clock(time) + HalfOfDay(time);
    }

    /// <summary>"3.30–4.30pm", "11.30am–12.30pm".</summary>
    public string Range(LocalTime from, LocalTime to)
    {
        var sameHalf = HalfOfDay(from) == HalfOfDay(to) && !Named(from) && !Named(to);
        return Plain("Time.Range", ("from", sameHalf ? Clock(from) : Time(from)), ("to", Time(to)));
    }

    /// <summary>"Monday 11 January 2027, 3.30pm".</summary>
    public string DateTime(LocalDateTime at) => Plain("DateTime", ("date", at.Date), ("time", at.TimeOfDay));

    /// <summary>"Monday 11 January 2027, 3.30–4.30pm".</summary>
    public string DateTime(LocalDateTime from, int minutes) =>
        Plain("DateTime", ("date", from.Date), ("time", Range(from.TimeOfDay, from.TimeOfDay.PlusMinutes(minutes))));

    /// <summary>"Monday 11 January, 3.30pm": for a button.</summary>
    public string DayTime(LocalDateTime at) => Plain("DateTime", ("date", Format(at.Date, "Date.Day")), ("time", at.TimeOfDay));

    /// <summary>"1 hour", "1 hour 15 minutes", "45 minutes".</summary>
    public string Length(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var m) => Plain("Length.Minutes", ("minutes", m)),
        (1, 0) => Plain("Length.Hour"),
        (1, var m) => Plain("Length.HourAndMinutes", ("minutes", m)),
        (var h, 0) => Plain("Length.Hours", ("hours", h)),
        (var h, var m) => Plain("Length.HoursAndMinutes", ("hours", h), ("minutes", m)),
    };

    private string Format(LocalDate date, string key) =>
        LocalDatePattern.Create(Plain(key), Culture).Format(date);

    private string Clock(LocalTime time) =>
        LocalTimePattern.Create(Plain(time.Minute == 0 ? "Time.OnTheHour" : "Time.Clock"), CultureInfo.InvariantCulture).Format(time);

    private static bool Named(LocalTime time) => time == LocalTime.Noon || time == LocalTime.Midnight;

    private string HalfOfDay(LocalTime time) => Plain(time.Hour < 12 ? "Time.Am" : "Time.Pm");
}
