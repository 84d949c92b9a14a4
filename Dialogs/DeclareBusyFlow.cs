using NodaTime;
using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>"busy times": shows when the person is taken, takes a time in or out, and says where their own feed is.</summary>
public sealed class DeclareBusyFlow : OneStepFlow
{
    public const string Id = "declare-busy";

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public override string Name => Id;

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.BusyAdd, Cards.Verbs.BusyRemove, Cards.Verbs.BusyFeedNew];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context) => incoming switch
    {
        Incoming.Pressed { Verb: Cards.Verbs.BusyAdd } press => await AddAsync(press, context),
        Incoming.Pressed { Verb: Cards.Verbs.BusyRemove } press => await RemoveAsync(press, context),
        Incoming.Pressed { Verb: Cards.Verbs.BusyFeedNew } press => await RenewAsync(press, context),
        _ => [new Show.Card(await CardAsync(context))],
    };

    private static async Task<IReadOnlyList<Show>> AddAsync(Incoming.Pressed press, FlowContext context)
    {
        var (problem, from, until) = ("Busy.NoSuchTime", Time(press, InputIds.Time), Time(press, InputIds.TimeUntil));
        if (LocalDatePattern.Iso.Parse(press.Input(InputIds.Date) ?? "") is not { Success: true, Value: var date })
        {
            problem = "Busy.DayMissing";
        }
        else if (from.Understood && until.Understood)
        {
            switch (await new DeclareBusy(context.Turn).AddAsync(context.Me.Id, date, from.Time, until.Time, context.Zone))
            {
                case Declaring.Declared declared:
                    var noted = context.Texts.Plain("Busy.Noted", ("when", BusyTimesCard.Words(Shown(declared.Time, context), context.Texts)));
                    return [new Show.Replace(await CardAsync(context, noted))];
                case Declaring.OneEndOnly:
                    problem = "Busy.OneEndOnly";
                    break;
                case Declaring.EndsBeforeItStarts:
                    problem = "Busy.EndsBeforeItStarts";
                    break;
                case Declaring.Over:
                    problem = "Busy.Over";
                    break;
                case Declaring.TooFarAhead:
                    problem = "Busy.TooFarAhead";
                    break;
                case Declaring.TooMany:
                    problem = "Busy.TooMany";
                    break;
            }
        }

        return [new Show.Replace(await CardAsync(context, context.Texts.Plain(problem), isProblem: true))];
    }

    private static async Task<IReadOnlyList<Show>> RemoveAsync(Incoming.Pressed press, FlowContext context)
    {
        if (TimeCards.Instant(press.Arg) is { } start)
        {
            await new DeclareBusy(context.Turn).RemoveAsync(context.Me.Id, start);
        }

        return [new Show.Replace(await CardAsync(context, context.Texts.Plain("Busy.TakenOut")))];
    }

    /// <summary>The address that the card shows ends now. Where another one is good already, nothing is left to end.</summary>
    private static async Task<IReadOnlyList<Show>> RenewAsync(Incoming.Pressed press, FlowContext context)
    {
        var addresses = await context.Stores.AddressesAsync(context.Me.Id);
        if (press.Arg != BusyTimesCard.FeedKey(addresses.Feed))
        {
            return [new Show.Replace(await CardAsync(context))];
        }

        await context.Stores.KeepAsync(context.Me.Id, addresses with { Feed = addresses.Feed + 1 });
        return [new Show.Replace(await CardAsync(context, context.Texts.Plain("Busy.FeedRenewed")))];
    }

    private static async Task<AdaptiveCard> CardAsync(FlowContext context, string? note = null, bool isProblem = false)
    {
        var ahead = await new DeclareBusy(context.Turn).AheadAsync(context.Me.Id);
        var number = (await context.Stores.AddressesAsync(context.Me.Id)).Feed;
        return BusyTimesCard.Of(
            new BusyTimesCard.View(
                [.. ahead.Take(BusyTimesCard.TimesMost).Select(time => Shown(time, context))], Math.Max(0, ahead.Count - BusyTimesCard.TimesMost),
                context.Local(context.Now).Date, note, isProblem, context.Turn.Calendar.FeedOf(context.Me.Id, number), number),
            context.Frame());
    }

    private static BusyTimesCard.BusyTime Shown(Interval time, FlowContext context) =>
        new(InstantPattern.General.Format(time.Start), context.Local(time.Start), context.Local(time.End));

    /// <summary>Nothing filled in is understood too; "9:30 " and "9.30" are not what a field sends.</summary>
    private static (bool Understood, LocalTime? Time) Time(Incoming.Pressed press, string field) =>
        press.Input(field) is not { Length: > 0 } text ? (true, null)
        : Clock.Parse(text) is { Success: true, Value: var time } ? (true, time)
        : (false, null);
}
