using PeerBot.Domain;
using PeerBot.Domain.Support;

namespace PeerBot.Dialogs.Errands;

/// <summary>What the other one hears of a cycle's phases.</summary>
internal sealed class PhaseErrands(Turn turn, ErrandPost post)
{
    /// <summary>Only of the phase that the cycle is in now: of two steps the last is told.</summary>
    public Task<ErrandOutcome> TellPhaseAsync(Errand.TellPhase tell) => post.AboutCycleAsync(tell.Cycle, tell.To, async (cycle, context) =>
        PhaseNow.Of(context.Programme, cycle) is { } now && now.Current.Id == tell.Phase
            ? new Show.Card(await PhaseCards.PhaseAsync(
                cycle, now, context, context.Texts.Plain("Phase.MovedByOther", ("name", tell.By is { } by ? await context.NameAsync(by) : await context.OthersAsync(cycle)))))
            : null);

    public async Task<ErrandOutcome> TellAnotherAsync(Errand.TellAnotherCycle tell)
    {
        if (await turn.Stores.CycleAsync(tell.Cycle) is not { IsOpen: true } cycle || await turn.Stores.CycleAsync(tell.After) is not { } before)
        {
            return ErrandOutcome.Nothing;
        }

        return await post.AllToAsync(tell.To, cycle, async context => PhaseNow.Of(context.Programme, cycle) is { } now
            ?
            [
                new Show.Card(await PhaseCards.PhaseAsync(
                    cycle, now, context, context.Texts.Plain("Phase.BegunByOther", ("name", await context.OthersAsync(cycle))))),
                .. await FeedbackCards.FarewellAsync(before, context.In(before)),
            ]
            : []);
    }
}
