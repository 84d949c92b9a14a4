using NodaTime;

namespace PeerBot.Domain.Scheduling;

/// <summary>A place in the words of a typed time, with a look ahead and back.</summary>
internal sealed class TypedCursor(List<TypedToken> tokens)
{
    private static readonly TypedToken End = new(TypedTokenKind.Dash);

    private int _next;

    public bool AtEnd => _next >= tokens.Count;

    /// <summary>The token to come; at the end a dash, which means nothing there.</summary>
    public TypedToken Next => Ahead(0);

    public TypedToken Take() => tokens[_next++];

    public TypedToken Ahead(int by) => At(_next + by);

    /// <summary>Takes the words if they come next, in this order.</summary>
    public bool Follows(params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!Ahead(i).Is(words[i])) return false;
        }

        _next += words.Length;
        return true;
    }

    /// <summary>Whether one of the words stands before the token that was taken last.</summary>
    public bool CameAfter(params ReadOnlySpan<string> words) => At(_next - 2).IsAny(words);

    /// <summary>A month by name; 0 is the token to come. "may" counts only beside a number, for it is a word of courtesy too.</summary>
    public int? Month(int by)
    {
        var (index, word) = (_next + by, Ahead(by));
        if (word.Kind != TypedTokenKind.Word || (word.Is("may") && !IsBesideDay(index - 1) && !IsBesideDay(index + 1))) return null;
        return CalendarNames.Month(word.Text);
    }

    public IsoDayOfWeek? Weekday(int by) => Ahead(by).Kind == TypedTokenKind.Word ? CalendarNames.Weekday(Ahead(by).Text) : null;

    private bool IsBesideDay(int index) => At(index).Kind is TypedTokenKind.Number or TypedTokenKind.Ordinal || At(index).Is("of");

    private TypedToken At(int index) => index >= 0 && index < tokens.Count ? tokens[index] : End;
}
