using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A coordinator looks at volunteers: criteria with evidence, the inspection, a decision, training, and looking again (C29).</summary>
public sealed class ApproveSupporterFlow : OneStepFlow
{
    /// <summary>Carried by the second press of what a volunteer will be told.</summary>
    private const string Sure = "yes";

    public override string Name => "approve-supporter";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.ApprovalList, Cards.Verbs.ApprovalOpen, Cards.Verbs.ApprovalInspection, Cards.Verbs.ApprovalInspectionSave, Cards.Verbs.ApprovalApprove,
        Cards.Verbs.ApprovalNotYet, Cards.Verbs.ApprovalRefuse, Cards.Verbs.ApprovalAttended, Cards.Verbs.ApprovalAbsent, Cards.Verbs.ApprovalStillMeets,
        Cards.Verbs.ApprovalOffList, Cards.Verbs.ApprovalNotServing, Cards.Verbs.ApprovalTaskDone, Cards.Verbs.TrainingDates, Cards.Verbs.TrainingDateAdd,
        Cards.Verbs.TrainingDateRemove, Cards.Verbs.PoolShow,
    ];

    public override bool Wants(string text, FlowContext context) =>
        context.Texts.Means(text, "Typed.Approvals") && Overseer.Of(context) is not null;

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context) =>
        Overseer.Of(context, (incoming as Incoming.Pressed)?.Id) is { } there ? await ThereAsync(incoming, there) : [context.NotYours()];

    private static async Task<IReadOnlyList<Show>> ThereAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press)
        {
            return [new Show.Replace(await (Word(incoming) switch
            {
                "POOL" => ApprovalCards.PoolAsync(context),
                "TRAINING DATES" => ApprovalCards.TrainingDatesAsync(context),
                _ => ApprovalCards.ListAsync(context),
            }))];
        }

        switch (press.Verb)
        {
            case Cards.Verbs.ApprovalList:
                return [new Show.Replace(await ApprovalCards.ListAsync(context))];
            case Cards.Verbs.PoolShow:
                return [new Show.Replace(await ApprovalCards.PoolAsync(context))];
            case Cards.Verbs.TrainingDates or Cards.Verbs.TrainingDateAdd or Cards.Verbs.TrainingDateRemove:
                return await DatesAsync(press, context);
            case Cards.Verbs.ApprovalTaskDone:
                return await TaskDoneAsync(press, context);
        }

        return await ApprovalCards.FindAsync(press.Verb == Cards.Verbs.ApprovalOpen && press.Arg is { } arg ? arg : Overseer.KeyIn(press.Id), context) is { } person
            ? await AboutAsync(person, press, context)
            : [context.NotYours()];
    }

    private static async Task<IReadOnlyList<Show>> AboutAsync(PersonId person, Incoming.Pressed press, FlowContext context)
    {
        var approving = new ApproveSupporter(context.Turn, context.Me.Id, context.Programme);
        return press.Verb switch
        {
            Cards.Verbs.ApprovalOpen => await OpenAsync(approving, person, context),
            Cards.Verbs.ApprovalInspection => [Inspection(person, press.Arg, context)],
            Cards.Verbs.ApprovalInspectionSave => await RecordAsync(approving, person, press, context),
            Cards.Verbs.ApprovalApprove => Decided(
                await approving.ApproveAsync(person, Ticked(press, context), Met(press), Reason(press, out var problem, context)), press, problem, context),
            Cards.Verbs.ApprovalStillMeets => Decided(
                await approving.StillMeetsAsync(person, Ticked(press, context), Met(press), Reason(press, out var problem, context)), press, problem, context),
            Cards.Verbs.ApprovalNotYet => Answered(await approving.NotYetAsync(person), "Approved.NotYet", context),
            Cards.Verbs.ApprovalRefuse when press.Arg == Sure => Answered(await approving.RefuseAsync(person), "Approved.Refused", context),
            Cards.Verbs.ApprovalOffList when press.Arg == Sure => Answered(await approving.TakeOffListAsync(person, SupporterNews.OffList), "Approved.OffList", context),
            Cards.Verbs.ApprovalNotServing when press.Arg == Sure =>
                Answered(await approving.TakeOffListAsync(person, SupporterNews.NotServing), "Approved.NotServing", context),
            Cards.Verbs.ApprovalAttended => Answered(await approving.AttendedAsync(person), "Approved.Attended", context),
            Cards.Verbs.ApprovalAbsent => Answered(await approving.AbsentAsync(person), "Approved.Absent", context),
            Cards.Verbs.ApprovalRefuse => [await SureAsync(person, press.Verb, "Approved.Sure.Refuse", context)],
            Cards.Verbs.ApprovalOffList => [await SureAsync(person, press.Verb, "Approved.Sure.OffList", context)],
            _ => [await SureAsync(person, press.Verb, "Approved.Sure.NotServing", context)],
        };
    }

    private static async Task<IReadOnlyList<Show>> OpenAsync(ApproveSupporter approving, PersonId person, FlowContext context) =>
        await approving.OpenAsync(person) switch
        {
            Approving.Done opened => [new Show.Replace(ApprovalCards.Approval(opened.Volunteer, context))],
            Approving.Own => [Own(context)],
            Approving.NotYours when await RecheckCards.OfAsync(person, context) is { } look => [new Show.Replace(look)],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };

    private static Show Own(FlowContext context) =>
        context.Done(context.Texts.Plain("Approved.Own.Heading"), context.Texts.Plain("Approved.Own.Text"), Cards.Verbs.ApprovalList);

    private static Show Inspection(PersonId person, string? framework, FlowContext context, string? problem = null)
    {
        var frame = context.Frame(Overseer.About(person, context));
        return new Show.Replace(InspectionWords.Parse(framework) is { } chosen
            ? InspectionCard.Of(new InspectionCard.View(chosen, context.Today(), problem), frame)
            : InspectionCard.Choose(frame));
    }

    private static async Task<IReadOnlyList<Show>> RecordAsync(
        ApproveSupporter approving, PersonId person, Incoming.Pressed press, FlowContext context)
    {
        if (InspectionWords.Parse(press.Arg) is not { } framework)
        {
            return [Inspection(person, framework: null, context)];
        }

        var words = InspectionAreas.WordsOf(framework);
        var grades = InspectionAreas.Of(framework).Select(area => (area.Id, Grade: press.Input(area.Id)))
            .Where(one => one.Grade is { } grade && words.Contains(grade)).ToDictionary(one => one.Id, one => one.Grade!);
        var (date, visit) = (Date(press, InputIds.Date), Date(press, InputIds.VisitDate));
        Uri? report = null;
        if (press.Input(InputIds.Report) is { } typed && (!Uri.TryCreate(typed, UriKind.Absolute, out report) || report.Scheme is not ("https" or "http")))
        {
            return [Inspection(person, press.Arg, context, context.Texts.Plain("Approved.Problem.Link"))];
        }

        if (date > context.Today() || visit > context.Today() || visit < date)
        {
            return [Inspection(person, press.Arg, context, context.Texts.Plain("Approved.Problem.Date"))];
        }

        var entry = new InspectionEntry(
            InspectionWords.Inspectorates.FirstOrDefault(one => one == press.Input(InputIds.Inspectorate)) ?? "other", framework, date, grades,
            framework == InspectionFramework.ReportCard ? press.Input(InputIds.Safeguarding) switch { "met" => true, "not-met" => false, _ => null } : null,
            report, visit is { } on ? new UngradedVisit(on, press.Input(InputIds.VisitConfirms) == "true") : null);
        return await approving.RecordInspectionAsync(person, entry) switch
        {
            Approving.Done done => [new Show.Replace(ApprovalCards.Approval(done.Volunteer, context))],
            Approving.InspectionMissing => [Inspection(person, press.Arg, context, context.Texts.Plain("Approved.Problem.Incomplete"))],
            Approving.Own => [Own(context)],
            _ => [context.NotYours()],
        };
    }

    private static IReadOnlyList<Show> Decided(Approving approving, Incoming.Pressed press, string? problem, FlowContext context)
    {
        var texts = context.Texts;
        return approving switch
        {
            Approving.Done done when press.Verb == Cards.Verbs.ApprovalStillMeets =>
                [Noted("Approved.Rechecked.Heading", "Approved.Rechecked.Text", done.Volunteer, context)],
            Approving.Done done => [Noted("Approved.Done.Heading", "Approved.Done.Text", done.Volunteer, context)],
            Approving.NotMet no => [Again(no.Volunteer, texts.Plain("Approved.NotMet", ("list", texts.List([.. no.Criteria.Select(one => SupporterCards.Label(one, context))]))))],
            Approving.DecisionMissing missing =>
                [Again(missing.Volunteer, problem ?? (missing.ReasonOnly ? texts.Plain("Approved.ReasonMissing") : texts.Plain("Approved.DecisionMissing")))],
            Approving.InspectionMissing missing => [Again(missing.Volunteer, texts.Plain("Approved.InspectionMissing"))],
            Approving.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Answered)],
            Approving.Own => [Own(context)],
            _ => [context.NotYours()],
        };

        Show Again(Volunteer volunteer, string sentence) => new Show.Replace(ApprovalCards.Approval(
            volunteer, context, sentence, Ticked(press, context), press.Input(InputIds.Decision), press.Input(InputIds.DecisionReason)));
    }

    private static IReadOnlyList<Show> Answered(Approving approving, string key, FlowContext context) => approving switch
    {
        Approving.Done done => [Noted("Approved.Heading", key, done.Volunteer, context)],
        Approving.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        Approving.Own => [Own(context)],
        _ => [context.NotYours()],
    };

    private static Show Noted(string heading, string text, Volunteer volunteer, FlowContext context) =>
        context.Done(context.Texts.Plain(heading), context.Texts.Plain(text, ("name", volunteer.Person.Name)), Cards.Verbs.ApprovalList);

    /// <summary>The volunteer is told of it, so it takes a second press.</summary>
    private static async Task<Show> SureAsync(PersonId person, string verb, string key, FlowContext context) => new Show.Replace(PromptCard.Of(
        new PromptCard.View(
            context.Texts.Plain("Approved.Sure.Heading"), context.Texts.Plain(key, ("name", await context.NameAsync(person))), [],
            [
                new Button(Cards.Verbs.ApprovalOpen, context.Texts.Plain("Approved.Sure.Back")),
                new Button(verb, context.Texts.Plain("Approved.Sure.Yes"), Sure),
            ]),
        context.Frame(Overseer.About(person, context))));

    private static async Task<IReadOnlyList<Show>> DatesAsync(Incoming.Pressed press, FlowContext context)
    {
        var dates = new TrainingDates(context.Turn, context.Me.Id, context.Programme);
        switch (press.Verb)
        {
            case Cards.Verbs.TrainingDateRemove when Guid.TryParse(press.Arg, out var date):
                await dates.RemoveAsync(date);
                break;
            case Cards.Verbs.TrainingDateAdd:
                var place = press.Input(InputIds.Place) is { } typed ? Typed.Line(typed, TrainingDatesCard.PlaceMost) : null;
                if (place is not null && BecomeSupporter.FaultIn(place) is { } fault)
                {
                    return [new Show.Replace(await ApprovalCards.TrainingDatesAsync(context, OfferSupportFlow.Sentence(fault, context)))];
                }

                LocalTime? time = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(press.Input(InputIds.Time) ?? "") is { Success: true, Value: var at } ? at : null;
                if (Date(press, InputIds.Date) is not { } day || day > context.Today().PlusYears(3) || !await dates.AddAsync(day, time, place))
                {
                    return [new Show.Replace(await ApprovalCards.TrainingDatesAsync(context, context.Texts.Plain("Approved.Problem.Day")))];
                }

                break;
        }

        return [new Show.Replace(await ApprovalCards.TrainingDatesAsync(context))];
    }

    private static async Task<IReadOnlyList<Show>> TaskDoneAsync(Incoming.Pressed press, FlowContext context)
    {
        if (!Guid.TryParse(press.Arg, out var id) || await context.Stores.TaskAsync(id) is not { Kind: TaskKind.Supervision or TaskKind.Left } task
            || task.ProgrammeId != context.Programme.Id)
        {
            return [context.NotYours()];
        }

        if (await new FinishTask(context.Turn).DoAsync(context.Me.Id, task.Id) is not TaskFinishing.Done)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Answered)];
        }

        return [context.Done(context.Texts.Plain("Approved.Heading"), context.Texts.Plain("Approvals.DoneText"), Cards.Verbs.ApprovalList)];
    }

    private static IReadOnlyList<string> Ticked(Incoming.Pressed press, FlowContext context) =>
        [.. context.Programme.Eligibility.Supporter.Select(one => one.Id).Where(id => press.Input(id) == "true")];

    private static bool? Met(Incoming.Pressed press) => press.Input(InputIds.Decision) switch { "met" => true, "not-met" => false, _ => null };

    /// <summary>Null, with the problem, for words that may not be kept.</summary>
    private static string? Reason(Incoming.Pressed press, out string? problem, FlowContext context)
    {
        problem = null;
        if (press.Input(InputIds.DecisionReason) is not { } typed)
        {
            return null;
        }

        var reason = Typed.Block(typed, ApprovalCard.ReasonMost);
        problem = BecomeSupporter.FaultIn(typed) is { } fault and not ProfileFault.TooLong ? OfferSupportFlow.Sentence(fault, context) : null;
        return problem is null && reason.Length > 0 ? reason : null;
    }

    private static LocalDate? Date(Incoming.Pressed press, string input) =>
        press.Input(input) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date : null;

    private static string Word(Incoming incoming) => incoming is Incoming.Typed typed ? typed.Text.Trim().TrimEnd('.', '!').ToUpperInvariant() : "";
}
