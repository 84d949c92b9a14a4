using PeerBot.Cards;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>What can be asked for at any time: hello, help, where I stand, my data, other help.</summary>
public sealed class Welcome : OneStepFlow
{
    public const string Id = "welcome";

    public override string Name => Id;

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.Help, Cards.Verbs.StatusShow, Cards.Verbs.CurrentShow, Cards.Verbs.MyDataShow, Cards.Verbs.OtherHelpShow, Cards.Verbs.CardOk,
        Cards.Verbs.RequestWithdraw, Cards.Verbs.LanguageChoose,
    ];

    public override bool Wants(string text, FlowContext context) => context.Texts.Means(text, "Typed.Withdraw");

    /// <param name="place">There is a card about the reader's own place in the scheme, one press away.</param>
    private static AdaptiveCard Hello(FlowContext context, bool place) => WelcomeCard.Of(
        new WelcomeCard.View(
            context.Me.Name.Split(' ')[0], context.Programme.Name.In(context.Me.Locale), context.Programme.Summary.In(context.Me.Locale),
            context.Programme.Purpose.RequesterBenefits, context.OtherHelp(), context.Confidentiality(),
            [
                .. WaysIn.Of(context), .. Doors(context),
                .. place ? [new Button(Cards.Verbs.SupporterHome, context.Texts.Plain("Serving.Heading"))] : Array.Empty<Button>(),
            ],
            Languages.Of(context), OtherSchemes: ChooseSchemeFlow.Others(context), IsNot: context.IsNot(),
            Keys: context.Programme.Purpose.Keys, Sentences: context.Programme.Purpose.Welcome),
        place ? context.Own() : context.Frame());

    /// <summary>Whoever looks after the scheme too goes on from here to what waits for them.</summary>
    internal static Button[] Doors(FlowContext context) =>
        Overseer.Holds(context, context.Programme.Id) ? [new Button(Cards.Verbs.CoordinatorHome, context.Texts.Plain("WayIn.LookAfter"))] : [];

    /// <summary>
    /// Where a scheme begins: the welcome, where somebody stands in it who supports others, and the groups of whoever leads some.
    /// Where everybody gives and takes, giving is no errand of its own, and the welcome stays the last word.
    /// </summary>
    internal static async Task<IReadOnlyList<Show>> HomeAsync(FlowContext context)
    {
        var home = await SupporterCards.HomeAsync(context);
        var behind = home is not null && context.Programme.Stance.Reciprocal;
        return
        [
            new Show.Card(Hello(context, behind)), .. home is not null && !behind ? [new Show.Card(home)] : Array.Empty<Show>(),
            .. GroupLead.Of(context) is { } lead && lead.Programme.Id == context.Programme.Id ? [new Show.Card(await GroupHomeCards.HomeAsync(lead))] : Array.Empty<Show>(),
        ];
    }

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context) => incoming switch
    {
        Incoming.Pressed { Verb: Cards.Verbs.RequestWithdraw } press =>
            await WithdrawAsync(new RequestId(Guid.TryParse(press.Arg, out var request) ? request : press.Guid), context),
        Incoming.Pressed { Verb: Cards.Verbs.LanguageChoose } =>
            [new Show.Replace(Hello(context, context.Programme.Stance.Reciprocal && await SupporterCards.HomeAsync(context) is not null))],
        Incoming.Pressed { Verb: Cards.Verbs.Help } or Incoming.Typed { Text: nameof(Command.Help) } => [new Show.Card(Help(context))],
        Incoming.Pressed { Verb: Cards.Verbs.StatusShow or Cards.Verbs.CurrentShow } or Incoming.Typed { Text: nameof(Command.Status) } =>
            [new Show.Card(await StatusCards.StatusAsync(context))],
        Incoming.Pressed { Verb: Cards.Verbs.MyDataShow } or Incoming.Typed { Text: nameof(Command.MyData) } =>
            [new Show.Card(await MyDataCards.HeldAsync(context))],
        Incoming.Pressed { Verb: Cards.Verbs.OtherHelpShow } => [OtherHelp(context)],
        Incoming.Pressed { Verb: Cards.Verbs.CardOk } => [context.Receipt(context.Texts.Plain("Ok.Heading"), context.Texts.Plain("Ok.Text"))],
        Incoming.Typed typed when Wants(typed.Text, context) => await EndAsync(context),
        _ => await HomeAsync(context),
    };

    private static AdaptiveCard Help(FlowContext context) =>
        HelpCard.Of(new HelpCard.View(Waiting: null, context.CoordinatorContact()), context.Frame());

    private static Show OtherHelp(FlowContext context) => context.Receipt(
        context.Texts.Plain("OtherHelp.Heading"), context.Texts.Plain("OtherHelp.Text"),
        [.. context.OtherHelp().Select(one => new Line(one.Name, one.Where ?? ""))]);

    /// <summary>"withdraw" or "finish" typed: what that can mean depends on where the person stands, so the status card asks.</summary>
    private static async Task<IReadOnlyList<Show>> EndAsync(FlowContext context) => [new Show.Card(await StatusCards.StatusAsync(context))];

    private static async Task<IReadOnlyList<Show>> WithdrawAsync(RequestId id, FlowContext context) =>
        await new RequestSupport(context.Turn).WithdrawAsync(context.Me.Id, id) switch
        {
            Withdrawal.Withdrawn withdrawn =>
            [
                context.Receipt(
                    context.Texts.Plain("Request.Withdrawn.Heading", ("number", withdrawn.Request.Number)),
                    context.Texts.Plain("Request.Withdrawn.Text")),
            ],
            Withdrawal.TooLate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };
}
