using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Calendar;

/// <summary>A meeting in PeerBot's own calendar. A cancelled one stays, so that the feeds can tell every reader to take it out.</summary>
/// <param name="Sequence">0 when made, one more with every change; iCalendar readers take the highest.</param>
/// <param name="Changed">When it was made or last changed.</param>
public sealed record LocalEvent(
    MeetingId Meeting, IReadOnlyList<PersonId> People, string Subject, Instant Start, Instant End, int Sequence, bool Cancelled,
    Instant Changed)
{
    public bool Equals(LocalEvent? other) => other is not null
        && (Meeting, Subject, Start, End, Sequence, Cancelled, Changed)
            == (other.Meeting, other.Subject, other.Start, other.End, other.Sequence, other.Cancelled, other.Changed)
        && People.SequenceEqual(other.People);

    public override int GetHashCode() => HashCode.Combine(Meeting, Sequence);
}
