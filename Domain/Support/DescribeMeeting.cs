using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

public abstract record Describing
{
    private Describing()
    {
    }

    public sealed record Described(Meeting Meeting, string? Label) : Describing;

    public sealed record PhoneNumber : Describing;

    public sealed record OutOfDate : Describing;

    public sealed record NotYours : Describing;
}

/// <summary>What a meeting is to be, and which class or unit it is about: either of the two may say it, and only they can read it (S1-07, S1-08).</summary>
public sealed class DescribeMeeting(Turn turn)
{
    public const int LongestLabel = 60;

    private readonly IStores stores = turn.Stores;

    /// <param name="kind">As the person calls it; null: not said.</param>
    /// <param name="label">Null: none.</param>
    public async Task<Describing> SayAsync(PersonId person, MeetingId id, long sequence, string? kind, string? label)
    {
        if (await stores.MeetingAsync(id) is not { } meeting || !meeting.People.Contains(person) || await stores.CycleAsync(meeting.Cycle) is not { } cycle)
        {
            return new Describing.NotYours();
        }

        if (meeting.State == MeetingState.NotHeld || meeting.Sequence != sequence || !cycle.IsOpen)
        {
            return new Describing.OutOfDate();
        }

        if (label is not null && UkPhoneNumber.Found(label))
        {
            return new Describing.PhoneNumber();
        }

        // Kept in the requester's words: what a supporter calls "observe" is to them to be observed.
        var said = turn.Programme(cycle.Programme).Cycle.KindFor(kind, partner: person == cycle.Supporter)?.Id;
        var described = meeting with { Kind = said };
        stores.Save(described);
        var known = await LabelAsync(id);
        if (label is not null)
        {
            stores.Save((known ?? new PrivateNote(Guid.NewGuid(), person, NoteKind.MeetingLabel, id.ToString(), "", Shared: true)) with { Text = label });
        }
        else if (known is not null)
        {
            stores.Remove(known);
        }

        return new Describing.Described(described, label);
    }

    /// <returns>Null: none.</returns>
    public async Task<PrivateNote?> LabelAsync(MeetingId meeting) => (await stores.NotesAsync(NoteKind.MeetingLabel, meeting.ToString())).FirstOrDefault();
}
