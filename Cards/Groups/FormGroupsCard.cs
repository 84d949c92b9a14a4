namespace PeerBot.Cards;

/// <summary>C32: form groups, for a lead: who there is, how they should vary, the proposal with its reasons, and what a swap would cost.</summary>
public static class FormGroupsCard
{
    public const int PurposeMost = 200;

    /// <summary>Groups on one card, so that it stays small.</summary>
    public const int GroupsMost = 6;

    public abstract record View
    {
        private View()
        {
        }

        /// <param name="Schools">Other schools that may be linked, with how many people each; none: only the lead's own.</param>
        /// <param name="Sizes">Sizes that the scheme has.</param>
        /// <param name="Dimensions">By what groups can vary, in the scheme's words.</param>
        /// <param name="Yours">What the scheme asks for and PeerBot cannot see, in its words; the lead looks after it.</param>
        public sealed record Asking(
            int Own, IReadOnlyList<Choice> Schools, IReadOnlyList<int> Sizes, IReadOnlyList<string> Dimensions, Filled Filled, bool PurposeRequired,
            string? Problem = null, IReadOnlyList<string>? Yours = null) : View;

        /// <param name="Why">What holds for all groups.</param>
        /// <param name="People">Everybody on this card, to swap two; the value leads to nobody outside.</param>
        /// <param name="More">Further groups are on another page.</param>
        public sealed record Proposed(
            string Purpose, string Why, IReadOnlyList<Group> Groups, IReadOnlyList<Choice> People, bool CanUndo, int Page, bool More, string? Notice = null) : View;

        /// <param name="Arg">The two, as the press carries them.</param>
        public sealed record Costs(string One, string Other, IReadOnlyList<string> Effects, bool Loses, string Arg) : View;
    }

    /// <summary>What stands in the fields.</summary>
    public sealed record Filled(string? Purpose, IReadOnlyList<string> Schools, int Smallest, int Largest, IReadOnlyList<string> VaryBy);

    /// <param name="Lines">Why these, a sentence each.</param>
    public sealed record Group(string Name, IReadOnlyList<string> People, IReadOnlyList<string> Lines);

    public static AdaptiveCard Of(View view, CardFrame frame) => view switch
    {
        View.Asking asking => Ask(asking, frame),
        View.Proposed proposed => Propose(proposed, frame),
        View.Costs costs => Cost(costs, frame),
        _ => throw new ArgumentOutOfRangeException(nameof(view)),
    };

    private static AdaptiveCard Ask(View.Asking view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "FormGroups", texts.Plain("FormGroups.Heading"),
            [
                Blocks.Text(texts.Say("FormGroups.Intro")),
                texts.Problem(view.Problem),
                Blocks.Facts([new(texts.Plain("FormGroups.PoolOwn"), texts.Plain("FormGroups.PoolCount", ("count", view.Own)))]),
                new AdaptiveTextInput(
                    InputIds.Purpose,
                    view.PurposeRequired
                        ? frame.Required(texts.Plain("FormGroups.Purpose", ("most", PurposeMost)))
                        : frame.Optional(texts.Plain("FormGroups.Purpose", ("most", PurposeMost))),
                    PurposeMost)
                {
                    IsRequired = view.PurposeRequired ? true : null,
                    ErrorMessage = view.PurposeRequired ? texts.Plain("FormGroups.PurposeMissing") : null,
                    Value = Typed.Again(view.Filled.Purpose),
                },
                Blocks.Small(texts.Say("FormGroups.PurposeSeen")),
                view.Schools.Count == 0 ? null : new AdaptiveChoiceSetInput(
                    InputIds.Schools, frame.Optional(texts.Plain("FormGroups.Schools")),
                    [.. view.Schools.Select(school => new AdaptiveChoice(school.Text, school.Value))])
                {
                    IsMultiSelect = true,
                    Value = string.Join(',', view.Filled.Schools),
                },
                Blocks.Row(
                    Blocks.Stretch(Size(InputIds.Smallest, "FormGroups.Smallest", view.Filled.Smallest, view, frame)),
                    Blocks.Stretch(Size(InputIds.Largest, "FormGroups.Largest", view.Filled.Largest, view, frame))),
                new AdaptiveChoiceSetInput(
                    InputIds.VaryBy, frame.Required(texts.Plain("FormGroups.VaryBy")),
                    [.. view.Dimensions.Select(dimension => new AdaptiveChoice(char.ToUpper(dimension[0], texts.Culture) + dimension[1..], dimension))])
                {
                    IsMultiSelect = true,
                    IsRequired = true,
                    ErrorMessage = texts.Plain("FormGroups.VaryMissing"),
                    Value = string.Join(',', view.Filled.VaryBy),
                },
                view.Yours is { Count: > 0 } yours ? Blocks.Small(texts.Say("FormGroups.Yours", ("list", texts.List(yours)))) : null,
            ],
            frame.Action(Verbs.GroupsPropose, texts.Plain("FormGroups.Propose")).Main(),
            frame.Press(Verbs.GroupsCancel, texts.Plain("Cancel")));
    }

    private static AdaptiveChoiceSetInput Size(string id, string label, int chosen, View.Asking view, CardFrame frame) => new(
        id, frame.Required(frame.Texts.Plain(label)),
        [.. view.Sizes.Select(size => new AdaptiveChoice(frame.Texts.Plain("Number", ("number", size)), Texts.Digits(size)))])
    {
        Style = AdaptiveChoiceInputStyle.Compact,
        IsRequired = true,
        ErrorMessage = frame.Texts.Plain("FormGroups.SizeMissing"),
        Value = Texts.Digits(chosen),
    };

    private static AdaptiveCard Propose(View.Proposed view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "FormGroups", texts.Plain("FormGroups.Proposed.Heading"),
            [
                view.Notice is { } notice ? Blocks.Notice(Typed.Escape(notice)) : null,
                Blocks.Text(texts.Say("Session.Why", ("purpose", view.Purpose))),
                Blocks.Text(Typed.Escape(view.Why)),
                .. view.Groups.Select(group => Blocks.Panel(
                [
                    Blocks.Subheading(texts.Say("FormGroups.GroupHeading", ("name", group.Name), ("count", group.People.Count))) with { Spacing = null },
                    Blocks.Text(Typed.Escape(texts.List(group.People))),
                    .. group.Lines.Select(line => Blocks.Small(Typed.Escape(line))),
                ])),
                Blocks.Subheading(texts.Say("FormGroups.Change")),
                Blocks.Row(
                    Blocks.Stretch(Person(InputIds.One, "FormGroups.One", view, frame)),
                    Blocks.Stretch(Person(InputIds.Other, "FormGroups.Other", view, frame))),
            ],
            frame.Press(Verbs.GroupsPublish, texts.Plain("FormGroups.Publish")).Main(),
            frame.Action(Verbs.GroupsSwap, texts.Plain("FormGroups.Swap")),
            view.CanUndo ? frame.Press(Verbs.GroupsUndo, texts.Plain("FormGroups.Undo")) : null,
            view.More || view.Page > 0
                ? frame.Press(Verbs.GroupsPage, texts.Plain("FormGroups.MoreGroups"), Texts.Digits(view.More ? view.Page + 1 : 0)) : null,
            frame.Press(Verbs.GroupsAgain, texts.Plain("FormGroups.Again")),
            frame.Press(Verbs.GroupsForm, texts.Plain("FormGroups.StartOver")));
    }

    private static AdaptiveChoiceSetInput Person(string id, string label, View.Proposed view, CardFrame frame) => new(
        id, frame.Required(frame.Texts.Plain(label)), [.. view.People.Select(person => new AdaptiveChoice(person.Text, person.Value))])
    {
        Style = AdaptiveChoiceInputStyle.Compact,
        IsRequired = true,
        ErrorMessage = frame.Texts.Plain("FormGroups.OneMissing"),
    };

    private static AdaptiveCard Cost(View.Costs view, CardFrame frame)
    {
        var texts = frame.Texts;
        return frame.Card(
            "FormGroups", texts.Plain("FormGroups.Cost.Heading"),
            [
                Blocks.Text(texts.Say("FormGroups.Cost.Swap", ("one", view.One), ("other", view.Other))),
                view.Loses
                    ? Blocks.Notice(string.Join("\n\n", view.Effects.Select(Typed.Escape)))
                    : Blocks.Text(string.Join("\n\n", view.Effects.Select(Typed.Escape))),
            ],
            frame.Press(Verbs.GroupsSwapDo, texts.Plain(view.Loses ? "FormGroups.DoItAnyway" : "FormGroups.DoIt"), view.Arg).Main(),
            frame.Press(Verbs.GroupsUndo, texts.Plain("FormGroups.Undo"), "0"));
    }
}
