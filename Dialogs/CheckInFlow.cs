using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Did you meet? Both are asked, nobody is blamed, and "we moved it" finds the new time.</summary>
public sealed class CheckInFlow : OneStepFlow
{
    public override string Name => "check-in";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.MetYes, Cards.Verbs.MetNo, Cards.Verbs.MetMoved];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.MeetingAsync(new MeetingId(press.Guid)) is not { } meeting || !meeting.People.Contains(context.Me.Id)
            || await context.Stores.CycleAsync(meeting.Cycle) is not { } cycle)
        {
            return [context.NotYours()];
        }

        context = context.In(cycle.Programme);
        var met = press.Verb == Cards.Verbs.MetYes;
        var answer = await new MeetingCheckIn(context.Turn).AnswerAsync(context.Me.Id, meeting.Id, press.Version, met);
        var when = context.Texts.DateTime(context.Local(meeting.Start));
        IReadOnlyList<Show> shows = answer switch
        {
            CheckInAnswer.NotYours => [context.NotYours()],
            CheckInAnswer.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            CheckInAnswer.Differ { AskedAgain: true } =>
                [context.Receipt(context.Texts.Plain("Met.Differ.Heading"), context.Texts.Plain("Met.Differ.Text", ("when", when)))],
            CheckInAnswer.Differ => [context.Receipt(context.Texts.Plain("Met.Differ.Heading"), context.Texts.Plain("Met.Differ.Noted"))],
            _ when met =>
            [
                context.Receipt(context.Texts.Plain("Met.Yes.Heading"), await CountAsync(cycle, meeting, context)),
            ],
            _ => [context.Receipt(context.Texts.Plain("Met.No.Heading"), context.Texts.Plain("Met.No.Text", ("when", when)))],
        };

        var another = answer is CheckInAnswer.Noted or CheckInAnswer.Settled && !met && cycle is { IsOpen: true, Cadence.Agreed: true };
        return another ? [.. shows, new Show.Card(await TimeCards.PickAsync(cycle, context))] : shows;
    }

    /// <summary>Thanks, and where the count stands right after this answer.</summary>
    private static async Task<string> CountAsync(Cycle cycle, Meeting answered, FlowContext context)
    {
        var now = await context.Stores.MeetingAsync(answered.Id) ?? answered;
        var meetings = (await context.Stores.MeetingsAsync(cycle.Id)).Select(meeting => meeting.Id == now.Id ? now : meeting).ToList();
        var terms = CycleTerms.Of(context.Programme, cycle, meetings);
        return terms.InPersonMost is { } most
            ? context.Texts.Plain("Met.Yes.Count", ("held", terms.InPersonHeld), ("most", most))
            : context.Texts.Plain("Met.Yes.Text");
    }
}
