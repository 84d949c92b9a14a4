using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>Takes the words of a rhythm out of a typed text; what is left is about the time of day and the length.</summary>
internal sealed class TypedCadenceReader
{
    private const int MostWeeks = 26;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "last"];

    private readonly List<IsoDayOfWeek> _days = [];
    private int? _weeks;
    private int? _ordinal; // 1 to 5, 6 for the last
    private bool _everyOrdinal;
    private bool _monthly;
    private bool _termly;
    private bool _asAgreed;
    private bool _unknown;
    private TypedCursor _words = new([]);

    public bool FoundNothing => !_monthly && !_termly && !_asAgreed && !_unknown && !_everyOrdinal && _weeks is null;

    /// <returns>The words that are not about the rhythm.</returns>
    public List<TypedToken> Take(List<TypedToken> tokens)
    {
        _words = new TypedCursor(tokens);
        List<TypedToken> rest = [];
        while (!_words.AtEnd)
        {
            var token = _words.Take();
            if (!TakeRhythm(token) && !TakeDay(token) && !(token.Is("or") && _days.Count > 0)) rest.Add(token);
        }

        return rest;
    }

    public TypedCadence Pattern(LocalTime? time)
    {
        var days = _days.Distinct().ToList();
        if (_unknown || (_weeks is not null && _monthly) || (_termly && (_monthly || _weeks > 1))) return Ask(TypedCadenceQuestion.WhichRhythm);
        if (_asAgreed) return new TypedCadence.Understood(new CadencePattern.AsAgreed());
        if (_weeks is < 1 or > MostWeeks) return Ask(TypedCadenceQuestion.WhichRhythm);
        if (days.Count > 1) return Ask(TypedCadenceQuestion.OneWeekday, [.. days.Select(d => new CadencePattern.EveryNWeeks(_weeks ?? 1, d, time))]);

        IsoDayOfWeek? day = days.Count == 0 ? null : days[0];
        if (_termly) return new TypedCadence.Understood(new CadencePattern.OncePerTerm(day, time));
        if (_everyOrdinal && !_monthly && _ordinal is { } nth && day is { } weekday)
        {
            return Ask(
                TypedCadenceQuestion.WeeksOrMonth,
                new CadencePattern.EveryNWeeks(nth, weekday, time), new CadencePattern.MonthlyByWeekday((Ordinal)nth, weekday, time));
        }

        if (_monthly) return Monthly(day, time);
        return day is { } on
            ? new TypedCadence.Understood(new CadencePattern.EveryNWeeks(_weeks ?? 1, on, time))
            : Ask(TypedCadenceQuestion.WhichWeekday);
    }

    private TypedCadence Monthly(IsoDayOfWeek? day, LocalTime? time) => (day, _ordinal) switch
    {
        (null, _) => Ask(TypedCadenceQuestion.WhichDayOfMonth),
        ({ } on, null) => Ask(TypedCadenceQuestion.WhichOfMonth, [.. Enum.GetValues<Ordinal>().Select(o => new CadencePattern.MonthlyByWeekday(o, on, time))]),
        ({ } on, 5) => Ask(TypedCadenceQuestion.FifthOrLast, new CadencePattern.MonthlyByWeekday(Ordinal.Last, on, time)),
        ({ } on, 6) => new TypedCadence.Understood(new CadencePattern.MonthlyByWeekday(Ordinal.Last, on, time)),
        ({ } on, { } nth) => new TypedCadence.Understood(new CadencePattern.MonthlyByWeekday((Ordinal)nth, on, time)),
    };

    private bool TakeRhythm(TypedToken token)
    {
        if (token.IsAny("every", "each")) return TakeEvery();
        if (token.Is("weekly")) return Weeks(1);
        if (token.Is("fortnightly")) return Weeks(2);
        if (token.Is("monthly")) return Month();
        if (token.Is("termly")) return Term();
        if (token.Is("daily")) return Unknown();
        if (token.Is("once") && (_words.Follows("a") || _words.Follows("per") || _words.Next.IsAny("every", "each"))) return _words.Next.IsAny("every", "each") || TakeUnit();
        if (token.IsAny("twice", "thrice") || (token.Kind == TypedTokenKind.Number && _words.Follows("times")))
        {
            _ = (_words.Follows("a") || _words.Follows("per") || _words.Follows("every") || _words.Follows("each")) && TakeUnit();
            return Unknown();
        }

        if (token.Is("as") && (_words.Follows("agreed") || _words.Follows("we", "go") || _words.Follows("and", "when"))) return AsAgreed();
        if (token.Is("when") && (_words.Follows("needed") || _words.Follows("we", "need"))) return AsAgreed();
        if (token.Is("ad") && _words.Follows("hoc")) return AsAgreed();
        if (token.IsAny("of", "in") && (_words.Follows("the", "month") || _words.Follows("a", "month") || _words.Follows("month"))) return Month();
        return false;
    }

    private bool TakeEvery()
    {
        if (_words.Follows("other"))
        {
            if (_words.Next.Is("month") || _words.Next.Is("term")) return Unknown() && TakeUnit();
            _words.Follows("week");
            return Weeks(2);
        }

        if (_words.Next.Kind == TypedTokenKind.Number && _words.Ahead(1).IsAny("week", "weeks"))
        {
            var weeks = _words.Take().A;
            _words.Take();
            return Weeks(weeks);
        }

        if (_words.Next.Kind == TypedTokenKind.Number && _words.Ahead(1).IsAny("month", "months", "day", "days", "term", "terms"))
        {
            _words.Take();
            _words.Take();
            return Unknown();
        }

        if (OrdinalOf(_words.Next) is { } ordinal && _words.Weekday(1) is not null)
        {
            _words.Take();
            _ordinal = ordinal;
            if (ordinal is >= 2 and <= 4) _everyOrdinal = true;
            else _monthly = true;
            return true;
        }

        return TakeUnit() || (_words.Weekday(0) is not null && (_weeks is not null || Weeks(1)));
    }

    private bool TakeUnit()
    {
        if (_words.Follows("week")) return Weeks(1);
        if (_words.Follows("fortnight")) return Weeks(2);
        if (_words.Follows("month")) return Month();
        if (_words.Follows("term")) return Term();
        return (_words.Follows("half", "term") || _words.Follows("day") || _words.Follows("weekday") || _words.Follows("year")) && Unknown();
    }

    private bool TakeDay(TypedToken token)
    {
        if (OrdinalOf(token) is { } ordinal && _words.Weekday(0) is not null)
        {
            _ordinal = ordinal;
            return true;
        }

        if (token.Kind != TypedTokenKind.Word) return false;
        if (CalendarNames.Weekday(token.Text) is { } day)
        {
            _days.Add(day);
            return true;
        }

        if (!token.Text.EndsWith('s') || CalendarNames.Weekday(token.Text[..^1]) is not { } plural) return false;
        _days.Add(plural);
        if (FoundNothing) _weeks = 1;
        return true;
    }

    private static int? OrdinalOf(TypedToken token) => token.Kind switch
    {
        TypedTokenKind.Ordinal when token.A is >= 1 and <= 5 => token.A,
        TypedTokenKind.Word when Array.IndexOf(Ordinals, token.Text) is >= 0 and var index => index + 1,
        _ => null,
    };

    private bool Weeks(int weeks)
    {
        _unknown |= _weeks is { } before && before != weeks && before != 1;
        _weeks = weeks;
        return true;
    }

    private bool Month() => _monthly = true;

    private bool Term() => _termly = true;

    private bool AsAgreed() => _asAgreed = true;

    private bool Unknown() => _unknown = true;

    private static TypedCadence.Ambiguous Ask(TypedCadenceQuestion question, params IReadOnlyList<CadencePattern> choices) => new(question, choices);
}
