using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Cards;

public sealed partial class Texts
{
    /// <summary>"Workload and well-being" for <c>workload</c>.</summary>
    public string Area(string area) => Plain("Area." + area);

    /// <summary>"Teams" for <c>teams</c>, "Teams or in person" for <c>either</c>.</summary>
    public string Mode(string mode) => Plain("Mode." + mode);

    public string Mode(MeetingMode mode) => Mode(ModeValues.Of(mode));

    /// <summary>A school's size in words: "100 to 210 pupils".</summary>
    public string Size(SizeBand band) => Plain(band switch
    {
        SizeBand.Under100 => "Size.Under100",
        SizeBand.From100To210 => "Size.100To210",
        SizeBand.From211To420 => "Size.211To420",
        SizeBand.From421To1000 => "Size.421To1000",
        _ => "Size.Over1000",
    });

    /// <summary>"Monday".</summary>
    public string Weekday(IsoDayOfWeek day) => Culture.DateTimeFormat.GetDayName((DayOfWeek)((int)day % 7));

    /// <summary>A number as a value that a press sends, the same in every language.</summary>
    internal static string Digits(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>"1st", "2nd", "3rd" choice.</summary>
    public string Rank(int rank) => Plain("Rank." + Digits(rank));
}
