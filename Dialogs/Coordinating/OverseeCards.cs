using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Counts and lists of requests and cycles for whoever oversees. Every look at somebody is noted, and that person can read it.</summary>
internal static class OverseeCards
{
    public static async Task<AdaptiveCard> HomeAsync(FlowContext context, bool digest)
    {
        var counts = await new OverseeProgramme(context.Turn, context.Programme).CountAsync();
        var programmes = context.Turn.Reference.Programmes;
        return CoordinatorHomeCard.Of(
            new CoordinatorHomeCard.View(
                NameOf(context), context.Programme.Oversight.UnansweredAfterWorkingDays, counts.Open, counts.Waiting, counts.LongestWait,
                counts.Running, counts.Stalled, counts.NearLimit, counts.Reviews, counts.Approvals, counts.Rechecks, counts.Others, digest,
                [
                    .. Overseer.All(context).Where(id => id != context.Programme.Id)
                        .Select(id => new Choice(id, programmes.Current(id)!.Name.In(context.Me.Locale))),
                ],
                context.Programme.Oversight.ShowsRequests,
                Own: await TakesPartAsync(context)),
            context.Frame(context.Programme.Id));
    }

    /// <summary>Whether the reader asks, supports or is in a group of the programme as well.</summary>
    private static async Task<bool> TakesPartAsync(FlowContext context) =>
        context.Me.Programmes.Contains(context.Programme.Id)
        || await context.Stores.SupporterAsync(context.Me.Id, context.Programme.Id) is { State: not SupporterState.Left }
        || (await context.Stores.OpenRequestsAsync(context.Me.Id)).Any(request => request.Programme.Id == context.Programme.Id)
        || (await context.Stores.OpenCyclesAsync(context.Me.Id)).Any(cycle => cycle.Programme.Id == context.Programme.Id);

    public static async Task<Show> RequestsAsync(int page, FlowContext context)
    {
        if (!context.Programme.Oversight.ShowsRequests)
        {
            return context.Say("Oversee.NoRequests");
        }

        var skip = page * OverseenCard.ItemsMost;
        var (requests, total) = await new OverseeProgramme(context.Turn, context.Programme).RequestsAsync(skip, OverseenCard.ItemsMost);
        context.Looking().At(
            AuditActions.RequestListed,
            requests.SelectMany(one => one.Asked is { } ask
                ? new[] { (one.Request.Requester, (string?)one.Request.Id.ToString()), (ask.Supporter, one.Request.Id.ToString()) }
                : [(one.Request.Requester, one.Request.Id.ToString())]));
        var items = new List<OverseenCard.Item>();
        foreach (var request in requests)
        {
            items.Add(await ItemAsync(request, context));
        }

        return List(
            context.Texts.Plain("Oversee.Requests"), items, skip, total, Verbs.CoordinatorRequests, null, [],
            context, [new Button(Verbs.CoordinatorFind, context.Texts.Plain("Oversee.NewRequest"))]);
    }

    public static async Task<Show> CyclesAsync(CycleStanding standing, int page, FlowContext context)
    {
        var skip = page * OverseenCard.ItemsMost;
        var counts = await context.Stores.CountCyclesAsync(context.Programme.Id);
        var cycles = await new OverseeProgramme(context.Turn, context.Programme).CyclesAsync(standing, skip, OverseenCard.ItemsMost);
        context.Looking().At(
            AuditActions.CycleListed,
            cycles.SelectMany(one => one.Cycle.People.Select(person => (person, (string?)one.Cycle.Id.ToString()))));
        var items = new List<OverseenCard.Item>();
        foreach (var cycle in cycles)
        {
            items.Add(new OverseenCard.Item(
                await TitleAsync(cycle.Cycle, context), Lines(cycle, context),
                [new Button(Verbs.CoordinatorCycle, context.Texts.Plain("Oversee.Open"), cycle.Cycle.Id.ToString())]));
        }

        var filters = Enum.GetValues<CycleStanding>().Where(other => other != standing).Select(other => new Button(
            Verbs.CoordinatorCycles,
            context.Texts.Plain("Oversee.CountOf", ("what", context.Texts.Standing(other)), ("count", counts.GetValueOrDefault(other))), $"{other}|0"));
        return List(
            context.Texts.Plain("Oversee.CyclesHeading", ("state", context.Texts.Standing(standing))), items, skip, counts.GetValueOrDefault(standing),
            Verbs.CoordinatorCycles, standing.ToString(), [.. filters], context);
    }

    /// <summary>One cycle; where both have asked for more, with the question.</summary>
    public static async Task<AdaptiveCard> CycleAsync(Cycle cycle, FlowContext context)
    {
        context.Looking().At(AuditActions.CycleViewed, cycle.People.Select(person => (person, (string?)cycle.Id.ToString())));
        var seen = await new OverseeProgramme(context.Turn, context.Programme).LookAsync(cycle);
        if (cycle is { IsOpen: true, Review.WaitsForCoordinator: true })
        {
            var extension = context.Programme.Cycle.Review.Extension;
            return ExtensionCard.Of(
                new ExtensionCard.View(
                    await context.NameAsync(cycle.Requester), await context.NameAsync(cycle.Supporter), extension.MaxMonths,
                    extension.MaxInPersonMeetings, Lines(seen, context)),
                context.Frame(cycle.Id, cycle.Version));
        }

        return OverseenCard.Of(
            new OverseenCard.View(
                await TitleAsync(cycle, context), context.Texts.Plain("Oversee.CycleText"),
                [new OverseenCard.Item(context.Texts.Standing(cycle.Standing), Lines(seen, context), [])], [], [Home(context)]),
            context.Frame(context.Programme.Id));
    }

    public static Button Home(FlowContext context) => new(Verbs.CoordinatorHome, context.Texts.Plain("Back"));

    /// <summary>A page of a list, with the way to the next one and back.</summary>
    public static Show List(
        string heading, IReadOnlyList<OverseenCard.Item> items, int skip, int total, string verb, string? state, IReadOnlyList<Button> filters,
        FlowContext context, params IReadOnlyList<Button> more)
    {
        var texts = context.Texts;
        var there = skip + items.Count;
        var rest = there < total;
        var page = ((skip / OverseenCard.ItemsMost) + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new Show.Replace(OverseenCard.Of(
            new OverseenCard.View(
                heading,
                items.Count == 0 ? texts.Plain("Oversee.Nothing")
                    : total == items.Count ? texts.Plain("Oversee.PageAll", ("total", items.Count))
                    : texts.Plain("Oversee.PageOf", ("from", skip + 1), ("to", there), ("total", total)),
                items, filters,
                [.. rest && items.Count > 0 ? [new Button(verb, texts.Plain("Oversee.More"), state is null ? page : $"{state}|{page}")] : Array.Empty<Button>(), .. more, Home(context)]),
            context.Frame(context.Programme.Id)));
    }

    private static async Task<OverseenCard.Item> ItemAsync(RequestOverseen one, FlowContext context)
    {
        var texts = context.Texts;
        var (request, name) = (one.Request, await context.NameAsync(one.Request.Requester));
        return new OverseenCard.Item(
            request.Number.Length == 0 ? texts.Plain("Oversee.RequestDraft", ("name", name))
                : texts.Plain("Oversee.RequestTitle", ("number", request.Number), ("name", name)),
            [
                new Line(texts.Plain("Oversee.School"), await context.SchoolAsync(request.Requester)),
                new Line(texts.Plain("Oversee.Since"), texts.Date(context.Local(request.MadeAt).Date)),
                new Line(
                    texts.Plain("Oversee.Asked"),
                    one.Asked is { } ask
                        ? texts.Plain("Oversee.AskedUntil", ("name", await context.NameAsync(ask.Supporter)), ("until", context.Local(ask.RespondBy)))
                        : texts.Plain("Oversee.AskedNobody")),
                new Line(texts.Plain("Oversee.Waited"), texts.Days(one.DaysWaited)),
            ],
            [new Button(Verbs.CoordinatorRequest, texts.Plain("Oversee.Open"), request.Id.ToString())]);
    }

    private static Task<string> TitleAsync(Cycle cycle, FlowContext context) => context.TitleAsync(cycle);

    private static List<Line> Lines(CycleOverseen seen, FlowContext context)
    {
        var texts = context.Texts;
        var (cycle, meetings) = (seen.Cycle, seen.Meetings);
        List<Line> lines =
        [
            new(texts.Plain("Oversee.State"), texts.State(cycle.State)),
            new(texts.Plain("Oversee.Since"), texts.Date(context.Local(cycle.PairedAt).Date)),
            new(texts.Plain("Oversee.Held"), Counted(MeetingState.Held)),
            new(texts.Plain("Oversee.Booked"), Counted(MeetingState.Booked)),
            new(texts.Plain("Oversee.Until"), seen.LastDate is { } last ? texts.Date(last) : texts.Plain("Oversee.NoEndYet")),
        ];
        if (meetings.LastOrDefault(meeting => meeting.State == MeetingState.Held) is { } latest)
        {
            lines.Insert(3, new Line(texts.Plain("Oversee.LastMet"), texts.Date(context.Local(latest.Start).Date)));
        }

        return lines;

        string Counted(MeetingState state) => texts.List(
            [
                .. Enum.GetValues<MeetingMode>().Select(mode => (mode, count: meetings.Count(meeting => meeting.State == state && meeting.Mode == mode)))
                    .Where(one => one.count > 0).Select(one => texts.Plain("Oversee.CountOf", ("what", texts.Mode(one.mode)), ("count", one.count))),
            ]) is { Length: > 0 } some
            ? some
            : texts.Plain("Oversee.None");
    }

    private static string NameOf(FlowContext context) => context.Programme.Name.In(context.Me.Locale);
}
