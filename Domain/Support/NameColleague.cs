using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

public abstract record Naming
{
    private Naming()
    {
    }

    /// <param name="LineManagement">One of the two manages the other, which the programme wants both to know.</param>
    public sealed record Found(Person Colleague, bool LineManagement) : Naming;

    public sealed record Several(IReadOnlyList<Person> People) : Naming;

    /// <summary>More than can be chosen from; more of the name is needed.</summary>
    public sealed record TooMany : Naming;

    /// <summary>Nobody of that name is known, or the two are not to be paired; which of them is not said.</summary>
    public sealed record Unknown : Naming;
}

/// <summary>A participant names the colleague who has agreed to support them, by name or work e-mail, among people who are known.</summary>
public sealed class NameColleague(Turn turn)
{
    public const int MostHits = 5;

    private const int FewestLetters = 3;

    /// <summary>People of one name among whom an address is looked for.</summary>
    private const int Looked = 200;

    public async Task<Naming> FindAsync(Person me, Programme programme, string typed)
    {
        var words = typed.Trim();
        if (words.Length < FewestLetters)
        {
            return new Naming.Unknown();
        }

        var hits = new List<Person>();
        foreach (var one in await KnownAsync(words))
        {
            if (one.Id != me.Id && one.GoneSince is null && await new WhoIsFree(turn).HoldsAsync(me.Id, one.Id, programme))
            {
                hits.Add(one);
            }
        }

        return hits switch
        {
            [] => new Naming.Unknown(),
            [var only] => new Naming.Found(only, WarnsOfLine(me, only, programme)),
            { Count: > MostHits } => new Naming.TooMany(),
            _ => new Naming.Several(hits),
        };
    }

    private async Task<IReadOnlyList<Person>> KnownAsync(string words)
    {
        if (!words.Contains('@'))
        {
            return await turn.Stores.PeopleNamedAsync(words, MostHits + 2);
        }

        // Work addresses are made of names: whoever has the address is among the people of its longest part.
        var part = words.Split('@')[0].Split('.', '-', '_').MaxBy(one => one.Length)!;
        return part.Length < FewestLetters ? []
            : [.. (await turn.Stores.PeopleNamedAsync(part, Looked)).Where(one => one.Email.Equals(words, StringComparison.OrdinalIgnoreCase))];
    }

    /// <summary>One of the two manages the other, and the scheme advises against that without forbidding it.</summary>
    public static bool WarnsOfLine(Person one, Person other, Programme programme) =>
        (one.LineManager == other.Id || other.LineManager == one.Id) && programme.Matching.ActionOn(ConflictTest.LineManagement) == ConflictAction.Warn;
}
