using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>A yes becomes a cycle.</summary>
internal sealed class Pairing(Turn turn)
{
    /// <summary>Working days that whoever acts first has for the first contact (U-11).</summary>
    private const int FirstContactWorkingDays = 3;

    private readonly IStores stores = turn.Stores;

    /// <summary>The supporter's place is taken already, when they said yes.</summary>
    public async Task<Cycle> PairAsync(SupportRequest request, Ask ask)
    {
        var programme = turn.Programme(request.Programme);
        var hours = new Hours(turn, programme);
        var actsFirst = programme.Matching.FirstContactBy == FirstContactBy.Requester ? request.Requester : ask.Supporter;
        var cycle = new Cycle(
            new CycleId(Guid.NewGuid()), request.Id, request.Programme, request.Requester, ask.Supporter, CycleState.Active, turn.Now,
            await hours.WorkingDayAfterAsync(actsFirst, turn.Now, FirstContactWorkingDays),
            new GroundRules(Place: null, ["teams", "work-email"], NotesKeptBy.Nobody, Revision: 1, AgreedBy: []),
            EndsOn: SessionEnd(programme, turn.Now));
        stores.Save(request with { State = RequestState.Matched });
        stores.Save(cycle);
        if (cycle.EndsOn is { } end)
        {
            stores.Send(new Errand.CloseCycle(cycle.Id), programme.Zone.AtStartOfDay(end.PlusDays(1)).ToInstant());
        }

        foreach (var person in TakesPlace(cycle, programme).Where(one => one != cycle.Supporter))
        {
            if (await stores.SupporterAsync(person, programme.Id) is { } profile)
            {
                stores.Save(profile with { ActiveCycles = profile.ActiveCycles + 1 });
            }
        }

        if (programme.Stance.Reciprocal)
        {
            await new CrossedInvitations(turn).SettleAsync(cycle, ask);
        }

        await new WatchCycle(turn).BeginAsync(cycle);
        await hours.SendAsync(new Errand.TellPaired(cycle.Id, request.Requester), request.Requester);
        return cycle;
    }

    /// <summary>Whose place a cycle takes: each member's, or the supporter's, and where both give and receive the other one's as well.</summary>
    public static IReadOnlyList<PersonId> TakesPlace(Cycle cycle, Programme programme) =>
        cycle.Members ?? (programme.Stance.Reciprocal ? [cycle.Supporter, cycle.Requester] : [cycle.Supporter]);

    /// <summary>Where a scheme runs by the school session, its end; null for other schemes, and while no calendar is known.</summary>
    internal LocalDate? SessionEnd(Programme programme, Instant at) => programme.Cycle.ClockStarts == ClockStarts.ProgrammeDate
        ? turn.Reference.Calendars.For(programme.Boundaries).SessionEnd(at.InZone(programme.Zone).Date)
        : null;

    /// <summary>Gives a place back that a yes had taken and that leads to no cycle; the supporter hears of it in their hours.</summary>
    public async Task ReleaseAsync(Ask accepted)
    {
        stores.Save(accepted with { NotIntroduced = true });
        if (await stores.SupporterAsync(accepted.Supporter, accepted.Programme.Id) is { } profile)
        {
            stores.Save(profile.FreePlace());
        }

        await new Hours(turn, turn.Programme(accepted.Programme)).SendAsync(new Errand.TellNotIntroduced(accepted.Id), accepted.Supporter);
    }
}
