using PeerBot.Cards;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>How to go on at the limit: each says for themselves, and whatever is said, the answer is the same.</summary>
public sealed class ReviewCycleFlow : OneStepFlow
{
    public override string Name => "review-cycle";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.ReviewAsk, Cards.Verbs.ReviewOpen, Cards.Verbs.ReviewSend];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.About)) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        return press.Verb switch
        {
            _ when !cycle.IsOpen => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            Cards.Verbs.ReviewSend => await SendAsync(cycle, press, context),
            Cards.Verbs.ReviewAsk => await AskAsync(cycle, context),
            _ when cycle.Review is null => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [new Show.Replace(await CardAsync(cycle, context))],
        };
    }

    public static async Task<AdaptiveCard> CardAsync(Cycle cycle, FlowContext context, string? problem = null, string? progress = null)
    {
        var rules = context.Programme.Cycle.Review.Extension;
        var terms = CycleTerms.Of(context.Programme, cycle, await context.Stores.MeetingsAsync(cycle.Id));
        return ReviewCard.Of(
            new ReviewCard.View(
                await context.OthersAsync(cycle),
                terms.InPersonMost is { } most ? Math.Max(0, most - terms.InPersonHeld) : null, await TimeCards.LastDateAsync(cycle, terms, context),
                (await MineAsync(NoteKind.Topic, cycle, context))?.Text,
                cycle.IsGroup ? new ReviewCard.Extension(ByCoordinator: false) : rules.Allowed && cycle.Extension is null ? new ReviewCard.Extension(rules.AgreedBy.Contains(ExtensionParty.Coordinator)) : null,
                cycle.Review?.Wishes.TryGetValue(context.Me.Id.Value, out var wish) == true ? ValueOf(wish) : null,
                progress ?? (await MineAsync(NoteKind.Progress, cycle, context))?.Text, problem,
                context.Programme.Groups is { ReviewQuestion: { } question } ? question.In(context.Me.Locale) : null),
            context.Frame(cycle.Id));
    }

    private static async Task<IReadOnlyList<Show>> AskAsync(Cycle cycle, FlowContext context) =>
        await new ReviewCycle(context.Turn).AskForAsync(context.Me.Id, cycle.Id) switch
        {
            ReviewStart.Started started => [new Show.Replace(await CardAsync(started.Cycle, context))],
            ReviewStart.NotPossible when !cycle.IsGroup && !ReviewCycle.HasEnd(cycle, context.Programme) =>
                [new Show.Replace(ReceiptCard.Of(await NoEndAsync(cycle, context), context.Frame(cycle.Id)))],
            ReviewStart.NotPossible =>
            [
                context.Receipt(
                    context.Texts.Plain("Review.NotPossible.Heading"),
                    context.Texts.Plain("Review.NotPossible.Text", ("name", context.CoordinatorContact().Name))),
            ],
            ReviewStart.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Answered)],
            _ => [context.NotYours()],
        };

    /// <summary>Nothing ends this cycle by itself, so there is nothing to make longer.</summary>
    internal static async Task<ReceiptCard.View> NoEndAsync(Cycle cycle, FlowContext context) => new(
        context.Texts.Plain("Review.NoEnd.Heading"), context.Texts.Plain("Review.NoEnd.Text", ("name", await context.OthersAsync(cycle))),
        Buttons: [new Button(Cards.Verbs.SlotFind, context.Texts.Plain("Status.FindTime"))]);

    private static async Task<IReadOnlyList<Show>> SendAsync(Cycle cycle, Incoming.Pressed press, FlowContext context)
    {
        var progress = press.Input(InputIds.Progress);
        var problem = WishOf(press.Input(InputIds.Wish)) is null ? context.Texts.Plain("Review.WishMissing")
            : progress?.Length > ReviewCard.ProgressMost ? context.Texts.Plain("Review.ProgressTooLong", ("most", ReviewCard.ProgressMost))
            : progress is not null && UkPhoneNumber.Found(progress) ? context.Texts.Plain("Problem.Phone")
            : null;
        if (problem is not null)
        {
            return [new Show.Replace(await CardAsync(cycle, context, problem, progress))];
        }

        var answer = await new ReviewCycle(context.Turn).AnswerAsync(context.Me.Id, cycle.Id, WishOf(press.Input(InputIds.Wish))!.Value);
        if (answer is not ReviewAnswer.Noted)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        if (progress is not null)
        {
            var note = await MineAsync(NoteKind.Progress, cycle, context)
                ?? new PrivateNote(Guid.NewGuid(), context.Me.Id, NoteKind.Progress, cycle.Id.ToString(), "");
            context.Stores.Save(note with { Text = progress, WrittenAt = context.Now });
        }

        return
        [
            new Show.Replace(ReceiptCard.Of(
                new ReceiptCard.View(
                    context.Texts.Plain("Review.Noted.Heading"), context.Texts.Plain("Review.Noted.Text"),
                    Buttons: [new Button(Cards.Verbs.ReviewOpen, context.Texts.Plain("Status.Review"))]),
                context.Frame(cycle.Id))),
        ];
    }

    private static async Task<PrivateNote?> MineAsync(NoteKind kind, Cycle cycle, FlowContext context) =>
        (await context.Stores.NotesAsync(kind, cycle.Id.ToString())).FirstOrDefault(note => note.Owner == context.Me.Id);

    private static string ValueOf(ReviewWish wish) => wish switch
    {
        ReviewWish.Finish => ReviewWishes.Finish,
        ReviewWish.Extend => ReviewWishes.Extend,
        _ => ReviewWishes.NotSure,
    };

    private static ReviewWish? WishOf(string? value) => value switch
    {
        ReviewWishes.Finish => ReviewWish.Finish,
        ReviewWishes.Extend => ReviewWish.Extend,
        ReviewWishes.NotSure => ReviewWish.NotSure,
        _ => null,
    };

    /// <summary>What can be done where the limit says no: a review, and times on Teams where the programme meets there.</summary>
    internal static IReadOnlyList<Button> Instead(Cycle cycle, string? teams, FlowContext context) =>
    [
        .. context.Programme.Cycle.Meeting.Modes.Contains(MeetingMode.Teams) && teams is not null
            ? [new Button(teams == TimeCards.OnTeams ? Cards.Verbs.SlotFind : Cards.Verbs.SlotPick, context.Texts.Plain(teams == TimeCards.OnTeams ? "Time.FindOnTeams" : "Time.OnTeams"), teams)]
            : Array.Empty<Button>(),
        .. context.Programme.Cycle.Review.Extension.Allowed && !cycle.IsGroup && cycle.Extension is null && ReviewCycle.HasEnd(cycle, context.Programme)
            ? [new Button(Cards.Verbs.ReviewAsk, context.Texts.Plain("Review.AskForReview"))]
            : Array.Empty<Button>(),
    ];
}
