using System.Collections.Frozen;
using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>Reads the words of a typed time into its pieces.</summary>
internal sealed class TypedTimeReader
{
    /// <summary>Words that may stand beside a time without changing it. Not "not", "before" or "instead": they do.</summary>
    private static readonly FrozenSet<string> Courtesy = new[]
    {
        "a", "about", "an", "and", "any", "around", "at", "be", "best", "book", "can", "chance", "could", "do", "fine", "for", "from",
        "good", "have", "hello", "hi", "how", "i", "i'd", "i'll", "immediately", "in", "is", "it", "let's", "lets", "like", "make",
        "may", "maybe", "me", "meet", "meeting", "move", "my", "need", "of", "ok", "okay", "on", "perhaps", "please", "possible",
        "prefer", "right", "shall", "sharp", "so", "straight", "suit", "suits", "thanks", "that", "that's", "the", "then", "this",
        "time", "to", "try", "us", "want", "we", "what", "what's", "will", "with", "works", "would", "yes", "you",
    }.ToFrozenSet();

    private readonly TypedPartsBuilder _said = new();
    private readonly TypedCursor _words;
    private readonly TypedNumberReader _numbers;
    private readonly LocalTime? _schoolDayEnd;

    public TypedTimeReader(List<TypedToken> tokens, LocalTime? schoolDayEnd)
    {
        _words = new TypedCursor(tokens);
        _numbers = new TypedNumberReader(_words, _said);
        _schoolDayEnd = schoolDayEnd;
    }

    /// <summary>Null when a word is not about a time, or two pieces contradict each other.</summary>
    public TypedParts? Read()
    {
        while (_said.Sound && !_words.AtEnd)
        {
            var token = _words.Take();
            switch (token.Kind)
            {
                case TypedTokenKind.Date: _said.SetDate(token.A, token.B, token.Year); break;
                case TypedTokenKind.Clock: _said.SetTime(new RawTime(token.A, token.B, token.Pm)); break;
                case TypedTokenKind.Ordinal: _said.SetDay(token.A); break;
                case TypedTokenKind.Number: _numbers.Read(token); break;
                case TypedTokenKind.Dash: _numbers.MayStartRange(); break;
                case TypedTokenKind.Word when !ReadWord(token.Text): _said.Fail(); break;
            }
        }

        return _said.Sound ? _said.Parts : null;
    }

    private bool ReadWord(string word) => ReadDay(word) || ReadWeek(word) || ReadTime(word) || Courtesy.Contains(word);

    private bool ReadDay(string word)
    {
        switch (word)
        {
            case "today": _said.SetShift(0); return true;
            case "tonight": _said.SetShift(0); _said.SetPart(PartOfDay.Later); return true;
            case "tomorrow": _said.SetShift(1); return true;
            case "day" when _words.Follows("after", "tomorrow"): _said.SetShift(2); return true;
            case "after" when FollowsHalfTerm(): _said.SetAfterHalfTerm(); return true;
            case "week" when _words.Follows("after") && FollowsHalfTerm(): _said.SetAfterHalfTerm(); return true;
            case "this" when _words.Next.IsAny("morning", "afternoon", "evening"): _said.SetShift(0); return true;
            case "in" when _words.Follows("a", "week"): _said.SetShift(7); return true;
            case "fortnight": _said.SetShift(14); return true;
            case "in" when _words.Next.Kind == TypedTokenKind.Number && _words.Ahead(1).IsAny("day", "days", "week", "weeks"):
                var count = _words.Take().A;
                _said.SetShift(_words.Take().IsAny("day", "days") ? count : count * 7);
                return true;
        }

        if (CalendarNames.Weekday(word) is { } day) _said.SetWeekday(day, _words.Follows("week") ? WhichWeek.WeekAfter : WhichWeek.Any);
        else if (_words.Month(-1) is { } month) _said.SetMonth(month);
        else return false;
        return true;
    }

    private bool FollowsHalfTerm() =>
        _words.Follows("half", "term") || _words.Follows("halfterm") || _words.Follows("the", "half", "term") || _words.Follows("next", "half", "term");

    private bool ReadWeek(string word)
    {
        switch (word)
        {
            case "next" when _words.Follows("week"): _said.SetWeek(WhichWeek.Following); return true;
            case "this" when _words.Follows("week"): _said.SetWeek(WhichWeek.This); return true;
            case "next" when _words.Weekday(0) is { } day: _words.Take(); _said.SetWeekday(day, WhichWeek.Next); return true;
            case "this" or "coming" when _words.Weekday(0) is { } day: _words.Take(); _said.SetWeekday(day, WhichWeek.This); return true;
            case "week" when _words.Follows("today"): _said.SetShift(7); return true;
            case "week" when _words.Follows("tomorrow"): _said.SetShift(8); return true;
            case "week" when _words.Next.Is("on") && _words.Weekday(1) is { } day:
                _words.Take();
                _words.Take();
                _said.SetWeekday(day, WhichWeek.WeekAfter);
                return true;
            default: return false;
        }
    }

    private bool ReadTime(string word)
    {
        switch (word)
        {
            case "morning": _said.SetPart(PartOfDay.Morning); return true;
            case "afternoon" or "evening": _said.SetPart(PartOfDay.Later); return true;
            case "noon" or "midday": _said.SetTime(new RawTime(12, 0, Pm: true)); return true;
            case "midnight": _said.SetTime(new RawTime(12, 0, Pm: false)); return true;
            case "after" when _schoolDayEnd is { } end && _words.Follows("school"): _said.SetTime(RawTime.Of(end)); return true;
            case "half" when _words.Follows("an", "hour"): _said.SetMinutes(30); return true;
            case "half": _numbers.ReadHalf(); return true;
            case "quarter" when _words.Next.IsAny("past", "to"): _numbers.ReadPastOrTo(15); return true;
            case "an" when _words.Follows("hour"): _said.SetMinutes(_words.Follows("and", "a", "half") ? 90 : 60); return true;
            case "to" or "till" or "til" or "until": return _numbers.MayStartRange();
            default: return false;
        }
    }
}
