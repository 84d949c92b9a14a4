using PeerBot.Cards;
using PeerBot.Domain.Support;
using Contact = PeerBot.Domain.People.Contact;

namespace PeerBot.Dialogs;

/// <summary>
/// The named contact, at any hour and at every step (S2-33, S2-34). Takes no description and keeps nothing of what was typed:
/// the words never reach this flow.
/// </summary>
public sealed class ShareConcern : OneStepFlow
{
    public const string Id = "share-concern";

    public override string Name => Id;

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.ConcernShow, Cards.Verbs.ConcernCallMe, Cards.Verbs.ConcernCarryOn];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context) => incoming switch
    {
        Incoming.Pressed { Verb: Cards.Verbs.ConcernCallMe } => await CallMeAsync(context),
        Incoming.Pressed { Verb: Cards.Verbs.ConcernCarryOn } => [context.Receipt(context.Texts.Plain("Stop.Kept.Heading"), context.Texts.Plain("Stop.Kept.Text"))],
        Incoming.Pressed => [new Show.Replace(await ContactAsync(context, typed: false))],
        Incoming.Typed { Text: Noticed or NoticedDespair } typed =>
            [new Show.Card(await ContactAsync(context, typed: true, despair: typed.Text == NoticedDespair))],
        _ => [new Show.Card(await ContactAsync(context, typed: false))],
    };

    /// <summary>Put in the place of words that sounded like a disclosure, before anything else could see them.</summary>
    private const string Noticed = "\u2205";

    /// <summary>The answer to words that sounded like a disclosure.</summary>
    internal static async Task<IReadOnlyList<Show>> NoticedAsync(FlowContext context) => [new Show.Card(await ContactAsync(context, typed: true))];

    /// <summary>The same, for words of somebody who may not want to live.</summary>
    private const string NoticedDespair = "\u2205!";

    /// <summary>Keys of the lines in the contacts configuration that listen to anybody.</summary>
    private static readonly string[] Listeners = ["samaritans", "education-support"];

    /// <returns>What stands for the words from here on; null when they are about something else.</returns>
    internal static Incoming? Heard(string text, Texts texts) =>
        Disclosure.IsDesperate(text, texts) ? new Incoming.Typed(NoticedDespair) : Disclosure.Mentions(text, texts) ? new Incoming.Typed(Noticed) : null;

    private static async Task<AdaptiveCard> ContactAsync(FlowContext context, bool typed, bool despair = false)
    {
        var contact = context.Contact(context.Programme.Confidentiality.Disclosure.NamedContactRef);
        var cycle = (await context.CyclesAsync()).FirstOrDefault();
        var email = contact?.Email is { } address ? Uri.EscapeDataString(address) : null;
        return ConcernCard.Of(
            new ConcernCard.View(
                contact?.AtWork() ?? context.CoordinatorContact(),
                contact?.Cover is { } cover ? new WorkContact(cover) : null,
                contact?.OutOfHours is { } late ? new Cards.Signpost(late) : null,
                context.OtherHelp(), cycle?.RoleOf(context.Me.Id), typed, CanAskForCall: await CanBeToldAsync(contact, context),
                email is null ? null : new Uri($"https://teams.microsoft.com/l/call/0/0?users={email}"),
                email is null ? null : new Uri($"https://teams.microsoft.com/l/chat/0/0?users={email}"),
                Crisis: despair ? [.. Listeners.Select(context.Contact).OfType<Contact>().Select(line => new Cards.Signpost(line.Name, line.Phone ?? line.Link?.Host))] : null),
            context.Frame());
    }

    /// <summary>A call is promised only where PeerBot can write to the contact.</summary>
    private static async Task<bool> CanBeToldAsync(Contact? contact, FlowContext context) =>
        contact?.Person is { } person && await context.Stores.PersonAsync(person) is not null;

    private static async Task<IReadOnlyList<Show>> CallMeAsync(FlowContext context)
    {
        var disclosure = context.Programme.Confidentiality.Disclosure;
        if (context.Contact(disclosure.NamedContactRef) is not { } contact)
        {
            return [context.Say("Concern.NoContact")];
        }

        if (!await CanBeToldAsync(contact, context))
        {
            return [new Show.Replace(await ContactAsync(context, typed: false))];
        }

        context.Stores.Send(new Errand.AskToCall(context.Me.Id, contact.Key, context.Now), context.Now);
        return
        [
            context.Receipt(context.Texts.Plain("Concern.Asked.Heading"), context.Texts.Plain("Concern.Asked.Text", ("name", contact.Name), ("phone", contact.Phone ?? contact.Email ?? contact.Name))),
        ];
    }
}
