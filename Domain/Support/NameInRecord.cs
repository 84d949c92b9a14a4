using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public abstract record RecordNaming
{
    private RecordNaming()
    {
    }

    public sealed record Asked(Cycle Cycle) : RecordNaming;

    public sealed record Answered(Cycle Cycle, bool Given) : RecordNaming;

    public sealed record NotYours : RecordNaming;
}

/// <summary>A learning record leaves the peer's name out, unless the peer lets it stand there; they may say no, and later take it back (S3-16).</summary>
public sealed class NameInRecord(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>Whether the reader's record names the other one; the others of a group, once each has said yes.</summary>
    public static bool IsNamed(Cycle cycle, PersonId reader) => cycle.Others(reader) is { Count: > 0 } others && others.All(other => LetsBeNamed(cycle, other));

    public static bool LetsBeNamed(Cycle cycle, PersonId person) => cycle.NameGivenBy?.Contains(person) == true;

    public static bool HasAsked(Cycle cycle, PersonId reader) => cycle.NameAskedBy?.Contains(reader) == true;

    public async Task<RecordNaming> AskAsync(PersonId person, CycleId id)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new RecordNaming.NotYours();
        }

        if (HasAsked(cycle, person) || IsNamed(cycle, person))
        {
            return new RecordNaming.Asked(cycle);
        }

        var asked = cycle with { NameAskedBy = [.. cycle.NameAskedBy ?? [], person] };
        stores.Save(asked);
        foreach (var other in cycle.Others(person).Where(one => !LetsBeNamed(cycle, one)))
        {
            await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.AskToBeNamed(id, other), other);
        }

        return new RecordNaming.Asked(asked);
    }

    /// <param name="given">False: not, or not any more.</param>
    public async Task<RecordNaming> AnswerAsync(PersonId person, CycleId id, bool given)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new RecordNaming.NotYours();
        }

        var others = (cycle.NameGivenBy ?? []).Where(one => one != person);
        var answered = cycle with { NameGivenBy = given ? [.. others, person] : [.. others] };
        stores.Save(answered);
        return new RecordNaming.Answered(answered, given);
    }
}
