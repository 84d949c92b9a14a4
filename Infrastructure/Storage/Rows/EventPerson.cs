using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Storage.Rows;

/// <summary>Finds the events of a person; who is in an event is said by the event.</summary>
internal sealed record EventPerson(PersonId Person, MeetingId Meeting, Instant Start, Instant End);
