using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public abstract record CommentAnswer
{
    private CommentAnswer()
    {
    }

    public sealed record Saved : CommentAnswer;

    public sealed record Empty : CommentAnswer;

    public sealed record PhoneNumber : CommentAnswer;

    /// <summary>The entry has its comment already.</summary>
    public sealed record Already : CommentAnswer;

    /// <summary>Not shared with this person, or no more.</summary>
    public sealed record NotYours : CommentAnswer;
}

/// <summary>A partner says something to an entry that was shown to them: once, and for the writer of the entry alone (S0-21).</summary>
public sealed class CommentOnEntry(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>What was said to entries of the cycle, by the id of the entry; whoever wrote the entry or the comment may read it.</summary>
    public async Task<IReadOnlyDictionary<string, PrivateNote>> CommentsAsync(Cycle cycle) =>
        (await stores.NotesAsync(NoteKind.Comment, cycle.Id.ToString())).Where(note => note.About is not null)
            .GroupBy(note => note.About!).ToDictionary(group => group.Key, group => group.First());

    /// <returns>The entry as the partner may see it now; null when it is not shared with them.</returns>
    public async Task<PrivateNote?> EntryAsync(PersonId reader, Cycle cycle, Guid entry) =>
        (await new KeepJournal(turn).SharedWithAsync(reader, cycle)).FirstOrDefault(one => one.Id == entry);

    public async Task<CommentAnswer> SayAsync(PersonId person, CycleId id, Guid entry, string? words)
    {
        if (await stores.CycleAsync(id) is not { } cycle || !cycle.Has(person) || await EntryAsync(person, cycle, entry) is null)
        {
            return new CommentAnswer.NotYours();
        }

        var text = words?.Trim() ?? "";
        if (text.Length == 0)
        {
            return new CommentAnswer.Empty();
        }

        if (UkPhoneNumber.Found(text))
        {
            return new CommentAnswer.PhoneNumber();
        }

        if ((await CommentsAsync(cycle)).ContainsKey(entry.ToString("N")))
        {
            return new CommentAnswer.Already();
        }

        stores.Save(new PrivateNote(
            Guid.NewGuid(), person, NoteKind.Comment, id.ToString(), text, Shared: true, WrittenAt: turn.Now, About: entry.ToString("N")));
        var writer = cycle.Other(person);
        await new Hours(turn, turn.Programme(cycle.Programme)).SendAsync(new Errand.TellComment(id, writer), writer);
        return new CommentAnswer.Saved();
    }
}
