using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public abstract record SubjectAnswer
{
    private SubjectAnswer()
    {
    }

    public sealed record Saved(PrivateNote Subject) : SubjectAnswer;

    /// <summary>The cycle has its subject; another one is for the next cycle, or takes its place.</summary>
    public sealed record HasOne(PrivateNote Subject) : SubjectAnswer;

    public sealed record Empty : SubjectAnswer;

    public sealed record PhoneNumber : SubjectAnswer;

    /// <summary>The cycle is over, or the programme has no such thing.</summary>
    public sealed record OutOfDate(Cycle Cycle) : SubjectAnswer;

    /// <summary>Not a party, or the one who reads it.</summary>
    public sealed record NotYours : SubjectAnswer;
}

/// <summary>A cycle has exactly one subject, in the words of whoever is supported; only the two can read it (S1-13).</summary>
public sealed class ChooseSubject(Turn turn)
{
    public const int Longest = 200;

    private readonly IStores stores = turn.Stores;

    /// <param name="change">The person has seen the subject that stands and puts this one in its place.</param>
    public async Task<SubjectAnswer> WriteAsync(PersonId person, CycleId id, string? text, bool change)
    {
        if (await stores.CycleAsync(id) is not { } cycle || cycle.Requester != person)
        {
            return new SubjectAnswer.NotYours();
        }

        if (!cycle.IsOpen || !turn.Programme(cycle.Programme).Relationship.OneSubjectPerCycle)
        {
            return new SubjectAnswer.OutOfDate(cycle);
        }

        var words = text?.Trim() ?? "";
        if (words.Length == 0)
        {
            return new SubjectAnswer.Empty();
        }

        if (UkPhoneNumber.Found(words))
        {
            return new SubjectAnswer.PhoneNumber();
        }

        var known = await OfAsync(cycle);
        if (known is not null && known.Text != words && !change)
        {
            return new SubjectAnswer.HasOne(known);
        }

        var subject = (known ?? new PrivateNote(Guid.NewGuid(), person, NoteKind.CycleSubject, id.ToString(), "", Shared: true)) with { Text = words, WrittenAt = turn.Now };
        stores.Save(subject);

        // The cycle is written too: of two subjects at one instant the second finds the first.
        stores.Save(cycle);
        return new SubjectAnswer.Saved(subject);
    }

    /// <returns>Null: there is none yet.</returns>
    public async Task<PrivateNote?> OfAsync(Cycle cycle) => (await stores.NotesAsync(NoteKind.CycleSubject, cycle.Id.ToString())).FirstOrDefault();
}
