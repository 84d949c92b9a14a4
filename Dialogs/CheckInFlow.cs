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

        context = context.In(cycle);
        var met = press.Verb == Cards.Verbs.MetYes;
        var answer = await new MeetingCheckIn(context.Turn).AnswerAsync(context.Me.Id, meeting.Id, press.Version, met);
        var when = context.Texts.DateTime(context.Local(meeting.Start));
        var now = await context.Stores.MeetingAsync(meeting.Id) ?? meeting;
        IReadOnlyList<Show> shows = answer switch
        {
            CheckInAnswer.NotYours => [context.NotYours()],
            CheckInAnswer.OutOfDate => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            CheckInAnswer.Differ { AskedAgain: true } =>
                [context.Receipt(context.Texts.Plain("Met.Differ.Heading"), context.Texts.Plain("Met.Differ.Text", ("when", when)))],
            CheckInAnswer.Differ => [context.Receipt(context.Texts.Plain("Met.Differ.Heading"), context.Texts.Plain("Met.Differ.Noted"))],
            _ when met => [await HeldAsync(cycle, now, context)],
            _ => [context.Receipt(context.Texts.Plain("Met.No.Heading"), context.Texts.Plain("Met.No.Text", ("when", when)), await LinesAsync(cycle, now, context))],
        };

        if (answer is not (CheckInAnswer.Noted or CheckInAnswer.Settled) || !cycle.IsOpen)
        {
            return shows;
        }

        return met && KeepJournal.IsOn(context.Programme, cycle, context.Me.Id) ? [.. shows, new Show.Card(await JournalCards.WriteAsync(cycle, context))]
            : !met && cycle.Cadence is { Agreed: true } && !await new MeetingCheckIn(context.Turn).MissedBeforeAsync(meeting)
                // After a second one in a row both are asked whether this is still right, and about nothing else.
                ? [.. shows, new Show.Card(await TimeCards.PickAsync(cycle, context))]
            : shows;
    }

    /// <summary>Thanks, and where the count stands right after this answer.</summary>
    private static async Task<Show> HeldAsync(Cycle cycle, Meeting now, FlowContext context)
    {
        var terms = CycleTerms.Of(context.Programme, cycle, await context.Stores.MeetingsAsync(cycle.Id), now);
        return context.Receipt(
            context.Texts.Plain("Met.Yes.Heading"),
            terms.InPersonMost is { } most
                ? context.Texts.Plain("Met.Yes.Count", ("held", terms.InPersonHeld), ("most", most))
                : context.Texts.Plain("Met.Yes.Text"),
            await LinesAsync(cycle, now, context));
    }

    private static async Task<IReadOnlyList<Line>> LinesAsync(Cycle cycle, Meeting now, FlowContext context) =>
        await TimeCards.CountAsync(cycle, context, now) is { } count ? [count] : [];
}
