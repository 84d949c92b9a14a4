using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>All dates of a rhythm at once: one suggests them, the other agrees, and then every one is booked.</summary>
public sealed class PlanSeriesFlow : OneStepFlow
{
    public override string Name => "plan-series";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.DatesOpen, Cards.Verbs.DatesPropose, Cards.Verbs.DatesAccept];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.Guid)) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        if (cycle is not { IsOpen: true, Cadence.Agreed: true })
        {
            return [context.OutOfDate(OutOfDateCard.Since.Changed)];
        }

        return press.Verb switch
        {
            Cards.Verbs.DatesPropose => await ProposeAsync(cycle, press, context),
            Cards.Verbs.DatesAccept => await AcceptAsync(cycle, press, context),
            _ => [new Show.Replace(await OpenAsync(cycle, context))],
        };
    }

    /// <summary>One time that only both together can choose, such as a second one in a month.</summary>
    internal static async Task<Show> ConfirmAsync(Cycle cycle, Instant start, FlowContext context) =>
        new Show.Replace(await SeriesCards.PlanAsync(cycle, context, await new PlanSeries(context.Turn).CheckAsync(cycle, [start])));

    /// <summary>"Other dates" and "change": the plan of the rhythm again, whatever was suggested.</summary>
    private static Task<AdaptiveCard> OpenAsync(Cycle cycle, FlowContext context) =>
        cycle.Cadence!.Pattern.HasDates ? SeriesCards.PlanAsync(cycle, context) : TimeCards.PickAsync(cycle, context);

    private static async Task<IReadOnlyList<Show>> ProposeAsync(Cycle cycle, Incoming.Pressed press, FlowContext context)
    {
        if (SeriesCards.Chosen(press) is not { Count: > 0 } starts)
        {
            return [new Show.Replace(await SeriesCards.PlanAsync(cycle, context, problem: context.Texts.Plain("Series.ChooseOne")))];
        }

        return await new PlanSeries(context.Turn).ProposeAsync(context.Me.Id, cycle.Id, press.Version, starts) switch
        {
            SeriesAnswer.Proposed proposed => [new Show.Replace(await SeriesCards.ShowAsync(proposed.Cycle, context))],
            var other => await OtherwiseAsync(other, context),
        };
    }

    private static async Task<IReadOnlyList<Show>> AcceptAsync(Cycle cycle, Incoming.Pressed press, FlowContext context) =>
        await new PlanSeries(context.Turn).AcceptAsync(context.Me.Id, cycle.Id, press.Version) switch
        {
            SeriesAnswer.Booked booked => [new Show.Replace(await SeriesCards.ShowAsync(booked.Cycle, context))],
            var other => await OtherwiseAsync(other, context),
        };

    private static async Task<IReadOnlyList<Show>> OtherwiseAsync(SeriesAnswer answer, FlowContext context) => answer switch
    {
        SeriesAnswer.Clashing clashing =>
            [new Show.Replace(await SeriesCards.PlanAsync(clashing.Cycle, context, clashing.Plan, context.Texts.Plain("Series.NowClashes")))],
        SeriesAnswer.OutOfDate { Cycle: { IsOpen: true, Cadence.Agreed: true } now } =>
            [context.Say("Series.ChangedMeanwhile"), new Show.Replace(await SeriesCards.ShowAsync(now, context))],
        SeriesAnswer.NotYours => [context.NotYours()],
        SeriesAnswer.Closed => [context.Say("Time.SchemeClosed")],
        _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
    };
}
