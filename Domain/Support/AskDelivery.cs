using PeerBot.Domain.Oversight;

namespace PeerBot.Domain.Support;

/// <summary>An ask on its way: looked at once more before it goes out, reminded once, and lapsed at the end of its time.</summary>
public sealed class AskDelivery(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    /// <summary>Whether the supporter can still be asked. If not, the ask is overtaken and the next preference takes its turn.</summary>
    public async Task<bool> StillHoldsAsync(Ask ask)
    {
        var programme = turn.Programme(ask.Programme);
        if (await new Asking(turn).MayBeAskedAsync(programme, ask.Requester, ask.Supporter))
        {
            return true;
        }

        stores.Save(ask with { State = AskState.Overtaken });
        await new Asking(turn).MoveOnAsync(ask, programme.Matching.OnDecline);
        return false;
    }

    /// <param name="byEmail">The coordinator has told the supporter; the card follows when the bot can reach them.</param>
    public async Task<Ask> SendAsync(Ask ask, bool byEmail = false)
    {
        var programme = turn.Programme(ask.Programme);
        var hours = new Hours(turn, programme);
        var sent = ask with
        {
            State = AskState.Sent,
            ByEmail = byEmail,
            RespondBy = await hours.EndOfContactAfterAsync(ask.Supporter, turn.Now, programme.Matching.ResponseWindowWorkingDays),
        };
        stores.Save(sent);
        await new CoordinatorTasks(turn).CloseAsync(TaskKind.TellByEmail, ask.Id.ToString());
        stores.Send(
            new Errand.RemindAsk(ask.Id), await hours.MorningAfterAsync(ask.Supporter, turn.Now, programme.Matching.RemindAfterWorkingDays));
        if (sent.RespondBy != ask.RespondBy)
        {
            stores.Send(new Errand.LapseAsk(ask.Id), sent.RespondBy);
        }

        return sent;
    }

    public async Task LapseAsync(AskId id)
    {
        if (await stores.AskAsync(id) is { IsOpen: true } ask && ask.RespondBy <= turn.Now)
        {
            stores.Save(ask with { State = AskState.Lapsed });
            await new Asking(turn).MoveOnAsync(ask, turn.Programme(ask.Programme).Matching.OnNoResponse);
        }
    }
}
