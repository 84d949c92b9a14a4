using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A supporter's own card: how much they carry, when they can, a pause in one press and leaving in two (S2-25, S2-42).</summary>
public sealed class StayAvailableFlow : OneStepFlow
{
    public override string Name => "stay-available";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.SupporterHome, Cards.Verbs.SupporterAvailability, Cards.Verbs.SupporterAvailabilitySave, Cards.Verbs.SupporterAwayClear,
        Cards.Verbs.SupporterPause, Cards.Verbs.SupporterResume, Cards.Verbs.SupporterLeave, Cards.Verbs.SupporterLeaveConfirm,
    ];

    public override bool Wants(string text, FlowContext context) => context.Texts.Means(text, "Typed.Availability");

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press)
        {
            return [await HomeAsync(context)];
        }

        if (!context.IsOwn(press))
        {
            return [context.NotYours()];
        }

        var care = new LookAfterSupporter(context.Turn);
        return press.Verb switch
        {
            Cards.Verbs.SupporterAvailabilitySave => await SaveAsync(press, context),
            Cards.Verbs.SupporterAwayClear => await ChangedAsync(await care.ClearAbsencesAsync(context.Me.Id, context.Programme), context),
            Cards.Verbs.SupporterPause => await PausedAsync(await care.PauseAsync(context.Me.Id, context.Programme), context),
            Cards.Verbs.SupporterResume => await ChangedAsync(await care.ResumeAsync(context.Me.Id, context.Programme), context),
            Cards.Verbs.SupporterLeave => await SureAsync(context),
            Cards.Verbs.SupporterLeaveConfirm => Left(await care.LeaveAsync(context.Me.Id, context.Programme), context),
            Cards.Verbs.SupporterAvailability when await ServingAsync(context) is { } profile =>
                [new Show.Replace(SupporterCards.Availability(profile, context))],
            _ => [await HomeAsync(context)],
        };
    }

    private static async Task<SupporterProfile?> ServingAsync(FlowContext context) =>
        await context.Stores.SupporterAsync(context.Me.Id, context.Programme.Id) is { Serves: true } profile ? profile : null;

    private static async Task<Show> HomeAsync(FlowContext context) => await SupporterCards.HomeAsync(context) is { } home
        ? new Show.Replace(home)
        : context.Receipt(context.Texts.Plain("Serving.Nobody.Heading"), context.Texts.Plain("Serving.Nobody.Text"));

    private static async Task<IReadOnlyList<Show>> SaveAsync(Incoming.Pressed press, FlowContext context)
    {
        if (await ServingAsync(context) is not { } profile)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var today = context.Today();
        var pause = Date(press, InputIds.PauseUntil);
        var (from, until) = (Date(press, InputIds.AwayFrom), Date(press, InputIds.AwayUntil));
        var problem = pause <= today ? context.Texts.Plain("Ask.PauseMustBeLater")
            : from is null != until is null || until < from || until < today || until > today.PlusYears(2) ? context.Texts.Plain("Away.Problem")
            : !int.TryParse(press.Input(InputIds.Capacity), out var capacity) || capacity < 1 || capacity > context.Programme.Relationship.SupporterCapacity.Max
                ? context.Texts.Plain("Away.Capacity", ("most", context.Programme.Relationship.SupporterCapacity.Max))
            : null;
        if (problem is not null)
        {
            return [new Show.Replace(SupporterCards.Availability(profile, context, problem))];
        }

        var all = context.Programme.Boundaries.Days;
        IsoDayOfWeek[] days =
        [
            .. (press.Input(InputIds.Days) ?? "").Split(',').Select(text => int.TryParse(text, out var number) ? (IsoDayOfWeek)number : IsoDayOfWeek.None)
                .Where(all.Contains).Distinct().Order(),
        ];
        return await ChangedAsync(
            await new LookAfterSupporter(context.Turn).ChangeAsync(
                context.Me.Id, context.Programme,
                new AvailabilityChange(
                    int.Parse(press.Input(InputIds.Capacity)!, System.Globalization.CultureInfo.InvariantCulture), pause,
                    days.Length == 0 || days.Length == all.Count ? null : days, from is { } first && until is { } last ? new Absence(first, last) : null)),
            context);
    }

    private static async Task<IReadOnlyList<Show>> ChangedAsync(Caring caring, FlowContext context) => caring is Caring.Changed
        ? [new Show.Replace((await SupporterCards.HomeAsync(context))!)]
        : [context.OutOfDate(OutOfDateCard.Since.Changed)];

    private static async Task<IReadOnlyList<Show>> PausedAsync(Caring caring, FlowContext context) => caring is Caring.Changed
        ? [context.Say("Serving.PausedNow"), new Show.Replace((await SupporterCards.HomeAsync(context))!)]
        : [context.OutOfDate(OutOfDateCard.Since.Changed)];

    /// <summary>The first of the two presses. What leaving means is said before; why is never asked.</summary>
    private static async Task<IReadOnlyList<Show>> SureAsync(FlowContext context)
    {
        if (await context.Stores.SupporterAsync(context.Me.Id, context.Programme.Id) is not { State: not SupporterState.Left } profile)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var texts = context.Texts;
        var held = (await new LookAfterSupporter(context.Turn).WorkloadAsync(profile)).Held;
        return
        [
            new Show.Replace(PromptCard.Of(
                new PromptCard.View(
                    texts.Plain("Leave.Heading"), held > 0 ? texts.Plain("Leave.WithCycles", ("held", held)) : texts.Plain("Leave.Text"), [],
                    [
                        new Button(Cards.Verbs.SupporterHome, texts.Plain("Leave.Stay")), new Button(Cards.Verbs.SupporterLeaveConfirm, texts.Plain("Leave.Yes")),
                        .. profile.State == SupporterState.Listed ? [new Button(Cards.Verbs.SupporterPause, texts.Plain("Leave.Pause"))] : Array.Empty<Button>(),
                    ]),
                context.Own())),
        ];
    }

    private static IReadOnlyList<Show> Left(Caring caring, FlowContext context) => caring is Caring.Left left
        ? [context.Receipt(context.Texts.Plain("Left.Heading"), context.Texts.Plain(left.CyclesEnded > 0 ? "Left.WithCycles" : "Left.Text"))]
        : [context.OutOfDate(OutOfDateCard.Since.Changed)];

    private static LocalDate? Date(Incoming.Pressed press, string input) =>
        press.Input(input) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } ? date : null;
}
