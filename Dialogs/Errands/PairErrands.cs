using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>Word of what two give each other beside their meetings; the words themselves are on the card that is opened.</summary>
internal sealed class PairErrands(ErrandPost post)
{
    public Task<ErrandOutcome> TellTopicAsync(Errand.TellTopic tell) =>
        post.AboutCycleAsync(tell.Cycle, tell.To, (cycle, context) => ErrandPost.CardAsync(AgreeTopicsFlow.TopicsAsync(cycle, context)));

    public Task<ErrandOutcome> TellCommentAsync(Errand.TellComment tell) => post.AboutCycleAsync(tell.Cycle, tell.To, async (cycle, context) =>
        new Show.Card(await JournalCards.ListAsync(cycle, context, page: 0)));

    public Task<ErrandOutcome> AskToBeNamedAsync(Errand.AskToBeNamed ask) => post.ForCycleAsync(ask.Cycle, ask.To, (cycle, context) =>
        NameInRecord.LetsBeNamed(cycle, ask.To) ? Task.FromResult<Show?>(null) : ErrandPost.CardAsync(TakeRecordFlow.AskAsync(cycle, context)));
}
