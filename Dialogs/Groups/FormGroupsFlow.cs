using System.Globalization;
using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;

namespace PeerBot.Dialogs;

/// <summary>A lead forms groups: why they meet, a proposal with its reasons, swaps with what they cost, and only then publish (C32).</summary>
public sealed class FormGroupsFlow : Flow<FormState, FormInput>
{
    public override string Name => "form-groups";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.GroupsForm, Cards.Verbs.GroupsPropose, Cards.Verbs.GroupsAgain, Cards.Verbs.GroupsPage, Cards.Verbs.GroupsSwap,
        Cards.Verbs.GroupsSwapDo, Cards.Verbs.GroupsUndo, Cards.Verbs.GroupsPublish, Cards.Verbs.GroupsCancel,
    ];

    public override bool Wants(string text, FlowContext context) => context.Texts.Means(text, "Typed.FormGroups") && GroupLead.Of(context) is not null;

    protected override FormInput Understand(Incoming incoming, FormState? state, FlowContext context) => incoming switch
    {
        Incoming.Pressed press => Meant(press),
        Incoming.Typed typed when state is null || context.Texts.Means(typed.Text, "Typed.FormGroups") => new FormInput.Start(),
        _ => new FormInput.Words(),
    };

    protected override async Task<Reply<FormState>> StepAsync(FormState? state, FormInput input, FlowContext context)
    {
        if (GroupLead.Of(context) is not { } there)
        {
            return Done(context.NotYours());
        }

        var desk = new FormGroupsDesk(there);
        return (state, input) switch
        {
            (null, FormInput.Start) => await BeginAsync(desk),
            (_, FormInput.Start) => Stay(new FormState.Asking(state.Draft), new Show.Replace(await desk.AskAsync(state.Draft))),
            (_, FormInput.Propose propose) => await ProposeAsync(propose.Said is { } said ? desk.Read(said) : state?.Draft ?? desk.Fresh(), desk),
            (null, _) => Done(there.OutOfDate(OutOfDateCard.Since.Changed)),
            (_, FormInput.Cancel) => Done(there.Receipt(there.Texts.Plain("Groups.Cancelled.Heading"), there.Texts.Plain("Groups.Cancelled.Text"))),
            (_, FormInput.Words) => Stay(state, new Show.NotUnderstood("About.Choices")),
            (FormState.Proposed at, FormInput.Turn turn) => await ShowAsync(at with { Page = turn.Page }, desk),
            (FormState.Proposed at, _) when RevisionOf(input) is { } revision && revision != at.Revision =>
                await ShowAsync(at, desk, there.Texts.Plain("Groups.ChangedMeanwhile")),
            (FormState.Proposed at, FormInput.Again) => await ProposeAsync(at.Draft with { Seed = at.Draft.Seed + 1 }, desk, at.Revision),
            (FormState.Proposed at, FormInput.Try tried) => await TryAsync(at, tried.One, tried.Other, desk),
            (FormState.Proposed at, FormInput.Swap swap) => await SwapAsync(at, swap.Pair, desk),
            (FormState.Proposed at, FormInput.Undo { Back: true }) => await ShowAsync(at, desk),
            (FormState.Proposed { Last: [var one, var other] } at, FormInput.Undo) =>
                await ShowAsync(Swapped(at, one, other) with { Last = null }, desk, there.Texts.Plain("Groups.Undone")),
            (FormState.Proposed at, FormInput.Publish) => await PublishAsync(at, desk),
            _ => await AgainAsync(state, context),
        };
    }

    protected override async Task<Reply<FormState>> AgainAsync(FormState state, FlowContext context)
    {
        if (GroupLead.Of(context) is not { } there)
        {
            return Done(context.NotYours());
        }

        var desk = new FormGroupsDesk(there);
        return state is FormState.Proposed at
            ? Stay(state, new Show.Card(await desk.ShowAsync(at)))
            : Stay(state, new Show.Card(await desk.AskAsync(state.Draft)));
    }

    private static FormInput Meant(Incoming.Pressed press) => press.Verb switch
    {
        Cards.Verbs.GroupsPropose when press.Inputs.Count == 0 => new FormInput.Propose(null),
        Cards.Verbs.GroupsPropose => new FormInput.Propose(new FormInput.Fields(
            press.Input(InputIds.Purpose), Several(press, InputIds.Schools), press.Input(InputIds.Smallest), press.Input(InputIds.Largest),
            Several(press, InputIds.VaryBy))),
        Cards.Verbs.GroupsAgain => new FormInput.Again(press.Version),
        Cards.Verbs.GroupsPage => new FormInput.Turn(int.TryParse(press.Arg, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Min(page, 200) : 0),
        Cards.Verbs.GroupsSwap => new FormInput.Try(press.Input(InputIds.One), press.Input(InputIds.Other), press.Version),
        Cards.Verbs.GroupsSwapDo => new FormInput.Swap(press.Arg, press.Version),
        Cards.Verbs.GroupsUndo => new FormInput.Undo(press.Arg is not null, press.Version),
        Cards.Verbs.GroupsPublish => new FormInput.Publish(press.Version),
        Cards.Verbs.GroupsCancel => new FormInput.Cancel(),
        _ => new FormInput.Start(),
    };

    private static string[] Several(Incoming.Pressed press, string input) =>
        [.. (press.Input(input) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(100)];

    private static long? RevisionOf(FormInput input) => input switch
    {
        FormInput.Again again => again.Revision,
        FormInput.Try tried => tried.Revision,
        FormInput.Swap swap => swap.Revision,
        FormInput.Undo undo => undo.Revision,
        FormInput.Publish publish => publish.Revision,
        _ => null,
    };

    private static async Task<Reply<FormState>> BeginAsync(FormGroupsDesk desk)
    {
        var draft = desk.Fresh();
        return Stay(new FormState.Asking(draft), new Show.Replace(await desk.AskAsync(draft)));
    }

    private static async Task<Reply<FormState>> ProposeAsync(GroupDraft draft, FormGroupsDesk desk, int revision = 0, string? notice = null)
    {
        if (desk.ProblemIn(draft) is { } problem)
        {
            return Stay(new FormState.Asking(draft), new Show.Replace(await desk.AskAsync(draft, problem)));
        }

        return await desk.FormAsync(draft) switch
        {
            Forming.Proposed proposed => await ShowAsync(
                new FormState.Proposed(draft, [.. proposed.Groups.Select(group => (IReadOnlyList<string>)[.. group.Select(person => person.Value)])], revision), desk, notice),
            var other => Stay(new FormState.Asking(draft), new Show.Replace(await desk.AskAsync(draft, await desk.WhyNotAsync(other)))),
        };
    }

    /// <summary>What the swap would do, before it is done.</summary>
    private static async Task<Reply<FormState>> TryAsync(FormState.Proposed at, string? oneKey, string? otherKey, FormGroupsDesk desk)
    {
        var (one, other) = (Named(at, oneKey), Named(at, otherKey));
        if (one is null || other is null)
        {
            return await ShowAsync(at, desk, desk.Texts.Plain("FormGroups.OneMissing"));
        }

        var groups = await desk.PeopleAsync(at);
        return FormGroups.CostOf(groups, new PersonId(one), new PersonId(other), at.Draft.VaryBy, desk.Context.Programme) switch
        {
            null => await ShowAsync(at, desk, desk.Texts.Plain("Groups.SameGroup")),
            _ when FormGroupsDesk.ComesTogether(groups, one, other) => await ShowAsync(at, desk, desk.Texts.Plain("Groups.NeverTogether")),
            var swap => Stay(at, new Show.Replace(await desk.CostsAsync(at, one, other, swap))),
        };
    }

    private static async Task<Reply<FormState>> SwapAsync(FormState.Proposed at, string? pair, FormGroupsDesk desk)
    {
        if (pair?.Split('.') is not [var oneKey, var otherKey] || Named(at, oneKey) is not { } one || Named(at, otherKey) is not { } other
            || FormGroupsDesk.ComesTogether(await desk.PeopleAsync(at), one, other))
        {
            return await ShowAsync(at, desk, desk.Texts.Plain("Groups.ChangedMeanwhile"));
        }

        return await ShowAsync(Swapped(at, one, other) with { Last = [one, other] }, desk, desk.Texts.Plain("Groups.Swapped"));
    }

    private static FormState.Proposed Swapped(FormState.Proposed at, string one, string other) => at with
    {
        Groups = [.. at.Groups.Select(group => (IReadOnlyList<string>)[.. group.Select(person => person == one ? other : person == other ? one : person)])],
        Revision = at.Revision + 1,
    };

    private static async Task<Reply<FormState>> PublishAsync(FormState.Proposed at, FormGroupsDesk desk)
    {
        var context = desk.Context;
        switch (await desk.PublishAsync(at))
        {
            case Publishing.Published published:
                return Done(
                    context.Receipt(
                        context.Texts.Plain(published.Groups.Any(group => group.State == GroupState.Proposed) ? "Groups.Gated.Heading" : "Groups.Published.Heading"),
                        published.Groups.Any(group => group.State == GroupState.Proposed)
                            ? context.Texts.Plain("Groups.Gated.Text", ("coordinator", context.CoordinatorContact().Name)) : context.Texts.Plain("Groups.Published.Text"),
                        [.. await desk.LinesAsync(published.Groups)], buttons: [new Button(Cards.Verbs.GroupsHome, context.Texts.Plain("Groups.ShowGroups"))]));
            case Publishing.NotFreeAnyMore gone:
                return await ProposeAsync(
                    at.Draft, desk, at.Revision + 1, context.Texts.Plain("Groups.NotFree", ("people", await desk.Context.NamesAsync(gone.People))));
            case Publishing.PurposeMissing:
                return Stay(
                    new FormState.Asking(at.Draft), new Show.Replace(await desk.AskAsync(at.Draft, context.Texts.Plain("FormGroups.PurposeMissing"))));
            case Publishing.NotYours:
                return Done(context.NotYours());
            default:
                return await ProposeAsync(at.Draft, desk, at.Revision + 1, context.Texts.Plain("Groups.ChangedMeanwhile"));
        }
    }

    private static string? Named(FormState.Proposed at, string? key) =>
        at.Groups.SelectMany(group => group).FirstOrDefault(person => RequestCards.KeyOf(new PersonId(person)) == key);

    private static async Task<Reply<FormState>> ShowAsync(FormState.Proposed at, FormGroupsDesk desk, string? notice = null) =>
        Stay(at, new Show.Replace(await desk.ShowAsync(at, notice)));
}
