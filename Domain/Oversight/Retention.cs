using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PeerBot.Domain.Feedback;
using PeerBot.Domain.Groups;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Reflection;
using PeerBot.Domain.Support;

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
public sealed class Retention(Turn turn, bool dryRun)
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
            _ => await ChatsAsync(from),
        };
        RetentionStep? then = next is not null ? step : step == RetentionStep.Chats ? null : step + 1;
        return new RetentionPart(counts, then, next);
    }

    /// <summary>The record of a night: how many of what, and nobody's name.</summary>
    public void Note(string night) =>
        stores.Save(new AuditEntry(Guid.NewGuid(), "", Itself, About: null, dryRun ? "retention.counted" : "retention.ran", night, turn.Now));

    private async Task<string?> CyclesAsync(string? from)
    {
        var found = await stores.CyclesClosedAsync(Since(from), AtOnce);
        var (page, next) = Page(found, cycle => cycle.ClosedAt!.Value);
        foreach (var cycle in page.Where(cycle => !cycle.IsOpen))
        {
            if (Definition(cycle.Programme) is { } programme)
            {
                await CycleAsync(cycle, programme);
            }
        }

        return next;
    }

    private async Task CycleAsync(Cycle cycle, Programme programme)
    {
        var keep = programme.RetentionDays;
        var closed = cycle.ClosedAt!.Value;
        var pairing = IsOver(closed, keep.PairingAfterClose, programme);
        if (pairing || IsOver(closed, keep.JournalAfterClose, programme))
        {
            await NotesAsync(cycle.Id.ToString(), [.. Enum.GetValues<NoteKind>().Where(kind => kind != NoteKind.ForSupporter)]);
        }

        if (pairing || IsOver(closed, keep.SelfEvaluationAfterClose, programme))
        {
            await SelfEvaluationsAsync(cycle);
        }

        if (pairing || IsOver(closed, keep.FeedbackThenAnonymise, programme))
        {
            await FeedbackAsync(cycle, programme);
        }

        if (pairing)
        {
            foreach (var meeting in await stores.MeetingsAsync(cycle.Id))
            {
                Delete("meetings", () => stores.Remove(meeting));
            }

            if (await stores.RequestAsync(cycle.Request) is { } request)
            {
                await RequestAsync(request);
            }

            if (cycle.IsGroup && await stores.GroupAsync(GroupId.Of(cycle.Id)) is { } group)
            {
                Delete("groups", () => stores.Remove(group));
            }

            Delete("cycles", () => stores.Remove(cycle));
        }
    }

    /// <summary>Groups that never began to meet; the others go with their cycles.</summary>
    /// <param name="from">Number of the programme.</param>
    private async Task<string?> GroupsAsync(string? from)
    {
        var programmes = turn.Reference.Programmes.Programmes.Where(one => one.Groups is not null).OrderBy(one => one.Id, StringComparer.Ordinal).ThenBy(one => one.Version).ToList();
        var at = from is null ? 0 : int.Parse(from, CultureInfo.InvariantCulture);
        if (at >= programmes.Count)
        {
            return null;
        }

        var programme = programmes[at];
        foreach (var group in (await stores.GroupsInAsync(programme.Id)).Where(group => group.Programme == programme.Key))
        {
            if (await stores.CycleAsync(group.Id.Cycle) is null && IsOver(group.FormedAt, programme.RetentionDays.PairingAfterClose, programme))
            {
                Delete("groups", () => stores.Remove(group));
            }
        }

        return (at + 1).ToString(CultureInfo.InvariantCulture);
    }

    private async Task NotesAsync(string subject, params IReadOnlyList<NoteKind> kinds)
    {
        foreach (var kind in kinds)
        {
            foreach (var note in await stores.NotesAsync(kind, subject))
            {
                Delete("notes", () => stores.Remove(note));
            }
        }
    }

    private async Task SelfEvaluationsAsync(Cycle cycle)
    {
        foreach (var owner in cycle.People)
        {
            foreach (var occasion in Enum.GetValues<Occasion>())
            {
                if (await stores.SelfEvaluationAsync(owner, cycle.Id, occasion) is { } evaluation)
                {
                    Delete("self-evaluations", () => stores.Remove(evaluation));
                }
            }
        }
    }

    /// <summary>The options chosen stay, to be counted; the words and whose they were go.</summary>
    private async Task FeedbackAsync(Cycle cycle, Programme programme)
    {
        foreach (var from in cycle.People.Concat(cycle.Former ?? []))
        {
            if (await stores.FeedbackAsync(cycle.Id, from) is not { } given)
            {
                continue;
            }

            Delete("feedback", () =>
            {
                stores.Remove(given);
                if (given.CountsAlone(programme.Feedback) is { Answers.Count: > 0 } left)
                {
                    stores.Save(left with { From = new PersonId($"anonymous:{Guid.NewGuid():N}"), Version = 0 });
                }
            });
        }
    }

    /// <summary>
    /// Requests that came to nothing; those that led to a cycle go with it. One that is still open does not vanish, and is not kept for
    /// ever either: it is closed, its person hears that, and the next night finds it closed.
    /// </summary>
    private async Task<string?> RequestsAsync(string? from)
    {
        var (page, next) = Page(await stores.RequestsMadeAsync(Since(from), AtOnce), request => request.MadeAt);
        foreach (var request in page.Where(request => request.State is not (RequestState.Asking or RequestState.Matched)))
        {
            if (Definition(request.Programme) is { } programme && IsOver(request.MadeAt, programme.RetentionDays.PairingAfterClose, programme))
            {
                await (request.IsOpen ? CloseAsync(request) : RequestAsync(request));
            }
        }

        return next;
    }

    private async Task CloseAsync(SupportRequest request)
    {
        counts["closed-requests"] = counts.GetValueOrDefault("closed-requests") + 1;
        if (!dryRun)
        {
            await new RequestSupport(turn).CloseOldAsync(request);
        }
    }

    private async Task RequestAsync(SupportRequest request)
    {
        foreach (var ask in await stores.AsksOfAsync(request.Id))
        {
            Delete("asks", () => stores.Remove(ask));
        }

        await NotesAsync(request.Id.ToString(), NoteKind.ForSupporter);
        Delete("requests", () => stores.Remove(request));
    }

    /// <param name="from">Number of the programme, and how many of its people stay.</param>
    private async Task<string?> ProfilesAsync(string? from)
    {
        var programmes = turn.Reference.Programmes.Programmes.OrderBy(one => one.Id, StringComparer.Ordinal).ToList();
        var (at, skip) = from?.Split('+') is [var number, var stay] ? (int.Parse(number, CultureInfo.InvariantCulture), int.Parse(stay, CultureInfo.InvariantCulture)) : (0, 0);
        if (at >= programmes.Count)
        {
            return null;
        }

        var programme = programmes[at];
        var found = await stores.SupportersAsync(programme.Id, SupporterState.Left, skip, AtOnce);
        foreach (var profile in found)
        {
            skip += await ProfileAsync(profile, programme) && !dryRun ? 0 : 1;
        }

        return found.Count == AtOnce ? $"{at}+{skip}" : $"{at + 1}+0";
    }

    /// <returns>Whether it is over.</returns>
    private async Task<bool> ProfileAsync(SupporterProfile profile, Programme programme)
    {
        var today = turn.Now.InZone(programme.Zone).Date;
        if (profile.LeftOn is not { } left)
        {
            // Nobody has noted the day: the time begins now.
            if (!dryRun)
            {
                stores.Save(profile with { LeftOn = today });
            }

            return false;
        }

        if (left.PlusDays(programme.RetentionDays.ProfileAfterLeaving) > today
            || (await stores.OpenCyclesAsync(profile.Person)).Any(cycle => cycle.TakesPlaceOf(profile.Person) && cycle.Programme.Id == programme.Id))
        {
            return false;
        }

        if (await stores.ApplicationAsync(profile.Person, programme.Id) is { } application)
        {
            Delete("applications", () => stores.Remove(application));
        }

        Delete("profiles", () => stores.Remove(profile));
        return true;
    }

    private async Task<string?> AuditAsync(string? from)
    {
        var (page, next) = Page(await stores.AuditMadeAsync(Since(from), AtOnce), entry => entry.At);
        foreach (var entry in page.Where(entry => entry.At + AuditOf(entry.ProgrammeId) <= turn.Now))
        {
            Delete("audit", () => stores.Remove(entry));
        }

        return next;
    }

    private async Task<string?> TasksAsync(string? from)
    {
        var found = await stores.TasksAfterAsync(from is null ? null : Guid.Parse(from), AtOnce);
        foreach (var task in found.Where(task => task.DoneAt is { } done && done + AuditOf(task.ProgrammeId) <= turn.Now))
        {
            Delete("tasks", () => stores.Remove(task));
        }

        return found.Count == AtOnce ? found[^1].Id.ToString("N") : null;
    }

    private async Task<string?> RightsAsync(string? from)
    {
        var found = await stores.RightsAfterAsync(from is null ? null : Guid.Parse(from), AtOnce);
        foreach (var request in found.Where(request =>
            request.SettledOn is { } settled && settled.AtMidnight().InUtc().ToInstant() + AuditOf(request.ProgrammeId) <= turn.Now))
        {
            Delete("rights", () => stores.Remove(request));
        }

        return found.Count == AtOnce ? found[^1].Id.ToString("N") : null;
    }

    /// <summary>A chat belongs to a person and not to a programme: the shortest time of all holds.</summary>
    private async Task<string?> ChatsAsync(string? from)
    {
        var idle = turn.Reference.Programmes.Programmes.Select(programme => programme.RetentionDays.ConversationStateIdle).DefaultIfEmpty(3).Min();
        var sweep = await stores.SweepChatsAsync(turn.Now - Duration.FromDays(idle), from, ChatsAtOnce, dryRun);
        counts["chats"] = counts.GetValueOrDefault("chats") + sweep.Swept;
        return sweep.Next;
    }

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
