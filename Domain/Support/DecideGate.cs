using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;

namespace PeerBot.Domain.Support;

public enum GateAnswer
{
    GoOn,
    TalkFirst,
    NotThisOne,
}

/// <summary>What came of a coordinator's answer to a request that waits for it.</summary>
public abstract record GateOutcome
{
    private GateOutcome()
    {
    }

    public sealed record Done(SupportRequest Request) : GateOutcome;

    /// <summary>None of those chosen can be asked any more; the person is told and may choose again.</summary>
    public sealed record NobodyLeft(SupportRequest Request) : GateOutcome;

    /// <summary>The supporter who had said yes has left since; the next choice is asked.</summary>
    public sealed record GoneMeanwhile(SupportRequest Request) : GateOutcome;

    /// <summary>It does not wait any more.</summary>
    public sealed record OutOfDate(SupportRequest Request) : GateOutcome;

    /// <summary>Nobody decides about themself.</summary>
    public sealed record Own : GateOutcome;

    public sealed record NotYours : GateOutcome;
}

/// <summary>
/// Where the definition asks for it a coordinator looks first: before a supporter is asked, or before the two are introduced. They see
/// who and the choices, never the note nor what the request is about.
/// </summary>
public sealed class DecideGate(Turn turn)
{
    private readonly IStores stores = turn.Stores;
    private readonly CoordinatorTasks tasks = new(turn);

    /// <summary>The supporter who has said yes and waits to be introduced; null when there is none.</summary>
    public static async Task<Ask?> ToIntroduceAsync(SupportRequest request, IStores stores) =>
        request.State == RequestState.Asking
            ? (await stores.AsksOfAsync(request.Id)).FirstOrDefault(ask => ask.IsYes)
            : null;

    public async Task<GateOutcome> AnswerAsync(PersonId coordinator, RequestId id, GateAnswer answer)
    {
        if (await stores.RequestAsync(id) is not { } request || !turn.Reference.Oversees(coordinator, request.Programme.Id))
        {
            return new GateOutcome.NotYours();
        }

        var ask = await ToIntroduceAsync(request, stores);
        if (coordinator == request.Requester || coordinator == ask?.Supporter)
        {
            return new GateOutcome.Own();
        }

        if ((!request.WaitsForCoordinator && ask is null) || (request.ToAssign && answer == GateAnswer.GoOn))
        {
            return new GateOutcome.OutOfDate(request);
        }

        new Looking(turn, request.Programme.Id, coordinator).Note(
            $"gate.{answer switch { GateAnswer.GoOn => "gone-on", GateAnswer.TalkFirst => "talking", _ => "refused" }}", request.Requester, request.Id.ToString());
        if (answer == GateAnswer.TalkFirst)
        {
            await TellAsync(request, answer);
            return new GateOutcome.Done(request);
        }

        await tasks.CloseAsync(TaskKind.Gate, id.ToString(), coordinator);
        return (answer, ask) switch
        {
            (GateAnswer.GoOn, null) => await AskAsync(request),
            (GateAnswer.GoOn, { } accepted) => await IntroduceAsync(request, accepted),
            (_, null) => await RefuseAsync(request),
            (_, { } accepted) => await NotIntroduceAsync(request, accepted),
        };
    }

    private async Task<GateOutcome> AskAsync(SupportRequest request)
    {
        if (await new Asking(turn).AskNextAsync(request) is null)
        {
            await new Asking(turn).LeaveUnmatchedAsync(request);
            return new GateOutcome.NobodyLeft(request);
        }

        stores.Save(request with { State = RequestState.Asking });
        await TellAsync(request, GateAnswer.GoOn);
        return new GateOutcome.Done(request);
    }

    private async Task<GateOutcome> IntroduceAsync(SupportRequest request, Ask accepted)
    {
        // Whoever has left since their yes is introduced to nobody; the next choice is asked.
        if (await stores.SupporterAsync(accepted.Supporter, request.Programme.Id) is not { Serves: true })
        {
            await NotIntroduceAsync(request, accepted);
            return new GateOutcome.GoneMeanwhile(request);
        }

        var cycle = await new Pairing(turn).PairAsync(request, accepted);
        await new Hours(turn, turn.Programme(request.Programme)).SendAsync(new Errand.TellPaired(cycle.Id, accepted.Supporter), accepted.Supporter);
        return new GateOutcome.Done(request);
    }

    private async Task<GateOutcome> RefuseAsync(SupportRequest request)
    {
        stores.Save(request with { State = RequestState.Refused });
        await TellAsync(request, GateAnswer.NotThisOne);
        return new GateOutcome.Done(request);
    }

    private async Task<GateOutcome> NotIntroduceAsync(SupportRequest request, Ask accepted)
    {
        await new Pairing(turn).ReleaseAsync(accepted);
        await new Asking(turn).MoveOnAsync(accepted, turn.Programme(request.Programme).Matching.OnDecline);
        return new GateOutcome.Done(request);
    }

    private Task TellAsync(SupportRequest request, GateAnswer answer) =>
        new Hours(turn, turn.Programme(request.Programme)).SendAsync(new Errand.TellGate(request.Id, answer), request.Requester);
}
