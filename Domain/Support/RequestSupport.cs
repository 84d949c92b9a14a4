using NodaTime;
using PeerBot.Domain.Matching;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Domain.Support;

/// <summary>Whether somebody may ask for support just now.</summary>
public abstract record Standing
{
    private Standing()
    {
    }

    public sealed record MayAsk : Standing;

    public sealed record NotEligible(Criterion Criterion) : Standing;

    public sealed record NotTakingRequests : Standing;

    public sealed record HasRequest(SupportRequest Request) : Standing;

    public sealed record HasCycle(Cycle Cycle) : Standing;

    /// <summary>Their supporter left late in the cycle; how to go on is talked over first (U-03).</summary>
    public sealed record WithCoordinator : Standing;
}

/// <param name="Note">For the accepted supporter alone.</param>
public sealed record RequestDraft(string? Area, string? Note, MeetingMode? Mode, IReadOnlyList<PersonId> Preferences);

public abstract record Sending
{
    private Sending()
    {
    }

    /// <param name="First">The first ask; queued until the supporter may be contacted.</param>
    public sealed record Sent(SupportRequest Request, Ask First) : Sending;

    /// <summary>None of those chosen can be asked any more. Nothing was sent.</summary>
    public sealed record NobodyLeft : Sending;

    public sealed record MayNot(Standing Standing) : Sending;
}

public abstract record Withdrawal
{
    private Withdrawal()
    {
    }

    public sealed record Withdrawn(SupportRequest Request) : Withdrawal;

    public sealed record TooLate(SupportRequest Request) : Withdrawal;

    public sealed record NotYours : Withdrawal;
}

/// <summary>A request is taken at any hour; what goes to others waits for their contact window (S2-04, S2-40).</summary>
public sealed class RequestSupport(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<Standing> StandingAsync(Person person, Organisation? school, Programme programme)
    {
        if (!programme.TakesRequests(turn.Reference.Rehearsing))
        {
            return new Standing.NotTakingRequests();
        }

        if (Eligibility.OfRequester(programme, person, school) is RequesterEligibility.NotEligible no)
        {
            return new Standing.NotEligible(no.Criterion);
        }

        var cycles = (await stores.OpenCyclesAsync(person.Id))
            .Where(cycle => cycle.Requester == person.Id && cycle.Programme.Id == programme.Id).ToList();
        if (cycles.Count >= programme.Relationship.MaxActiveCyclesPerRequester)
        {
            return new Standing.HasCycle(cycles[0]);
        }

        if (await new LookAfterSupporter(turn).WaitsForCoordinatorAsync(person.Id, programme))
        {
            return new Standing.WithCoordinator();
        }

        // Somebody for whom nobody could say yes may choose again.
        return (await stores.OpenRequestsAsync(person.Id))
            .FirstOrDefault(request => request.Programme.Id == programme.Id && request.State == RequestState.Asking) is { } open
            ? new Standing.HasRequest(open)
            : new Standing.MayAsk();
    }

    public async Task<Sending> SendAsync(Person person, Organisation? school, Programme programme, RequestDraft draft)
    {
        if (await StandingAsync(person, school, programme) is not Standing.MayAsk and var standing)
        {
            return new Sending.MayNot(standing);
        }

        var request = new SupportRequest(
            new RequestId(Guid.NewGuid()), Number: "", programme.Key, person.Id, RequestState.Asking, draft.Area, draft.Mode, draft.Preferences,
            turn.Now);
        if (await new Asking(turn).AskNextAsync(request) is not { } first)
        {
            return new Sending.NobodyLeft();
        }

        // Only a request that goes out takes a number, so that none is missing from the year's series.
        var year = turn.Now.InZone(programme.Zone).Year;
        request = request with { Number = $"{year}-{await stores.NextNumberAsync($"{programme.Id}/{year}"):000}" };
        stores.Save(request);
        foreach (var unmatched in (await stores.OpenRequestsAsync(person.Id)).Where(earlier => earlier.Programme.Id == programme.Id))
        {
            stores.Save(unmatched with { State = RequestState.Withdrawn });
        }

        if (draft.Note is { } note)
        {
            stores.Save(new PrivateNote(Guid.NewGuid(), person.Id, NoteKind.ForSupporter, request.Id.ToString(), note));
        }

        return new Sending.Sent(request, first);
    }

    /// <summary>What has not been delivered never will be: each errand looks again before it goes out.</summary>
    public async Task<Withdrawal> WithdrawAsync(PersonId person, RequestId id)
    {
        if (await stores.RequestAsync(id) is not { } request || request.Requester != person)
        {
            return new Withdrawal.NotYours();
        }

        if (!request.IsOpen)
        {
            return request.State == RequestState.Withdrawn ? new Withdrawal.Withdrawn(request) : new Withdrawal.TooLate(request);
        }

        foreach (var ask in (await stores.AsksOfAsync(id)).Where(ask => ask.IsOpen))
        {
            stores.Save(ask with { State = AskState.Withdrawn });
            if (ask.State == AskState.Sent)
            {
                stores.Send(new Errand.TellOvertaken(ask.Id), await new Hours(turn, turn.Programme(ask.Programme)).NextContactAsync(ask.Supporter));
            }
        }

        var withdrawn = request with { State = RequestState.Withdrawn };
        stores.Save(withdrawn);
        return new Withdrawal.Withdrawn(withdrawn);
    }
}
