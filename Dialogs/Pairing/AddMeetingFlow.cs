using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>One more meeting beside the rhythm: one chooses a time, the other says yes, and it is booked (S3-24).</summary>
public sealed class AddMeetingFlow : OneStepFlow
{
    public override string Name => "add-meeting";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.ExtraFind, Cards.Verbs.ExtraPropose];

    public override bool Wants(string text, FlowContext context) =>
        context.Programme.Cycle.ExtraMeeting && text.Length < 60 && context.Texts.Mentions(text, "Typed.Extra");

    internal static bool Offered(Cycle cycle, FlowContext context) => context.Programme.Cycle.ExtraMeeting && cycle is { IsOpen: true, Paused: false, Cadence.Agreed: true };

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press)
        {
            return await context.CyclesAsync(cycle => Offered(cycle, context.In(cycle.Programme))) is [var first, ..]
                ? [new Show.Card(await FindAsync(first, context.In(first.Programme), page: 0))]
                : [context.Say("Time.NoCycle")];
        }

        if ((await context.Stores.CycleAsync(new CycleId(press.Guid)) ?? await context.Stores.CycleAsync(new CycleId(press.About))) is not { } cycle
            || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle.Programme);
        return !Offered(cycle, context) ? [context.OutOfDate(OutOfDateCard.Since.Changed)]
            : press.Verb == Cards.Verbs.ExtraPropose && TimeCards.Instant(press.Arg) is { } start ? await ProposeAsync(cycle, start, context)
            : [new Show.Replace(await FindAsync(cycle, context, press.Verb == Cards.Verbs.ExtraFind && press.Arg is null ? (int)Math.Clamp(press.Version + 1, 0, 50) : 0))];
    }

    private static async Task<IReadOnlyList<Show>> ProposeAsync(Cycle cycle, NodaTime.Instant start, FlowContext context) =>
        await new PlanSeries(context.Turn).ProposeAsync(context.Me.Id, cycle.Id, cycle.Dates?.Revision ?? 0, [start]) switch
        {
            SeriesAnswer.Proposed proposed => [new Show.Replace(await SeriesCards.ShowAsync(proposed.Cycle, context))],
            SeriesAnswer.Clashing => [new Show.Replace(await FindAsync(cycle, context, page: 0))],
            SeriesAnswer.NotYours => [context.NotYours()],
            SeriesAnswer.Closed => [context.Say("Time.SchemeClosed")],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };

    private static async Task<AdaptiveCard> FindAsync(Cycle cycle, FlowContext context, int page)
    {
        var times = await new BookMeeting(context.Turn).OfferAsync(cycle, page) as SlotOffer.Times;
        return ExtraMeetingCard.Of(
            new ExtraMeetingCard.View(
                await context.OthersAsync(cycle),
                [.. (times?.Slots ?? []).Select(slot => new Slot(NodaTime.Text.InstantPattern.General.Format(slot.Start), context.Local(slot.Start)))],
                cycle.Cadence!.Minutes, cycle.Cadence.Mode, times?.More ?? false),
            context.Frame(cycle.Id, page));
    }
}
