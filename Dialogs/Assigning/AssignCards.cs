using PeerBot.Cards;
using PeerBot.Domain.Matching;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Bringing pairs together: the question of whoever asks, and what whoever looks after the programme sees. Nobody's note is read here.</summary>
internal static class AssignCards
{
    public static AdaptiveCard Ask(FlowContext context, string? note = null, string? mode = null, string? problem = null) => AskForPartnerCard.Of(
        new AskForPartnerCard.View(
            context.CoordinatorContact().Name, context.Programme.Cycle.RulesFor(first: true).Modes, context.Confidentiality(), note, mode, problem),
        context.Frame());

    /// <summary>Who fits a request, the best first, with the reasons.</summary>
    /// <param name="problem">Why somebody who was assigned a moment ago cannot be.</param>
    public static async Task<AdaptiveCard> FittingAsync(SupportRequest request, int page, FlowContext context, string? problem = null)
    {
        var texts = context.Texts;
        var all = await new WhoFits(context.Turn).ForAsync(request);
        var shown = all.Skip(page * OverseenCard.ItemsMost).Take(OverseenCard.ItemsMost).ToList();
        var items = new List<OverseenCard.Item>();
        foreach (var one in shown)
        {
            items.Add(await ItemAsync(one, await context.NameAsync(one.Supporter), one.Supporter, $"{request.Id}|{RequestCards.KeyOf(one.Supporter)}", context));
        }

        context.Looking().At(
            AuditActions.RequestViewed, shown.Select(one => one.Supporter).Append(request.Requester).Select(person => (person, (string?)request.Id.ToString())));
        var rest = all.Count > (page + 1) * OverseenCard.ItemsMost;
        return OverseenCard.Of(
            new OverseenCard.View(
                texts.Plain("Assign.Heading", ("number", request.Number), ("name", await context.NameAsync(request.Requester))),
                texts.Plain(
                    all.Count == 0 ? "Assign.Nobody" : "Assign.Text", ("faculty", await FacultyAsync(request.Requester, context)), ("since", context.Local(request.MadeAt).Date)),
                items, [],
                [
                    .. rest ? [new Button(Verbs.AssignShow, texts.Plain("Oversee.More"), $"{request.Id}|{page + 1}")] : Array.Empty<Button>(),
                    new Button(Verbs.GateTalk, texts.Plain("Assign.Talk"), request.Id.ToString()), OverseeCards.Home(context),
                ],
                problem, texts.Plain("Assign.NoNote")),
            context.Frame(context.Programme.Id));
    }

    /// <summary>Who waits and would fit the place that a supporter has, with the reasons.</summary>
    public static async Task<AdaptiveCard> WaitingAsync(PersonId supporter, FlowContext context)
    {
        var texts = context.Texts;
        var fitting = (await new WhoFits(context.Turn).WaitingForAsync(supporter, context.Programme)).Take(OverseenCard.ItemsMost).ToList();
        var items = new List<OverseenCard.Item>();
        foreach (var (request, why) in fitting)
        {
            items.Add(await ItemAsync(why, await context.NameAsync(request.Requester), request.Requester, $"{request.Id}|{RequestCards.KeyOf(supporter)}", context));
        }

        context.Looking().At(AuditActions.RequestListed, fitting.Select(one => (one.Request.Requester, (string?)one.Request.Id.ToString())));
        return OverseenCard.Of(
            new OverseenCard.View(
                texts.Plain("Assign.WaitingHeading", ("name", await context.NameAsync(supporter))),
                texts.Plain(items.Count == 0 ? "Assign.NobodyWaits" : "Assign.WaitingText", ("faculty", await FacultyAsync(supporter, context))),
                items, [], [OverseeCards.Home(context)]),
            context.Frame(context.Programme.Id));
    }

    /// <summary>What supporters have filled in beside their summary, such as release time.</summary>
    public static IEnumerable<Line> Details(SupporterProfile profile, FlowContext context) => context.Programme.Matching.ProfileFields
        .Where(field => field.Source == ProfileFieldSource.Supporter && profile.Details.ContainsKey(field.Id))
        .Select(field => new Line(field.Label, profile.Details[field.Id]));

    private static async Task<OverseenCard.Item> ItemAsync(Suggestion why, string name, PersonId shown, string arg, FlowContext context)
    {
        var texts = context.Texts;
        List<Line> lines = [new(texts.Plain("Assign.Faculty"), await FacultyAsync(shown, context))];
        if (shown == why.Supporter && await context.Stores.SupporterAsync(shown, context.Programme.Id) is { } profile)
        {
            lines.Add(new Line(texts.Plain("Oversee.Places"), texts.Plain("Oversee.PlacesOf", ("taken", profile.ActiveCycles), ("capacity", profile.Capacity))));
            lines.AddRange(Details(profile, context));
        }

        lines.Add(new Line(texts.Plain("Assign.Why"), string.Join(texts.Plain("List.Comma"), why.Reasons.Select(reason => ReasonOf(reason, context)))));
        return new OverseenCard.Item(name, lines, [new Button(Verbs.AssignChoose, texts.Plain("Assign.Choose"), arg)]);
    }

    private static string ReasonOf(SuggestionReason reason, FlowContext context) => reason switch
    {
        SuggestionReason.Caution { Test: ConflictTest.LineManagement } => context.Texts.Plain("Assign.LineManagement"),
        SuggestionReason.Caution => context.Texts.Plain("Reason.Caution"),
        SuggestionReason.OtherDepartment => context.Texts.Plain("Assign.OtherFaculty"),
        SuggestionReason.SameDepartment => context.Texts.Plain("Assign.SameFaculty"),
        SuggestionReason.FirstPlace => context.Texts.Plain("Assign.FirstPlace"),
        SuggestionReason.HasRoom room => context.Texts.Plain("Assign.Room", ("count", room.Places)),
        _ => context.Texts.Plain("Reason.HasRoom"),
    };

    private static async Task<string> FacultyAsync(PersonId person, FlowContext context) =>
        (await context.Stores.PersonAsync(person))?.Department ?? context.Texts.Plain("Assign.NoFaculty");
}
