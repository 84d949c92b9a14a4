using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Scheduling;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <summary>How many of each wait for the coordinator.</summary>
/// <param name="Open">Requests without a supporter yet.</param>
/// <param name="Waiting">Those of them that have waited for more working days than the definition allows.</param>
/// <param name="LongestWait">Working days of the one that has waited longest; 0 without any.</param>
/// <param name="Others">Everything that has no count of its own: tell somebody by e-mail, somebody has left, asks for a talk.</param>
public sealed record HomeCounts(
    int Open, int Waiting, int LongestWait, int Running, int Stalled, int NearLimit, int Reviews, int Approvals, int Rechecks, int Others)
{
    public bool Any => Open + Running + Stalled + NearLimit + Reviews + Approvals + Rechecks + Others > 0;
}

/// <param name="Asked">The ask that is open; null: nobody is asked at present.</param>
/// <param name="Next">Whom the requester would like asked after that; null: nobody is left.</param>
public sealed record RequestOverseen(SupportRequest Request, int DaysWaited, Ask? Asked, PersonId? Next);

/// <param name="LastDate">The last day on which the two can meet, as they see it too; null while the cycle has no end yet.</param>
public sealed record CycleOverseen(Cycle Cycle, IReadOnlyList<Meeting> Meetings, LocalDate? LastDate);

/// <summary>What a coordinator may know of a programme: who, when and how many. Nothing here leads to anybody's words.</summary>
public sealed class OverseeProgramme(Turn turn, Programme programme)
{
    /// <summary>Beyond it nobody counts days any more.</summary>
    private const int LongestWait = 999;

    private readonly IStores stores = turn.Stores;
    private readonly WorkingDays days = new(programme.Boundaries, turn.Reference.Calendars.For(programme.Boundaries));

    private LocalDate Today => turn.Now.InZone(programme.Zone).Date;

    public async Task<HomeCounts> CountAsync()
    {
        var waits = (await stores.OpenRequestsOfAsync(programme.Id)).Select(DaysWaited).ToList();
        var cycles = await stores.CountCyclesAsync(programme.Id);
        var tasks = (await stores.OpenTasksAsync(programme.Id)).CountBy(task => task.Kind).ToDictionary();
        return new HomeCounts(
            waits.Count, waits.Count(wait => wait > programme.Oversight.UnansweredAfterWorkingDays), waits.DefaultIfEmpty().Max(),
            cycles.GetValueOrDefault(CycleStanding.Running), cycles.GetValueOrDefault(CycleStanding.Stalled),
            cycles.GetValueOrDefault(CycleStanding.NearLimit), cycles.GetValueOrDefault(CycleStanding.Review),
            tasks.GetValueOrDefault(TaskKind.Approval), tasks.GetValueOrDefault(TaskKind.Recheck),
            tasks.Where(kind => !HasOwnCount(kind.Key)).Sum(kind => kind.Value));
    }

    /// <summary>Whether a kind of task is counted under a name of its own, or with the cycles it is about.</summary>
    public static bool HasOwnCount(TaskKind kind) => kind is TaskKind.Approval or TaskKind.Recheck or TaskKind.Stalled or TaskKind.Extension;

    /// <summary>Open requests, the longest waiting first.</summary>
    public async Task<(IReadOnlyList<RequestOverseen> Page, int Total)> RequestsAsync(int skip, int take)
    {
        var open = await stores.OpenRequestsOfAsync(programme.Id);
        var page = new List<RequestOverseen>();
        foreach (var request in open.Skip(skip).Take(take))
        {
            page.Add(await LookAsync(request));
        }

        return (page, open.Count);
    }

    public async Task<RequestOverseen> LookAsync(SupportRequest request)
    {
        var asks = await stores.AsksOfAsync(request.Id);
        var asked = asks.FirstOrDefault(ask => ask.IsOpen);
        return new RequestOverseen(request, DaysWaited(request), asked, await new Asking(turn).NextAsync(request));
    }

    public async Task<IReadOnlyList<CycleOverseen>> CyclesAsync(CycleStanding standing, int skip, int take)
    {
        var page = new List<CycleOverseen>();
        foreach (var cycle in await stores.CyclesStandingAsync(programme.Id, standing, skip, take))
        {
            page.Add(await LookAsync(cycle));
        }

        return page;
    }

    public async Task<CycleOverseen> LookAsync(Cycle cycle)
    {
        var meetings = await stores.MeetingsAsync(cycle.Id);
        var terms = CycleTerms.Of(turn.Programme(cycle.Programme), cycle, meetings);
        return new CycleOverseen(cycle, meetings, await new BookMeeting(turn).LastBookableAsync(cycle) ?? terms.LastDate);
    }

    /// <summary>Working days after the day it was made, today among them.</summary>
    public int DaysWaited(SupportRequest request)
    {
        var waited = 0;
        for (var day = request.MadeAt.InZone(programme.Zone).Date.PlusDays(1); day <= Today && waited < LongestWait; day = day.PlusDays(1))
        {
            waited += days.Include(day) ? 1 : 0;
        }

        return waited;
    }
}
