using System.Collections.Frozen;
using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>Reads the words of a typed time into its pieces.</summary>
internal sealed class TypedTimeReader(List<TypedToken> tokens, LocalTime? schoolDayEnd)
{
    private static readonly FrozenSet<string> Small = new[]
    {
        "a", "about", "an", "and", "any", "around", "at", "be", "best", "book", "can", "chance", "could", "do", "fine", "for", "from", "good", "have",
        "hello", "hi", "how", "i", "i'd", "i'll", "immediately", "in", "is", "it", "let's", "lets", "like", "make", "may", "maybe", "me", "meet",
        "meeting", "move", "my", "need", "of", "ok", "okay", "on", "perhaps", "please", "possible", "prefer", "right", "shall", "sharp", "so", "straight", "suit",
        "suits", "thanks", "that", "that's", "the", "then", "this", "time", "to", "try", "us", "want", "we", "what", "what's", "will", "with", "works",
        "would", "yes", "you",
    }.ToFrozenSet();

    private TypedParts _parts = new();
    private bool _sound = true;
    private bool _inRange;
    private int _at;

    /// <summary>Null when a word is not about a time, or two pieces contradict each other.</summary>
    public TypedParts? Read()
    {
        while (_sound && _at < tokens.Count)
        {
            var token = tokens[_at++];
            switch (token.Kind)
            {
                case TypedTokenKind.Date: SetDate(token.A, token.B, token.Year); break;
                case TypedTokenKind.Clock: SetTime(new RawTime(token.A, token.B, token.Pm)); break;
                case TypedTokenKind.Ordinal: SetDay(token.A); break;
                case TypedTokenKind.Number: ReadNumber(token); break;
                case TypedTokenKind.Dash: _inRange = RangeGoesOn; break;
                case TypedTokenKind.Word: ReadWord(token.Text); break;
            }
        }

        return _sound ? _parts : null;
    }

    private TypedToken Next => Ahead(0);

    private bool RangeGoesOn => _parts is { Time: not null, End: null } && _at < tokens.Count && Next.Kind is TypedTokenKind.Clock or TypedTokenKind.Number;

    private TypedToken Ahead(int by) => _at + by < tokens.Count ? tokens[_at + by] : new TypedToken(TypedTokenKind.Dash);

    private bool Follows(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Ahead(i).Is(words[i])) return false;
        }

        _at += words.Length;
        return true;
    }

    private bool CameAfter(params ReadOnlySpan<string> words) => _at >= 2 && tokens[_at - 2].IsAny(words);

    private void ReadNumber(TypedToken token)
    {
        var number = token.A;
        var next = Next;
        if (number is >= 2000 and < 2100 && _parts is { Month: not null, Year: null }) _parts = _parts with { Year = number };
        else if (_inRange) SetTime(new RawTime(number, 0));
        else if (MonthAt(_at) is not null || (next.Is("of") && MonthAt(_at + 1) is not null)) SetDay(number);
        else if (Follows("o'clock") || Follows("oclock")) SetTime(new RawTime(number, 0));
        else if (next.IsAny("min", "mins", "minute", "minutes") && !Ahead(1).IsAny("past", "to")) Take(() => SetMinutes(number));
        else if (next.IsAny("hour", "hours", "hr", "hrs") && number < 24) Take(() => SetMinutes((number * 60) + (Follows("and", "a", "half") ? 30 : 0)));
        else if (next.IsAny("hours", "hrs") || number is > 99 and < 2000) SetClock(number);
        else if (next.Is("past") || (next.Is("to") && token.InWords && number % 5 == 0)) ReadPastOrTo(number);
        else if (StartsRange(next)) SetTime(new RawTime(number, 0));
        else if (token.InWords && number <= 12 && next is { Kind: TypedTokenKind.Number, InWords: true, A: >= 5 } minutes && minutes.A % 5 == 0)
            Take(() => SetTime(new RawTime(number, minutes.A)));
        else if (number > 99) SetClock(number);
        else if (CameAfter("at", "from", "around", "about")) SetTime(new RawTime(number, 0));
        else if (MonthAt(_at - 2) is not null && _parts.Day is null) SetDay(number);
        else if (_parts.Loose is null) _parts = _parts with { Loose = number };
        else _sound = false;
    }

    /// <summary>"3-4pm", "3 to 4.15"; but "10 to 4" may be ten minutes to four, so that nobody can say.</summary>
    private bool StartsRange(TypedToken next)
    {
        var isRange = (next.Kind == TypedTokenKind.Dash && _at < tokens.Count) || next.IsAny("to", "till", "til", "until");
        if (!isRange || Ahead(1).Kind is not (TypedTokenKind.Number or TypedTokenKind.Clock)) return false;
        if (next.Is("to") && tokens[_at - 1].A is 5 or 10 or 20 or 25 && !CameAfter("from")) _sound = false;
        return true;
    }

    private void ReadPastOrTo(int minutes)
    {
        if (!Next.IsAny("past", "to")) _at++; // "minutes"
        var past = Next.Is("past");
        _at++;
        if (Next is { Kind: TypedTokenKind.Number or TypedTokenKind.Clock, B: 0, A: >= 1 and <= 12 } hour)
        {
            var (h, pm) = (hour.A, hour.Pm);
            Take(() => SetTime(past ? new RawTime(h, minutes, pm) : new RawTime(h == 1 ? 12 : h - 1, 60 - minutes, pm)));
        }
        else _sound = false;
    }

    private void ReadWord(string word)
    {
        if (CalendarNames.Weekday(word) is { } weekday) SetWeekday(weekday, Follows("week") ? WhichWeek.WeekAfter : WhichWeek.Any);
        else if (MonthAt(_at - 1) is { } month) SetMonth(month);
        else if (word is "next" && CalendarNames.Weekday(Next.Text) is { } nextDay) Take(() => SetWeekday(nextDay, WhichWeek.Next));
        else if (word is "this" or "coming" && CalendarNames.Weekday(Next.Text) is { } thisDay) Take(() => SetWeekday(thisDay, WhichWeek.This));
        else if (word is "next" && Follows("week")) SetWeek(WhichWeek.Following);
        else if (word is "this" && Follows("week")) SetWeek(WhichWeek.This);
        else if (word is "this" && Next.IsAny("morning", "afternoon", "evening")) SetShift(0);
        else if (word is "week" && Next.IsAny("on", "tomorrow", "today")) ReadWeekOn();
        else if (word is "today") SetShift(0);
        else if (word is "tomorrow") SetShift(1);
        else if (word is "day" && Follows("after", "tomorrow")) SetShift(2);
        else if (word is "fortnight") SetShift(14);
        else if (word is "in" && Next.Kind == TypedTokenKind.Number && Ahead(1).IsAny("week", "weeks", "day", "days")) ReadIn();
        else if (word is "in" && Follows("a", "week")) SetShift(7);
        else if (word is "morning") SetPart(PartOfDay.Morning);
        else if (word is "afternoon" or "evening") SetPart(PartOfDay.Later);
        else if (word is "tonight") { SetShift(0); SetPart(PartOfDay.Later); }
        else if (word is "noon" or "midday") SetTime(new RawTime(12, 0, Pm: true));
        else if (word is "midnight") SetTime(new RawTime(12, 0, Pm: false));
        else if (word is "after" && schoolDayEnd is { } end && Follows("school")) SetTime(new RawTime(end.Hour, end.Minute, end.Hour > 12 ? null : end.Hour == 12));
        else if (word is "half" && Follows("an", "hour")) SetMinutes(30);
        else if (word is "half") ReadHalf();
        else if (word is "quarter" && Next.IsAny("past", "to")) ReadPastOrTo(15);
        else if (word is "an" && Follows("hour")) SetMinutes(Follows("and", "a", "half") ? 90 : 60);
        else if (word is "to" or "till" or "til" or "until" && RangeGoesOn) _inRange = true;
        else if (!Small.Contains(word)) _sound = false;
    }

    /// <summary>"half past three", and "half three" as the British say it.</summary>
    private void ReadHalf()
    {
        if (Next.Is("past")) ReadPastOrTo(30);
        else if (Next is { Kind: TypedTokenKind.Number, A: >= 1 and <= 12 } hour) Take(() => SetTime(new RawTime(hour.A, 30)));
        else _sound = false;
    }

    private void ReadWeekOn()
    {
        if (Follows("tomorrow")) SetShift(8);
        else if (Follows("today")) SetShift(7);
        else if (CalendarNames.Weekday(Ahead(1).Text) is { } weekday) { _at += 2; SetWeekday(weekday, WhichWeek.WeekAfter); }
        else _sound = false;
    }

    private void ReadIn()
    {
        SetShift(Next.A * (Ahead(1).IsAny("week", "weeks") ? 7 : 1));
        _at += 2;
    }

    private void Take(Action set)
    {
        _at++;
        set();
    }

    /// <summary>"1530".</summary>
    private void SetClock(int number)
    {
        if (Next.IsAny("hours", "hrs")) _at++;
        SetTime(new RawTime(number / 100, number % 100));
    }

    /// <summary>A second time is the end of the first, if a dash or a "to" stands between them.</summary>
    private void SetTime(RawTime time)
    {
        if (_parts.Time is null) _parts = _parts with { Time = time };
        else if (_parts.Time is { } start && _inRange)
        {
            // "8-9pm" is an hour in the evening: the start takes the end's half of the day when that keeps it before the end.
            var shared = start.Pm is null && time.Pm is not null && start.Hour % 12 < time.Hour % 12 ? start with { Pm = time.Pm } : start;
            _parts = _parts with { Time = shared, End = time };
        }
        else _sound = false;

        _inRange = false;
    }

    private void SetMinutes(int minutes)
    {
        _sound &= _parts.Minutes is null && _parts.End is null;
        _parts = _parts with { Minutes = minutes };
    }

    private void SetPart(PartOfDay part)
    {
        _sound &= _parts.PartOfDay is null;
        _parts = _parts with { PartOfDay = part };
    }

    private void SetShift(int days)
    {
        _sound &= _parts.Shift is null;
        _parts = _parts with { Shift = days };
    }

    private void SetWeekday(IsoDayOfWeek day, WhichWeek week)
    {
        _sound &= _parts.Weekday is null;
        _parts = _parts with { Weekday = day };
        if (week != WhichWeek.Any) SetWeek(week);
    }

    private void SetWeek(WhichWeek week)
    {
        _sound &= _parts.Week == WhichWeek.Any;
        _parts = _parts with { Week = week };
    }

    private void SetDay(int day)
    {
        _sound &= _parts.Day is null;
        _parts = _parts with { Day = day };
    }

    private void SetMonth(int month)
    {
        _sound &= _parts.Month is null;
        _parts = _parts with { Month = month };
    }

    private void SetDate(int day, int month, int? year)
    {
        SetDay(day);
        SetMonth(month);
        _sound &= _parts.Year is null || year is null;
        _parts = _parts with { Year = year ?? _parts.Year };
    }

    /// <summary>A month by name. "may" counts only beside a number, for it is a word of courtesy too.</summary>
    private int? MonthAt(int index)
    {
        if (index < 0 || index >= tokens.Count || tokens[index].Kind != TypedTokenKind.Word) return null;
        if (tokens[index].Is("may") && !IsDayNumber(index - 1) && !IsDayNumber(index + 1)) return null;
        return CalendarNames.Month(tokens[index].Text);
    }

    private bool IsDayNumber(int index) =>
        index >= 0 && index < tokens.Count && (tokens[index].Kind is TypedTokenKind.Number or TypedTokenKind.Ordinal || tokens[index].Is("of"));
}
