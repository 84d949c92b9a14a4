using PeerBot.Cards;
using PeerBot.Domain.Programmes;

namespace PeerBot.Dialogs;

/// <summary>How somebody begins: the definition's <c>matching.model</c> says who chooses whom, and each model has its own way in.</summary>
internal static class WaysIn
{
    /// <summary>Buttons of the welcome; the first is what a person with nothing open yet is offered on the status card too.</summary>
    public static IReadOnlyList<Button> Of(FlowContext context) => context.Programme.Matching.Model switch
    {
        MatchingModel.GroupFormer => [new Button(Verbs.SupporterStart, context.Texts.Plain("WayIn.Join"))],
        _ => [new Button(Verbs.RequestStart, context.Texts.Plain("Status.AskForSupport")), new Button(Verbs.SupporterStart, context.Texts.Plain("WayIn.Offer"))],
    };
}
