using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A meeting moves beyond what the scheme suggests when all of them choose it together: one suggests it, the others say yes or no.</summary>
public sealed class MoveTogetherFlow : OneStepFlow
{
    public override string Name => "move-together";

    public override IReadOnlyCollection<string> Verbs =>
        [Cards.Verbs.MoveShow, Cards.Verbs.MoveAsk, Cards.Verbs.MoveAgree, Cards.Verbs.MoveDecline, Cards.Verbs.MoveTakeBack];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.MeetingAsync(new MeetingId(press.Verb == Cards.Verbs.MoveShow ? press.About : press.Guid)) is not { } meeting || !meeting.People.Contains(context.Me.Id)
            || await context.Stores.CycleAsync(meeting.Cycle) is not { } cycle)
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        if (press.Verb == Cards.Verbs.MoveShow)
        {
            return [new Show.Card(ProposeMove.Open(meeting) is null ? await TimeCards.BookedAsync(meeting, cycle, context, byOther: false) : await MoveTogetherCards.OpenAsync(meeting, cycle, context))];
        }

        if (TimeCards.Instant(press.Arg) is not { } start)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        var use = new ProposeMove(context.Turn);
        var (me, id) = (context.Me.Id, meeting.Id);
        var answer = press.Verb switch
        {
            Cards.Verbs.MoveAsk => await use.ProposeAsync(me, id, press.Version, start, press.Card),
            Cards.Verbs.MoveTakeBack => await use.TakeBackAsync(me, id, press.Version, start),
            _ => await use.AnswerAsync(me, id, press.Version, start, press.Verb == Cards.Verbs.MoveAgree, press.Card),
        };
        return answer switch
        {
            MoveAnswer.Moved moved => await BookMeetingFlow.MovedAsync(new Booking.Moved(moved.Meeting), meeting, start, cycle, context),
            MoveAnswer.Waiting waiting => [new Show.Replace(await MoveTogetherCards.OpenAsync(waiting.Meeting, cycle, context))],
            MoveAnswer.Crossing crossing => [new Show.Replace(await MoveTogetherCards.OpenAsync(crossing.Meeting, cycle, context, crossing: true))],
            MoveAnswer.Kept kept => [new Show.Replace(await MoveTogetherCards.OffAsync(kept.Meeting, cycle, start, why: null, context))],
            MoveAnswer.Refused refused =>
                [new Show.Replace(await TimeCards.MoveAsync(refused.Meeting, cycle, context, 0, cancelling: false, problem: TimeCards.Sentence(refused.Rules[0], context.Local(start), context, cycle)))],
            MoveAnswer.NotYours => [context.NotYours()],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };
    }
}
