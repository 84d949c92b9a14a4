using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

public abstract record AskAnswer
{
    private AskAnswer()
    {
    }

    public sealed record Paired(Cycle Cycle) : AskAnswer;

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

        if (ask.State != AskState.Sent || await stores.RequestAsync(ask.Request) is not { State: RequestState.Asking } request)
        {
            return new AskAnswer.OutOfDate(ask);
        }

        var programme = turn.Programme(ask.Programme);
        if (await stores.SupporterAsync(supporter, programme.Id) is not { } profile || profile.TakePlace() is not PlaceTaking.Taken { Profile: var taken })
        {
            stores.Save(ask with { State = AskState.Overtaken });
            await new Asking(turn).MoveOnAsync(ask, programme.Matching.OnDecline);
            return new AskAnswer.NoRoomLeft(ask);
        }

        var hours = new Hours(turn, programme);
        var actsFirst = programme.Matching.FirstContactBy == FirstContactBy.Requester ? request.Requester : supporter;
        var cycle = new Cycle(
            new CycleId(Guid.NewGuid()), request.Id, request.Programme, request.Requester, supporter, CycleState.Active, turn.Now,
            await hours.WorkingDayAfterAsync(actsFirst, turn.Now, FirstContactWorkingDays),
            new GroundRules(Place: null, ["teams", "work-email"], NotesKeptBy.Nobody, Revision: 1, AgreedBy: []));

        taken = await new Supervise(turn).BeginAsync(taken, programme);

        // The profile carries the count of places taken: of two acceptances at once the second finds another version and starts over.
        stores.Save(taken);
        stores.Save(ask with { State = AskState.Accepted });
        stores.Save(request with { State = RequestState.Matched });
        stores.Save(cycle);
        stores.Send(new Errand.TellPaired(cycle.Id, request.Requester), await hours.NextContactAsync(request.Requester));
        if (!taken.HasRoom)
        {
            await OvertakeOthersAsync(ask, programme);
        }

        return new AskAnswer.Paired(cycle);
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

        if (ask.State != AskState.Sent)
        {
            return new AskAnswer.OutOfDate(ask);
        }

        var programme = turn.Programme(ask.Programme);
        stores.Save(ask with { State = AskState.Declined, Reason = reason });
        if (await stores.SupporterAsync(supporter, programme.Id) is { } profile && (pausedUntil is not null || conflict))
        {
            var changed = conflict ? profile.Bar(ask.Requester) : profile;
            stores.Save(changed with { PausedUntil = pausedUntil ?? changed.PausedUntil });
        }

        await new Asking(turn).MoveOnAsync(ask, programme.Matching.OnDecline);
        if (pausedUntil is not null)
        {
            await OvertakeOthersAsync(ask, programme);
        }

        return new AskAnswer.Declined(pausedUntil);
    }

    /// <summary>Working days that whoever acts first has for the first contact (U-11).</summary>
    private const int FirstContactWorkingDays = 3;

    private async Task OvertakeOthersAsync(Ask answered, Programme programme)
    {
        foreach (var other in await stores.OpenAsksToAsync(answered.Supporter, programme.Id))
        {
            if (other.Id == answered.Id)
            {
                continue;
            }

            stores.Save(other with { State = AskState.Overtaken });
            await new Asking(turn).MoveOnAsync(other, programme.Matching.OnDecline);
            if (other.State == AskState.Sent)
            {
                stores.Send(new Errand.TellOvertaken(other.Id), await new Hours(turn, programme).NextContactAsync(other.Supporter));
            }
        }
    }
}
