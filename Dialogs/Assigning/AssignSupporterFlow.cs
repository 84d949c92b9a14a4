using System.Globalization;
using PeerBot.Cards;
using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Somebody asks to be brought together with a supporter; whoever looks after the programme does it, and both are told.</summary>
public sealed class AssignSupporterFlow : OneStepFlow
{
    public override string Name => "assign-supporter";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.AssignAsk, Cards.Verbs.AssignShow, Cards.Verbs.AssignChoose, Cards.Verbs.AssignWaiting];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press)
        {
            return [context.NotYours()];
        }

        if (press.Verb == Cards.Verbs.AssignAsk)
        {
            return await AskAsync(press, context);
        }

        if (press.Verb == Cards.Verbs.AssignWaiting)
        {
            return Overseer.Of(context, press.Id) is { } there && await SupporterAsync(press.Arg, there) is { } supporter
                ? [new Show.Replace(await AssignCards.WaitingAsync(supporter, there))]
                : [context.NotYours()];
        }

        return await context.Stores.RequestAsync(new RequestId(press.About)) is { ToAssign: true } request && Overseer.Holds(context, request.Programme.Id)
            ? await AboutAsync(request, press, context.In(request.Programme))
            : [context.NotYours()];
    }

    private static async Task<IReadOnlyList<Show>> AskAsync(Incoming.Pressed press, FlowContext context)
    {
        if (context.Programme.Matching.Model != Domain.Programmes.MatchingModel.FacilitatorAssigns)
        {
            return [context.NotYours()];
        }

        var (note, mode) = (press.Input(InputIds.Note), press.Input(InputIds.Mode));
        var problem = press.Input(InputIds.Understood) != "true" ? context.Texts.Plain("Problem.Understood")
            : note is { Length: > RequestCard.NoteMost } ? context.Texts.Plain("Problem.NoteTooLong", ("most", RequestCard.NoteMost))
            : note is not null && UkPhoneNumber.Found(note) ? context.Texts.Plain("Problem.Phone")
            : null;
        if (problem is not null)
        {
            return [new Show.Replace(AssignCards.Ask(context, note, mode, problem))];
        }

        var wished = ModeValues.Parse(mode) is { } one && context.Programme.Cycle.RulesFor(first: true).Modes.Contains(one) ? ModeValues.Parse(mode) : null;
        var draft = new RequestDraft(Area: null, note is null ? null : Typed.Block(note, RequestCard.NoteMost), wished, []);
        return await new AssignSupporter(context.Turn).AskAsync(context.Me, context.School, context.Programme, draft) switch
        {
            Sending.WaitsForCoordinator taken => [new Show.Replace(AskCards.Taken(taken.Request, RequestTakenCard.Waits.ForAssigning, context))],
            Sending.MayNot refused => [await RequestCards.MayNotAsync(refused.Standing, context)],
            _ => throw new InvalidOperationException("A request to be brought together waits or is not taken."),
        };
    }

    private static async Task<IReadOnlyList<Show>> AboutAsync(SupportRequest request, Incoming.Pressed press, FlowContext context)
    {
        if (!request.WaitsForCoordinator)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        if (press.Verb == Cards.Verbs.AssignShow)
        {
            var page = int.TryParse(press.Then, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, 1000) : 0;
            return [new Show.Replace(await AssignCards.FittingAsync(request, page, context))];
        }

        // Also somebody who fits no more is found, so that it is said why.
        if (await SupporterAsync(press.Then, context) is not { } supporter)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var name = await context.NameAsync(supporter);
        var texts = context.Texts;
        return await new AssignSupporter(context.Turn).AssignAsync(context.Me.Id, request.Id, supporter) switch
        {
            Assigning.Paired paired =>
            [
                context.Done(
                    texts.Plain("Assign.Done.Heading"),
                    texts.Plain("Assign.Done.Text", ("supporter", name), ("requester", await context.NameAsync(paired.Request.Requester))),
                    Cards.Verbs.CoordinatorRequests),
            ],
            Assigning.Full full =>
                [new Show.Replace(await AssignCards.FittingAsync(request, 0, context, texts.Plain(full.Most == 1 ? "Assign.FullOne" : "Assign.Full", ("name", name), ("most", full.Most))))],
            Assigning.NotFree => [new Show.Replace(await AssignCards.FittingAsync(request, 0, context, texts.Plain("Assign.NotFree", ("name", name))))],
            Assigning.Own => [context.Receipt(texts.Plain("Gate.Own.Heading"), texts.Plain("Gate.Own.Text"))],
            Assigning.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };
    }

    private static async Task<PersonId?> SupporterAsync(string? key, FlowContext context) =>
        (await context.Stores.CandidatesAsync(context.Programme.Id)).FirstOrDefault(one => RequestCards.KeyOf(one.Person) == key)?.Person;
}
