using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using Contact = PeerBot.Domain.People.Contact;

namespace PeerBot.Dialogs;

/// <summary>Whom a programme points people to, for whoever oversees it.</summary>
internal static class ContactCards
{
    public static Show All(FlowContext context)
    {
        var texts = context.Texts;
        return new Show.Replace(OverseenCard.Of(
            new OverseenCard.View(
                texts.Plain("Contacts.Heading"), texts.Plain("Contacts.Text"),
                [
                    .. context.Programme.ContactRefs.Order(StringComparer.Ordinal)
                        .Select(key => (key, contact: context.Contact(key))).Where(one => one.contact is not null)
                        .Select(one => new OverseenCard.Item(
                            one.contact!.Name, Lines(one.contact, texts), [new Button(Verbs.ContactOpen, texts.Plain("Contacts.Change"), one.key)])),
                ],
                [], [OverseeCards.Home(context)]),
            context.Frame(context.Programme.Id)));
    }

    public static Show Form(string key, ContactDraft draft, string? problem, FlowContext context) =>
        new Show.Replace(ContactChangeCard.Of(
            new ContactChangeCard.View(new WorkContact(draft.Name ?? "", draft.Role, draft.Email, draft.Phone, draft.Hours), draft.Cover, problem),
            context.Frame(context.Programme.Id), key));

    public static ContactDraft DraftOf(Contact contact) =>
        new(contact.Name, contact.Role, contact.Email, contact.Phone, contact.Hours, contact.Cover);

    private static List<Line> Lines(Contact contact, Texts texts) =>
    [
        .. new (string Key, string? Value)[]
            {
                ("Contacts.Role", contact.Role), ("Contacts.Email", contact.Email), ("Contacts.Phone", contact.Phone),
                ("Contacts.Hours", contact.Hours), ("Contacts.Cover", contact.Cover),
            }
            .Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => new Line(texts.Plain(line.Key), line.Value!)),
    ];
}
