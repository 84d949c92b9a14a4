using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>What a coordinator sees of volunteers: what waits, one volunteer with the evidence, dates of training, and the pool.</summary>
internal static class ApprovalCards
{
    private const int MostShown = 8;
    private const int OnePage = 500;

    private static readonly SupporterState[] BeforeAndAfter =
    [
        SupporterState.Interested, SupporterState.CriteriaChecked, SupporterState.TrainingBooked, SupporterState.Trained, SupporterState.Paused, SupporterState.Left,
    ];

    /// <summary>The volunteer behind what a button carries: a task of the coordinator's, or the person's key.</summary>
    public static async Task<PersonId?> FindAsync(string? key, FlowContext context)
    {
        if (Guid.TryParse(key, out var task))
        {
            return await context.Stores.TaskAsync(task) is { } found && found.ProgrammeId == context.Programme.Id ? found.Person : null;
        }

        if (key is not { Length: 16 })
        {
            return null;
        }

        foreach (var listed in await context.Stores.CandidatesAsync(context.Programme.Id))
        {
            if (RequestCards.KeyOf(listed.Person) == key)
            {
                return listed.Person;
            }
        }

        foreach (var state in BeforeAndAfter)
        {
            for (var skip = 0; await context.Stores.SupportersAsync(context.Programme.Id, state, skip, OnePage) is { Count: > 0 } page; skip += OnePage)
            {
                if (page.FirstOrDefault(profile => RequestCards.KeyOf(profile.Person) == key) is { } found)
                {
                    return found.Person;
                }
            }
        }

        return null;
    }

    /// <summary>C29.</summary>
    /// <param name="decision">"met" or "not-met", as chosen a moment ago.</param>
    public static AdaptiveCard Approval(
        Volunteer volunteer, FlowContext context, string? problem = null, IReadOnlyCollection<string>? ticked = null, string? decision = null, string? reason = null)
    {
        var application = volunteer.Application;
        return ApprovalCard.Of(
            new ApprovalCard.View(
                volunteer.Person.Name, volunteer.School?.Name ?? context.Texts.Plain("Person.NoSchool"), StageOf(volunteer, context),
                [.. volunteer.Findings.Select(entry => new Line(SupporterCards.Label(entry.Criterion, context), Standing(entry, volunteer, context)))],
                application.Reference, application.Experience,
                [
                    .. context.Programme.Eligibility.Supporter.Where(SupporterApplication.IsChecked).Select(criterion => new CriteriaCard.Declaration(
                        criterion.Id, SupporterCards.Label(criterion, context), (ticked ?? application.Checked).Contains(criterion.Id))),
                ],
                application.Inspection is { } record ? InspectionOf(record, decision, reason, context) : null, problem),
            context.Frame(Overseer.About(volunteer.Person.Id, context)));
    }

    /// <summary>What waits about volunteers and supporters, longest first. Whoever stands on it can see that they were looked at.</summary>
    public static async Task<AdaptiveCard> ListAsync(FlowContext context)
    {
        var texts = context.Texts;
        var waiting = (await context.Stores.OpenTasksAsync(context.Programme.Id)).Where(task => KindOf(task, context) is not null).ToList();
        var lines = new List<Line>();
        var buttons = new List<Button>();
        var shown = waiting.Take(MostShown).Select(task => task.Person).OfType<PersonId>().ToList();
        foreach (var task in waiting.Take(MostShown))
        {
            var name = task.Person is { } person ? await context.NameAsync(person) : texts.Plain("Person.Unknown");
            lines.Add(new Line(name, await WordsAsync(task, context)));
            buttons.Add(task.Kind is TaskKind.Approval or TaskKind.Recheck
                ? new Button(Verbs.ApprovalOpen, texts.Plain("Approvals.Open", ("name", name)), task.Id.ToString("N"))
                : new Button(
                    Verbs.ApprovalTaskDone,
                    task.Kind == TaskKind.Left ? texts.Plain("Approvals.LeftDone", ("name", name)) : texts.Plain("Approvals.SupervisionDone", ("name", name)),
                    task.Id.ToString("N")));
        }

        // A day of training that is over waits too, whether or not its errand has come round.
        var known = waiting.Select(task => task.Person).ToHashSet();
        foreach (var booked in (await context.Stores.SupportersAsync(context.Programme.Id, SupporterState.TrainingBooked, 0, MostShown))
            .Where(profile => profile.TrainingBookedFor <= context.Today() && !known.Contains(profile.Person)))
        {
            var name = await context.NameAsync(booked.Person);
            lines.Add(new Line(name, texts.Plain("Approvals.Attendance")));
            buttons.Add(new Button(Verbs.ApprovalOpen, texts.Plain("Approvals.Open", ("name", name)), RequestCards.KeyOf(booked.Person)));
            shown.Add(booked.Person);
        }

        new Looking(context.Turn, context.Programme.Id, context.Me.Id).At(AuditActions.TaskListed, shown.Select(person => (person, (string?)null)));
        return PromptCard.Of(
            new PromptCard.View(
                texts.Plain("Approvals.Heading"),
                lines.Count == 0 ? texts.Plain("Approvals.None")
                    : lines.Count == 1 ? texts.Plain("Approvals.One")
                    : texts.Plain("Approvals.Text", ("count", lines.Count + Math.Max(0, waiting.Count - MostShown))),
                lines,
                [.. buttons, new Button(Verbs.TrainingDates, texts.Plain("Approvals.Dates")), new Button(Verbs.PoolShow, texts.Plain("Approvals.Pool"))],
                waiting.Count > MostShown ? texts.Plain("Approvals.More", ("count", waiting.Count - MostShown)) : null),
            context.Frame());
    }

    public static async Task<AdaptiveCard> TrainingDatesAsync(FlowContext context, string? problem = null)
    {
        var dates = await new BecomeSupporter(context.Turn).TrainingDatesAsync(context.Programme);
        var waiting = await context.Stores.SupportersAsync(context.Programme.Id, SupporterState.CriteriaChecked, 0, OnePage);
        return TrainingDatesCard.Of(
            new TrainingDatesCard.View(
                context.Programme.Training.Provider, [.. dates.Take(12).Select(date => new Choice(date.Id.ToString("N"), Words(date, context)))], waiting.Count,
                new TrainingDates(context.Turn, context.Me.Id, context.Programme).FirstDay, problem),
            context.Frame());
    }

    /// <summary>Counts by size, locality and structure, so that gaps show; small numbers are not told apart (S2-30, S2-36).</summary>
    public static async Task<AdaptiveCard> PoolAsync(FlowContext context)
    {
        var texts = context.Texts;
        var pool = SupporterPool.Of(await context.Stores.CandidatesAsync(context.Programme.Id));
        return PromptCard.Of(
            new PromptCard.View(
                texts.Plain("Pool.Heading"), texts.Plain("Pool.Text", ("count", Count(pool.All, context))),
                [.. (await ReportPage.PoolSectionsAsync(context)).SelectMany(section => section.Lines)],
                [new Button(Verbs.ApprovalList, texts.Plain("Pool.Back"))]),
            context.Frame());
    }

    private static ApprovalCard.Stage StageOf(Volunteer volunteer, FlowContext context) => volunteer.Profile switch
    {
        { State: SupporterState.Interested } => volunteer.Application.Waits ? ApprovalCard.Stage.Waiting : ApprovalCard.Stage.Draft,
        { State: SupporterState.TrainingBooked, TrainingBookedFor: { } day } => day <= context.Today() ? ApprovalCard.Stage.Attendance : ApprovalCard.Stage.Booked,
        { State: SupporterState.CriteriaChecked or SupporterState.TrainingBooked } => ApprovalCard.Stage.Approved,
        { State: SupporterState.Trained } => ApprovalCard.Stage.Trained,
        { State: SupporterState.Left } => ApprovalCard.Stage.Left,
        _ => ApprovalCard.Stage.Serving,
    };

    private static ApprovalCard.InspectionView InspectionOf(InspectionRecord record, string? decision, string? reason, FlowContext context)
    {
        var open = record.ByTheTable == InspectionDecision.CoordinatorDecides;
        var recorded = record.Reason is null ? null : record.Decision == InspectionDecision.Met ? "met" : "not-met";
        return new ApprovalCard.InspectionView(
            context.Texts.Sentence(record), context.Texts.Lines(record), record.ReportUrl,
            record.ByTheTable switch
            {
                InspectionDecision.Met => context.Texts.Plain("Decision.Met"),
                InspectionDecision.NotMet => context.Texts.Plain("Decision.NotMet"),
                _ => context.Texts.Plain("Decision.CoordinatorDecides"),
            },
            open, open ? record.MeetsSuggestedRule : null, decision ?? recorded, reason ?? record.Reason);
    }

    private static string Standing(CriterionFinding entry, Volunteer volunteer, FlowContext context)
    {
        if (WaitsForCheck(entry.Criterion, volunteer.Application))
        {
            return context.Texts.Plain("Evidence.NotChecked");
        }

        var stands = entry.Finding switch
        {
            Finding.Met => context.Texts.Plain("Finding.Met"),
            Finding.MetFrom from => context.Texts.Plain("Finding.From", ("date", from.Day)),
            Finding.CoordinatorDecides => context.Texts.Plain("Finding.Yours"),
            _ => context.Texts.Plain("Finding.NotMet"),
        };
        return Evidence(entry, volunteer, context) is { } evidence ? context.Texts.Plain("Finding.With", ("stands", stands), ("evidence", evidence)) : stands;
    }

    private static string? Evidence(CriterionFinding entry, Volunteer volunteer, FlowContext context)
    {
        var application = volunteer.Application;
        return entry.Criterion.Kind switch
        {
            CriterionKind.YearsExperience when application.Service.Count > 0 => context.Texts.List(
                [.. application.Service.OrderBy(period => period.From).Select(period => period.Until is { } until
                    ? context.Texts.Plain("Criteria.Time", ("from", period.From), ("until", until))
                    : context.Texts.Plain("Evidence.Since", ("date", period.From)))]),
            CriterionKind.Inspection => application.Inspection is null ? context.Texts.Plain("Evidence.NoInspection") : null,
            CriterionKind.JobRole => volunteer.Person.JobRole is { } role ? context.Texts.Plain("Evidence.Register", ("role", role)) : context.Texts.Plain("Evidence.NoRole"),
            _ when SupporterApplication.IsDeclared(entry.Criterion) => !application.Declared.Contains(entry.Criterion.Id) ? context.Texts.Plain("Evidence.NotDeclared")
                : !SupporterApplication.IsChecked(entry.Criterion) ? context.Texts.Plain("Evidence.Declared")
                : context.Texts.Plain("Evidence.Checked"),
            _ => null,
        };
    }

    /// <summary>Neither met nor failed: the volunteer has said it, and the coordinator has not looked yet.</summary>
    private static bool WaitsForCheck(Criterion criterion, SupporterApplication application) =>
        SupporterApplication.IsDeclared(criterion) && SupporterApplication.IsChecked(criterion)
        && application.Declared.Contains(criterion.Id) && !application.Checked.Contains(criterion.Id);

    /// <summary>Null for what other lists of the coordinator hold.</summary>
    private static string? KindOf(CoordinatorTask task, FlowContext context) => task.Kind switch
    {
        TaskKind.Approval when task.Day is not null => context.Texts.Plain("Approvals.Attendance"),
        TaskKind.Approval => context.Texts.Plain("Approvals.Approval"),
        TaskKind.Recheck => context.Texts.Plain("Approvals.Recheck"),
        TaskKind.Supervision => context.Texts.Plain("Approvals.Supervision"),
        TaskKind.Left => context.Texts.Plain("Approvals.Left"),
        _ => null,
    };

    private static async Task<string> WordsAsync(CoordinatorTask task, FlowContext context)
    {
        var since = context.Local(task.Since).Date;
        if (task is { Kind: TaskKind.Supervision, Day: { } week })
        {
            return context.Texts.Plain("Approvals.SupervisionWeek", ("week", week), ("since", since));
        }

        if (task.Kind == TaskKind.Left && Guid.TryParse(task.Subject, out var id) && await context.Stores.CycleAsync(new CycleId(id)) is { } cycle)
        {
            return context.Texts.Plain("Approvals.LeftCycle", ("name", await context.NameAsync(cycle.Requester)), ("since", since));
        }

        return context.Texts.Plain("Approvals.Since", ("kind", KindOf(task, context)!), ("since", since));
    }

    private static string Words(TrainingDate date, FlowContext context) => (date.Time, date.Place) switch
    {
        ({ } time, { } place) => context.Texts.Plain("Training.DayTimePlace", ("date", date.Day), ("time", time), ("place", place)),
        ({ } time, null) => context.Texts.DateTime(date.Day + time),
        (null, { } place) => context.Texts.Plain("Training.DayPlace", ("date", date.Day), ("place", place)),
        _ => context.Texts.Date(date.Day),
    };

    private static string Count(int count, FlowContext context)
    {
        var least = context.Programme.Oversight.MinimumReportCount;
        return count == 0 ? context.Texts.Plain("Pool.Gap")
            : count < least ? context.Texts.Plain("Pool.Few", ("least", least))
            : context.Texts.Plain("Pool.Count", ("count", count));
    }
}
