using NodaTime;
using PeerBot.Cards;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>One proposes how often, how long and where, on the card or in words; the other agrees or proposes something else.</summary>
public sealed class AgreeCadenceFlow : OneStepFlow
{
    public override string Name => "agree-cadence";

    public override IReadOnlyCollection<string> Verbs =>
    [
        Cards.Verbs.CadenceOpen, Cards.Verbs.CadencePropose, Cards.Verbs.CadenceConfirm, Cards.Verbs.CadenceAccept, Cards.Verbs.CadenceChange,
    ];

    public override bool Wants(string text, FlowContext context) => TypedRhythms.Parse(text, context) is not TypedCadence.NotACadence;

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is Incoming.Typed typed)
        {
            return await TypedRhythms.AnswerAsync(typed.Text, context);
        }

        if (incoming is not Incoming.Pressed press
            || await context.Stores.CycleAsync(new CycleId(press.About)) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        return press.Verb switch
        {
            _ when !cycle.IsOpen => [context.OutOfDate(OutOfDateCard.Since.Changed)],
            Cards.Verbs.CadenceAccept => await AcceptAsync(cycle, press, context),
            Cards.Verbs.CadencePropose =>
                await ProposeAsync(cycle, press, press.Arg is null ? Filled(press) : Rhythms.Unpack(press.Arg), confirmed: false, context),
            Cards.Verbs.CadenceConfirm when press.Arg is null => await AcceptAsync(cycle, press, context),
            Cards.Verbs.CadenceConfirm => await ProposeAsync(cycle, press, Rhythms.Unpack(press.Arg), confirmed: true, context),
            Cards.Verbs.CadenceChange => [new Show.Replace(await PairCards.ChooseRhythmAsync(cycle, context))],
            _ => [new Show.Replace(await PairCards.RhythmAsync(cycle, context))],
        };
    }

    private static async Task<IReadOnlyList<Show>> ProposeAsync(
        Cycle cycle, Incoming.Pressed press, CadenceProposal? proposal, bool confirmed, FlowContext context)
    {
        if (proposal is null)
        {
            return [new Show.Replace(await PairCards.ChooseRhythmAsync(cycle, context, context.Texts.Plain("Rhythm.Incomplete")))];
        }

        // A choice of the definition's, never words of somebody's own.
        proposal = proposal with { Approach = Rhythms.ApproachKept(proposal.Approach, context) };

        return await new AgreeCadence(context.Turn).ProposeAsync(context.Me.Id, cycle.Id, press.Version, proposal, confirmed) switch
        {
            CadenceAnswer.Proposed proposed => [new Show.Replace(await PairCards.RhythmAsync(proposed.Cycle, context))],
            CadenceAnswer.NeedsBoth both =>
                [new Show.Replace(await PairCards.ConfirmRhythmAsync(cycle, proposal, RhythmLimits.Sentences(both.Oversteps, context), context))],
            CadenceAnswer.Refused refused =>
                [new Show.Replace(await PairCards.ChooseRhythmAsync(cycle, context, RhythmLimits.Sentence(refused.Overstep, context)))],
            CadenceAnswer.ModeNotOffered other =>
            [
                new Show.Replace(await PairCards.ChooseRhythmAsync(
                    cycle, context, context.Texts.Plain("Rhythm.ModeNotOffered", ("modes", context.Texts.List([.. other.Offered.Select(context.Texts.Mode)]))))),
            ],
            CadenceAnswer.RulesFirst first => [context.Say("Rhythm.RulesFirst"), new Show.Replace(await PairCards.RulesAsync(first.Cycle, context))],
            CadenceAnswer.OutOfDate { Cycle.IsOpen: true } old =>
                [context.Say("Rhythm.ChangedMeanwhile"), new Show.Replace(await PairCards.RhythmAsync(old.Cycle, context))],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };
    }

    private static async Task<IReadOnlyList<Show>> AcceptAsync(Cycle cycle, Incoming.Pressed press, FlowContext context) =>
        await new AgreeCadence(context.Turn).AcceptAsync(context.Me.Id, cycle.Id, press.Version) switch
        {
            CadenceAnswer.Agreed agreed =>
            [
                new Show.Replace(await PairCards.RhythmAsync(agreed.Cycle, context)),
                new Show.Card(await SeriesCards.OfferAsync(agreed.Cycle, context)),
            ],
            CadenceAnswer.Noted noted => [new Show.Replace(await PairCards.RhythmAsync(noted.Cycle, context))],
            CadenceAnswer.OutOfDate { Cycle.IsOpen: true } old =>
                [context.Say("Rhythm.ChangedMeanwhile"), new Show.Replace(await PairCards.RhythmAsync(old.Cycle, context))],
            _ => [context.OutOfDate(OutOfDateCard.Since.Changed)],
        };

    private static CadenceProposal? Filled(Incoming.Pressed press)
    {
        var typedTime = press.Input(InputIds.Time);
        var time = Rhythms.TimeOfDay(typedTime);
        if (!int.TryParse(press.Input(InputIds.Minutes), out var minutes) || minutes is < 5 or > 480
            || ModeValues.Parse(press.Input(InputIds.Mode)) is not { } mode || (typedTime is not null && time is null))
        {
            return null;
        }

        CadencePattern? pattern = press.Input(InputIds.Pattern) switch
        {
            "choose-dates" => new CadencePattern.ChosenDates([]),
            "every-weeks" when Number(press, InputIds.Weeks, 26) is { } weeks && Number(press, InputIds.Weekday, 5) is { } day =>
                new CadencePattern.EveryNWeeks(weeks, (IsoDayOfWeek)day, time),
            "monthly" when Number(press, InputIds.WeekOfMonth, 5) is { } week && Number(press, InputIds.Weekday, 5) is { } day =>
                new CadencePattern.MonthlyByWeekday((Ordinal)week, (IsoDayOfWeek)day, time),
            "once-a-term" => new CadencePattern.OncePerTerm((IsoDayOfWeek?)Number(press, InputIds.Weekday, 5), time),
            "as-agreed" => new CadencePattern.AsAgreed(),
            _ => null,
        };
        return pattern is null ? null : new CadenceProposal(pattern, minutes, mode, press.Input(InputIds.Approach), press.Input(InputIds.Quorum) == "1" ? 1 : 0);
    }

    private static int? Number(Incoming.Pressed press, string input, int most) =>
        int.TryParse(press.Input(input), out var number) && number >= 1 && number <= most ? number : null;
}
