using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Scheduling;

namespace PeerBot.Dialogs.Errands;

/// <summary>What became of an errand. What it changed is in the turn's stores.</summary>
public abstract record ErrandOutcome
{
    public static readonly ErrandOutcome Nothing = new Done();

    private ErrandOutcome()
    {
    }

    /// <summary>Done without a word, or no longer true.</summary>
    public sealed record Done : ErrandOutcome;

    /// <param name="Replaces">Message to update; null to send a new one.</param>
    /// <param name="AnyHour">One of the few messages that do not wait for the contact window.</param>
    public sealed record Tell(PersonId To, IReadOnlyList<Show> Shows, string? Replaces = null, bool AnyHour = false) : ErrandOutcome;

    /// <summary>A night's housekeeping is done; for the log.</summary>
    /// <param name="Counts">How many of what.</param>
    public sealed record Counted(string Counts, bool DryRun) : ErrandOutcome;

    /// <param name="Failed">Something outside did not answer; otherwise it is only not the time.</param>
    /// <param name="Hold">Whose contact window it waits for; null when it waits for something else.</param>
    public sealed record Later(Instant NotBefore, bool Failed, Hold? Hold = null) : ErrandOutcome;
}
