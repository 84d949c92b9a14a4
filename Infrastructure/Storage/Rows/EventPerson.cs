using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Storage.Rows;

/// <summary>Finds the events of a person. A person taken out of an event may keep theirs: the event says who is in it.</summary>
internal sealed record EventPerson(PersonId Person, MeetingId Meeting, Instant Start, Instant End);
