using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Dialogs;

/// <summary>People for whoever oversees: supporters by state, who holds which role, and finding somebody by name.</summary>
internal static class PeopleCards
{
    private const int FoundMost = 6;
    private const int ShortestName = 2;

    public static async Task<Show> SupportersAsync(SupporterState state, int page, FlowContext context)
    {
        var texts = context.Texts;
        var skip = page * OverseenCard.ItemsMost;
        var counts = await context.Stores.CountSupportersAsync(context.Programme.Id);
        var profiles = await context.Stores.SupportersAsync(context.Programme.Id, state, skip, OverseenCard.ItemsMost);
        context.Looking().At(AuditActions.SupporterListed, profiles.Select(profile => (profile.Person, (string?)null)));
        var items = new List<OverseenCard.Item>();
        foreach (var profile in profiles)
        {
            items.Add(new OverseenCard.Item(
                await context.NameAsync(profile.Person), await LinesAsync(profile, context),
                [
                    new Button(Overseer.OpenSupporter, texts.Plain("Oversee.Open"), RequestCards.KeyOf(profile.Person)),
                    .. Assigns(context) && profile is { State: SupporterState.Listed, HasRoom: true }
                        ? [new Button(Verbs.AssignWaiting, texts.Plain("Assign.WhoWaits"), RequestCards.KeyOf(profile.Person))]
                        : Array.Empty<Button>(),
                ]));
        }

        return OverseeCards.List(
            texts.Plain("Oversee.SupportersHeading", ("state", texts.State(state))), items, skip, counts.GetValueOrDefault(state), Verbs.CoordinatorSupporters,
            state.ToString(),
            [
                .. Enum.GetValues<SupporterState>().Where(other => other != state)
                    .Select(other => new Button(Verbs.CoordinatorSupporters, texts.State(other), $"{other}|0")),
            ],
            context, context.Programme.Training.Required && Assigns(context) ? [new Button(Verbs.TrainingRecord, texts.Plain("Record.Open"))] : []);
    }

    /// <summary>Whoever looks after the programme trains its supporters and brings the pairs together.</summary>
    private static bool Assigns(FlowContext context) => context.Programme.Matching.Model == Domain.Programmes.MatchingModel.FacilitatorAssigns;

    public static async Task<Show> RolesAsync(FlowContext context)
    {
        var texts = context.Texts;
        var reference = context.Turn.Reference;
        var held = reference.Roles.Where(one => one.ProgrammeId == context.Programme.Id).GroupBy(one => one.Role).ToList();
        context.Looking().At(AuditActions.RoleListed, held.SelectMany(role => role.SelectMany(one => one.People)).Select(person => (person, (string?)null)));
        var items = new List<OverseenCard.Item>();
        foreach (var role in held)
        {
            var people = role.SelectMany(one => one.People).Distinct().ToList();
            var names = new List<string>();
            foreach (var person in people.Take(FoundMost))
            {
                names.Add(await context.NameAsync(person));
            }

            var group = reference.RoleGroups.Any(one => one.ProgrammeId == context.Programme.Id && one.Role == role.Key);
            items.Add(new OverseenCard.Item(
                RoleName(role.Key, context),
                [
                    new Line(texts.Plain("Oversee.RoleHeldBy"), names.Count == 0 ? texts.Plain("Oversee.RoleNobody") : texts.List(names)),
                    new Line(texts.Plain("Oversee.RoleFrom"), texts.Plain(group ? "Oversee.RoleGroup" : "Oversee.RoleList")),
                ],
                []));
        }

        return new Show.Replace(OverseenCard.Of(
            new OverseenCard.View(
                texts.Plain("Oversee.Roles"), texts.Plain(items.Count == 0 ? "Oversee.RolesNone" : "Oversee.RolesText"), items, [],
                [OverseeCards.Home(context)]),
            context.Frame(context.Programme.Id)));
    }

    /// <summary>Somebody has asked by e-mail or telephone (S2-13): whom the request is for.</summary>
    public static async Task<Show> FindAsync(string? name, FlowContext context)
    {
        var texts = context.Texts;
        name = name?.Trim();
        var found = new List<OverseenCard.Item>();
        string? problem = null;
        if (name is { Length: >= ShortestName })
        {
            var people = (await context.Stores.PeopleNamedAsync(name, FoundMost * 4))
                .Where(person => person.GoneSince is null && person.Programmes.Contains(context.Programme.Id)).Take(FoundMost).ToList();
            context.Looking().At(AuditActions.PersonFound, people.Select(person => (person.Id, (string?)null)));
            foreach (var person in people)
            {
                found.Add(new OverseenCard.Item(
                    person.Name, [new Line(texts.Plain("Oversee.School"), await context.SchoolAsync(person.Id))],
                    [new Button(Verbs.BehalfStart, texts.Plain("Oversee.StartFor"), person.Id.Value)]));
            }

            problem = people.Count == 0 ? texts.Plain("Oversee.NobodyFound") : null;
        }

        return new Show.Replace(FindPersonCard.Of(new FindPersonCard.View(name, found, problem), context.Frame(context.Programme.Id)));
    }

    private static async Task<List<Line>> LinesAsync(SupporterProfile profile, FlowContext context)
    {
        var texts = context.Texts;
        List<Line> lines =
        [
            new(texts.Plain("Oversee.School"), await context.SchoolAsync(profile.Person)),
            new(texts.Plain("Oversee.Places"), texts.Plain("Oversee.PlacesOf", ("taken", profile.ActiveCycles), ("capacity", profile.Capacity))),
            new(texts.Plain("Oversee.Training"), (profile.TrainedOn, profile.TrainingBookedFor) switch
            {
                ({ } day, _) => texts.Plain("Oversee.TrainedOn", ("date", day)),
                (null, { } day) => texts.Plain("Oversee.TrainingOn", ("date", day)),
                _ => texts.Plain("Oversee.None"),
            }),

            // Where nobody assigns, what people have written is for those they meet (C29).
            .. context.Programme.Matching.Model == MatchingModel.FacilitatorAssigns ? AssignCards.Details(profile, context) : [],
        ];
        if (profile.PausedUntil is { } until && profile.IsPausedOn(context.Local(context.Now).Date))
        {
            lines.Add(new Line(texts.Plain("Oversee.PausedUntil"), texts.Date(until)));
        }

        return lines;
    }

    private static string RoleName(string role, FlowContext context) => role switch
    {
        ProgrammeRoles.Coordinator => context.Texts.Plain("Oversee.RoleCoordinator"),
        ProgrammeRoles.Facilitator => context.Texts.Plain("Oversee.RoleFacilitator"),
        _ => role,
    };
}
