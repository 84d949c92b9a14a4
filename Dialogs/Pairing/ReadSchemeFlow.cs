using System.Globalization;
using PeerBot.Cards;
using PeerBot.Domain.Programmes;
using Signpost = PeerBot.Domain.Programmes.Signpost;

namespace PeerBot.Dialogs;

/// <summary>What a scheme says of itself: my role, what may be read, and other help that somebody may be looking for instead.</summary>
public sealed class ReadSchemeFlow : OneStepFlow
{
    public override string Name => "read-scheme";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.RoleShow, Cards.Verbs.ResourcesShow, Cards.Verbs.SignpostShow];

    public override bool Wants(string text, FlowContext context) =>
        (context.Texts.Means(text, "Typed.Role") && SaysRoles(context)) || (context.Texts.Means(text, "Typed.Resources") && Resources(context))
        || SignpostOf(text, context) is not null;

    /// <summary>Buttons for other help with words of its own, such as "I want a buddy".</summary>
    internal static IReadOnlyList<Button> Signposts(FlowContext context) =>
    [
        .. context.Programme.Purpose.NotAReplacementFor.Select((one, at) => (one, at)).Where(pair => pair.one.Ask is not null)
            .Select(pair => new Button(Cards.Verbs.SignpostShow, pair.one.Ask!, pair.at.ToString(CultureInfo.InvariantCulture))),
    ];

    /// <summary>What the definition links to at a place, with the addresses of the configuration.</summary>
    internal static IReadOnlyList<(string Name, Uri Address)> Links(FlowContext context, LinkPlace place) =>
    [
        .. context.Programme.Purpose.Links.Where(link => link.On.Contains(place))
            .Select(link => (link.Name, Address: context.Contact(link.ContactRef)?.Link)).Where(link => link.Address is not null).Select(link => (link.Name, link.Address!)),
    ];

    /// <summary>Where the definition says nothing of roles in its own words, "my role" is what a supporter carries just now.</summary>
    private static bool SaysRoles(FlowContext context) => context.Programme.Roles.Any(role => role.Sentence is not null);

    internal static bool Resources(FlowContext context) => context.Programme.Training.OptionalResources.Count > 0;

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context) => incoming switch
    {
        Incoming.Pressed { Verb: Cards.Verbs.RoleShow } => [new Show.Card(await RoleAsync(context))],
        Incoming.Pressed { Verb: Cards.Verbs.ResourcesShow } => [new Show.Card(ResourcesCard(context))],
        Incoming.Pressed press => [SignpostCard(At(press.Arg, context), context)],
        Incoming.Typed typed when context.Texts.Means(typed.Text, "Typed.Role") => [new Show.Card(await RoleAsync(context))],
        Incoming.Typed typed when SignpostOf(typed.Text, context) is { } signpost => [SignpostCard(signpost, context)],
        _ => [new Show.Card(ResourcesCard(context))],
    };

    private static async Task<AdaptiveCard> RoleAsync(FlowContext context)
    {
        var texts = context.Texts;
        var supports = context.Me.Supports.Contains(context.Programme.Id)
            || await context.Stores.SupporterAsync(context.Me.Id, context.Programme.Id) is { State: not Domain.People.SupporterState.Left };
        RoleId[] mine =
        [
            .. context.Me.Programmes.Contains(context.Programme.Id) || !supports ? [RoleId.Requester] : Array.Empty<RoleId>(),
            .. supports ? [RoleId.Supporter] : Array.Empty<RoleId>(),
            .. Overseer.Holds(context, context.Programme.Id) ? [RoleId.Coordinator] : Array.Empty<RoleId>(),
        ];
        var roles = context.Programme.Roles.Where(role => mine.Contains(role.Id)).ToList();
        return LeafletCard.Of(
            new LeafletCard.View(
                texts.Plain("Role.Heading"), texts.List([.. roles.Select(role => role.Label).Distinct()]),
                [.. roles.Select(role => role.Sentence ?? texts.Plain("Role.Does", ("label", role.Label), ("does", role.Does))).Distinct()],
                Buttons:
                [
                    .. Resources(context) ? [new Button(Cards.Verbs.ResourcesShow, texts.Plain("Resources.Button"))] : Array.Empty<Button>(),
                    .. supports ? [new Button(Cards.Verbs.SupporterHome, texts.Plain("Role.Home"))] : Array.Empty<Button>(),
                ]),
            context.Frame());
    }

    /// <summary>Optional, and nobody notes who opens what (S0-14).</summary>
    private static AdaptiveCard ResourcesCard(FlowContext context) => LeafletCard.Of(
        new LeafletCard.View(
            context.Texts.Plain("Resources.Heading"), context.Texts.Plain("Resources.Text"), context.Programme.Training.OptionalResources,
            context.Texts.Plain("Resources.NotTracked"), Links(context, LinkPlace.Resources)),
        context.Frame());

    private static Show SignpostCard(Signpost? signpost, FlowContext context)
    {
        if (signpost is null)
        {
            return context.OutOfDate(OutOfDateCard.Since.Changed);
        }

        var contact = context.Contact(signpost.ContactRef);
        return new Show.Card(LeafletCard.Of(
            new LeafletCard.View(
                signpost.Name, context.Texts.Plain("Signpost.Text", ("scheme", context.Programme.Name.In(context.Me.Locale)), ("name", signpost.Name)),
                contact is null ? [] : [.. context.LinesOf(contact.AtWork()).Select(line => $"{line.Title}: {line.Value}")],
                Links: contact?.Link is { } link ? [(contact.Name, link)] : null),
            context.Frame()));
    }

    private static Signpost? At(string? arg, FlowContext context) =>
        int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? context.Programme.Purpose.NotAReplacementFor.ElementAtOrDefault(at) : null;

    private static Signpost? SignpostOf(string words, FlowContext context) => context.Programme.Purpose.NotAReplacementFor.FirstOrDefault(
        one => one.Ask is { } ask && Typed.Bare(ask).Equals(Typed.Bare(words), StringComparison.OrdinalIgnoreCase));
}
