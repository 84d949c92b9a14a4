using System.Text.RegularExpressions;
using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>
/// A coordinator starts a request for a head who has telephoned or written: "new request for Amira". The head is asked first, and chooses
/// for themselves (S2-13).
/// </summary>
public sealed partial class StartForHeadFlow : OneStepFlow
{
    private const int MostNames = 6;

    public override string Name => "start-for-head";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.BehalfStart, Cards.Verbs.BehalfNo];

    public override bool Wants(string text, FlowContext context) => NameIn(text, context) is not null && Overseer.Of(context) is not null;

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context) => incoming switch
    {
        Incoming.Pressed { Verb: Cards.Verbs.BehalfNo } press => await DeclineAsync(new RequestId(press.About), context),
        Incoming.Pressed press when Overseer.Of(context, press.Id) is { } there => await StartAsync(press.Arg ?? "", there),
        Incoming.Typed typed when Overseer.Of(context) is { } there && NameIn(typed.Text, there) is { } name => [await WhoAsync(name, there)],
        _ => [context.NotYours()],
    };

    private static string? NameIn(string text, FlowContext context) =>
        context.Texts.After(text, "Typed.NewRequestFor") is { Length: >= 2 and <= 80 } name && name.AsSpan().IndexOfAny('\r', '\n') < 0 ? name : null;

    private static async Task<Show> WhoAsync(string name, FlowContext context)
    {
        var people = (await context.Stores.PeopleNamedAsync(name, MostNames + 1)).Where(person => person.GoneSince is null).ToList();
        if (people.Count == 0)
        {
            return context.Say("Behalf.NobodyNamed");
        }

        if (people.Count > MostNames)
        {
            return context.Say("Behalf.TooMany");
        }

        context.Looking().At(AuditActions.PersonFound, people.Select(person => (person.Id, (string?)null)));
        var choices = new List<Choice>();
        foreach (var person in people)
        {
            choices.Add(new Choice(person.Id.Value, await AskCards.WhoAsync(person.Id, context)));
        }

        return new Show.Card(StartForCard.Of(new StartForCard.View(choices), context.Frame()));
    }

    private static async Task<IReadOnlyList<Show>> StartAsync(string key, FlowContext context)
    {
        if (await context.Stores.PersonAsync(new PersonId(key)) is not { GoneSince: null } head)
        {
            return [context.NotYours()];
        }

        var school = head.Organisation is { } at ? await context.Stores.OrganisationAsync(at) : null;
        return await new StartForHead(context.Turn).StartAsync(context.Me.Id, head, school, context.Programme) switch
        {
            Starting.Started =>
            [
                context.Done(
                    context.Texts.Plain("Behalf.Started.Heading", ("name", head.Name)), context.Texts.Plain("Behalf.Started.Text", ("name", head.Name)),
                    Cards.Verbs.CoordinatorRequests),
            ],
            Starting.MayNot refused =>
            [
                context.Done(
                    context.Texts.Plain("Behalf.Not.Heading"),
                    context.Texts.Plain(
                        refused.Standing switch
                        {
                            Standing.HasCycle => "Behalf.Not.HasCycle",
                            Standing.HasRequest => "Behalf.Not.HasRequest",
                            Standing.NotEligible => "Behalf.Not.NotEligible",
                            _ => "Behalf.Not.NotTaking",
                        },
                        ("name", head.Name)),
                    Cards.Verbs.CoordinatorRequests),
            ],
            _ => [context.NotYours()],
        };
    }

    private static async Task<IReadOnlyList<Show>> DeclineAsync(RequestId id, FlowContext context) =>
        await new StartForHead(context.Turn).ConfirmAsync(context.Me.Id, id) switch
        {
            Confirming.GoOn go => await DeclinedAsync(go.Request, context),
            Confirming.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };

    private static async Task<IReadOnlyList<Show>> DeclinedAsync(SupportRequest request, FlowContext context)
    {
        await new RequestSupport(context.Turn).WithdrawAsync(context.Me.Id, request.Id);
        return [context.Receipt(context.Texts.Plain("Behalf.Declined.Heading"), context.Texts.Plain("Behalf.Declined.Text"))];
    }
}
