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
        // Whom a colleague has named supports them, and names nobody.
        MatchingModel.PreNominated when !context.Me.Programmes.Contains(context.Programme.Id) => [Role(context)],
        MatchingModel.PreNominated => [new Button(Verbs.ColleagueStart, context.Texts.Plain("WayIn.Name")), Role(context)],
        MatchingModel.MutualChoice => [new Button(Verbs.PeerStart, context.Texts.Plain("WayIn.Choose")), Role(context), .. ReadSchemeFlow.Signposts(context)],
        _ => [new Button(Verbs.RequestStart, context.Texts.Plain("Status.AskForSupport")), new Button(Verbs.SupporterStart, context.Texts.Plain("WayIn.Offer"))],
    };

    private static Button Role(FlowContext context) => new(Verbs.RoleShow, context.Texts.Plain("WayIn.Role"));
}
