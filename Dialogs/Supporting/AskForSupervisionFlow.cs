using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A supporter asks for a supervision meeting: a week if they like, a time where the supervisor's calendar is known, never a topic.</summary>
public sealed class AskForSupervisionFlow : OneStepFlow
{
    public override string Name => "ask-for-supervision";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.SupervisionAsk, Cards.Verbs.SupervisionSend, Cards.Verbs.SupervisionLater, Cards.Verbs.SupervisionSlot, Cards.Verbs.SupervisionMore,
        Cards.Verbs.SupervisionCancel,
    ];

    public override bool Wants(string text, FlowContext context) => context.Texts.Means(text, "Typed.Supervision");

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed { Verb: not Cards.Verbs.SupervisionAsk } press)
        {
            return [await OpenAsync(context)];
        }

        if (!context.IsOwn(press))
        {
            return [context.NotYours()];
        }

        return press.Verb switch
        {
            Cards.Verbs.SupervisionSend => await SendAsync(press, context),
            Cards.Verbs.SupervisionSlot => await BookAsync(press, context),
            Cards.Verbs.SupervisionMore => [await TimesAsync(context, Page(press), problem: null)],
            Cards.Verbs.SupervisionCancel => await CancelAsync(context),
            _ => [context.Receipt(context.Texts.Plain("Supervision.Later.Heading"), context.Texts.Plain("Supervision.Later.Text"))],
        };
    }

    private static async Task<Show> OpenAsync(FlowContext context)
    {
        if (!context.Programme.Supervision.Requestable
            || await context.Stores.SupporterAsync(context.Me.Id, context.Programme.Id) is not { State: not Domain.People.SupporterState.Interested } profile)
        {
            return NotForThem(context);
        }

        return profile.Supervision is { Start: { } start } && start > context.Now
            ? new Show.Replace(Booked(start, profile.Supervision.Minutes, context))
            : new Show.Replace(await SupporterCards.SupervisionAsync(context));
    }

    private static async Task<IReadOnlyList<Show>> SendAsync(Incoming.Pressed press, FlowContext context)
    {
        var week = LocalDatePattern.Iso.Parse(press.Input(InputIds.Week) ?? "") is { Success: true, Value: var date }
            && date >= context.Today().PlusDays(-7) && date <= context.Today().PlusYears(1) ? date : (LocalDate?)null;
        return await new Supervise(context.Turn).AskAsync(context.Me, context.Programme, week) switch
        {
            Supervising.Asked { Profile.Supervision: { Start: { } start } booked } => [new Show.Replace(Booked(start, booked.Minutes, context))],
            Supervising.Asked { Reachable: true } => [await TimesAsync(context, page: 0, problem: null)],
            Supervising.Asked => [Asked(context)],
            _ => [NotForThem(context)],
        };
    }

    private static async Task<Show> TimesAsync(FlowContext context, int page, string? problem)
    {
        if (await context.Stores.SupporterAsync(context.Me.Id, context.Programme.Id) is not { Supervision: { Supervisor: not null } supervision })
        {
            return context.OutOfDate(OutOfDateCard.Since.Changed);
        }

        var supervise = new Supervise(context.Turn);
        var times = await supervise.OfferAsync(context.Me, context.Programme, supervision, page) as SlotOffer.Times;
        return new Show.Replace(SupervisionCard.Times(
            new SupervisionCard.TimesView(
                supervise.SupervisorOf(context.Programme)?.Name ?? context.Texts.Plain("Person.Unknown"),
                [.. (times?.Starts ?? []).Select(start => new Slot(InstantPattern.General.Format(start), context.Local(start)))], supervision.Minutes,
                times?.More ?? false, problem),
            context.Frame(RequestCards.KeyOf(context.Me.Id), page)));
    }

    private static async Task<IReadOnlyList<Show>> BookAsync(Incoming.Pressed press, FlowContext context)
    {
        if (InstantPattern.General.Parse(press.Arg ?? "") is not { Success: true, Value: var start })
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        return await new Supervise(context.Turn).BookAsync(context.Me, context.Programme, start) switch
        {
            Supervising.Booked { Profile.Supervision: { Start: { } at } booked } => [new Show.Replace(Booked(at, booked.Minutes, context))],
            Supervising.TimeTaken => [await TimesAsync(context, page: 0, context.Texts.Plain("Supervision.TimeTaken"))],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };
    }

    private static async Task<IReadOnlyList<Show>> CancelAsync(FlowContext context) =>
        await new Supervise(context.Turn).CancelAsync(context.Me.Id, context.Programme) is Supervising.Cancelled
            ? [context.Receipt(context.Texts.Plain("Supervision.Off.Heading"), context.Texts.Plain("Supervision.Off.Text"))]
            : [context.OutOfDate(OutOfDateCard.Since.Changed)];

    private static AdaptiveCard Booked(Instant start, int minutes, FlowContext context) => PromptCard.Of(
        new PromptCard.View(
            context.Texts.Plain("Supervision.Booked.Heading"), context.Texts.Plain("Supervision.Booked.Text"),
            [new Line(context.Texts.Plain("Supervision.Booked.When"), context.Texts.DateTime(context.Local(start), minutes))],
            [
                new Button(Cards.Verbs.CardOk, context.Texts.Plain("Supervision.Booked.Fine")),
                new Button(Cards.Verbs.SupervisionCancel, context.Texts.Plain("Supervision.Booked.Cancel")),
            ]),
        context.Own());

    /// <summary>The supervisor answers by the work channels, so the volunteer sees them too.</summary>
    private static Show Asked(FlowContext context)
    {
        var supervisor = new Supervise(context.Turn).SupervisorOf(context.Programme);
        var (name, where) = (supervisor?.Name ?? context.CoordinatorContact().Name, supervisor?.Email ?? supervisor?.Phone);
        return context.Receipt(
            context.Texts.Plain("Supervision.Asked.Heading"), context.Texts.Plain("Supervision.Asked.Text", ("name", name)),
            where is null ? null : [new Line(context.Texts.Plain("Supervision.Asked.Where"), where)]);
    }

    private static Show NotForThem(FlowContext context) => context.Receipt(
        context.Texts.Plain("Supervision.NotForThem.Heading"),
        context.Texts.Plain("Supervision.NotForThem.Text", ("name", context.CoordinatorContact().Name)));

    private static int Page(Incoming.Pressed press) => (int)Math.Clamp(press.Version, 0, 50) + 1;
}
