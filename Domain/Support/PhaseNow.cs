using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Support;

/// <summary>Where a cycle stands among the phases of its programme.</summary>
/// <param name="At">0 for the first.</param>
public sealed record PhaseNow(IReadOnlyList<CyclePhase> All, int At)
{
    public CyclePhase Current => All[At];

    /// <summary>Null in the last.</summary>
    public CyclePhase? Next => At + 1 < All.Count ? All[At + 1] : null;

    /// <summary>Null in the first.</summary>
    public CyclePhase? Before => At > 0 ? All[At - 1] : null;

    public bool IsLast => Next is null;

    /// <returns>Null where the programme has no phases.</returns>
    public static PhaseNow? Of(Programme programme, Cycle cycle)
    {
        var all = programme.Cycle.Phases;
        return all.Count == 0 ? null : new PhaseNow(all, Math.Max(0, all.ToList().FindIndex(phase => phase.Id == cycle.Phase)));
    }
}
