using PeerBot.Cards;
using PeerBot.Domain.Oversight;

namespace PeerBot.Dialogs;

/// <summary>Whoever oversees changes the work details of a contact of the programme.</summary>
public sealed class ChangeContactFlow : OneStepFlow
{
    public override string Name => "change-contact";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.ContactsShow, Cards.Verbs.ContactOpen, Cards.Verbs.ContactSave];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press || Overseer.Of(context, press.Id) is not { } there)
        {
            return [context.NotYours()];
        }

        if (press.Verb == Cards.Verbs.ContactsShow)
        {
            return [ContactCards.All(there)];
        }

        if (press.Arg is not { } key || !there.Programme.ContactRefs.Contains(key) || there.Contact(key) is not { } contact)
        {
            return [there.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        return press.Verb == Cards.Verbs.ContactOpen
            ? [ContactCards.Form(key, ContactCards.DraftOf(contact), problem: null, there)]
            : [await SaveAsync(key, press, there)];
    }

    private static async Task<Show> SaveAsync(string key, Incoming.Pressed press, FlowContext context)
    {
        var draft = new ContactDraft(
            press.Input(InputIds.ContactName), press.Input(InputIds.ContactRole), press.Input(InputIds.ContactEmail),
            press.Input(InputIds.ContactPhone), press.Input(InputIds.ContactHours), press.Input(InputIds.ContactCover));
        return await new ChangeContact(context.Turn, context.Programme).ChangeAsync(context.Me.Id, key, draft) switch
        {
            ContactAnswer.Changed changed => context.Done(
                context.Texts.Plain("Contacts.Changed.Heading"),
                context.Texts.Plain(changed.Contact.Person is null ? "Contacts.Changed.NoChat" : "Contacts.Changed.Text", ("name", changed.Contact.Name)),
                Cards.Verbs.ContactsShow),
            ContactAnswer.Refused refused => ContactCards.Form(key, draft, context.Texts.Fault(refused.Fault), context),
            _ => context.NotYours(),
        };
    }
}
