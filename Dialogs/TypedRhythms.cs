using PeerBot.Cards;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A rhythm typed in words is said back before it goes to anybody; what may mean two things gets one short question.</summary>
internal static class TypedRhythms
{
    public static TypedCadence Parse(string text, FlowContext context) =>
        TypedCadence.Parse(text, context.Local(context.Now), context.School?.SchoolDayEnd ?? context.Programme.Boundaries.SessionWindow.To);

    public static async Task<IReadOnlyList<Show>> AnswerAsync(string text, FlowContext context)
    {
        var cycles = await context.CyclesAsync(cycle => cycle.Rules.Agreed);
        if (cycles is not [var cycle])
        {
            return cycles.Count == 0 ? [context.Say("Rhythm.NoCycle")] : [context.Say("Time.WithWhom"), new Show.Card(await StatusCards.StatusAsync(context))];
        }

        context = context.In(cycle);
        return Parse(text, context) switch
        {
            TypedCadence.Understood { Pattern: var pattern } when NotADay(pattern, context) is { } day =>
                [context.Say("Rhythm.NotADay", ("weekday", context.Texts.Weekday(day)))],
            TypedCadence.Understood { Minutes: < 5 or > 480 } => [context.Say("Rhythm.LengthOdd")],
            TypedCadence.Understood understood => [new Show.Card(await PairCards.UnderstoodRhythmAsync(cycle, Proposal(cycle, understood, context), context))],
            TypedCadence.Ambiguous unclear => [Question(unclear, context)],
            TypedCadence.Impossible impossible => [BookMeetingFlow.Impossible(impossible.What, context)],
            _ => [new Show.NotUnderstood("About.Time")],
        };
    }

    /// <summary>What was not typed is as agreed before, or as the scheme suggests.</summary>
    private static CadenceProposal Proposal(Cycle cycle, TypedCadence.Understood understood, FlowContext context)
    {
        var usual = context.Programme.Cycle.RulesFor(first: true);
        return new CadenceProposal(
            understood.Pattern, understood.Minutes ?? cycle.Cadence?.Minutes ?? usual.DefaultMinutes ?? usual.MaxMinutes?.Value ?? 30,
            cycle.Cadence?.Mode ?? usual.Modes[0], cycle.Cadence?.Approach);
    }

    private static NodaTime.IsoDayOfWeek? NotADay(CadencePattern pattern, FlowContext context) => pattern switch
    {
        CadencePattern.EveryNWeeks every when !context.Programme.Boundaries.Days.Contains(every.Day) => every.Day,
        CadencePattern.MonthlyByWeekday monthly when !context.Programme.Boundaries.Days.Contains(monthly.Day) => monthly.Day,
        CadencePattern.OncePerTerm { Day: { } day } when !context.Programme.Boundaries.Days.Contains(day) => day,
        _ => null,
    };

    private static Show Question(TypedCadence.Ambiguous unclear, FlowContext context)
    {
        var choices = string.Join(context.Texts.Plain("List.Semicolon"), unclear.Choices.Select(choice => RhythmCard.InWords(Rhythms.PatternOf(choice), context.Texts)));
        return unclear.Question switch
        {
            TypedCadenceQuestion.FifthOrLast => context.Say("Rhythm.FifthOrLast", ("choices", choices)),
            _ when unclear.Choices.Count > 0 => context.Say("Rhythm.WhichOne", ("choices", choices)),
            TypedCadenceQuestion.WhichWeekday => context.Say("Rhythm.WhichWeekday"),
            TypedCadenceQuestion.WhichDayOfMonth => context.Say("Rhythm.WhichDayOfMonth"),
            TypedCadenceQuestion.WhatTime => context.Say("Rhythm.WhatTime"),
            _ => context.Say("Rhythm.WhichRhythm"),
        };
    }
}
