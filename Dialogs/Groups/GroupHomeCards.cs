using PeerBot.Cards;
using PeerBot.Domain.Groups;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>What a lead sees of their groups, and whoever oversees the scheme of all: figures of groups, never of one person.</summary>
internal static class GroupHomeCards
{
    public static async Task<AdaptiveCard> HomeAsync(FlowContext context, int page = 0)
    {
        var texts = context.Texts;
        var groups = (await context.Stores.GroupsInAsync(context.Programme.Id)).Where(group => group.Lead == context.Me.Id && group.IsOpen)
            .OrderBy(group => group.Name.Length).ThenBy(group => group.Name, StringComparer.Ordinal).ToList();
        var items = new List<OverseenCard.Item>();
        foreach (var group in groups.Skip(page * OverseenCard.ItemsMost).Take(OverseenCard.ItemsMost))
        {
            items.Add(await ItemAsync(group, context.In(group.Programme)));
        }

        if (page == 0)
        {
            items.AddRange((await new ReplaceLead(context.Turn).WithoutLeadAsync(context.Programme)).Where(group => group.Lead != context.Me.Id)
                .Take(OverseenCard.ItemsMost - items.Count).Select(group => new OverseenCard.Item(
                    texts.Plain("Groups.Home.Group", ("name", group.Name), ("purpose", group.Purpose)),
                    [new Line(texts.Plain("Groups.Line.Standing"), texts.Plain("Groups.Standing.NoLead"))],
                    [new Button(Verbs.GroupTakeOn, texts.Plain("Groups.TakeOn"), group.Id.ToString())])));
        }

        Button[] more = groups.Count > (page + 1) * OverseenCard.ItemsMost
            ? [new Button(Verbs.GroupsHome, texts.Plain("FormGroups.MoreGroups"), (page + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))]
            : [];
        return OverseenCard.Of(
            new OverseenCard.View(
                texts.Plain("Groups.Home.Heading"), texts.Plain(items.Count == 0 ? "Groups.Home.None" : "Groups.Home.Text"), items, [],
                [
                    .. more, new Button(Verbs.GroupsForm, texts.Plain("Groups.Home.Form")), new Button(Verbs.GroupsRates, texts.Plain("Groups.Rates.Button")),
                    .. (await context.Stores.GroupsOfAsync(context.Me.Id)).Any(group => group.IsOpen) ? [new Button(Verbs.StatusShow, texts.Plain("Groups.Home.Own"))] : Array.Empty<Button>(),
                ]),
            context.Own());
    }

    /// <summary>Rates by group and term: of the reader's own groups for a lead, of all for whoever oversees the scheme (S4-01, S4-09).</summary>
    public static async Task<AdaptiveCard> RatesAsync(FlowContext context, bool all)
    {
        var texts = context.Texts;
        var lines = await LinesAsync(context, all);
        return OverseenCard.Of(
            new OverseenCard.View(
                texts.Plain("Groups.Rates.Heading"),
                lines.Count == 0 ? texts.Plain("Groups.Rates.None") : texts.Plain("Groups.Rates.Text", ("least", context.Programme.Oversight.MinimumReportCount)),
                lines.Count == 0 ? [] : [new OverseenCard.Item(context.Programme.Name.In(context.Me.Locale), [.. lines.TakeLast(MostLines)], [])], [],
                [
                    .. lines.Count == 0 ? Array.Empty<Button>() : [new Button(Verbs.GroupsRatesFile, texts.Plain("Report.Export"))],
                    .. GroupLead.Of(context) is null ? Array.Empty<Button>() : [new Button(Verbs.GroupsHome, texts.Plain("Groups.ShowGroups"))],
                ]),
            context.Own());
    }

    /// <summary>The same as a section of a report; null where the scheme has no groups, or none has met in these terms.</summary>
    /// <param name="whole">Not cut to what a card holds.</param>
    public static async Task<ReportSection?> SectionAsync(FlowContext context, IReadOnlyCollection<NodaTime.LocalDate> terms, bool whole)
    {
        var lines = context.Programme.Groups is null ? [] : await LinesAsync(context, all: true, terms);
        var more = whole ? 0 : lines.Count - MostLines;
        return lines.Count == 0 ? null : new ReportSection(
            context.Texts.Plain("Groups.Rates.Heading"),
            more <= 0 ? lines : [.. lines.TakeLast(MostLines), new Line(context.Texts.Plain("Groups.Rates.More"), context.Texts.Plain("Groups.Rates.InFile", ("count", more)))]);
    }

    /// <summary>A lead's own groups as a report: how they take part by term, and how sharing and learning balance (S4-09, S4-13).</summary>
    public static async Task<ReportPage> ReportAsync(FlowContext context)
    {
        var texts = context.Texts;
        var sections = new List<ReportSection> { new(texts.Plain("Groups.Rates.Heading"), await LinesAsync(context, all: false)) };
        if (context.Programme.Groups is { BalanceSharingAndLearning: true })
        {
            foreach (var group in (await context.Stores.GroupsInAsync(context.Programme.Id)).Where(group => group.Lead == context.Me.Id)
                .OrderBy(group => group.FormedAt).ThenBy(group => group.Name.Length).ThenBy(group => group.Name, StringComparer.Ordinal))
            {
                if (GroupRates.Balance(await context.Stores.MeetingsAsync(group.Id.Cycle)) is { Marks: > 0 } balance)
                {
                    sections.Add(new ReportSection(
                        $"{texts.Plain("Groups.Rates.Group", ("name", group.Name))}, {texts.Plain("Groups.Line.Balance")}",
                        ReportPage.Lines(
                            SmallNumbers.Hide([balance.Shared, balance.Learned, balance.Both], context.Programme.Oversight.MinimumReportCount),
                            [texts.Plain("Groups.Balance.Shared"), texts.Plain("Groups.Balance.Learned"), texts.Plain("Groups.Balance.Both")], context)));
                }
            }
        }

        return new ReportPage(texts.Plain("Groups.Rates.Heading"), "", sections, []);
    }

    /// <summary>A line for each group and term in which it has met: its letter and nobody's name.</summary>
    /// <param name="terms">Their first days; null: all.</param>
    private static async Task<IReadOnlyList<Line>> LinesAsync(FlowContext context, bool all, IReadOnlyCollection<NodaTime.LocalDate>? terms = null)
    {
        var lines = new List<Line>();
        foreach (var group in (await context.Stores.GroupsInAsync(context.Programme.Id)).Where(group => all || group.Lead == context.Me.Id)
            .OrderBy(group => group.FormedAt).ThenBy(group => group.Name.Length).ThenBy(group => group.Name, StringComparer.Ordinal))
        {
            lines.AddRange((await RatesOfAsync(group, context)).Where(rate => terms?.Contains(rate.Starts) != false).Select(rate => new Line(
                $"{context.Texts.Plain("Groups.Rates.Group", ("name", group.Name))}, {rate.Term}", RateWords(rate, context))));
        }

        return lines;
    }

    private const int MostLines = 60;

    /// <summary>A group with too few members: what its lead can do (U-24). Null when it is no longer so.</summary>
    public static AdaptiveCard? Short(LearningGroup group, FlowContext context)
    {
        var texts = context.Texts;
        var rules = context.Programme.Groups!;
        return !group.IsShort(rules)
            ? null
            : PromptCard.Of(
                new PromptCard.View(
                    texts.Plain("Groups.Short.Heading", ("name", group.Name)),
                    texts.Plain("Groups.Short.Text", ("count", group.Joined.Count), ("least", rules.MinSize)), [],
                    [
                        new Button(Verbs.GroupAddOpen, texts.Plain("Groups.Short.Add")), new Button(Verbs.GroupMergeOpen, texts.Plain("Groups.Short.Merge")),
                        new Button(Verbs.GroupLetGo, texts.Plain("Groups.Short.LetGo")), new Button(Verbs.GroupsHome, texts.Plain("Groups.Short.Later")),
                    ]),
                context.Frame(group.Id, group.Version));
    }

    public static async Task<AdaptiveCard> AddAsync(LearningGroup group, FlowContext context, string? problem = null)
    {
        var texts = context.Texts;
        var free = await new MendGroup(context.Turn).MayComeAsync(group);
        return PickOneCard.Of(
            new PickOneCard.View(
                texts.Plain("Groups.Add.Heading", ("name", group.Name)), texts.Plain(free.Count == 0 ? "Groups.Add.None" : "Groups.Add.Text"),
                texts.Plain("Groups.PickLabel"),
                [.. free.Take(MostChoices).Select(person => new Choice(
                    RequestCards.KeyOf(person.Id),
                    texts.Plain("Groups.Add.Choice", ("name", person.Name), ("school", person.SchoolName ?? texts.Plain("Person.NoSchool")))))],
                Verbs.GroupAdd, texts.Plain("Groups.Add.Do"), new Button(Verbs.GroupsHome, texts.Plain("Back")), problem),
            context.Frame(group.Id, group.Version));
    }

    /// <summary>Names on one card, so that it stays small.</summary>
    private const int MostChoices = 100;

    public static async Task<AdaptiveCard> MergeAsync(LearningGroup group, FlowContext context, string? problem = null)
    {
        var texts = context.Texts;
        var others = await new MendGroup(context.Turn).MayTakeAsync(group);
        return PickOneCard.Of(
            new PickOneCard.View(
                texts.Plain("Groups.Merge.Heading", ("name", group.Name)), texts.Plain(others.Count == 0 ? "Groups.Merge.None" : "Groups.Merge.Text"),
                texts.Plain("Groups.PickLabel"),
                [.. others.Take(MostChoices).Select(other => new Choice(
                    other.Id.ToString(), texts.Plain("Groups.Merge.Choice", ("name", other.Name), ("count", other.Joined.Count))))],
                Verbs.GroupMerge, texts.Plain("Groups.Merge.Do"), new Button(Verbs.GroupsHome, texts.Plain("Back")), problem),
            context.Frame(group.Id, group.Version));
    }

    private static async Task<OverseenCard.Item> ItemAsync(LearningGroup group, FlowContext context)
    {
        var texts = context.Texts;
        var rules = context.Programme.Groups!;
        var cycle = await context.Stores.CycleAsync(group.Id.Cycle);
        List<Line> lines = [new(texts.Plain("Groups.Line.Joined"), group.Joined.Count == 0 ? texts.Plain("Groups.Line.Nobody") : await context.NamesAsync(group.Joined))];
        if (group.StillAsks)
        {
            lines.Add(new Line(
                texts.Plain(group.State == GroupState.Proposed ? "Groups.Line.Proposed" : "Groups.Line.Asked"),
                await context.NamesAsync(group.Members.Where(member => member.State == MemberState.Asked).Select(member => member.Person))));
        }

        lines.Add(new Line(texts.Plain("Groups.Line.Standing"), await StandingAsync(group, cycle, context)));
        lines.AddRange((await RatesOfAsync(group, context)).TakeLast(3).Select(rate => new Line(texts.Plain("Groups.Line.Rate", ("term", rate.Term)), RateWords(rate, context))));
        if (rules.BalanceSharingAndLearning && cycle is not null && GroupRates.Balance(await context.Stores.MeetingsAsync(cycle.Id)) is { Marks: > 0 } balance)
        {
            var least = context.Programme.Oversight.MinimumReportCount;
            lines.Add(new Line(
                texts.Plain("Groups.Line.Balance"),
                balance.Marks < least
                    ? texts.Plain("Groups.BalanceFew", ("least", least))
                    : texts.Plain("Groups.Balance", ("shared", balance.Shared), ("learned", balance.Learned), ("both", balance.Both))));
        }

        return new OverseenCard.Item(
            texts.Plain("Groups.Home.Group", ("name", group.Name), ("purpose", group.Purpose)), lines, [.. Buttons(group, cycle, rules, context)]);
    }

    private static IEnumerable<Button> Buttons(LearningGroup group, Cycle? cycle, Domain.Programmes.GroupRules rules, FlowContext context)
    {
        var texts = context.Texts;
        var id = group.Id.ToString();
        if (cycle is { IsOpen: true } && cycle.Rules.AgreedBy.All(one => one != context.Me.Id))
        {
            yield return new Button(Verbs.RulesOpen, texts.Plain("Groups.OpenRules"), id);
        }

        if (group.Joined.Count < rules.MaxSize && group.State != GroupState.Proposed)
        {
            yield return new Button(Verbs.GroupAddOpen, texts.Plain("Groups.Short.Add"), id);
        }

        if (group.IsShort(rules))
        {
            yield return new Button(Verbs.GroupMergeOpen, texts.Plain("Groups.Short.Merge"), id);
            yield return new Button(Verbs.GroupLetGo, texts.Plain("Groups.Short.LetGo"), id);
        }
    }

    private static async Task<string> StandingAsync(LearningGroup group, Cycle? cycle, FlowContext context)
    {
        var texts = context.Texts;
        var coming = cycle is null ? null
            : (await context.Stores.MeetingsAsync(cycle.Id)).FirstOrDefault(meeting => meeting.State == MeetingState.Booked && meeting.End > context.Now);
        return group.IsShort(context.Programme.Groups!) ? texts.Plain("Groups.Standing.Short", ("least", context.Programme.Groups!.MinSize))
            : group.State == GroupState.Proposed ? texts.Plain("Groups.Standing.Gate", ("coordinator", context.CoordinatorContact().Name))
            : group.State == GroupState.Asking || cycle is null ? texts.Plain("Groups.Standing.Asking")
            : cycle.WaitsForLead ? texts.Plain("Groups.Standing.RulesYou")
            : !cycle.Rules.Agreed ? texts.Plain("Groups.Standing.Rules")
            : cycle.Cadence is not { Agreed: true } ? texts.Plain("Groups.Standing.Rhythm")
            : coming is null ? texts.Plain("Groups.Standing.NothingBooked")
            : texts.Plain("Groups.Standing.Next", ("when", texts.DateTime(context.Local(coming.Start))));
    }

    private static async Task<IReadOnlyList<TermRate>> RatesOfAsync(LearningGroup group, FlowContext context) =>
        context.Programme.Participation.Monitored
            ? GroupRates.ByTerm(
                await context.Stores.MeetingsAsync(group.Id.Cycle), context.Turn.Reference.Calendars.For(context.Programme.Boundaries), context.Programme.Zone)
            : [];

    private static string RateWords(TermRate rate, FlowContext context)
    {
        var texts = context.Texts;
        var least = context.Programme.Oversight.MinimumReportCount;
        return rate.Percent(least) is { } percent
            ? texts.Plain(
                "Groups.Rate", ("percent", percent),
                ("sessions", rate.Sessions == 1 ? texts.Plain("Groups.OneSession") : texts.Plain("Groups.Sessions", ("count", rate.Sessions))))
            : texts.Plain("Groups.RateFew", ("least", least));
    }
}
