using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

public abstract record JournalAnswer
{
    private JournalAnswer()
    {
    }

    public sealed record Saved(PrivateNote Entry) : JournalAnswer;

    public sealed record Shared(PrivateNote Entry) : JournalAnswer;

    public sealed record Unshared(PrivateNote Entry) : JournalAnswer;

    /// <summary>Nothing was written.</summary>
    public sealed record Empty : JournalAnswer;

    public sealed record PhoneNumber : JournalAnswer;

    public sealed record TooLong(int Most) : JournalAnswer;

    /// <summary>The programme has no journal for this person, shares none, or the cycle is over.</summary>
    public sealed record NotOffered : JournalAnswer;

    public sealed record NotYours : JournalAnswer;
}

/// <summary>A journal belongs to who writes it. Where the programme allows it an entry is shown to the partner, one by one, until its owner says no.</summary>
public sealed class KeepJournal(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>Whether the programme has a journal for this person; for a supporter perhaps only when both have agreed that they keep notes.</summary>
    public static bool IsOn(Programme programme, Cycle cycle, PersonId person) =>
        cycle.IsGroup || person == cycle.Requester ? programme.Journal.Requester == RequesterJournal.Encouraged
        : programme.Journal.Supporter switch
        {
            SupporterJournal.Encouraged => true,
            SupporterJournal.IfBothAgree => cycle.Rules is { Agreed: true, Notes: NotesKeptBy.Supporter or NotesKeptBy.EachOwn },
            _ => false,
        };

    /// <summary>With the other one of a pair; a group has no partner.</summary>
    public static bool MayShare(Programme programme) =>
        programme is { Journal.Visibility: Visibility.OwnerMayShareWithPartner, Relationship.Shape: RelationshipShape.Pair };

    public async Task<JournalAnswer> SaveAsync(PersonId person, CycleId id, string? text)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person))
        {
            return new JournalAnswer.NotYours();
        }

        var programme = turn.Programme(cycle.Programme);
        if (!cycle.IsOpen || !IsOn(programme, cycle, person))
        {
            return new JournalAnswer.NotOffered();
        }

        var words = text?.Trim() ?? "";
        if (words.Length == 0)
        {
            return new JournalAnswer.Empty();
        }

        if (words.Length > programme.Journal.MaxLength)
        {
            return new JournalAnswer.TooLong(programme.Journal.MaxLength);
        }

        if (UkPhoneNumber.Found(words))
        {
            return new JournalAnswer.PhoneNumber();
        }

        var entry = new PrivateNote(Guid.NewGuid(), person, NoteKind.Journal, id.ToString(), words, WrittenAt: turn.Now);
        stores.Save(entry);
        return new JournalAnswer.Saved(entry);
    }

    public async Task<JournalAnswer> ShareAsync(PersonId person, CycleId id, Guid entryId, bool shared)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person)
            || (await EntriesAsync(person, cycle)).FirstOrDefault(one => one.Id == entryId) is not { } entry)
        {
            return new JournalAnswer.NotYours();
        }

        if (shared && (!cycle.IsOpen || !MayShare(turn.Programme(cycle.Programme))))
        {
            return new JournalAnswer.NotOffered();
        }

        var changed = entry with { Shared = shared };
        if (entry.Shared != shared)
        {
            stores.Save(changed);
            await new ShareWithPartner(turn).ChangedAsync(cycle, person, shared);
        }

        return shared ? new JournalAnswer.Shared(changed) : new JournalAnswer.Unshared(changed);
    }

    /// <summary>A person's own entries of one cycle, oldest first.</summary>
    public async Task<IReadOnlyList<PrivateNote>> EntriesAsync(PersonId owner, Cycle cycle) =>
        [.. (await stores.NotesAsync(NoteKind.Journal, cycle.Id.ToString())).Where(note => note.Owner == owner)];

    /// <summary>What the partner lets this person read, as it stands now; oldest first.</summary>
    public async Task<IReadOnlyList<PrivateNote>> SharedWithAsync(PersonId reader, Cycle cycle) =>
        cycle.IsOpen && cycle.Has(reader) && MayShare(turn.Programme(cycle.Programme))
            ? [.. (await EntriesAsync(cycle.Other(reader), cycle)).Where(note => note.Shared)]
            : [];
}
