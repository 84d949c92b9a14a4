namespace PeerBot.Cards;

/// <summary>Somebody at work whom people are pointed to, to be changed.</summary>
public static class ContactChangeCard
{
    private const int Most = 120;

    public sealed record View(WorkContact Contact, string? Cover, string? Problem = null);

    public static AdaptiveCard Of(View view, CardFrame frame, string key)
    {
        var texts = frame.Texts;
        var contact = view.Contact;
        return frame.Card(
            "ContactChange", texts.Plain("ContactChange.Heading"),
            [
                Blocks.Text(texts.Say("ContactChange.Text")),
                texts.Problem(view.Problem),
                Needed(InputIds.ContactName, "ContactChange.Name", contact.Name),
                Needed(InputIds.ContactRole, "ContactChange.Role", contact.Role),
                Field(InputIds.ContactEmail, "ContactChange.Email", contact.Email),
                Field(InputIds.ContactPhone, "ContactChange.Phone", contact.Phone),
                Field(InputIds.ContactHours, "ContactChange.Hours", contact.Hours),
                Field(InputIds.ContactCover, "ContactChange.Cover", view.Cover),
                Blocks.Small(texts.Say("ContactChange.WorkOnly")),
            ],
            frame.Action(Verbs.ContactSave, texts.Plain("Save"), key).Main(),
            frame.Press(Verbs.ContactsShow, texts.Plain("Back")));

        AdaptiveTextInput Needed(string id, string label, string? value) => new(id, frame.Required(texts.Plain(label)), Most)
        {
            Value = Shown(value),
            IsRequired = true,
            ErrorMessage = texts.Plain("ContactChange.Missing"),
        };

        AdaptiveTextInput Field(string id, string label, string? value) => new(id, frame.Optional(texts.Plain(label)), Most) { Value = Shown(value) };

        static string? Shown(string? value) => value is { Length: > 0 } ? Typed.Line(value, Most) : null;
    }
}
