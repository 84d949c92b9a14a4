using NodaTime;
using NodaTime.Text;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;

namespace PeerBot.Domain.Oversight;

/// <summary>What the nightly deletion walks through, in this order.</summary>
public enum RetentionStep
{
    Cycles,
    Requests,
    Profiles,
    Audit,
    Tasks,
    Rights,
    Groups,
    Events,
    Chats,
}

/// <param name="Counts">By kind, of this part.</param>
/// <param name="Step">The step to go on with; null when the night's work is done.</param>
/// <param name="From">Where that step goes on; null to begin it.</param>
public sealed record RetentionPart(IReadOnlyDictionary<string, int> Counts, RetentionStep? Step, string? From);

/// <summary>
/// Deletes what is older than the definition that it began under allows. What still runs is never touched. A part is small enough for one
/// turn; doing a part again does no harm.
/// </summary>
/// <param name="dryRun">Counts, and deletes nothing.</param>
public sealed partial class Retention(Turn turn, bool dryRun)
{
    /// <summary>Whose hand it is in the record of what was done.</summary>
    public static readonly PersonId Itself = new("peerbot");

    private const int AtOnce = 50;
    private const int ChatsAtOnce = 500;
    private static readonly LocalTime Night = new(2, 30);

    private readonly IStores stores = turn.Stores;
    private readonly Dictionary<string, int> counts = [];

    /// <summary>Half past two in the coming night, on the clock of the first programme.</summary>
    public static Instant NextNight(Reference reference, Instant now)
    {
        var zone = reference.Programmes.Programmes.FirstOrDefault()?.Zone ?? DateTimeZone.Utc;
        var today = now.InZone(zone).Date;
        var night = zone.AtLeniently(today + Night).ToInstant();
        return night > now ? night : zone.AtLeniently(today.PlusDays(1) + Night).ToInstant();
    }

    public async Task<RetentionPart> RunAsync(RetentionStep step, string? from)
    {
        var next = step switch
        {
            RetentionStep.Cycles => await CyclesAsync(from),
            RetentionStep.Requests => await RequestsAsync(from),
            RetentionStep.Profiles => await ProfilesAsync(from),
            RetentionStep.Audit => await AuditAsync(from),
            RetentionStep.Tasks => await TasksAsync(from),
            RetentionStep.Rights => await RightsAsync(from),
            RetentionStep.Groups => await GroupsAsync(from),
            RetentionStep.Events => await EventsAsync(from),
            _ => await ChatsAsync(from),
        };
        return new RetentionPart(counts, next is not null ? step : After(step), next);
    }

    /// <summary>Leaves out what is left of a step that does not work, and says so in the counts.</summary>
    public static RetentionPart Skip(RetentionStep step) => new(new Dictionary<string, int> { ["unfinished-steps"] = 1 }, After(step), From: null);

    /// <summary>The record of a night: how many of what, and nobody's name.</summary>
    public void Note(string night) =>
        stores.Save(new AuditEntry(Guid.NewGuid(), "", Itself, About: null, dryRun ? "retention.counted" : "retention.ran", night, turn.Now));

    private static RetentionStep? After(RetentionStep step) => step == RetentionStep.Chats ? null : step + 1;

    private void Delete(string kind, Action remove)
    {
        counts[kind] = counts.GetValueOrDefault(kind) + 1;
        if (!dryRun)
        {
            remove();
        }
    }

    /// <summary>The definition that it began under; where its file is gone, the present one; null when there is none: nothing is deleted blindly.</summary>
    private Programme? Definition(ProgrammeKey key) => turn.Reference.Programmes.Get(key) ?? turn.Reference.Programmes.Current(key.Id);

    private Duration AuditOf(string programmeId)
    {
        var all = turn.Reference.Programmes.Programmes;
        return Duration.FromDays(
            (turn.Reference.Programmes.Current(programmeId) is { } programme ? [programme] : all).Select(one => one.RetentionDays.AuditLog).DefaultIfEmpty(730).Max());
    }

    /// <summary>So many days after a day, from its first minute on.</summary>
    private bool IsOver(Instant since, int days, Programme programme) =>
        since.InZone(programme.Zone).Date.PlusDays(days) <= turn.Now.InZone(programme.Zone).Date;

    private Interval Since(string? from) => new(from is null ? Instant.MinValue : InstantPattern.ExtendedIso.Parse(from).Value, turn.Now);

    /// <summary>As much of what was found as can be done without skipping anything of the same instant, and where to go on.</summary>
    private static (IReadOnlyList<T> Page, string? Next) Page<T>(IReadOnlyList<T> found, Func<T, Instant> at)
    {
        if (found.Count < AtOnce)
        {
            return (found, null);
        }

        var last = at(found[^1]);
        List<T> earlier = [.. found.Where(one => at(one) < last)];
        return earlier.Count > 0
            ? (earlier, InstantPattern.ExtendedIso.Format(last))
            : (found, InstantPattern.ExtendedIso.Format(last + Duration.FromTicks(1)));
    }
}
