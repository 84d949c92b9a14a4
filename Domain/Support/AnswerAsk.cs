using NodaTime;
using PeerBot.Domain.Matching;
using PeerBot.Domain.Oversight;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

public abstract record AskAnswer
{
    private AskAnswer()
    {
    }

    public sealed record Paired(Cycle Cycle) : AskAnswer;

    /// <summary>A yes; the coordinator looks at it before the two are introduced.</summary>
    public sealed record WaitsForCoordinator(Ask Ask) : AskAnswer;

    /// <summary>The last place went to somebody else a moment ago.</summary>
    public sealed record NoRoomLeft(Ask Ask) : AskAnswer;

    public sealed record Declined(LocalDate? PausedUntil) : AskAnswer;

    /// <summary>The ask is over: answered, lapsed, overtaken or withdrawn.</summary>
    public sealed record OutOfDate(Ask Ask) : AskAnswer;

    public sealed record NotYours : AskAnswer;
}

/// <summary>A supporter says yes or not this time. Of two yeses to one place the first written wins (U-07).</summary>
public sealed class AnswerAsk(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<AskAnswer> AcceptAsync(PersonId supporter, AskId id)
    {
        if (await stores.AskAsync(id) is not { } ask || ask.Supporter != supporter)
        {
            return new AskAnswer.NotYours();
        }

        if (!ask.MayBeAnswered || await stores.RequestAsync(ask.Request) is not { State: RequestState.Asking } request)
        {
            return new AskAnswer.OutOfDate(ask);
        }

        await new CoordinatorTasks(turn).CloseAsync(TaskKind.TellByEmail, id.ToString());

        // Whoever has paused or left, or has a conflict by now, is no more to be paired than somebody whose last place has gone.
        var programme = turn.Programme(ask.Programme);
        if (!await new Asking(turn).MayBeAskedAsync(programme, ask.Requester, supporter)
            || await new WhoIsFree(turn).ProfileAsync(supporter, programme) is not { } profile
            || profile.TakePlace() is not PlaceTaking.Taken { Profile: var taken })
        {
            stores.Save(ask with { State = AskState.Overtaken });
            await new Asking(turn).MoveOnAsync(ask, programme.Matching.OnDecline);
            return new AskAnswer.NoRoomLeft(ask);
        }

        taken = await new Supervise(turn).BeginAsync(taken, programme);

        // The profile carries the count of places taken: of two acceptances at once the second finds another version and starts over.
        stores.Save(taken);
        var accepted = ask with { State = AskState.Accepted };
        stores.Save(accepted);
        var answer = programme.Matching.CoordinatorApproval == CoordinatorApproval.BeforeIntroduction
            ? await WaitForCoordinatorAsync(request, accepted)
            : new AskAnswer.Paired(await new Pairing(turn).PairAsync(request, accepted));
        if (!taken.HasRoom)
        {
            await new OvertakeAsks(turn).OfAsync(supporter, programme.Id, but: id);
        }

        return answer;
    }

    /// <summary>They choose somebody whose own ask to them is under way, or lies before them: with this the two have chosen each other.</summary>
    public Task<AskAnswer> ChooseBackAsync(Ask crossing)
    {
        if (crossing.State == AskState.Queued)
        {
            stores.Save(crossing with { State = AskState.Sent });
        }

        return AcceptAsync(crossing.Supporter, crossing.Id);
    }

    /// <param name="pausedUntil">No new asks before this day; null not to pause.</param>
    /// <param name="conflict">The two are not offered to each other again, either way round.</param>
    public async Task<AskAnswer> DeclineAsync(
        PersonId supporter, AskId id, DeclineReason? reason, LocalDate? pausedUntil, bool conflict = false)
    {
        if (await stores.AskAsync(id) is not { } ask || ask.Supporter != supporter)
        {
            return new AskAnswer.NotYours();
        }

        if (!ask.MayBeAnswered)
        {
            return new AskAnswer.OutOfDate(ask);
        }

        await new CoordinatorTasks(turn).CloseAsync(TaskKind.TellByEmail, id.ToString());
        var programme = turn.Programme(ask.Programme);
        stores.Save(ask with { State = AskState.Declined, Reason = reason });
        if (pausedUntil is not null || conflict)
        {
            // Somebody who was only named has no profile yet; what they say holds all the same.
            var profile = await stores.SupporterAsync(supporter, programme.Id) ?? SupporterProfile.Interested(supporter, programme).Leave();
            var changed = conflict ? profile.Bar(ask.Requester) : profile;
            stores.Save(changed with { PausedUntil = pausedUntil ?? changed.PausedUntil });
        }

        await new Asking(turn).MoveOnAsync(ask, programme.Matching.OnDecline);
        if (pausedUntil is not null)
        {
            await new OvertakeAsks(turn).OfAsync(supporter, programme.Id, but: id);
        }

        return new AskAnswer.Declined(pausedUntil);
    }

    private async Task<AskAnswer> WaitForCoordinatorAsync(SupportRequest request, Ask accepted)
    {
        // The request is written too, so that it cannot be withdrawn at the same instant.
        stores.Save(request);
        await new Gate(turn).CloseAsync(request);
        return new AskAnswer.WaitsForCoordinator(accepted);
    }
}
