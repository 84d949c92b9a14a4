using PeerBot.Domain.People;

namespace PeerBot.Calendar;

/// <summary>Whose mailbox organises a meeting: the participant whom it names, or one mailbox for all.</summary>
/// <remarks>
/// A participant of another tenant has no mailbox that this app can reach. Then the first of the others organises who has one; the
/// same people always give the same mailbox, so an event is found again.
/// </remarks>
/// <param name="tenant">The tenant whose mailboxes the app may use; null: not said, and everybody may have one.</param>
internal sealed class Organisers(CalendarOptions options, string? tenant)
{
    public bool AreParticipants => options.Organiser == CalendarOptions.Participant;

    /// <summary>Null where participants organise.</summary>
    public string? OneForAll => AreParticipants ? null : options.Organiser;

    /// <summary>As it stands after <c>/users/</c>: an object id where there is a choice, for an address changes and tells more.</summary>
    /// <param name="people">Of a meeting, the organiser that it names first.</param>
    public string MailboxOf(IReadOnlyList<PersonId> people) => AreParticipants ? ObjectId(OrganiserOf(people)) : options.Organiser;

    /// <summary>Whether the person sits in the organising mailbox already and needs no invitation.</summary>
    public bool Is(PersonId person, IReadOnlyList<PersonId> people, string address) => AreParticipants
        ? person == OrganiserOf(people)
        : string.Equals(address, options.Organiser, StringComparison.OrdinalIgnoreCase);

    public IEnumerable<string> MayAskThrough(IEnumerable<PersonId> people) =>
        AreParticipants ? people.Where(IsOurs).Select(ObjectId) : [options.Organiser];

    private PersonId OrganiserOf(IReadOnlyList<PersonId> people)
    {
        var ours = people.Where(IsOurs).ToList();
        return ours.Count > 0 ? ours[0] : people[0];
    }

    private bool IsOurs(PersonId person) =>
        tenant is not { Length: > 0 } || person.Value.StartsWith(tenant + ":", StringComparison.OrdinalIgnoreCase);

    private static string ObjectId(PersonId person) => person.Value[(person.Value.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
