using System.Globalization;
using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>The cards about all dates of a rhythm, for one of the two, drawn from what stands now.</summary>
internal static class SeriesCards
{
    /// <summary>What follows once a rhythm is agreed: its dates where it has some, else a time.</summary>
    public static Task<AdaptiveCard> OfferAsync(Cycle cycle, FlowContext context) =>
        cycle.Cadence is { Pattern.HasDates: true } ? ShowAsync(cycle, context) : TimeCards.PickAsync(cycle, context);

    /// <summary>The dates as they stand for the reader: to look over, to answer, waiting, or agreed.</summary>
    public static async Task<AdaptiveCard> ShowAsync(Cycle cycle, FlowContext context)
    {
        if (cycle.Dates is not { Starts.Count: > 0 } dates)
        {
            return await PlanAsync(cycle, context);
        }

        var details = await DetailsAsync(cycle, context);
        IReadOnlyList<LocalDateTime> starts = [.. dates.Starts.Select(context.Local)];
        if (dates.Agreed)
        {
            return Card(new SeriesCard.View.Booked(starts, details, TimeCards.SubjectOf(context.Programme)), cycle, context);
        }

        if (dates.AgreedBy.Contains(context.Me.Id))
        {
            return Card(new SeriesCard.View.Waiting(starts, details), cycle, context);
        }

        var plan = await new PlanSeries(context.Turn).CheckAsync(cycle, dates.Starts);
        return Card(new SeriesCard.View.Proposed(starts, details, BothNeeded(plan, context), Notes(plan, context)), cycle, context);
    }

    /// <param name="plan">Null: that of the agreed rhythm.</param>
    /// <param name="problem">Why the last try came to nothing.</param>
    public static async Task<AdaptiveCard> PlanAsync(Cycle cycle, FlowContext context, SeriesPlan? plan = null, string? problem = null)
    {
        plan ??= await new PlanSeries(context.Turn).PlanAsync(cycle);
        return Card(
            new SeriesCard.View.Planning(
                [.. plan.Dates.Select(date => DateOf(date, context))], await DetailsAsync(cycle, context), BothNeeded(plan, context), Notes(plan, context), problem),
            cycle, context);
    }

    /// <summary>The instants that a press carries: those that fit, and what was chosen where one clashes; null for anything else.</summary>
    public static IReadOnlyList<Instant>? Chosen(Incoming.Pressed press)
    {
        var fits = (press.Arg ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries);
        var chosen = Enumerable.Range(1, PlanSeries.MostAtOnce).Select(number => press.Input(InputIds.Instead + number.ToString(CultureInfo.InvariantCulture)))
            .OfType<string>().Where(key => key != SeriesCard.LeftOut);
        var starts = fits.Concat(chosen).Take(PlanSeries.MostAtOnce + 1).Select(InstantOf).ToList();
        return starts.Count <= PlanSeries.MostAtOnce && starts.TrueForAll(start => start is not null) ? [.. starts.Select(start => start!.Value).Distinct().Order()] : null;
    }

    private static AdaptiveCard Card(SeriesCard.View view, Cycle cycle, FlowContext context) =>
        SeriesCard.Of(view, context.Frame(cycle.Id, cycle.Dates?.Revision ?? 0));

    private static async Task<SeriesCard.Details> DetailsAsync(Cycle cycle, FlowContext context) =>
        new(await context.OthersAsync(cycle), cycle.Cadence!.Minutes, cycle.Cadence.Mode, await SessionCards.PurposeAsync(cycle, context));

    private static SeriesCard.Date DateOf(SeriesDate date, FlowContext context)
    {
        var wanted = context.Local(context.Programme.Zone.AtLeniently(date.Wanted).ToInstant());
        return date switch
        {
            SeriesDate.Clashes clash => new SeriesCard.Date.Clashes(
                wanted, TimeCards.Sentence(clash.Rules[0], wanted, context), SlotOf(clash.Move, context), SlotOf(clash.Stay, context)),
            SeriesDate.Standing => new SeriesCard.Date.Standing(wanted),
            _ => new SeriesCard.Date.Fits(SlotOf(date.Proposed, context)!),
        };
    }

    private static Slot? SlotOf(Instant? start, FlowContext context) => start is { } at ? new Slot(KeyOf(at), context.Local(at)) : null;

    /// <summary>Whole minutes since 2000, short enough for twelve of them on one button.</summary>
    private static string KeyOf(Instant start) => ((long)(start - Epoch).TotalMinutes).ToString("x", CultureInfo.InvariantCulture);

    private static Instant? InstantOf(string key) =>
        int.TryParse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var minutes) && minutes >= 0 && minutes < 100_000_000
            ? Epoch + Duration.FromMinutes(minutes)
            : null;

    private static Instant Epoch { get; } = Instant.FromUtc(2000, 1, 1, 0, 0);

    private static List<string> BothNeeded(SeriesPlan plan, FlowContext context) =>
    [
        .. from date in plan.Dates.OfType<SeriesDate.NeedsBoth>()
           from rule in date.Rules
           select rule is BrokenRule.TooManyInMonth month
               ? context.Texts.Say("Series.OneMoreInMonth", ("date", date.Wanted.Date), ("most", month.Most))
               : context.Texts.Say("Series.BothNeeded", ("date", date.Wanted.Date), ("why", new Markdown(TimeCards.Sentence(rule, date.Wanted, context)))),
    ];

    private static List<string> Notes(SeriesPlan plan, FlowContext context)
    {
        var texts = context.Texts;
        var notes = new List<string>();
        switch (plan.Ends)
        {
            case BrokenRule.BeyondCycle beyond:
                notes.Add(texts.Say("Series.EndsWithCycle", ("date", beyond.LastDate)));
                break;
            case BrokenRule.CalendarNotLoaded { KnownUntil: { } known }:
                notes.Add(texts.Say("Series.EndsWithTerms", ("date", known)));
                break;
            case BrokenRule.InPersonLimit limit:
                notes.Add(texts.Say("Series.EndsInPerson", ("most", limit.Most)));
                break;
            case BrokenRule.TotalLimit limit:
                notes.Add(texts.Say("Series.EndsTotal", ("most", limit.Most)));
                break;
            case null when plan.Dates.Count == PlanSeries.MostAtOnce:
                notes.Add(texts.Say("Series.FirstOnly", ("count", plan.Dates.Count)));
                break;
        }

        notes.AddRange(
            from date in plan.Dates.OfType<SeriesDate.Fits>()
            from rule in date.Advice
            select texts.Say("Series.Advice", ("date", date.Wanted.Date), ("why", new Markdown(TimeCards.Sentence(rule, date.Wanted, context)))));

        if (plan.TermsWithout.Count > 0)
        {
            notes.Add(texts.Say(
                "Series.TermsWithout",
                ("terms", texts.List([.. plan.TermsWithout.Select(term => texts.Plain("Series.Term", ("name", term.Name), ("until", term.Dates.End)))])),
                ("least", context.Programme.Cycle.Frequency.MinPerTerm?.Value ?? 1)));
        }

        return notes;
    }
}
