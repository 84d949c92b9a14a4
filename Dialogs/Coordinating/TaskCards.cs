using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>What waits for whoever oversees, longest waiting first: who and since when.</summary>
internal static class TaskCards
{
    public static async Task<Show> TasksAsync(int page, FlowContext context)
    {
        var skip = page * OverseenCard.ItemsMost;
        var open = await context.Stores.OpenTasksAsync(context.Programme.Id);
        var shown = open.Skip(skip).Take(OverseenCard.ItemsMost).ToList();
        var items = new List<OverseenCard.Item>();
        foreach (var task in shown)
        {
            items.Add(await ItemAsync(task, context));
        }

        context.Looking().At(AuditActions.TaskListed, shown.Where(task => task.Person is not null).Select(task => (task.Person!.Value, task.Subject)));
        return OverseeCards.List(context.Texts.Plain("Oversee.Tasks"), items, skip, open.Count, Verbs.CoordinatorTasks, null, [], context);
    }

    /// <summary>One that has come up just now; null when somebody has settled it already.</summary>
    public static async Task<AdaptiveCard?> NewAsync(CoordinatorTask task, FlowContext context)
    {
        if (task.Kind == TaskKind.Extension && await CycleOfAsync(task, context) is { } cycle)
        {
            return await OverseeCards.CycleAsync(cycle, context.In(cycle.Programme));
        }

        context.Looking().At(AuditActions.TaskListed, task.Person is { } person ? [(person, task.Subject)] : []);
        return OverseenCard.Of(
            new OverseenCard.View(
                context.Texts.Plain("Oversee.NewTask"), context.Texts.Plain("Oversee.NewTaskText"), [await ItemAsync(task, context)], [],
                [new Button(Verbs.CoordinatorHome, context.Texts.Plain("Oversee.ToHome"))]),
            context.Frame(context.Programme.Id));
    }

    private static async Task<OverseenCard.Item> ItemAsync(CoordinatorTask task, FlowContext context)
    {
        var texts = context.Texts;
        var lines = new List<Line>();
        if (task.Person is { } person)
        {
            lines.Add(new Line(texts.Plain("Oversee.Who"), texts.Plain("NameAndPlace", ("name", await context.NameAsync(person)), ("place", await context.SchoolAsync(person)))));
        }

        if (await CycleOfAsync(task, context) is { } cycle && task.Person is { } one && !cycle.IsGroup && cycle.Has(one))
        {
            lines.Add(new Line(texts.Plain("Oversee.With"), await context.NameAsync(cycle.Other(one))));
        }

        lines.Add(new Line(texts.Plain("Oversee.Since"), texts.Date(context.Local(task.Since).Date)));
        if (task.Day is { } day)
        {
            lines.Add(new Line(texts.Plain("Oversee.WeekOf"), texts.Date(day)));
        }

        return new OverseenCard.Item(texts.Task(task.Kind), lines, await ButtonsAsync(task, context));
    }

    private static async Task<IReadOnlyList<Button>> ButtonsAsync(CoordinatorTask task, FlowContext context)
    {
        var (open, done) = (context.Texts.Plain("Oversee.Open"), new Button(Verbs.TaskDone, context.Texts.Plain("Oversee.DoneButton"), task.Id.ToString("N")));
        if (task.Kind is TaskKind.Approval or TaskKind.Recheck && task.Person is not null)
        {
            var look = new Button(Overseer.OpenSupporter, open, task.Id.ToString("N"));
            return task.Kind == TaskKind.Recheck ? [look, done] : [look];
        }

        if (await CycleOfAsync(task, context) is { } cycle)
        {
            var look = new Button(Verbs.CoordinatorCycle, open, cycle.Id.ToString());

            // Two people wait for an answer; ticking it off would leave them without.
            return task.Kind == TaskKind.Extension ? [look] : [look, done];
        }

        return await RequestOfAsync(task, context) is { } request
            ? [new Button(Verbs.CoordinatorRequest, open, request.Id.ToString()), .. task.Kind == TaskKind.Gate ? Array.Empty<Button>() : [done]]
            : [done];
    }

    private static async Task<Cycle?> CycleOfAsync(CoordinatorTask task, FlowContext context) =>
        Guid.TryParse(task.Subject, out var id) && await context.Stores.CycleAsync(new CycleId(id)) is { } cycle && cycle.Programme.Id == task.ProgrammeId
            ? cycle
            : null;

    private static async Task<SupportRequest?> RequestOfAsync(CoordinatorTask task, FlowContext context) =>
        Guid.TryParse(task.Subject, out var id) && await context.Stores.RequestAsync(new RequestId(id)) is { } request
            && request.Programme.Id == task.ProgrammeId
            ? request
            : null;
}
