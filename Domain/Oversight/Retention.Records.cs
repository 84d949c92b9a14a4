using System.Globalization;
using NodaTime;
using PeerBot.Domain.People;
using PeerBot.Domain.Programmes;
using PeerBot.Domain.Support;

namespace PeerBot.Domain.Oversight;

/// <content>Profiles of those who have left, what was noted of what coordinators did, and chats.</content>
public sealed partial class Retention
{
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
            || (await stores.OpenCyclesAsync(profile.Person)).Any(cycle => cycle.Programme.Id == programme.Id && Pairing.TakesPlace(cycle, programme).Contains(profile.Person)))
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

    /// <summary>Supervision meetings in PeerBot's own calendar: kept as long after their end as a pairing is after its own, by the longest of all.</summary>
    private async Task<string?> EventsAsync(string? from)
    {
        var days = turn.Reference.Programmes.Programmes.Select(programme => programme.RetentionDays.PairingAfterClose).DefaultIfEmpty(730).Max();
        var sweep = await stores.SweepEventsAsync(turn.Now - Duration.FromDays(days), from, AtOnce, dryRun);
        counts["events"] = counts.GetValueOrDefault("events") + sweep.Swept;
        return sweep.Next;
    }

    /// <summary>A chat belongs to a person and not to a programme: the shortest time of all holds.</summary>
    private async Task<string?> ChatsAsync(string? from)
    {
        var idle = turn.Reference.Programmes.Programmes.Select(programme => programme.RetentionDays.ConversationStateIdle).DefaultIfEmpty(3).Min();
        var sweep = await stores.SweepChatsAsync(turn.Now - Duration.FromDays(idle), from, ChatsAtOnce, dryRun);
        counts["chats"] = counts.GetValueOrDefault("chats") + sweep.Swept;
        return sweep.Next;
    }
}
