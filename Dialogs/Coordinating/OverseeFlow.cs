using System.Text.RegularExpressions;
using PeerBot.Cards;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>
/// Whoever oversees a programme looks at who, when and how many (C28). What people write is kept where no card of this flow can reach it.
/// </summary>
public sealed partial class OverseeFlow : OneStepFlow
{
    public const string Id = "oversee";

    private static readonly string[] Words =
    [
        "Typed.Requests", "Typed.Cycles", "Typed.Stalled", "Typed.Supporters", "Typed.Tasks", "Typed.Reports", "Typed.Roles", "Typed.Calendar", "Typed.Contacts",
    ];

    public override string Name => Id;

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.CoordinatorHome, Cards.Verbs.CoordinatorRequests, Cards.Verbs.CoordinatorRequest, Cards.Verbs.CoordinatorSupporters,
        Cards.Verbs.CoordinatorCycles, Cards.Verbs.CoordinatorCycle, Cards.Verbs.CoordinatorTasks, Cards.Verbs.CoordinatorReports,
        Cards.Verbs.CoordinatorReportFile, Cards.Verbs.CoordinatorRoles, Cards.Verbs.CoordinatorFind, Cards.Verbs.TaskDone,
    ];

    public override bool Wants(string text, FlowContext context) =>
        Overseer.Of(context) is not null && (Word(text, context) is not null || context.Texts.Means(text, "Typed.NewRequest") || AsksForContent(text));

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        var pressed = incoming as Incoming.Pressed;
        if (Overseer.Of(context, pressed is { Id.Length: > 0 } ? pressed.Id : null) is not { } there)
        {
            return [context.NotYours()];
        }

        return incoming switch
        {
            Incoming.Pressed press => await PressedAsync(press, there),
            Incoming.Typed typed when AsksForContent(typed.Text) => [there.Say("Oversee.NoContent")],
            Incoming.Typed typed when context.Texts.Means(typed.Text, "Typed.NewRequest") => [await PeopleCards.FindAsync(name: null, there)],
            Incoming.Typed typed => await TypedAsync(Word(typed.Text, there), there),
            _ => throw new InvalidOperationException("There is no third way to speak."),
        };
    }

    private static async Task<IReadOnlyList<Show>> PressedAsync(Incoming.Pressed press, FlowContext context)
    {
        var (state, page) = Place(press.Arg);
        return press.Verb switch
        {
            Cards.Verbs.CoordinatorRequests => [await OverseeCards.RequestsAsync(page, context)],
            Cards.Verbs.CoordinatorRequest => [await RequestAsync(press.About, context)],
            Cards.Verbs.CoordinatorCycles => [await OverseeCards.CyclesAsync(Named(state, CycleStanding.Running), page, context)],
            Cards.Verbs.CoordinatorCycle => [await CycleAsync(press.About, context)],
            Cards.Verbs.CoordinatorSupporters => [await PeopleCards.SupportersAsync(Named(state, SupporterState.Listed), page, context)],
            Cards.Verbs.CoordinatorTasks => [await TaskCards.TasksAsync(page, context)],
            Cards.Verbs.TaskDone => await DoneAsync(press.About, context),
            Cards.Verbs.CoordinatorReports => [await ReportCards.ShowAsync(Named(state, ReportKind.Participation), page, context, Middle(press.Arg))],
            Cards.Verbs.CoordinatorReportFile => [ReportCards.File(Named(press.Arg, ReportKind.Participation), context)],
            Cards.Verbs.CoordinatorRoles => [await PeopleCards.RolesAsync(context)],
            Cards.Verbs.CoordinatorFind => [await PeopleCards.FindAsync(press.Input(InputIds.Person), context)],
            _ => [await HomeAsync(context)],
        };
    }

    private static async Task<IReadOnlyList<Show>> TypedAsync(string? word, FlowContext context) => word switch
    {
        "Typed.Requests" => [await OverseeCards.RequestsAsync(0, context)],
        "Typed.Cycles" => [await OverseeCards.CyclesAsync(CycleStanding.Running, 0, context)],
        "Typed.Stalled" => [await OverseeCards.CyclesAsync(CycleStanding.Stalled, 0, context)],
        "Typed.Supporters" => [await PeopleCards.SupportersAsync(SupporterState.Listed, 0, context)],
        "Typed.Tasks" => [await TaskCards.TasksAsync(0, context)],
        "Typed.Reports" => [await ReportCards.ShowAsync(ReportKind.Participation, 0, context)],
        "Typed.Roles" => [await PeopleCards.RolesAsync(context)],
        "Typed.Calendar" => [await CalendarCards.ShowAsync(context)],
        "Typed.Contacts" => [ContactCards.All(context)],
        _ => [await HomeAsync(context)],
    };

    private static async Task<Show> HomeAsync(FlowContext context)
    {
        // Whoever looks at it can be written to, so from now on the counts come on Mondays too.
        await new Routines(context.Turn).BeginDigestAsync(context.Programme);
        return new Show.Replace(await OverseeCards.HomeAsync(context, digest: false));
    }

    private static async Task<Show> RequestAsync(Guid id, FlowContext context) =>
        await context.Stores.RequestAsync(new RequestId(id)) is not { } request || !Overseer.Holds(context, request.Programme.Id) ? context.NotYours()
            : !context.In(request.Programme).Programme.Oversight.ShowsRequests ? context.Say("Oversee.NoRequests")
            : new Show.Replace(await UnansweredCards.OpenAsync(request, context.In(request.Programme)));

    private static async Task<Show> CycleAsync(Guid id, FlowContext context) =>
        await context.Stores.CycleAsync(new CycleId(id)) is { } cycle && Overseer.Holds(context, cycle.Programme.Id)
            ? new Show.Replace(await OverseeCards.CycleAsync(cycle, context.In(cycle.Programme)))
            : context.NotYours();

    private static async Task<IReadOnlyList<Show>> DoneAsync(Guid id, FlowContext context) =>
        await new FinishTask(context.Turn).DoAsync(context.Me.Id, id) switch
        {
            TaskFinishing.Done done =>
            [
                context.Done(
                    context.Texts.Plain("Oversee.Done.Heading"), context.Texts.Plain("Oversee.Done.Text", ("task", context.Texts.Task(done.Task.Kind))),
                    Cards.Verbs.CoordinatorTasks),
            ],
            TaskFinishing.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };

    /// <summary>"Stalled|1": which of several lists, and its page.</summary>
    private static (string? State, int Page) Place(string? arg)
    {
        var parts = arg?.Split('|') ?? [];
        return (parts.FirstOrDefault(), parts.Length > 0 && int.TryParse(parts[^1], out var page) && page is > 0 and < 100_000 ? page : 0);
    }

    /// <summary>"Quality|10|0": from where in a list within the page; 0 where nothing of it is said.</summary>
    private static int Middle(string? arg) =>
        arg?.Split('|') is [_, var from, _] && int.TryParse(from, out var number) && number is > 0 and < 100_000 ? number : 0;

    private static T Named<T>(string? name, T other)
        where T : struct, Enum =>
        Enum.TryParse<T>(name, out var state) && Enum.IsDefined(state) ? state : other;

    private static string? Word(string text, FlowContext context) => Words.FirstOrDefault(key => context.Texts.Means(text, key));

    private static bool AsksForContent(string text) => text.Length < 500 && Asking().IsMatch(text) && Content().IsMatch(text);

    [GeneratedRegex(@"\b(show|tell|give|read|see|find|search|open|export|download|list|what|which|why|who|how)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Asking();

    [GeneratedRegex(
        @"\b(notes?|topics?|themes?|journals?|entry|entries|answers?|answered|self-?\s?evaluations?|ground rules?|wrote|writes?|written|said|says?|talk(s|ed|ing)?|discuss\w*|ask(s|ed)? for|wants?|wanted|reasons?|problems?|contents?|messages?|chats?|conversations?)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Content();
}
