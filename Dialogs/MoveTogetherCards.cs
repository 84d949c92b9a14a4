using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards about a time that only all of them together can choose, for one of them, drawn from what stands now.</summary>
internal static class MoveTogetherCards
{
    /// <summary>The time that somebody would like, where it takes the others too; null where it does not, or can never be.</summary>
    public static async Task<IReadOnlyList<Show>?> WishAsync(Meeting meeting, Cycle cycle, Instant start, FlowContext context)
    {
        if (await new BookMeeting(context.Turn).CheckMoveAsync(cycle, meeting, start) is not MeetingCheck.NeedsConfirmation confirm)
        {
            return null;
        }

        return ProposeMove.Open(meeting) is { } open && open.By != context.Me.Id
            ? [new Show.Replace(await OpenAsync(meeting, cycle, context, crossing: true))]
            :
            [
                new Show.Replace(MoveTogetherCard.Of(
                    await ViewAsync(MoveTogetherCard.State.Choosing, meeting, start, confirm.Rules, cycle, context) with
                    {
                        Nearest = confirm.Nearest is { } at && at != meeting.Start ? TimeCards.SlotOf(at, context) : null,
                    },
                    context.Frame(meeting.Id, meeting.Sequence))),
            ];
    }

    /// <summary>The question that is open, as it stands for the reader.</summary>
    /// <param name="crossing">The reader wanted to suggest another time just now.</param>
    public static async Task<AdaptiveCard> OpenAsync(Meeting meeting, Cycle cycle, FlowContext context, bool crossing = false)
    {
        var open = ProposeMove.Open(meeting)!;
        var me = context.Me.Id;
        var state = open.AgreedBy.Contains(me) ? MoveTogetherCard.State.Waiting
            : open.DeclinedBy.Contains(me) ? MoveTogetherCard.State.Declined
            : crossing ? MoveTogetherCard.State.Crossing
            : MoveTogetherCard.State.Asked;
        var rules = await new BookMeeting(context.Turn).CheckMoveAsync(cycle, meeting, open.Start) is MeetingCheck.NeedsConfirmation confirm ? confirm.Rules : [];
        var view = await ViewAsync(state, meeting, open.Start, rules, cycle, context);
        return MoveTogetherCard.Of(
            view with
            {
                Name = state is MoveTogetherCard.State.Asked or MoveTogetherCard.State.Crossing ? await context.NameAsync(open.By) : view.Name,
                AnswerBy = context.Local(open.AnswerBy),
                Mine = open.By == me,
            },
            context.Frame(meeting.Id, meeting.Sequence));
    }

    /// <param name="why">Null: the reader's own answer.</param>
    /// <param name="suggested">The time that it does not move to.</param>
    public static async Task<AdaptiveCard> OffAsync(Meeting meeting, Cycle cycle, Instant suggested, MoveOff? why, FlowContext context) =>
        MoveOffCard.Of(
            new MoveOffCard.View(why, context.Local(meeting.Start), context.Local(suggested), meeting.Minutes, meeting.Mode, await context.OthersAsync(cycle)),
            context.Frame(meeting.Id, meeting.Sequence));

    private static async Task<MoveTogetherCard.View> ViewAsync(
        MoveTogetherCard.State state, Meeting meeting, Instant start, IReadOnlyList<BrokenRule> rules, Cycle cycle, FlowContext context) =>
        new(
            state, context.Local(meeting.Start), TimeCards.SlotOf(start, context), meeting.Minutes, meeting.Mode, await context.OthersAsync(cycle),
            [.. rules.Select(rule => Why(rule, context.Local(start), cycle, context))], Purpose: await SessionCards.PurposeAsync(cycle, context));

    private static string Why(BrokenRule rule, LocalDateTime when, Cycle cycle, FlowContext context) => rule is BrokenRule.TooManyInMonth month
        ? context.Texts.Say("Move.OneMoreInMonth", ("date", when.Date), ("most", month.Most))
        : context.Texts.Say("Move.Beyond", ("why", new Markdown(TimeCards.Sentence(rule, when, context, cycle))));
}
