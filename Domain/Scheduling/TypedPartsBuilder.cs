using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>Collects the pieces of a typed time; each may be said once.</summary>
internal sealed class TypedPartsBuilder
{
    public TypedParts Parts { get; private set; } = new();

    /// <summary>False once something was said twice, or cannot be understood.</summary>
    public bool Sound { get; private set; } = true;

    /// <summary>A dash or a "to" came after the time: another time now is its end.</summary>
    public bool ExpectsEnd { get; set; }

    public void Fail() => Sound = false;

    public void SetTime(RawTime time)
    {
        if (Parts.Time is null) Parts = Parts with { Time = time };
        else if (Parts.Time is { } start && ExpectsEnd)
        {
            // "8-9pm" is an hour in the evening: the start takes the end's half of the day when that keeps it before the end.
            var shared = start.Pm is null && time.Pm is not null && start.Hour % 12 < time.Hour % 12 ? start with { Pm = time.Pm } : start;
            Parts = Parts with { Time = shared, End = time };
        }
        else Sound = false;

        ExpectsEnd = false;
    }

    public void SetMinutes(int minutes)
    {
        Sound &= Parts.Minutes is null && Parts.End is null;
        Parts = Parts with { Minutes = minutes };
    }

    public void SetPart(PartOfDay part)
    {
        Sound &= Parts.PartOfDay is null;
        Parts = Parts with { PartOfDay = part };
    }

    public void SetShift(int days)
    {
        Sound &= Parts.Shift is null;
        Parts = Parts with { Shift = days };
    }

    public void SetWeekday(IsoDayOfWeek day, WhichWeek week)
    {
        Sound &= Parts.Weekday is null;
        Parts = Parts with { Weekday = day };
        if (week != WhichWeek.Any) SetWeek(week);
    }

    public void SetWeek(WhichWeek week)
    {
        Sound &= Parts.Week == WhichWeek.Any;
        Parts = Parts with { Week = week };
    }

    public void SetAfterHalfTerm()
    {
        Sound &= !Parts.AfterHalfTerm;
        Parts = Parts with { AfterHalfTerm = true };
    }

    public void SetDay(int day)
    {
        Sound &= Parts.Day is null;
        Parts = Parts with { Day = day };
    }

    public void SetMonth(int month)
    {
        Sound &= Parts.Month is null;
        Parts = Parts with { Month = month };
    }

    public void SetYear(int year)
    {
        Sound &= Parts.Year is null;
        Parts = Parts with { Year = year };
    }

    /// <summary>A number that may be a day or an hour.</summary>
    public void SetLoose(int number)
    {
        Sound &= Parts.Loose is null;
        Parts = Parts with { Loose = number };
    }

    public void SetDate(int day, int month, int? year)
    {
        SetDay(day);
        SetMonth(month);
        if (year is { } typed) SetYear(typed);
    }
}
