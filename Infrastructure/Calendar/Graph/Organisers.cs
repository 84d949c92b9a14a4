using PeerBot.Domain.People;

namespace PeerBot.Calendar;

/// <summary>Whose mailbox organises a meeting: the participant whom it names, or one mailbox for all.</summary>
internal sealed class Organisers(CalendarOptions options)
{
    public bool AreParticipants => options.Organiser == CalendarOptions.Participant;

    /// <summary>As it stands after <c>/users/</c>: an object id where there is a choice, for an address changes and tells more.</summary>
    public string MailboxOf(PersonId organiser) => AreParticipants ? ObjectId(organiser) : options.Organiser;

    /// <summary>Whether the person sits in the organising mailbox already and needs no invitation.</summary>
    public bool Is(PersonId person, PersonId organiser, string address) =>
        AreParticipants ? person == organiser : string.Equals(address, options.Organiser, StringComparison.OrdinalIgnoreCase);

    public IEnumerable<string> MayAskThrough(IEnumerable<PersonId> people) =>
        AreParticipants ? people.Select(ObjectId) : [options.Organiser];

    private static string ObjectId(PersonId person) => person.Value[(person.Value.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
