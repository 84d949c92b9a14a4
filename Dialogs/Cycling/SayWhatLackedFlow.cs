using PeerBot.Cards;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>One question about a request that led to nothing.</summary>
public sealed class SayWhatLackedFlow : OneStepFlow
{
    public override string Name => "say-what-lacked";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.RequestLacked];

    public static AdaptiveCard Card(SupportRequest request, FlowContext context) => LackingCard.Of(
        new LackingCard.View(request.Number, context.Programme.Feedback.CollectedFor, SayWhatLacked.Choices), context.Frame(request.Id));

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press || await context.Stores.RequestAsync(new RequestId(press.Guid)) is not { } request
            || request.Requester != context.Me.Id)
        {
            return [context.NotYours()];
        }

        context = context.In(request.Programme);
        return await new SayWhatLacked(context.Turn).AnswerAsync(context.Me.Id, request.Id, press.Input(InputIds.Lacked)) switch
        {
            LackAnswer.Noted => [context.Receipt(context.Texts.Plain("Lacking.Noted.Heading"), context.Texts.Plain("Lacking.Noted.Text"))],
            LackAnswer.Missing => [new Show.Replace(Card(request, context))],
            LackAnswer.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Answered)],
            _ => [context.NotYours()],
        };
    }
}
