using System.Text.RegularExpressions;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Oversight;

/// <summary>A contact as a coordinator has filled it in; null where nothing was.</summary>
public sealed record ContactDraft(string? Name, string? Role, string? Email, string? Phone, string? Hours, string? Cover);

public enum ContactFault
{
    NameMissing,
    RoleMissing,
    TooLong,
    Markup,
    NoAddress,
    NoNumber,
    NoWay,
}

public abstract record ContactAnswer
{
    private ContactAnswer()
    {
    }

    public sealed record Changed(Contact Contact) : ContactAnswer;

    public sealed record Refused(ContactFault Fault) : ContactAnswer;

    public sealed record NotYours : ContactAnswer;
}

/// <summary>Whom the programme points people to: changed by the coordinator, for everybody, at once.</summary>
public sealed partial class ChangeContact(Turn turn, Programme programme)
{
    public const int Most = 120;

    public async Task<ContactAnswer> ChangeAsync(PersonId coordinator, string key, ContactDraft draft)
    {
        if (!turn.Reference.Oversees(coordinator, programme.Id) || !programme.ContactRefs.Contains(key)
            || !turn.Reference.Contacts.TryGetValue(key, out var known))
        {
            return new ContactAnswer.NotYours();
        }

        if (FaultOf(draft) is { } fault)
        {
            return new ContactAnswer.Refused(fault);
        }

        var changed = known with
        {
            Name = draft.Name!,
            Role = draft.Role!,
            Email = draft.Email,
            Phone = draft.Phone,
            Hours = draft.Hours,
            Cover = draft.Cover,
            Person = draft.Name == known.Name && draft.Email == known.Email ? known.Person : await PersonOfAsync(draft),
        };
        var settings = await turn.Stores.SettingsAsync();
        turn.Stores.Save(settings with { Contacts = new Dictionary<string, Contact>(settings.Contacts) { [key] = changed } });
        new Looking(turn, programme.Id, coordinator).Note(AuditActions.ContactChanged, changed.Person, key);
        return new ContactAnswer.Changed(changed);
    }

    /// <summary>
    /// Messages for the contact must not go on to whoever held the office before: only somebody of that name and address gets them.
    /// </summary>
    private async Task<PersonId?> PersonOfAsync(ContactDraft draft) =>
        draft.Email is { } email
            ? (await turn.Stores.PeopleNamedAsync(draft.Name!, 5)).FirstOrDefault(one => one.Email.Equals(email, StringComparison.OrdinalIgnoreCase))?.Id
            : null;

    private static ContactFault? FaultOf(ContactDraft draft)
    {
        string?[] all = [draft.Name, draft.Role, draft.Email, draft.Phone, draft.Hours, draft.Cover];
        return draft switch
        {
            { Name: null } => ContactFault.NameMissing,
            { Role: null } => ContactFault.RoleMissing,
            _ when all.Any(text => text?.Length > Most) => ContactFault.TooLong,
            _ when all.Any(text => text is not null && text != draft.Email && !PlainWords.Are(text)) => ContactFault.Markup,
            { Email: null, Phone: null } => ContactFault.NoWay,
            { Email: { } email } when !Address().IsMatch(email) => ContactFault.NoAddress,
            { Phone: { } phone } when !Number().IsMatch(phone) => ContactFault.NoNumber,
            _ => null,
        };
    }

    [GeneratedRegex(@"^[^\s@<>(),;:]+@[^\s@<>(),;:.]+(\.[^\s@<>(),;:.]+)+$")]
    private static partial Regex Address();

    // Digits as people write them, with an extension.
    [GeneratedRegex(@"^\+?[0-9][0-9 ()\-]{3,24}( ?(ext\.?|x) ?[0-9]{1,6})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
