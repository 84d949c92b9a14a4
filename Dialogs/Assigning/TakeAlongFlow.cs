using PeerBot.Cards;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs;

/// <summary>At the end of a cycle: what a supporter has learned, for themselves, and whether a partner might train to support others (S1-18, S1-20).</summary>
public sealed class TakeAlongFlow : OneStepFlow
{
    public override string Name => "take-along";

    public override IReadOnlyCollection<string> Verbs => [Cards.Verbs.LearnedSave, Cards.Verbs.MightTrain];

    protected override async Task<IReadOnlyList<Show>> AnswerAsync(Incoming incoming, FlowContext context)
    {
        if (incoming is not Incoming.Pressed press || await context.Stores.CycleAsync(new CycleId(press.Guid)) is not { } cycle || !cycle.Has(context.Me.Id))
        {
            return [context.NotYours()];
        }

        context = context.In(cycle);
        if (press.Verb == Cards.Verbs.MightTrain)
        {
            return await new AskToTrain(context.Turn).SayAsync(context.Me.Id, cycle.Id)
                ? [context.Receipt(context.Texts.Plain("MightTrain.Heading"), context.Texts.Plain("MightTrain.Text", ("name", context.CoordinatorContact().Name)))]
                : [context.NotYours()];
        }

        var words = press.Input(InputIds.Learned);
        return await new KeepJournal(context.Turn).SaveAsync(context.Me.Id, cycle.Id, words, atTheEnd: true) switch
        {
            JournalAnswer.Saved saved => [context.Receipt(context.Texts.Plain("Learned.Heading"), context.Texts.Plain("Learned.Text"), written: saved.Entry.Text)],
            JournalAnswer.Empty => await AgainAsync("Journal.Empty"),
            JournalAnswer.PhoneNumber => await AgainAsync("Problem.Phone"),
            JournalAnswer.TooLong tooLong => await AgainAsync("Journal.TooLong", ("most", tooLong.Most)),
            JournalAnswer.NotOffered => [context.Receipt(context.Texts.Plain("Journal.Skipped.Heading"), context.Texts.Plain("Journal.NotOffered"))],
            _ => [context.NotYours()],
        };

        async Task<IReadOnlyList<Show>> AgainAsync(string key, params (string, object)[] args) =>
            [new Show.Replace(await FeedbackCards.ThanksAsync(cycle, context, (context.Texts.Plain(key, args), words ?? "")))];
    }
}
