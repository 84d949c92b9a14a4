using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A coordinator answers a request that waits for them.</summary>
public sealed class DecideRequestFlow : OneStepFlow
{
    public override string Name => "decide-request";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.GateGoOn, Cards.Verbs.GateTalk, Cards.Verbs.GateRefuse];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press)
        {
            return [context.NotYours()];
        }

        var answer = press.Verb switch
        {
            Cards.Verbs.GateGoOn => GateAnswer.GoOn,
            Cards.Verbs.GateTalk => GateAnswer.TalkFirst,
            _ => GateAnswer.NotThisOne,
        };
        return await new DecideGate(context.Turn).AnswerAsync(context.Me.Id, new RequestId(press.About), answer) switch
        {
            GateOutcome.Done done when answer == GateAnswer.TalkFirst => await TalkAsync(done.Request, context.In(done.Request.Programme)),
            GateOutcome.Done done => [Settled(done.Request, answer == GateAnswer.GoOn ? "Gate.GoneOn.Text" : "Gate.NotThisOne.Text", context.In(done.Request.Programme))],
            GateOutcome.NobodyLeft none => [Settled(none.Request, "Gate.NobodyLeft.Text", context.In(none.Request.Programme))],
            GateOutcome.GoneMeanwhile gone => [Settled(gone.Request, "Gate.NotThisOne.Text", context.In(gone.Request.Programme))],
            GateOutcome.Own => [context.Receipt(context.Texts.Plain("Gate.Own.Heading"), context.Texts.Plain("Gate.Own.Text"))],
            GateOutcome.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };
    }

    /// <summary>The gate stays closed: the card comes again below the address of the person to talk to.</summary>
    private static async Task<IReadOnlyList<Show>> TalkAsync(SupportRequest request, FlowContext context)
    {
        var person = await context.Stores.PersonAsync(request.Requester);
        return
        [
            context.Done(
                context.Texts.Plain("Gate.Talking.Heading"),
                context.Texts.Plain("Gate.Talking.Text", ("name", person?.Name ?? context.Texts.Plain("Person.Unknown"))), Cards.Verbs.CoordinatorRequests,
                person is { Email.Length: > 0 } ? [new Line(context.Texts.Plain("AskAPerson.Email"), person.Email)] : null),
            new Show.Card(await AskCards.GateAsync(request, context)),
        ];
    }

    private static Show Settled(SupportRequest request, string text, FlowContext context) =>
        context.Done(context.Texts.Plain("Gate.Settled.Heading", ("number", request.Number)), context.Texts.Plain(text), Cards.Verbs.CoordinatorRequests);
}
