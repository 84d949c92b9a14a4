using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;
using ReceiptCard = PeerBot.Cards.ReceiptCard;

namespace PeerBot.Dialogs;

/// <summary>Whether somebody oversees a programme, asked at every press: a role that was taken away is gone at once.</summary>
internal static class Overseer
{
    /// <summary>Opens what a volunteer has sent for approval; the arg is the key of their id.</summary>
    public const string OpenSupporter = "supporter.approve-open";

    /// <summary>The reader in the programme that the card names, or the first one that they coordinate; null for everybody else.</summary>
    /// <param name="card">Id of the card: a programme, or somebody in one; anything else names none.</param>
    public static FlowContext? Of(FlowContext context, string? card = null)
    {
        var known = context.Turn.Reference.Programmes;
        if (card?.Split('.')[0] is { Length: > 0 } programmeId && known.Current(programmeId) is { } named)
        {
            return Holds(context, programmeId) ? context.In(named.Key) : null;
        }

        return Holds(context, context.Programme.Id) ? context
            : All(context).FirstOrDefault() is { } first ? context.In(known.Current(first)!.Key)
            : null;
    }

    /// <summary>What was done, and the way back.</summary>
    /// <param name="list">Verb of the list that it stood on.</param>
    public static Show Done(this FlowContext context, string heading, string text, string list, IReadOnlyList<Line>? lines = null) =>
        new Show.Replace(ReceiptCard.Of(
            new ReceiptCard.View(
                heading, text, lines,
                Buttons: [new Button(list, context.Texts.Plain("Oversee.ToList")), new Button(Verbs.CoordinatorHome, context.Texts.Plain("Oversee.ToHome"))]),
            context.Frame()));

    /// <summary>Id of a card about somebody in the programme, so that a press on it is about that programme too.</summary>
    public static string About(PersonId person, FlowContext context) => Schemes.CardId(context.Programme, RequestCards.KeyOf(person));

    /// <summary>The key of the person in what <see cref="About"/> wrote.</summary>
    public static string KeyIn(string card) => card.Split('.')[^1];

    /// <summary>Ids of all programmes that the reader looks after.</summary>
    public static IReadOnlyList<string> All(FlowContext context) =>
    [
        .. context.Turn.Reference.Roles
            .Where(held => ProgrammeRoles.Overseeing.Contains(held.Role) && held.People.Contains(context.Me.Id)).Select(held => held.ProgrammeId)
            .Where(id => context.Turn.Reference.Programmes.Current(id) is not null).Distinct(),
    ];

    public static bool Holds(FlowContext context, string programmeId) =>
        context.Turn.Reference.Oversees(context.Me.Id, programmeId);

    /// <summary>The two by name; a group by its letter alone, as of groups whoever oversees them sees rates and not people (S4-01).</summary>
    public static async Task<string> TitleAsync(this FlowContext context, Cycle cycle) =>
        cycle.IsGroup
            ? context.Texts.Plain(
                "Oversee.Group", ("name", (await context.Stores.GroupAsync(GroupId.Of(cycle.Id)))?.Name ?? ""), ("count", cycle.People.Count))
            : context.Texts.Plain(
                "Oversee.Pair", ("requester", await context.NameAsync(cycle.Requester)), ("supporter", await context.NameAsync(cycle.Supporter)));

    public static Looking Looking(this FlowContext context) => new(context.Turn, context.Programme.Id, context.Me.Id);
}
