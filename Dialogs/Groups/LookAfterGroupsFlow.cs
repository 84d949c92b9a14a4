using System.Globalization;
using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Dialogs;

/// <summary>A lead looks after their groups; whoever oversees the scheme sees how groups take part, and nobody's name.</summary>
public sealed class LookAfterGroupsFlow : OneStepFlow
{
    public override string Name => "look-after-groups";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.GroupsHome, Cards.Verbs.GroupsRates, Cards.Verbs.GroupsRatesFile, Cards.Verbs.GroupAddOpen, Cards.Verbs.GroupAdd, Cards.Verbs.GroupMergeOpen,
        Cards.Verbs.GroupMerge, Cards.Verbs.GroupLetGo, Cards.Verbs.GroupTakeOn,
    ];

    public override bool Wants(string text, FlowContext context) =>
        (context.Texts.Means(text, "Typed.Groups") && GroupLead.Of(context) is not null) || (context.Texts.Means(text, "Typed.Rates") && Reader(context) is not null);

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is Incoming.Typed typed ? context.Texts.Means(typed.Text, "Typed.Rates") : incoming is Incoming.Pressed { Verb: Cards.Verbs.GroupsRates })
        {
            return Reader(context) is { } reader
                ? [new Show.Replace(await GroupHomeCards.RatesAsync(reader.Context, reader.All))]
                : [context.NotYours()];
        }

        if (incoming is Incoming.Pressed { Verb: Cards.Verbs.GroupsRatesFile })
        {
            return Reader(context) is { } reader
                ? [ReportCards.File(
                    ReportKind.Participation, reader.Context, context.Texts.Plain("Groups.Rates.Heading"),
                    new Button(Cards.Verbs.GroupsRates, context.Texts.Plain("Groups.Rates.Button")))]
                : [context.NotYours()];
        }

        if (GroupLead.Of(context) is not { } there)
        {
            return [context.NotYours()];
        }

        if (incoming is not Incoming.Pressed { Verb: not Cards.Verbs.GroupsHome } press)
        {
            var page = int.TryParse((incoming as Incoming.Pressed)?.Arg, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Min(asked, 200) : 0;
            return [new Show.Replace(await GroupHomeCards.HomeAsync(there, page))];
        }

        if (press.Verb == Cards.Verbs.GroupTakeOn)
        {
            return await new ReplaceLead(context.Turn).TakeOnAsync(context.Me.Id, new GroupId(press.About)) is TakingOn.TakenOn
                ? [new Show.Replace(await GroupHomeCards.HomeAsync(there))]
                : [context.NotYours()];
        }

        if (await context.Stores.GroupAsync(new GroupId(press.About)) is not { } group || group.Lead != context.Me.Id)
        {
            return [context.NotYours()];
        }

        there = there.In(group.Programme);
        return !group.IsOpen || IsOld(press, group) ? [there.OutOfDate(OutOfDateCard.Since.Changed)] : [await MendAsync(group, press, there)];
    }

    /// <summary>What ends a group is pressed on how it stands now. A card that lists groups names each on its button and has no version of any.</summary>
    private static bool IsOld(Incoming.Pressed press, LearningGroup group) =>
        press.Verb is Cards.Verbs.GroupMerge or Cards.Verbs.GroupLetGo && press.Guid == group.Id.Value && press.Version != group.Version;

    private static async Task<Show> MendAsync(LearningGroup group, Incoming.Pressed press, FlowContext context)
    {
        var mend = new MendGroup(context.Turn);
        switch (press.Verb)
        {
            case Cards.Verbs.GroupAdd:
                var person = (await mend.MayComeAsync(group)).FirstOrDefault(one => RequestCards.KeyOf(one.Id) == press.Input(InputIds.Pick));
                return person is null
                    ? new Show.Replace(await GroupHomeCards.AddAsync(group, context, context.Texts.Plain("Groups.NotPossible")))
                    : await MendedAsync(await mend.AddAsync(context.Me.Id, group.Id, person.Id), group, context);
            case Cards.Verbs.GroupMerge:
                return await MendedAsync(
                    await mend.MergeAsync(context.Me.Id, group.Id, new GroupId(Guid.TryParse(press.Input(InputIds.Pick), out var into) ? into : Guid.Empty)), group, context);
            case Cards.Verbs.GroupLetGo:
                return await MendedAsync(await mend.CloseAsync(context.Me.Id, group.Id), group, context);
            case Cards.Verbs.GroupMergeOpen:
                return new Show.Replace(await GroupHomeCards.MergeAsync(group, context));
            default:
                return new Show.Replace(await GroupHomeCards.AddAsync(group, context));
        }
    }

    private static async Task<Show> MendedAsync(Mending answer, LearningGroup group, FlowContext context)
    {
        var texts = context.Texts;
        switch (answer)
        {
            case Mending.Asked asked:
                return context.Receipt(
                    texts.Plain("Groups.Asked.Heading"), texts.Plain("Groups.Asked.Text", ("people", await context.NamesAsync(asked.People))),
                    buttons: [new Button(Cards.Verbs.GroupsHome, texts.Plain("Groups.ShowGroups"))]);
            case Mending.Closed closed:
                return context.Receipt(texts.Plain("Groups.Closed.Heading", ("name", closed.Group.Name)), texts.Plain("Groups.Closed.Text"));
            case Mending.TooMany many:
                return new Show.Replace(await GroupHomeCards.MergeAsync(
                    group, context, texts.Plain("Groups.TooMany", ("name", many.Into.Name), ("most", many.Most))));
            case Mending.NotPossible:
                return new Show.Replace(await GroupHomeCards.AddAsync(group, context, texts.Plain("Groups.NotPossible")));
            case Mending.OutOfDate:
                return context.OutOfDate(OutOfDateCard.Since.Changed);
            default:
                return context.NotYours();
        }
    }

    /// <summary>Who may see rates: a lead those of their own groups, whoever coordinates the scheme all of them; null for everybody else.</summary>
    private static (FlowContext Context, bool All)? Reader(FlowContext context) =>
        Overseer.Of(context) is { Programme.Groups: not null } overseer ? (overseer, true)
        : GroupLead.Of(context) is { } lead ? (lead, false)
        : null;
}
