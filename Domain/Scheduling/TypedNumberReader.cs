namespace PeerBot.Domain.Scheduling;

/// <summary>Decides what a number means that was typed without a sign of its own: day, year, hour or length.</summary>
internal sealed class TypedNumberReader(TypedCursor words, TypedPartsBuilder said)
{
    public void Read(TypedToken token)
    {
        var number = token.A;
        if (number is >= 2000 and < 2100 && said.Parts is { Month: not null, Year: null }) said.SetYear(number);
        else if (said.ExpectsEnd) said.SetTime(new RawTime(number, 0));
        else if (words.Month(0) is not null || (words.Next.Is("of") && words.Month(1) is not null)) said.SetDay(number);
        else if (ReadUnit(token) || ReadHour(token)) return;
        else if (number > 99) said.SetTime(new RawTime(number / 100, number % 100));
        else if (words.Month(-2) is not null && said.Parts.Day is null) said.SetDay(number);
        else said.SetLoose(number);
    }

    /// <summary>After a time: a dash or "to" before another one makes it the start of a range. Else "to" means nothing.</summary>
    public bool MayStartRange()
    {
        var goesOn = said.Parts is { Time: not null, End: null } && words.Next.Kind is TypedTokenKind.Clock or TypedTokenKind.Number;
        if (goesOn) said.ExpectsEnd = true;
        return goesOn;
    }

    /// <summary>"half past three", and "half three" as the British say it.</summary>
    public void ReadHalf()
    {
        if (words.Next.Is("past")) ReadPastOrTo(30);
        else if (words.Next is { Kind: TypedTokenKind.Number, A: >= 1 and <= 12 }) said.SetTime(new RawTime(words.Take().A, 30));
        else said.Fail();
    }

    /// <summary>"quarter to four": past or to comes next, then the hour.</summary>
    public void ReadPastOrTo(int minutes)
    {
        var past = words.Take().Is("past");
        if (minutes is < 1 or > 59 || words.Next is not { Kind: TypedTokenKind.Number or TypedTokenKind.Clock, B: 0, A: >= 1 and <= 12 })
        {
            said.Fail();
            return;
        }

        var hour = words.Take();
        said.SetTime(past ? new RawTime(hour.A, minutes, hour.Pm) : new RawTime(hour.A == 1 ? 12 : hour.A - 1, 60 - minutes, hour.Pm));
    }

    /// <summary>A number with a unit: "45 minutes", "2 hours", "1530 hrs", "10 minutes past".</summary>
    private bool ReadUnit(TypedToken token)
    {
        var number = token.A;
        if (words.Next.IsAny("min", "mins", "minute", "minutes"))
        {
            words.Take();
            if (words.Next.IsAny("past", "to")) ReadPastOrTo(number);
            else said.SetMinutes(number);
            return true;
        }

        if (!words.Next.IsAny("hour", "hours", "hr", "hrs")) return false;
        words.Take();
        if (number > 99) said.SetTime(new RawTime(number / 100, number % 100));
        else said.SetMinutes((number * 60) + (words.Follows("and", "a", "half") ? 30 : 0));
        return true;
    }

    /// <summary>A number that the words around it make an hour, or the minutes beside one.</summary>
    private bool ReadHour(TypedToken token)
    {
        var (number, next) = (token.A, words.Next);
        if (next.Is("past") || (next.Is("to") && token.InWords && number % 5 == 0)) ReadPastOrTo(number);
        else if (number > 99) return false;
        else if (words.Follows("o'clock") || words.Follows("oclock") || StartsRange(token)) said.SetTime(new RawTime(number, 0));
        else if (token.InWords && number <= 12 && next is { Kind: TypedTokenKind.Number, InWords: true } && next.A % 5 == 0)
            said.SetTime(new RawTime(number, words.Take().A));
        else if (words.CameAfter("at", "from", "around", "about")) said.SetTime(new RawTime(number, 0));
        else return false;
        return true;
    }

    /// <summary>"3-4pm", "3 to 4.15"; but "10 to 4" may be ten minutes to four, so that nobody can say.</summary>
    private bool StartsRange(TypedToken token)
    {
        var next = words.Next;
        var joins = (next.Kind == TypedTokenKind.Dash && !words.AtEnd) || next.IsAny("to", "till", "til", "until");
        if (!joins || words.Ahead(1).Kind is not (TypedTokenKind.Number or TypedTokenKind.Clock)) return false;
        if (next.Is("to") && token.A is 5 or 10 or 20 or 25 && !words.CameAfter("from")) said.Fail();
        return true;
    }
}
