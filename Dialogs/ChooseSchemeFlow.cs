using PeerBot.Cards;

namespace PeerBot.Dialogs;

/// <summary>"programmes": the schemes that the reader is in, and which of them the next words are about.</summary>
public sealed class ChooseSchemeFlow : OneStepFlow
{
    public const string Id = "choose-scheme";

    public override string Name => Id;

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.SchemeChoose];

    /// <summary>The other schemes of the reader, to be chosen.</summary>
    internal static IReadOnlyList<Choice> Others(FlowContext context) =>
    [
        .. Schemes.Of(context.Me, context.Turn.Reference).Where(one => one.Id != context.Programme.Id)
            .Select(one => new Choice(one.Id, one.Name.In(context.Me.Locale))),
    ];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context) => incoming switch
    {
        // The router has turned to the scheme already, when it is one of the reader's.
        Incoming.Pressed press when press.Arg == context.Programme.Id => await Welcome.HomeAsync(context),
        Incoming.Pressed => [context.NotYours()],
        _ => [new Show.Card(List(context))],
    };

    private static AdaptiveCard List(FlowContext context) => SchemesCard.Of(
        new SchemesCard.View(context.Programme.Name.In(context.Me.Locale), context.Programme.Summary.In(context.Me.Locale), Others(context)), context.Frame());
}
