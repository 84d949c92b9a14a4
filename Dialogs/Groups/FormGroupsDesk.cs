using System.Globalization;
using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using GroupSwap = PeerBot.Domain.Matching.Groups.GroupSwap;

namespace PeerBot.Dialogs;

/// <summary>What the forming of groups looks up and shows, for one lead in one programme.</summary>
internal sealed class FormGroupsDesk(FlowContext context)
{
    private readonly GroupPool pool = new(context.Turn, context.Programme);

    public FlowContext Context => context;

    public Texts Texts => context.Texts;

    private GroupRules Rules => context.Programme.Groups!;

    public GroupDraft Fresh() => new(Purpose: null, [], Rules.MinSize, Rules.MaxSize, Rules.VaryBy);

    /// <summary>What was filled in, within what the scheme has.</summary>
    public GroupDraft Read(FormInput.Fields said) => new(
        said.Purpose is { } purpose ? Typed.Line(purpose, FormGroupsCard.PurposeMost + 1) : null,
        [.. said.Schools.Where(school => Guid.TryParseExact(school, "N", out _))], Size(said.Smallest, Rules.MinSize), Size(said.Largest, Rules.MaxSize),
        [.. Rules.VaryBy.Where(said.VaryBy.Contains)]);

    /// <summary>Why nothing can be proposed from this, in a sentence; null: it can.</summary>
    public string? ProblemIn(GroupDraft draft) =>
        string.IsNullOrWhiteSpace(draft.Purpose) && Rules.PurposeStatementRequired ? Texts.Plain("FormGroups.PurposeMissing")
        : draft.Purpose?.Length > FormGroupsCard.PurposeMost ? Texts.Plain("Groups.PurposeTooLong", ("most", FormGroupsCard.PurposeMost))
        : draft.Purpose is { } purpose && UkPhoneNumber.Found(purpose) ? Texts.Plain("Problem.Phone")
        : draft.VaryBy.Count == 0 ? Texts.Plain("FormGroups.VaryMissing")
        : draft.Largest < draft.Smallest ? Texts.Plain("Groups.SizesTurned")
        : null;

    /// <summary>C32 as it is filled in; where nobody is there to be put together, how to get there.</summary>
    public async Task<AdaptiveCard> AskAsync(GroupDraft draft, string? problem = null)
    {
        var schools = await pool.SchoolsAsync(context.Me);
        var own = schools.FirstOrDefault(school => school.Id == context.Me.Organisation)?.People ?? 0;
        var others = Rules.AllowNeighbouringSchools ? schools.Where(school => school.Id is not null && school.Id != context.Me.Organisation).ToList() : [];
        if (own == 0 && others.Count == 0)
        {
            return PromptCard.Of(
                new PromptCard.View(
                    Texts.Plain("Groups.NobodyInPool.Heading"), Texts.Plain("Groups.NobodyInPool.Text"), [],
                    [new Button(Verbs.GroupsForm, Texts.Plain("Groups.LookAgain")), new Button(Verbs.GroupsHome, Texts.Plain("Groups.ShowGroups"))]),
                context.Own());
        }

        var known = FormGroups.KnownOf(await pool.FreeAsync(), context.Programme);
        return FormGroupsCard.Of(
            new FormGroupsCard.View.Asking(
                own, [.. others.Select(school => new Choice(school.Id!.Value.ToString(), Texts.Plain("Groups.SchoolChoice", ("school", school.Name ?? ""), ("count", school.People))))],
                [.. Enumerable.Range(Rules.MinSize, Rules.MaxSize - Rules.MinSize + 1)], known,
                new FormGroupsCard.Filled(draft.Purpose, draft.Schools, draft.Smallest, draft.Largest, [.. draft.VaryBy.Intersect(known)]),
                Rules.PurposeStatementRequired, problem, FormGroups.LeftToTheLead(known, context.Programme)),
            context.Own());
    }

    public async Task<Forming> FormAsync(GroupDraft draft) => FormGroups.Propose(
        await pool.PeopleAsync(context.Me, SchoolsOf(draft)), new GroupWishes(draft.Smallest, draft.Largest, draft.VaryBy, draft.Seed), context.Programme);

    public async Task<string> WhyNotAsync(Forming forming) => forming switch
    {
        Forming.TooFew few => Texts.Plain("Groups.TooFew", ("count", few.People), ("least", few.Least)),
        Forming.SizesDoNotFit sizes => Texts.Plain(
            "Groups.SizesDoNotFit", ("count", sizes.People), ("smallest", sizes.Smallest), ("largest", sizes.Largest)),
        Forming.CannotBeApart { Pairs.Count: 0 } => Texts.Plain("Groups.CannotBeMet"),
        Forming.CannotBeApart apart => Texts.Plain("Groups.CannotBeApart", ("pairs", await PairsAsync(apart.Pairs))),
        _ => throw new InvalidOperationException("There are groups."),
    };

    public async Task<IReadOnlyList<IReadOnlyList<PoolPerson>>> PeopleAsync(FormState.Proposed at)
    {
        var known = (await pool.OfAsync(at.Groups.SelectMany(group => group).Select(id => new PersonId(id)))).ToDictionary(person => person.Id.Value);
        return [.. at.Groups.Select(group => (IReadOnlyList<PoolPerson>)[.. group.Where(known.ContainsKey).Select(id => known[id])])];
    }

    public async Task<AdaptiveCard> ShowAsync(FormState.Proposed at, string? notice = null)
    {
        var groups = await PeopleAsync(at);
        var page = Math.Clamp(at.Page, 0, Math.Max(0, (groups.Count - 1) / FormGroupsCard.GroupsMost));
        var shown = groups.Select((people, number) => (people, number)).Skip(page * FormGroupsCard.GroupsMost).Take(FormGroupsCard.GroupsMost).ToList();
        var first = await FirstLetterAsync();
        var reasons = new GroupReasons(context);
        return FormGroupsCard.Of(
            new FormGroupsCard.View.Proposed(
                at.Draft.Purpose ?? "", reasons.ForAll(groups),
                [.. shown.Select(one => new FormGroupsCard.Group(
                    PublishGroups.NameOf(first + one.number), [.. one.people.Select(person => person.Name)], reasons.For(one.people)))],
                [.. shown.SelectMany(one => one.people.Select(person => new Choice(
                    RequestCards.KeyOf(person.Id), Texts.Plain("Groups.PersonChoice", ("name", person.Name), ("group", PublishGroups.NameOf(first + one.number))))))],
                at.Last is not null, page, groups.Count > (page + 1) * FormGroupsCard.GroupsMost, notice),
            context.Frame(Schemes.CardId(context.Programme, RequestCards.KeyOf(context.Me.Id)), at.Revision));
    }

    public async Task<AdaptiveCard> CostsAsync(FormState.Proposed at, string one, string other, GroupSwap swap)
    {
        var first = await FirstLetterAsync();
        var sentences = new GroupReasons(context).Of(swap, await PeopleAsync(at), first);
        return FormGroupsCard.Of(
            new FormGroupsCard.View.Costs(
                await context.NameAsync(new PersonId(one)), await context.NameAsync(new PersonId(other)), sentences, swap.Change < 0 || !swap.IsAllowed,
                $"{RequestCards.KeyOf(new PersonId(one))}.{RequestCards.KeyOf(new PersonId(other))}"),
            context.Frame(Schemes.CardId(context.Programme, RequestCards.KeyOf(context.Me.Id)), at.Revision));
    }

    /// <summary>Whether the swap would bring two together who are never put together.</summary>
    public static bool ComesTogether(IReadOnlyList<IReadOnlyList<PoolPerson>> groups, string one, string other)
    {
        var people = groups.SelectMany(group => group).ToDictionary(person => person.Id.Value);
        return people.TryGetValue(one, out var first) && people.TryGetValue(other, out var second)
            && (Meets(second, groups.First(group => group.Contains(first)), first) || Meets(first, groups.First(group => group.Contains(second)), second));

        static bool Meets(PoolPerson comes, IReadOnlyList<PoolPerson> group, PoolPerson leaves) =>
            group.Any(person => person != leaves && FormGroups.AreApart(person, comes));
    }

    public Task<Publishing> PublishAsync(FormState.Proposed at) => new PublishGroups(context.Turn).PublishAsync(
        context.Me, context.Programme, at.Draft.Purpose, SchoolsOf(at.Draft),
        [.. at.Groups.Select(group => (IReadOnlyList<PersonId>)[.. group.Select(person => new PersonId(person))])]);

    public async Task<IReadOnlyList<Line>> LinesAsync(IReadOnlyList<LearningGroup> groups)
    {
        var lines = new List<Line>();
        foreach (var group in groups)
        {
            lines.Add(new Line(Texts.Plain("Groups.Rates.Group", ("name", group.Name)), await context.NamesAsync(group.Members.Select(member => member.Person))));
        }

        return lines;
    }

    private async Task<string> PairsAsync(IReadOnlyList<(PersonId One, PersonId Other)> pairs)
    {
        var words = new List<string>();
        foreach (var (one, other) in pairs.Take(3))
        {
            words.Add(Texts.Plain("Groups.Pair", ("one", await context.NameAsync(one)), ("other", await context.NameAsync(other))));
        }

        return string.Join(Texts.Plain("List.Comma"), words);
    }

    private async Task<int> FirstLetterAsync() =>
        (await context.Stores.GroupsInAsync(context.Programme.Id)).Count;

    private int Size(string? typed, int otherwise) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? Math.Clamp(size, Rules.MinSize, Rules.MaxSize) : otherwise;

    private static OrganisationId[] SchoolsOf(GroupDraft draft) => [.. draft.Schools.Select(school => new OrganisationId(Guid.ParseExact(school, "N")))];
}
