using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;
using Contact = PeerBot.Domain.People.Contact;
using ReceiptCard = PeerBot.Cards.ReceiptCard;

namespace PeerBot.Dialogs;

/// <summary>What several cards show alike, taken from the definition and the contacts.</summary>
internal static class Views
{
    public static Confidentiality Confidentiality(this FlowContext context) => new(
        context.Programme.Confidentiality.Statement.In(context.Me.Locale),
        context.Contact(context.Programme.Confidentiality.Disclosure.NamedContactRef)?.Role ?? context.Texts.Plain("Contact.Named"));

    /// <summary>What the relationship is not, to stand after "is not"; null: the definition does not say.</summary>
    public static string? IsNot(this FlowContext context) => context.Programme.Stance.IsNot is { Count: > 0 } not
        ? context.Texts.List([.. not.Select(one => char.ToLower(one[0], context.Texts.Culture) + one[1..])])
        : null;

    public static IReadOnlyList<Cards.Signpost> OtherHelp(this FlowContext context) =>
        [.. context.Programme.Purpose.NotAReplacementFor.Select(one => new Cards.Signpost(one.Name, Where(context.Contact(one.ContactRef))))];

    public static WorkContact CoordinatorContact(this FlowContext context) =>
        context.Coordinator is { } contact
            ? contact.AtWork()
            : new WorkContact(context.Programme.Vocabulary.Coordinator.In(context.Me.Locale));

    /// <summary>How to reach somebody at work, a line each for what is known.</summary>
    public static IReadOnlyList<Line> LinesOf(this FlowContext context, WorkContact contact) =>
    [
        .. new[] { (contact.Role, "AskAPerson.Role"), (contact.Email, "AskAPerson.Email"), (contact.Phone, "AskAPerson.Phone"), (contact.Hours, "AskAPerson.Hours") }
            .Where(line => line.Item1 is not null).Select(line => new Line(context.Texts.Plain(line.Item2), line.Item1!)),
    ];

    public static WorkContact AtWork(this Contact contact) => new(contact.Name, contact.Role, contact.Email, contact.Phone, contact.Hours);

    public static Words WordsOf(Programme programme, string? locale) => new(
        programme.Vocabulary.Requester.In(locale), programme.Vocabulary.Supporter.In(locale), programme.Vocabulary.Coordinator.In(locale),
        programme.Vocabulary.Meeting.In(locale), programme.Vocabulary.Cycle.In(locale), programme.Vocabulary.Relationship.In(locale),
        programme.Relationship.Shape == RelationshipShape.Group);

    /// <summary>All members of a group are alike.</summary>
    public static PairRole RoleOf(this Cycle cycle, PersonId person) => cycle.IsGroup || person == cycle.Requester ? PairRole.Requester : PairRole.Supporter;

    public static Show NotYours(this FlowContext context) => new Show.Replace(NotForYouCard.Of(context.Frame()));

    public static Show OutOfDate(this FlowContext context, OutOfDateCard.Since since) =>
        new Show.Replace(OutOfDateCard.Of(new OutOfDateCard.View(since), context.Frame()));

    public static Show Receipt(
        this FlowContext context, string heading, string text, IReadOnlyList<Line>? lines = null, string? written = null,
        IReadOnlyList<Button>? buttons = null) =>
        new Show.Replace(ReceiptCard.Of(new ReceiptCard.View(heading, text, lines, written, buttons), context.Frame()));

    private static string? Where(Contact? contact) => contact is null ? null : contact.Phone ?? contact.Email ?? contact.Link?.Host;
}
