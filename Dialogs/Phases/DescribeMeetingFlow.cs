using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Either of the two says what a booked meeting is to be and for which class or unit, if they like.</summary>
public sealed class DescribeMeetingFlow : OneStepFlow
{
    public override string Name => "describe-meeting";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.MeetingDescribe, Cards.Verbs.MeetingDescribed];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.MeetingAsync(new MeetingId(press.Guid)) is not { } meeting || !meeting.People.Contains(context.Me.Id)
            || await context.Stores.CycleAsync(meeting.Cycle) is not { } cycle)
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        if (!cycle.IsOpen || context.Programme.Cycle.MeetingKinds.Count == 0 || meeting.State == MeetingState.NotHeld || meeting.Sequence != press.Version)
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        if (press.Verb == Cards.Verbs.MeetingDescribe)
        {
            return [await CardAsync(meeting, cycle, context)];
        }

        var kind = press.Input(InputIds.MeetingKind);
        var label = press.Input(InputIds.MeetingLabel) is { } typed && Typed.Line(typed, DescribeMeeting.LongestLabel) is { Length: > 0 } line ? line : null;
        return await new DescribeMeeting(context.Turn).SayAsync(context.Me.Id, meeting.Id, press.Version, kind, label) switch
        {
            Describing.Described said => [new Show.Replace(await TimeCards.BookedAsync(said.Meeting, cycle, context, byOther: false, label: said.Label ?? ""))],
            Describing.PhoneNumber => [await CardAsync(meeting, cycle, context, label, context.Texts.Plain("Problem.Phone"))],
            Describing.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };
    }

    /// <param name="typed">A label that could not be kept.</param>
    private static async Task<Show> CardAsync(Meeting meeting, Cycle cycle, FlowContext context, string? typed = null, string? problem = null) =>
        new Show.Replace(MeetingKindCard.Of(
            new MeetingKindCard.View(
                context.Local(meeting.Start), meeting.Minutes, await context.OthersAsync(cycle),
                [.. context.Programme.Cycle.MeetingKinds.Select(kind => new Choice(kind.Id, kind.Label))],
                context.Programme.Cycle.KindFor(meeting.Kind, partner: context.Me.Id == cycle.Supporter)?.Id,
                typed ?? (await new DescribeMeeting(context.Turn).LabelAsync(meeting.Id))?.Text, problem),
            context.Frame(meeting.Id, meeting.Sequence)));
}
