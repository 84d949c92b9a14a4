using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>Twenty minutes in place of none: one suggests it, and it holds when the other agrees.</summary>
public sealed class ShortenMeetingFlow : OneStepFlow
{
    public override string Name => "shorten-meeting";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.MeetingShorten, Cards.Verbs.MeetingShorterYes, Cards.Verbs.MeetingShorterNo];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.MeetingAsync(new MeetingId(press.Guid)) is not { } meeting || !meeting.People.Contains(context.Me.Id)
            || await context.Stores.CycleAsync(meeting.Cycle) is not { } cycle)
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        var use = new ShortenMeeting(context.Turn);
        var answer = press.Verb == Cards.Verbs.MeetingShorten
            ? await use.SuggestAsync(context.Me.Id, meeting.Id, press.Version)
            : await use.AnswerAsync(context.Me.Id, meeting.Id, press.Version, press.Verb == Cards.Verbs.MeetingShorterYes, press.Card);
        var name = await context.OthersAsync(cycle);
        return answer switch
        {
            Shortening.Suggested =>
            [
                context.Receipt(
                    context.Texts.Plain("Shorter.Asked.Heading"),
                    context.Texts.Plain("Shorter.Asked.Text", ("name", name), ("minutes", ShortenMeeting.Minutes))),
            ],
            Shortening.Shortened done => [new Show.Replace(await TimeCards.BookedAsync(done.Meeting, cycle, context, byOther: false))],
            Shortening.Kept kept =>
            [
                context.Receipt(
                    context.Texts.Plain("Shorter.Kept.Heading"),
                    context.Texts.Plain(
                        "Shorter.Kept.Text", ("name", name), ("when", context.Texts.DateTime(context.Local(kept.Meeting.Start), kept.Meeting.Minutes)))),
            ],
            Shortening.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            _ => [context.NotYours()],
        };
    }
}
