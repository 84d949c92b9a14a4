using NodaTime.Text;
using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>A supporter answers an ask from its card: yes, not this time, or a conflict that nobody else hears of.</summary>
public sealed class AnswerAskFlow : OneStepFlow
{
    public override string Name => "answer-ask";

    public override IReadOnlyCollection<string> Verbs =>
        [Cards.Verbs.AskAccept, Cards.Verbs.AskDecline, Cards.Verbs.AskDeclineSend, Cards.Verbs.AskConflict, Cards.Verbs.AskBack];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press
            || await context.Stores.AskAsync(new AskId(press.Guid)) is not { } ask || ask.Supporter != context.Me.Id)
        {
            return [context.NotYours()];
        }

        context = context.In(ask.Programme);
        return press.Verb switch
        {
            Cards.Verbs.AskAccept => await AcceptAsync(ask, context),
            Cards.Verbs.AskConflict => await DeclineAsync(ask, press, conflict: true, context),
            Cards.Verbs.AskDeclineSend => await DeclineAsync(ask, press, conflict: false, context),
            _ when !ask.MayBeAnswered => [context.OutOfDate(await AskCards.SinceAsync(ask, context))],
            Cards.Verbs.AskDecline => [Decline(ask, context, problem: null)],
            _ => [new Show.Replace(await AskCards.AskAsync(ask, context, reminder: false))],
        };
    }

    private static async Task<IReadOnlyList<Show>> AcceptAsync(Ask ask, FlowContext context) =>
        await AcceptedAsync(ask, await new AnswerAsk(context.Turn).AcceptAsync(context.Me.Id, ask.Id), context);

    internal static async Task<IReadOnlyList<Show>> AcceptedAsync(Ask ask, AskAnswer answer, FlowContext context) =>
        answer switch
        {
            AskAnswer.Paired paired when InvitationCards.Invites(context.Programme) =>
                [await InvitationCards.WelcomedAsync(ask, context), new Show.Card(await PairCards.PairedAsync(paired.Cycle, context))],
            AskAnswer.Paired paired =>
            [
                context.Receipt(
                    context.Texts.Plain("Ask.SaidYes.Heading"),
                    context.Texts.Plain("Ask.SaidYes.Text", ("name", await context.NameAsync(ask.Requester)))),
                new Show.Card(await PairCards.PairedAsync(paired.Cycle, context)),
            ],
            AskAnswer.WaitsForCoordinator =>
            [
                context.Receipt(
                    context.Texts.Plain("Ask.SaidYes.Heading"),
                    context.Texts.Plain("Ask.SaidYes.Waits", ("coordinator", context.CoordinatorContact().Name))),
            ],
            AskAnswer.NoRoomLeft none => [context.OutOfDate(await AskCards.SinceAsync(none.Ask with { State = AskState.Overtaken }, context))],
            AskAnswer.OutOfDate old => [context.OutOfDate(await AskCards.SinceAsync(old.Ask, context))],
            _ => [context.NotYours()],
        };

    private static async Task<IReadOnlyList<Show>> DeclineAsync(Ask ask, Incoming.Pressed press, bool conflict, FlowContext context)
    {
        var today = context.Local(context.Now).Date;
        NodaTime.LocalDate? pause = null;
        if (press.Input(InputIds.PauseUntil) is { } typed)
        {
            if (LocalDatePattern.Iso.Parse(typed) is not { Success: true, Value: var date } || date <= today)
            {
                return [Decline(ask, context, context.Texts.Plain("Ask.PauseMustBeLater"))];
            }

            pause = date;
        }

        var reason = conflict ? DeclineReason.Conflict : ReasonOf(press.Input(InputIds.Reason));
        return await new AnswerAsk(context.Turn).DeclineAsync(context.Me.Id, ask.Id, reason, pause, conflict || reason == DeclineReason.Conflict) switch
        {
            AskAnswer.Declined { PausedUntil: { } until } =>
                [context.Receipt(context.Texts.Plain("Ask.SaidNo.Heading"), context.Texts.Plain("Ask.SaidNo.Paused", ("date", until)))],
            AskAnswer.Declined => [context.Receipt(context.Texts.Plain("Ask.SaidNo.Heading"), context.Texts.Plain("Ask.SaidNo.Text"))],
            AskAnswer.OutOfDate old => [context.OutOfDate(await AskCards.SinceAsync(old.Ask, context))],
            _ => [context.NotYours()],
        };
    }

    private static Show Decline(Ask ask, FlowContext context, string? problem) => new Show.Replace(DeclineCard.Of(
        new DeclineCard.View(context.Local(context.Now).Date, problem), context.Frame(ask.Id)));

    private static DeclineReason? ReasonOf(string? value) => value switch
    {
        "no-time" => DeclineReason.NoTime,
        "conflict" => DeclineReason.Conflict,
        "not-my-area" => DeclineReason.NotMyArea,
        "not-said" => DeclineReason.RatherNotSay,
        _ => null,
    };
}
