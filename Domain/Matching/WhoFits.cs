using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Matching;

/// <summary>
/// For whoever brings pairs together: supporters who fit a request, and requests that a supporter's open place would fit. The best come first,
/// each with the reasons. Where a programme spreads over faculties a first partner may be from one's own, and for a second place those of
/// other faculties come first (S1-14, S1-15).
/// </summary>
public sealed class WhoFits(Turn turn)
{
    private readonly IStores stores = turn.Stores;

    public async Task<IReadOnlyList<Suggestion>> ForAsync(SupportRequest request)
    {
        var programme = turn.Programme(request.Programme);
        var partner = await stores.PersonAsync(request.Requester);
        var list = await new WhoIsFree(turn).BesidesAsync(request);
        var candidates = (await stores.CandidatesAsync(programme.Id)).ToDictionary(candidate => candidate.Person);
        return
        [
            .. list.Page(0, list.Count).Where(one => candidates.ContainsKey(one.Supporter)).Select(one => Explain(one, partner, candidates[one.Supporter], programme))
                .OrderBy(one => one.Reasons[0] is SuggestionReason.Caution)
                .ThenBy(one => candidates[one.Supporter].ActiveCycles > 0 && one.Reasons.Any(reason => reason is SuggestionReason.SameDepartment)),
        ];
    }

    /// <summary>Requests that wait to be brought together with somebody, for the place that this supporter has; the longest waiting first among equals.</summary>
    public async Task<IReadOnlyList<(SupportRequest Request, Suggestion Why)>> WaitingForAsync(PersonId supporter, Programme programme)
    {
        var fitting = new List<(SupportRequest Request, Suggestion Why)>();
        if (await stores.SupporterAsync(supporter, programme.Id) is not { } profile || await stores.PersonAsync(supporter) is not { } person)
        {
            return fitting;
        }

        var candidate = Candidate.Of(profile, person, organisation: null);
        foreach (var request in (await stores.OpenRequestsOfAsync(programme.Id)).Where(request => request is { ToAssign: true, State: RequestState.Open }))
        {
            if (await new WhoIsFree(turn).HoldsAsync(request.Requester, supporter, programme))
            {
                fitting.Add((request, Explain(new Suggestion(supporter, [new SuggestionReason.HasRoom(RoomOf(candidate, programme))]), await stores.PersonAsync(request.Requester), candidate, programme)));
            }
        }

        return [.. fitting.OrderBy(one => candidate.ActiveCycles > 0 && one.Why.Reasons.Any(reason => reason is SuggestionReason.SameDepartment))];
    }

    /// <summary>What weighs here: a caution, the faculty, whether it is the first place, and the room that is left.</summary>
    private static Suggestion Explain(Suggestion one, Person? partner, Candidate candidate, Programme programme)
    {
        var reasons = one.Reasons.Where(reason => reason is SuggestionReason.Caution).ToList();
        if (programme.Matching.SpreadsFaculties && partner?.Department is { } theirs && candidate.Workplace.Department is { } own)
        {
            reasons.Add(string.Equals(theirs, own, StringComparison.OrdinalIgnoreCase)
                ? new SuggestionReason.SameDepartment(own)
                : new SuggestionReason.OtherDepartment(own));
        }

        if (candidate.ActiveCycles == 0)
        {
            reasons.Add(new SuggestionReason.FirstPlace());
        }

        reasons.Add(new SuggestionReason.HasRoom(RoomOf(candidate, programme)));
        return one with { Reasons = reasons };
    }

    private static int RoomOf(Candidate candidate, Programme programme) =>
        Math.Min(candidate.Capacity, programme.Relationship.SupporterCapacity.Max) - candidate.ActiveCycles;
}
