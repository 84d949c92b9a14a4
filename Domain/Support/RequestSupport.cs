using NodaTime;
using PeerBot.Domain.Oversight;
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

    /// <param name="CoordinatorDecides">The coordinator may make an exception.</param>
    public sealed record NotEligible(Criterion Criterion, bool CoordinatorDecides = false) : Standing;

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

    /// <summary>Taken; the coordinator looks at it before anybody is asked.</summary>
    public sealed record WaitsForCoordinator(SupportRequest Request) : Sending;

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

        var requests = await OpenAsync(person.Id, programme);
        if (Eligibility.OfRequester(programme, person, school) is RequesterEligibility.NotEligible no
            && !(no.CoordinatorDecides && requests.Any(request => request.StartedBy is not null)))
        {
            return new Standing.NotEligible(no.Criterion, no.CoordinatorDecides);
        }

        var cycles = (await stores.OpenCyclesAsync(person.Id))
            .Where(cycle => (cycle.Requester == person.Id || programme.Stance.Reciprocal) && cycle.Programme.Id == programme.Id).ToList();
        if (cycles.Count >= await MostAsync(person.Id, programme))
        {
            return new Standing.HasCycle(cycles[0]);
        }

        if (await new LookAfterSupporter(turn).WaitsForCoordinatorAsync(person.Id, programme))
        {
            return new Standing.WithCoordinator();
        }

        // Somebody for whom nobody could say yes may choose again.
        return requests.FirstOrDefault(request => !request.MayChoose) is { } open
            ? new Standing.HasRequest(open)
            : new Standing.MayAsk();
    }

    /// <summary>Where both give and receive, each pair takes a place of one's own as well.</summary>
    private async Task<int> MostAsync(PersonId person, Programme programme) =>
        programme.Stance.Reciprocal && await stores.SupporterAsync(person, programme.Id) is { Serves: true } own
            ? Math.Min(programme.Relationship.MaxActiveCyclesPerRequester, own.Capacity)
            : programme.Relationship.MaxActiveCyclesPerRequester;

    /// <summary>A person whom the programme is not for leaves one stroke in the year's tally, and nothing else (S2-12).</summary>
    public Task CountRefusalAsync(Programme programme) =>
        stores.NextNumberAsync($"refused/{programme.Id}/{turn.Now.InZone(programme.Zone).Year}");

    public async Task<Sending> SendAsync(Person person, Organisation? school, Programme programme, RequestDraft draft)
    {
        if (await StandingAsync(person, school, programme) is not Standing.MayAsk and var standing)
        {
            return new Sending.MayNot(standing);
        }

        var earlier = await OpenAsync(person.Id, programme);
        var going = earlier.FirstOrDefault(request => request.State is RequestState.Draft or RequestState.Open);
        var fresh = Fresh(going, person.Id, programme, draft);
        var asking = new Asking(turn);
        var gated = programme.Matching.CoordinatorApproval == CoordinatorApproval.BeforeSupporterAsked
            && Gate.HasSomebodyFor(turn.Reference, programme.Id, person.Id);
        var first = gated ? null : await asking.AskNextAsync(fresh);
        if (gated ? !await asking.HasNextAsync(fresh) : first is null)
        {
            return new Sending.NobodyLeft();
        }

        var request = await TakeAsync(going, fresh, draft.Note, gated ? RequestState.Open : RequestState.Asking);
        await new CoordinatorTasks(turn).CloseAsync(TaskKind.Unmatched, request.Id.ToString());
        foreach (var other in earlier.Where(other => other.Id != request.Id))
        {
            await EndAsync(other);
        }

        if (first is not null)
        {
            return new Sending.Sent(request, first);
        }

        await new Gate(turn).CloseAsync(request);
        return new Sending.WaitsForCoordinator(request);
    }

    /// <summary>What has not been delivered never will be: each errand looks again before it goes out.</summary>
    public async Task<Withdrawal> WithdrawAsync(PersonId person, RequestId id)
    {
        if (await stores.RequestAsync(id) is not { } request || request.Requester != person)
        {
            return new Withdrawal.NotYours();
        }

        return request.IsOpen ? new Withdrawal.Withdrawn(await EndAsync(request))
            : request.State == RequestState.Withdrawn ? new Withdrawal.Withdrawn(request)
            : new Withdrawal.TooLate(request);
    }

    /// <summary>The request for which the person may choose supporters now; null when a new one would begin.</summary>
    public async Task<SupportRequest?> ChoosableAsync(PersonId person, Programme programme) =>
        (await OpenAsync(person, programme)).FirstOrDefault(request => request.MayChoose);

    internal Task<SupportRequest> TakeAsync(
        SupportRequest? going, PersonId person, Programme programme, RequestDraft draft, RequestState state) =>
        TakeAsync(going, Fresh(going, person, programme, draft), draft.Note, state);

    private static SupportRequest Fresh(SupportRequest? going, PersonId person, Programme programme, RequestDraft draft) =>
        (going ?? new SupportRequest(
            new RequestId(Guid.NewGuid()), Number: "", programme.Key, person, RequestState.Draft, null, null, [], Instant.MinValue)) with
        {
            Area = draft.Area,
            PreferredMode = draft.Mode,
            Preferences = draft.Preferences,
            Looking = false,
            OthersSuggested = false,
        };

    /// <summary>Only a request that is taken has a number, so that none is missing from the year's series.</summary>
    private async Task<SupportRequest> TakeAsync(SupportRequest? going, SupportRequest fresh, string? note, RequestState state)
    {
        var programme = turn.Programme(fresh.Programme);
        var year = turn.Now.InZone(programme.Zone).Year;
        var request = fresh with
        {
            State = state,
            Number = fresh.Number.Length > 0 ? fresh.Number : $"{year}-{await stores.NextNumberAsync($"{programme.Id}/{year}"):000}",
            MadeAt = going is { State: not RequestState.Draft } ? fresh.MadeAt : turn.Now,
        };
        stores.Save(request);
        await new CoordinatorTasks(turn).CloseAsync(TaskKind.TellByEmail, request.Id.ToString());
        await KeepNoteAsync(request, note);
        return request;
    }

    private async Task KeepNoteAsync(SupportRequest request, string? text)
    {
        var known = (await stores.NotesAsync(NoteKind.ForSupporter, request.Id.ToString())).FirstOrDefault();
        if (text is not null)
        {
            stores.Save(known is null
                ? new PrivateNote(Guid.NewGuid(), request.Requester, NoteKind.ForSupporter, request.Id.ToString(), text)
                : known with { Text = text });
        }
        else if (known is not null)
        {
            stores.Remove(known);
        }
    }

    /// <summary>It has been open for longer than anything about it may be kept: its person hears of the end, and may ask again.</summary>
    public async Task CloseOldAsync(SupportRequest request)
    {
        await EndAsync(request, askWhy: false);
        var programme = turn.Programme(request.Programme);
        await new Hours(turn, programme).SendAsync(
            new Errand.TellRequestClosed(request.Requester, programme.Id, request.MadeAt.InZone(programme.Zone).Date), request.Requester);
    }

    internal async Task<SupportRequest> EndAsync(SupportRequest request, bool askWhy = true)
    {
        var tasks = new CoordinatorTasks(turn);
        foreach (var ask in await stores.AsksOfAsync(request.Id))
        {
            if (ask.IsOpen)
            {
                stores.Save(ask with { State = AskState.Withdrawn });
                await tasks.CloseAsync(TaskKind.TellByEmail, ask.Id.ToString());
            }

            if (ask.State == AskState.Sent)
            {
                await new Hours(turn, turn.Programme(ask.Programme)).SendAsync(new Errand.TellOvertaken(ask.Id), ask.Supporter);
            }
            else if (ask.IsYes)
            {
                await new Pairing(turn).ReleaseAsync(ask);
            }
        }

        await tasks.CloseAsync(TaskKind.Gate, request.Id.ToString());
        await tasks.CloseAsync(TaskKind.Unmatched, request.Id.ToString());
        await tasks.CloseAsync(TaskKind.TellByEmail, request.Id.ToString());
        var ended = request with { State = RequestState.Withdrawn };
        stores.Save(ended);
        if (askWhy && request.State == RequestState.Unmatched)
        {
            var hours = new Hours(turn, turn.Programme(request.Programme));
            await hours.SendAsync(new Errand.AskUnmatched(request.Id), request.Requester);
        }

        return ended;
    }

    private async Task<IReadOnlyList<SupportRequest>> OpenAsync(PersonId person, Programme programme) =>
        [.. (await stores.OpenRequestsAsync(person)).Where(request => request.Programme.Id == programme.Id)];
}
